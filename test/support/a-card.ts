import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dump } from 'js-yaml';
import { type Card, cardSchema, type Deck } from '../../src/domain/cards/schema.ts';

/** A basic card, unless told otherwise; the schema checks it, so that no test rests on an impossible card. */
export function aCard(changes: Record<string, unknown> = {}): Card {
  const base = { id: 'sqs-visibility', kind: 'basic', topic: 'basics' };
  const sides =
    (changes.kind ?? 'basic') === 'basic' ? { front: 'Default timeout?', back: '30 seconds' } : {};
  return cardSchema.parse({ ...base, ...sides, ...changes });
}

/** A deck of plain cards `<deck>-1`, `<deck>-2`, … over so many topics. */
export function aDeckOf(count: number, options: { deck?: string; topics?: number } = {}): Deck {
  const { deck = 'sqs', topics = 4 } = options;
  const cards = Array.from({ length: count }, (_, index) =>
    aCard({
      id: `${deck}-${index + 1}`,
      topic: `topic-${index % topics}`,
      front: `Question ${index + 1} of ${deck}?`,
      back: `Answer ${index + 1}.`,
    }),
  );
  return { deck, title: `The deck ${deck}`, cards };
}

/** Writes a deck, or any text in its place. Returns the path. */
export function writeDeck(file: string, deck: Deck | string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof deck === 'string' ? deck : dump(deck));
  return file;
}
