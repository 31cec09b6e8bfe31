import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { Card, Deck } from '../../domain/cards/index.ts';
import { writeDocument } from './format-deck.ts';
import { cardKeys, deckKeys, inOrder } from './key-order.ts';

/** Lists of short words, written on one line. */
const onOneLine = new Set(['tags', 'sources', 'previousIds', 'accept']);

/** An object with its fields in canonical order and without those that say nothing. */
function ordered(value: object, order: readonly string[]): Record<string, unknown> {
  const fields = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const name of inOrder(Object.keys(fields), order))
    if (fields[name] !== undefined) kept[name] = fields[name];
  return kept;
}

/** A card as its file holds it: fields in order, defaults left out. */
export function cardFields(card: Card): Record<string, unknown> {
  const fields = ordered(card, cardKeys(card.kind));
  if (card.kind === 'choice')
    fields.options = card.options.map((option) => ordered(option, ['text', 'correct', 'why']));
  return fields;
}

/** Puts short lists of a card on one line. */
export function layOutCard(card: YAMLMap): void {
  for (const name of onOneLine) {
    const list = card.get(name, true);
    if (isSeq(list)) list.flow = true;
  }
}

/** The text of a deck's file. `schema` is the path or URL that editors check it by. */
export function deckText(deck: Deck, schema: string): string {
  const document = new Document(
    { ...ordered({ ...deck, cards: undefined }, deckKeys), cards: deck.cards.map(cardFields) },
    { version: '1.2' },
  );
  const cards = document.get('cards', true);
  if (isSeq(cards)) for (const card of cards.items) if (isMap(card)) layOutCard(card as YAMLMap);
  return `# yaml-language-server: $schema=${schema}\n${writeDocument(document)}`;
}
