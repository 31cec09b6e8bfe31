import { join } from 'node:path';
import { starterDeck } from '../authoring/format/starter-deck.ts';
import { slugPattern } from '../domain/ids.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { makeTheme } from '../terminal/theme.ts';
import type { Run } from './command.ts';
import { schemaFor } from './deck-schema-path.ts';
import { shownPath } from './shown-path.ts';

/** Writes a commented starter deck: into ./decks where that folder is here, else among the learner's own. */
export const run: Run = async ({ world, args, options, json }) => {
  const [typed = ''] = args;
  const deck = typed.toLowerCase().replace(/[\s_]+/g, '-');
  if (!slugPattern.test(deck))
    throw new UserError(
      `"${typed}" cannot name a deck.`,
      'Use lower-case letters, digits and hyphens, such as "step-functions".',
    );
  const shelf = await (await world.library()).load();
  const twin = shelf.decks.find((one) => one.deck === deck);
  if (twin !== undefined && options.force !== true)
    throw new UserError(
      `there is a deck "${deck}" already (${twin.file}).`,
      'Choose another name; ids begin with it, so no two decks may share one.',
    );
  const [files, workshop] = await Promise.all([world.files(), world.workshop()]);
  const out = (options.out as string | undefined) ?? defaultFile(files, deck, world.decksFolder);
  if (!new RegExp(`(?:^|[\\\\/])${deck}\\.ya?ml$`).test(out))
    throw new UserError(
      `a deck called "${deck}" does not go into "${out}".`,
      `Its file has its name: ${deck}.yaml.`,
    );
  const today = isoDay(studyDay(world.clock.now(), (at) => world.clock.zoneOffset(at), 0));
  const schema = schemaFor(out, workshop.schemasFolder);
  const text = starterDeck({ deck, title: options.title as string | undefined, schema, today });
  files.write(out, text, { overwrite: options.force === true });
  const file = shownPath(out);
  if (json) world.terminal.print(JSON.stringify({ deck, file }));
  else {
    const theme = makeTheme(world.terminal);
    world.terminal.print(
      `${theme.good(theme.signs.right)} ${file}: fill in what says TODO, then take "status: draft" away.`,
    );
    world.terminal.print(`  aws-study deck preview ${file}   shows it as you save`);
    world.terminal.print(`  aws-study deck lint ${file}      says what is left`);
  }
  return undefined;
};

function defaultFile(files: Files, deck: string, own: string): string {
  return join(files.isFolder('decks') ? 'decks' : own, `${deck}.yaml`);
}
