import type { OptionEntry } from './command.ts';

/** For commands that write to the journal while the clock is far from the last answer. */
export const trustClock: OptionEntry = {
  flags: '--trust-clock',
  summary: 'go on although the clock is far from the last answer',
};
