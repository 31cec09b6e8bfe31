import type { CardId, StudyDay } from '../domain/ids.ts';
import type { Happening } from '../domain/journal/event.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import { findCard } from '../study/choose-cards.ts';
import { openDesk } from '../study/open-desk.ts';
import type { Run } from './command.ts';

/** Where a card is already as it is wanted: nothing is written then. */
export interface Already {
  readonly is: (card: CardProgress | undefined, today: StudyDay) => boolean;
  /** Such as `was suspended already`. */
  readonly words: string;
}

/** A command that records one happening for each card named: all ids are checked before the first is written. */
export function markCards(
  done: string,
  happening: (card: CardId, today: StudyDay) => Happening,
  already?: Already,
): Run {
  return async ({ world, args, json }) => {
    const desk = await openDesk(world, { trustClock: true });
    const entries = args.map((typed) => findCard(desk.shelf.entries, typed));
    const said = entries.map(({ id }) => {
      const moment = desk.moment();
      if (already?.is(desk.journal.read().progress.cards.get(id), moment.day) === true)
        return `${id}: ${already.words}.`;
      desk.journal.append(happening(id, moment.day), moment);
      return `${id}: ${done}.`;
    });
    // A program asks how the cards stand now.
    if (json) world.terminal.print(JSON.stringify({ [done]: entries.map((entry) => entry.id) }));
    else for (const line of said) world.terminal.print(line);
    return undefined;
  };
}
