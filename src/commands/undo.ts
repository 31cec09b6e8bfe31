import { gradeNames } from '../domain/scheduling/memory.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { openJournal } from '../study/open-desk.ts';
import type { Run } from './command.ts';

/** `2026-11-20 16:05`: when an answer was given, as the clock on the wall said it there. */
const wallTime = (at: number, tzMinutes: number): string =>
  new Date(at - tzMinutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** Takes back the latest answers that were given on this device, newest first, those of earlier sessions too. */
export const run: Run = async ({ world, options, json }) => {
  const desk = await openJournal(world, { trustClock: true });
  const count = (options.count as number | undefined) ?? 1;
  // A cram changed nothing: there is nothing to take back.
  const counting = desk.journal
    .lastReviews(Number.MAX_SAFE_INTEGER, 'here')
    .filter((review) => review.mode !== 'preview');
  const latest = counting.slice(0, count);
  const undos = latest.map(({ id }) => ({ type: 'undo', target: id }) as const);
  desk.journal.appendAll(undos, desk.moment());
  const taken = latest.map(({ card, grade, day, at, tz }) => ({
    card,
    grade: gradeNames[grade],
    day: isoDay(day),
    at: new Date(at).toISOString(),
    wallTime: wallTime(at, tz),
  }));
  if (json) world.terminal.print(JSON.stringify(taken.map(({ wallTime: _, ...facts }) => facts)));
  else if (taken.length === 0) world.terminal.print('There is no answer to take back.');
  else
    for (const { card, grade, wallTime } of taken)
      world.terminal.print(`Taken back: ${card} (${grade}, ${wallTime}).`);
  desk.journal.saveSnapshot();
  return undefined;
};
