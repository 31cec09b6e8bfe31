import { type Card, type Deck, hashOf, partsOf } from '../domain/cards/index.ts';
import { cardId } from '../domain/ids.ts';
import type { DeckInfo, LibraryEntry } from '../ports.ts';

/** Raise it whenever the schema of cards or the shape below changes: every cached pack is then made anew. */
export const packVersion = 5;

/**
 * A deck made ready: an index that is read at every start, in columns because a hundred thousand small objects parse
 * slowly, and one line of JSON for each card, read only when it is shown.
 */
export interface DeckIndex {
  readonly deck: string;
  readonly title: string;
  readonly summary: string;
  /** Byte length of the lines of cards. */
  readonly bytes: number;
  readonly topics: readonly string[];
  readonly kinds: readonly Card['kind'][];
  readonly tagSets: readonly (readonly string[])[];
  /** One entry for each card that is studied (drafts are left out). */
  readonly id: readonly string[];
  readonly part: readonly string[];
  readonly hash: readonly string[];
  /** Indexes into topics, kinds and tagSets. */
  readonly topic: readonly number[];
  readonly kind: readonly number[];
  readonly tags: readonly number[];
  readonly line: readonly number[];
  /** Where the card's line of JSON starts; it ends before the next newline. */
  readonly offset: readonly number[];
  readonly length: readonly number[];
  /** Sparse: note index by position, only where a note names them. */
  readonly fact: Readonly<Record<string, string>>;
  readonly previous: Readonly<Record<string, readonly string[]>>;
}

/** Distinct values in the order met, and the place of each. */
function column<T>() {
  const values: T[] = [];
  const places = new Map<string, number>();
  return {
    values,
    place(key: string, value: T): number {
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

export function packDeck(deck: Deck, lines: readonly number[]): { index: DeckIndex; cards: string } {
  const [topics, kinds, tagSets] = [column<string>(), column<Card['kind']>(), column<readonly string[]>()];
  const [id, part, hash, topic, kind, tags, line, offset, length] = [[], [], [], [], [], [], [], [], []] as [
    string[],
    string[],
    string[],
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const fact: Record<string, string> = {};
  const previous: Record<string, readonly string[]> = {};
  const texts: string[] = [];
  let bytes = 0;
  deck.cards.forEach((card, index) => {
    if (card.status === 'draft') return;
    const text = JSON.stringify(card);
    const size = Buffer.byteLength(text);
    for (const one of partsOf(card)) {
      const place = id.push(card.id) - 1;
      part.push(one);
      hash.push(hashOf(card, one));
      topic.push(topics.place(card.topic, card.topic));
      kind.push(kinds.place(card.kind, card.kind));
      tags.push(tagSets.place((card.tags ?? []).join(' '), card.tags ?? []));
      line.push(lines[index] ?? 1);
      offset.push(bytes);
      length.push(size);
      if (card.fact !== undefined) fact[place] = card.fact;
      if (card.previousIds !== undefined) previous[place] = card.previousIds;
    }
    texts.push(text);
    bytes += size + 1;
  });
  const index: DeckIndex = {
    deck: deck.deck,
    title: deck.title,
    summary: deck.summary ?? '',
    bytes,
    topics: topics.values,
    kinds: kinds.values,
    tagSets: tagSets.values,
    id,
    part,
    hash,
    topic,
    kind,
    tags,
    line,
    offset,
    length,
    fact,
    previous,
  };
  return { index, cards: texts.map((text) => `${text}\n`).join('') };
}

/** An entry, and where its card's text is. */
export interface PackedEntry extends LibraryEntry {
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
}

const none: readonly string[] = [];

/** Entries of one index; `base` is where the deck's cards start in the pack file. */
export function unpackEntries(index: DeckIndex, pack: string, base: number): PackedEntry[] {
  return index.id.map((note, place) => {
    const part = index.part[place] ?? '';
    const fact = index.fact[place];
    return {
      id: cardId(note, part),
      note,
      part,
      deck: index.deck,
      topic: index.topics[index.topic[place] ?? 0] ?? '',
      kind: index.kinds[index.kind[place] ?? 0] ?? 'basic',
      tags: index.tagSets[index.tags[place] ?? 0] ?? none,
      siblings: fact === undefined ? note : `${index.deck}:${fact}`,
      hash: index.hash[place] ?? '',
      line: index.line[place] ?? 1,
      previousIds: index.previous[place] ?? none,
      pack,
      offset: base + (index.offset[place] ?? 0),
      length: index.length[place] ?? 0,
    };
  });
}

export const deckInfo = (index: DeckIndex, file: string, shipped: boolean): DeckInfo => ({
  deck: index.deck,
  title: index.title,
  summary: index.summary,
  file,
  shipped,
});
