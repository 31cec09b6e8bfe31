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
  const taken = counting.slice(0, count).map((review) => {
    desk.journal.append({ type: 'undo', target: review.id }, desk.moment());
    return {
      card: review.card,
      grade: gradeNames[review.grade],
      day: isoDay(review.day),
      at: new Date(review.at).toISOString(),
      wallTime: wallTime(review.at, review.tz),
    };
  });
  if (json) world.terminal.print(JSON.stringify(taken.map(({ wallTime: _, ...facts }) => facts)));
  else if (taken.length === 0) world.terminal.print('There is no answer to take back.');
  else
    for (const { card, grade, wallTime } of taken)
      world.terminal.print(`Taken back: ${card} (${grade}, ${wallTime}).`);
  desk.journal.saveSnapshot();
  return undefined;
};
