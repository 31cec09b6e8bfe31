import { standing } from '../domain/scheduling/queue.ts';
import { openDesk } from '../study/open-desk.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { plural } from '../terminal/words.ts';
import { padTo } from '../terminal/wrap.ts';
import type { Run } from './command.ts';
import { sayTrouble } from './say-trouble.ts';

/** All decks, with how many cards each has, has new, has due. */
export const run: Run = async ({ world, json }) => {
  const desk = await openDesk(world, { trustClock: true });
  sayTrouble(world.terminal, desk.shelf.problems, desk.trouble);
  const { day } = desk.moment();
  const { cards } = desk.journal.read().progress;
  const rows = desk.shelf.decks.map(({ deck, title }) => {
    const entries = desk.shelf.entries.filter((entry) => entry.deck === deck);
    const { due, unseen } = standing(entries, cards, day);
    return { deck, title, cards: entries.length, new: unseen.length, due: due.length };
  });
  if (json) {
    world.terminal.print(JSON.stringify(rows));
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  const width = Math.max(...rows.map((row) => row.deck.length), 4);
  const { columns } = world.terminal.size();
  for (const row of rows) {
    const counts = `${String(row.cards).padStart(5)} cards ${String(row.new).padStart(5)} new ${String(row.due).padStart(5)} due`;
    // Where name and counts do not fit on one line they stand on two.
    const name = columns > width + counts.length ? `${padTo(row.deck, width)} ` : `${row.deck}\n`;
    const isDrafts = row.cards === 0 ? ' (drafts: see "aws-study deck review --help")' : '';
    const title = columns < 70 ? '' : `  ${theme.dim(`${safeLine(row.title)}${isDrafts}`)}`;
    world.terminal.print(`${theme.strong(name)}${counts}${title}`);
  }
  world.terminal.print(theme.dim(`${plural(rows.length, 'deck')}. Your own go to ${desk.decksFolder}.`));
  return undefined;
};
