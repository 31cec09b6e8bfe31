import { answered, predicted } from '../domain/journal/fold.ts';
import { gradeNames, parseGrade } from '../domain/scheduling/memory.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import { findCard } from '../study/choose-cards.ts';
import { openDesk } from '../study/open-desk.ts';
import { daysLabel } from '../terminal/words.ts';
import type { Run } from './command.ts';

/** Records one answer, so that scripts and other tools can use the scheduler. */
export const run: Run = async ({ world, args, options, json }) => {
  const [id = '', typed = ''] = args;
  const grade = parseGrade(typed);
  if (grade === undefined)
    throw new UserError(`"${typed}" is no grade.`, 'Write again, hard, good or easy, or 1 to 4.');
  const desk = await openDesk(world, { trustClock: options.trustClock === true });
  const entry = findCard(desk.shelf.entries, id);
  const { progress, model } = desk.journal.read();
  const moment = desk.moment();
  const card = progress.cards.get(entry.id);
  const { memory, intervalDays, due } = answered(card, grade, moment.day, model);
  desk.journal.append(
    { type: 'review', card: entry.id, grade, hash: entry.hash, ...predicted(card, moment.day, model) },
    moment,
  );
  const outcome = {
    card: entry.id,
    grade: gradeNames[grade],
    stabilityDays: memory.stabilityDays,
    difficulty: memory.difficulty,
    due: isoDay(due),
    intervalDays,
  };
  if (json) world.terminal.print(JSON.stringify(outcome));
  else
    world.terminal.print(
      `${entry.id}: ${outcome.grade}, due ${outcome.due}${intervalDays === 0 ? ' (today)' : ` (in ${daysLabel(intervalDays)})`}.`,
    );
  desk.journal.saveSnapshot();
  return undefined;
};
