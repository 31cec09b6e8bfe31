import { gradeNames } from '../domain/scheduling/memory.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { openJournal } from '../study/open-desk.ts';
import type { Run } from './command.ts';

/** Takes back the latest answers, newest first, those of earlier sessions too. */
export const run: Run = async ({ world, options, json }) => {
  const desk = await openJournal(world, { trustClock: true });
  const count = (options.count as number | undefined) ?? 1;
  const taken = desk.journal.lastReviews(count).map((review) => {
    desk.journal.append({ type: 'undo', target: review.id }, desk.moment());
    return { card: review.card, grade: gradeNames[review.grade], day: isoDay(review.day) };
  });
  if (json) world.terminal.print(JSON.stringify(taken));
  else if (taken.length === 0) world.terminal.print('There is no answer to take back.');
  else
    for (const { card, grade, day } of taken) world.terminal.print(`Taken back: ${card} (${grade}, ${day}).`);
  desk.journal.saveSnapshot();
  return undefined;
};
