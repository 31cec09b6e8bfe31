import { noticeOf, openExamShelf } from '../study/exam-shelf.ts';
import { examStock, noteIndex } from '../study/exam-stock.ts';
import { plainSignsIn } from '../terminal/plain-signs.ts';
import { makeTheme } from '../terminal/theme.ts';
import { examListView, listDocument } from '../terminal/views/exam-list.ts';
import type { Run } from './command.ts';

/** Exams with dates, minutes and pass mark, and what there is for each of their domains. */
export const run: Run = async ({ world, json }) => {
  const shelf = await openExamShelf(world);
  const { entries } = await (await world.library()).load();
  const { cards } = noteIndex(entries, []);
  const rows = shelf.blueprints.map((blueprint) => ({
    stock: examStock(shelf, blueprint, cards),
    notice: noticeOf(shelf, blueprint),
  }));
  const { terminal } = world;
  const shown = terminal.unicode ? rows : plainSignsIn(rows);
  terminal.print(
    json
      ? JSON.stringify(rows.map(listDocument))
      : examListView(makeTheme(terminal), shown, terminal.size().columns),
  );
  return undefined;
};
