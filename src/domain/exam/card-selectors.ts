import type { Blueprint } from './blueprint.ts';

/** As much of a card as a selector looks at. */
export interface CardEntry {
  readonly id: string;
  readonly deck: string;
  readonly topic?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface SelectedCards {
  /** Each card once, in the order of the selectors, then of the cards. */
  readonly cardIds: readonly string[];
  /** Selectors that no card answers to: a deck still to be written, a typing slip. */
  readonly unresolved: readonly string[];
}

/** Selector → ids of the cards it means. */
export type CardIndex = ReadonlyMap<string, readonly string[]>;

/** Every selector that would find something: `deck`, `deck/topic`, `tag:name`, and each card's own id. */
export function indexCards(cards: Iterable<CardEntry>): CardIndex {
  const [groups, alone] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const card of cards) {
    const names = [card.deck, ...(card.tags ?? []).map((tag) => `tag:${tag}`)];
    if (card.topic !== undefined) names.push(`${card.deck}/${card.topic}`);
    for (const name of new Set(names)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [card.id]);
      else group.push(card.id);
    }
    alone.set(card.id, [card.id]);
  }
  return new Map([...alone, ...groups]);
}

/** Where a deck and a card share a name, the deck is meant. */
export function selectCards(selectors: readonly string[], index: CardIndex): SelectedCards {
  const cardIds = new Set<string>();
  const unresolved: string[] = [];
  for (const selector of new Set(selectors)) {
    const found = index.get(selector);
    if (found === undefined) unresolved.push(selector);
    else for (const id of found) cardIds.add(id);
  }
  return { cardIds: [...cardIds], unresolved };
}

export interface TaskCards extends SelectedCards {
  readonly domainId: string;
  readonly taskId: string;
}

/** The cards of every task of an exam. */
export function selectTaskCards(blueprint: Blueprint, index: CardIndex): readonly TaskCards[] {
  return blueprint.domains.flatMap((domain) =>
    domain.tasks.map((task) => ({ domainId: domain.id, taskId: task.id, ...selectCards(task.cards, index) })),
  );
}
