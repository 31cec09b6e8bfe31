import { careCommands } from './care-commands.ts';
import type { CommandEntry } from './command.ts';
import { deckCommands } from './deck-commands.ts';
import { examCommands } from './exam-commands.ts';
import { numberCommands } from './number-commands.ts';
import { studyCommands } from './study-commands.ts';

export type { CommandEntry, OptionEntry } from './command.ts';

/**
 * The table of contents, in the order of the help: every command, none of them loaded. A new one is a file here and
 * an entry in one of these lists.
 */
export const commands: readonly CommandEntry[] = [
  ...studyCommands,
  ...examCommands,
  ...numberCommands,
  ...deckCommands,
  ...careCommands,
];
