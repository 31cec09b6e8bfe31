import type { CardId, StudyDay } from '../domain/ids.ts';
import type { Happening } from '../domain/journal/event.ts';
import { findCard } from '../study/choose-cards.ts';
import { openDesk } from '../study/open-desk.ts';
import type { Run } from './command.ts';

/** A command that records one happening for each card named: all ids are checked before the first is written. */
export function markCards(done: string, happening: (card: CardId, today: StudyDay) => Happening): Run {
  return async ({ world, args, json }) => {
    const desk = await openDesk(world, { trustClock: true });
    const entries = args.map((typed) => findCard(desk.shelf.entries, typed));
    for (const { id } of entries) {
      const moment = desk.moment();
      desk.journal.append(happening(id, moment.day), moment);
    }
    const cards = entries.map((entry) => entry.id);
    if (json) world.terminal.print(JSON.stringify({ [done]: cards }));
    else for (const card of cards) world.terminal.print(`${card}: ${done}.`);
    return undefined;
  };
}
