import { isHidden, standing } from '../domain/scheduling/queue.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { chooseCards } from '../study/choose-cards.ts';
import { openDesk } from '../study/open-desk.ts';
import { makeTheme } from '../terminal/theme.ts';
import { dueView } from '../terminal/views/due.ts';
import type { Run } from './command.ts';
import { refuseLeftOut } from './left-out-deck.ts';
import { sayTrouble } from './say-trouble.ts';

/** How many days ahead are shown. */
const daysShown = 14;

/** What is due now, and how many cards fall due on each of the next days. */
export const run: Run = async ({ world, args, options, json }) => {
  const desk = await openDesk(world, { trustClock: true });
  await refuseLeftOut(world, desk.shelf, args);
  sayTrouble(world.terminal, desk.shelf.problems, desk.trouble);
  const chosen = chooseCards(desk.shelf.entries, {
    decks: args.length === 0 ? undefined : args,
    topics: options.topic as string[] | undefined,
    tags: options.tag as string[] | undefined,
    kinds: options.kind as string[] | undefined,
  });
  const { day } = desk.moment();
  const { cards } = desk.journal.read().progress;
  const { due } = standing(chosen, cards, day);
  const ahead = Array.from({ length: daysShown }, (_, index) => ({ day: isoDay(day + index + 1), cards: 0 }));
  for (const entry of chosen) {
    const card = cards.get(entry.id);
    if (card?.due === undefined || isHidden(card, card.due)) continue;
    const slot = ahead[card.due - day - 1];
    if (slot !== undefined) slot.cards += 1;
  }
  const rows = due
    .map(({ entry, reason }) => ({
      card: entry.id,
      deck: entry.deck,
      topic: entry.topic,
      due: isoDay(cards.get(entry.id)?.due ?? day),
      overdueDays: Math.max(0, day - (cards.get(entry.id)?.due ?? day)),
      reason,
    }))
    .sort((a, b) => b.overdueDays - a.overdueDays || a.card.localeCompare(b.card));
  if (json) world.terminal.print(JSON.stringify({ today: isoDay(day), due: rows, ahead }));
  else
    world.terminal.print(
      dueView(makeTheme(world.terminal), { rows, ahead, columns: world.terminal.size().columns }),
    );
  return undefined;
};
