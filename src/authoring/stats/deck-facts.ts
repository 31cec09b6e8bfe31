import type { Card, KindName } from '../../domain/cards/index.ts';
import { yearBefore } from '../lint/year-before.ts';
import { cardCount } from './card-count.ts';

export interface DeckFacts {
  readonly deck: string;
  readonly title: string;
  /** Entries of the file, and the cards that they make. */
  readonly entries: number;
  readonly cards: number;
  readonly kinds: Readonly<Partial<Record<KindName, number>>>;
  readonly topics: Readonly<Record<string, number>>;
  readonly tags: Readonly<Record<string, number>>;
  readonly ages: FactAges;
  /** What is missing, in entries. */
  readonly gaps: { readonly source: number; readonly why: number; readonly asOf: number };
}

/** When facts were last checked: YYYY-MM-DD. */
export interface FactAges {
  readonly oldest?: string;
  readonly middle?: string;
  readonly newest?: string;
  /** Checked more than a year ago. */
  readonly overAYear: number;
}

/** Counts of one deck, each list with the most frequent first. */
export function deckFacts(
  { deck, title, cards }: { readonly deck: string; readonly title: string; readonly cards: readonly Card[] },
  today: string,
): DeckFacts {
  const missing = (field: 'why' | 'asOf') =>
    cards.filter((card) => card[field] === undefined && !teaches(card, field));
  return {
    deck,
    title,
    entries: cards.length,
    cards: cardCount(cards),
    kinds: countOf(cards.map((card) => card.kind)),
    topics: countOf(cards.map((card) => card.topic)),
    tags: countOf(cards.flatMap((card) => card.tags ?? [])),
    ages: agesOf(cards, today),
    gaps: {
      source: cards.filter(({ sources = [] }) => sources.length === 0).length,
      why: missing('why').length,
      asOf: missing('asOf').length,
    },
  };
}

/** A choice says why with each of its options. */
const teaches = (card: Card, field: 'why' | 'asOf') =>
  field === 'why' && card.kind === 'choice' && card.options.every(({ why }) => why !== undefined);

function countOf<Name extends string>(names: readonly Name[]): Record<Name, number> {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(
    [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)),
  ) as Record<Name, number>;
}

function agesOf(cards: readonly Card[], today: string): FactAges {
  const dates = cards.flatMap(({ asOf }) => asOf ?? []).sort();
  const [oldest, newest, middle] = [dates[0], dates.at(-1), dates[Math.floor(dates.length / 2)]];
  return {
    overAYear: dates.filter((date) => date < yearBefore(today)).length,
    ...(oldest === undefined || newest === undefined || middle === undefined
      ? {}
      : { oldest, middle, newest }),
  };
}
