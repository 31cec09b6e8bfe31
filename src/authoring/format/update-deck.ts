import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Card } from '../../domain/cards/index.ts';
import { cardFields, layOutCard } from './deck-text.ts';
import { readDocument, sameValue, tidy, writeDocument } from './format-deck.ts';

export interface DeckUpdate {
  readonly text: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** In the file, but not among the given cards: kept. */
  readonly kept: readonly string[];
}

/**
 * Cards taken into the text of a deck that is there: new ones at its end, known ones (by id) brought up to date in their
 * place. What the given cards do not say (a why, a source, a comment) stays, and so does the acceptance of a card whose
 * content is the same. Undefined where the text is no deck.
 */
export function updateDeck(text: string, cards: readonly Card[]): DeckUpdate | undefined {
  const document = readDocument(text);
  const list = document?.get('cards', true);
  if (document === undefined || !isSeq(list)) return undefined;
  const known = new Map<string, YAMLMap>();
  for (const item of (list as YAMLSeq).items)
    if (isMap(item)) known.set(String(item.get('id')), item as YAMLMap);
  const [added, changed]: [string[], string[]] = [[], []];
  for (const card of cards) {
    const there = known.get(card.id);
    const fields = cardFields(card);
    if (there === undefined) {
      const node = document.createNode(fields) as YAMLMap;
      layOutCard(node);
      list.items.push(node);
      added.push(card.id);
    } else if (bringUpToDate(there, fields, (value) => document.createNode(value))) {
      changed.push(card.id);
    }
  }
  tidy(document);
  const ids = new Set(cards.map((card) => card.id));
  const kept = [...known.keys()].filter((id) => !ids.has(id));
  const written = added.length + changed.length === 0 ? text : writeDocument(document);
  return { text: written, added, changed, kept };
}

/** Fields of content that another kind of card has: they go where the kind changes. */
const contentFields = [
  ...['front', 'back', 'reverse', 'text', 'stem', 'choose', 'options', 'accept', 'number', 'steps', 'pairs'],
];

function bringUpToDate(
  there: YAMLMap,
  fields: Record<string, unknown>,
  create: (value: unknown) => unknown,
): boolean {
  const before = there.toJSON() as Record<string, unknown>;
  let changed = false;
  if (before.kind !== fields.kind)
    for (const name of contentFields) if (!(name in fields) && there.delete(name)) changed = true;
  for (const [name, value] of Object.entries(fields)) {
    // An accepted card stays accepted, and a topic that was given by hand is better than an imported one.
    if (name === 'status' || (name === 'topic' && before.topic !== undefined)) continue;
    // A choice of one need not say so.
    if (name === 'choose' && value === 1 && before.choose === undefined) continue;
    if (sameValue(JSON.stringify(before[name] ?? null), JSON.stringify(value))) continue;
    there.set(name, create(value));
    changed = true;
  }
  if (changed) layOutCard(there);
  return changed;
}
