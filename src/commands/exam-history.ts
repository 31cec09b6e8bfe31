import { attemptDocument } from '../study/exam-document.ts';
import { historyRows, trendsOf } from '../study/exam-history.ts';
import { openExamShelf } from '../study/exam-shelf.ts';
import { makeTheme } from '../terminal/theme.ts';
import { examHistoryView } from '../terminal/views/exam-history.ts';
import type { Run } from './command.ts';
import { sayTrouble } from './say-trouble.ts';

/** A line for each attempt, and where it goes. */
export const run: Run = async ({ world, json }) => {
  const shelf = await openExamShelf(world);
  const attempts = await world.attempts();
  const { attempts: stored, trouble } = attempts.list();
  sayTrouble(world.terminal, [], trouble);
  const rows = historyRows(shelf, attempts, stored, world.clock.now());
  const trends = trendsOf(rows);
  if (json) {
    world.terminal.print(JSON.stringify({ attempts: rows.map(attemptDocument), trends }));
    return undefined;
  }
  const facts = {
    rows,
    trends,
    columns: world.terminal.size().columns,
    offsetMinutes: world.clock.zoneOffset(world.clock.now()),
  };
  world.terminal.print(examHistoryView(makeTheme(world.terminal), facts));
  return undefined;
};
