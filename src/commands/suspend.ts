import { isHidden } from '../domain/scheduling/queue.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { openDesk } from '../study/open-desk.ts';
import { makeTheme } from '../terminal/theme.ts';
import { leftOutView } from '../terminal/views/left-out.ts';
import type { Request, Run } from './command.ts';
import { markCards } from './mark-cards.ts';

const mark = markCards('suspended', (card) => ({ type: 'suspend', card }), {
  is: (card) => card?.suspended === true,
  words: 'was suspended already',
});

/** Asks a card no more, until it is unsuspended; without a card: lists those that are left out. */
export const run: Run = (request) => (request.args.length === 0 ? listLeftOut(request) : mark(request));

/** Suspended and buried cards with their decks; what is in no deck any more can still be brought back. */
async function listLeftOut({ world, json }: Request): Promise<undefined> {
  const desk = await openDesk(world, { trustClock: true });
  const { day } = desk.moment();
  const entries = new Map(desk.shelf.entries.map((entry) => [entry.id, entry]));
  const cards = [...desk.journal.read().progress.cards]
    .filter(([, card]) => isHidden(card, day))
    .map(([id, { suspended, buriedUntil }]) => ({
      card: id,
      deck: entries.get(id)?.deck ?? null,
      topic: entries.get(id)?.topic ?? null,
      state: suspended === true ? ('suspended' as const) : ('buried' as const),
      until: suspended === true || buriedUntil === undefined ? null : isoDay(buriedUntil),
    }))
    .sort((a, b) => (a.deck ?? '~').localeCompare(b.deck ?? '~') || a.card.localeCompare(b.card));
  world.terminal.print(json ? JSON.stringify({ cards }) : leftOutView(makeTheme(world.terminal), cards));
}
