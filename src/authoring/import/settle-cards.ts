import { type Card, cardSchema } from '../../domain/cards/schema.ts';
import { hiddenCharacters } from '../lint/cards/control-characters.ts';
import { importedId, slugOf } from './card-ids.ts';
import type { Found, FoundCard, ImportedDeck, PastAnswer, Skipped } from './imported.ts';

export interface SettleOptions {
  /** All cards go into this deck; without it each goes where it says. */
  readonly deck?: string | undefined;
  /** Name of the file without its ending: the deck of cards that name none. */
  readonly fileName: string;
  /** Cards are ready to be studied; else they are drafts. */
  readonly accept: boolean;
}

export interface SettledAnswer extends PastAnswer {
  /** Id of the note. */
  readonly note: string;
}

export interface Settled {
  readonly decks: readonly ImportedDeck[];
  readonly skipped: readonly Skipped[];
  readonly answers: readonly SettledAnswer[];
  /** Cards that stand twice in the file. */
  readonly twins: number;
}

const mostTags = 20;
/** Ids begin with it, and need room behind it. */
const longestDeck = 40;

/** Gives ids, decks and topics to what was found, and lets the schema see it: what comes out is a deck. */
export function settleCards(source: Found, { deck, fileName, accept }: SettleOptions): Settled {
  const decks = new Map<string, { title: string; summary: string | undefined; cards: Map<string, Card> }>();
  const skipped: Skipped[] = [...source.skipped];
  const answers: SettledAnswer[] = [];
  let twins = 0;
  for (const one of source.cards) {
    const name =
      deck ??
      deckOf(one) ??
      slugOf(source.title ?? '', longestDeck) ??
      slugOf(fileName, longestDeck) ??
      'imported';
    const settled = settle(one, name, accept);
    if ('skipped' in settled) {
      skipped.push(settled.skipped);
      continue;
    }
    const found = settled.card;
    let home = decks.get(name);
    if (home === undefined) {
      home = { title: titleOf(one, source, name, deck), summary: one.deckSummary, cards: new Map() };
      decks.set(name, home);
    }
    const twin = home.cards.get(found.id);
    if (twin !== undefined && sameContent(twin, found)) {
      twins += 1;
      continue;
    }
    const card = twin === undefined ? found : { ...found, id: freeId(found, home.cards) };
    home.cards.set(card.id, card);
    for (const answer of one.answers ?? []) answers.push({ ...answer, note: card.id });
  }
  return {
    decks: [...decks].map(([name, { title, summary, cards }]) => ({
      ...{ deck: name, title, cards: [...cards.values()] },
      ...(summary === undefined ? {} : { summary: plainLine(summary) }),
    })),
    skipped,
    answers,
    twins,
  };
}

/** A card whose id names its deck goes back to it. */
function deckOf({ deck }: FoundCard): string | undefined {
  return deck === undefined ? undefined : slugOf(deck.split('::')[0] ?? deck, longestDeck);
}

function titleOf(
  { deck: named, deckTitle }: FoundCard,
  { title }: Found,
  name: string,
  wanted: string | undefined,
): string {
  const root = named?.split('::')[0];
  const text = plainLine((wanted === undefined ? (deckTitle ?? root) : deckTitle) ?? title ?? root ?? name);
  return text === '' ? name : text;
}

function settle(
  one: FoundCard,
  deck: string,
  accept: boolean,
): { readonly card: Card } | { readonly skipped: Skipped } {
  const fields = clean(one.fields) as Record<string, unknown>;
  const asked = String(fields.front ?? fields.stem ?? fields.text ?? '');
  const tags = [...new Set((one.tags ?? []).flatMap((tag) => slugOf(tag) ?? []))];
  const candidate = {
    ...fields,
    id: importedId(deck, one.key, asked),
    topic: slugOf(one.topic ?? '') ?? 'imported',
    ...(tags.length === 0 ? {} : { tags: tags.slice(0, mostTags) }),
    ...(accept ? {} : { status: 'draft' }),
  };
  const parsed = cardSchema.safeParse(candidate);
  if (parsed.success) return { card: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  return {
    skipped: {
      place: one.place,
      why: `${where === '' ? 'the card' : where}: ${issue?.message ?? 'not valid'}`,
    },
  };
}

const plainLine = (text: string) => String(clean(text)).replace(/\s+/g, ' ').trim().slice(0, 300);

/** Characters that nobody can see, and halves of characters: they come from damaged files, or from somebody's tricks. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(hiddenCharacters, '').replace(/[\uD800-\uDFFF]/gu, '');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}

const sameContent = (a: Card, b: Card) =>
  JSON.stringify({ ...a, tags: [], topic: '' }) === JSON.stringify({ ...b, tags: [], topic: '' });

/** Two cards that ask the same but answer otherwise: the later one gets a number. */
function freeId({ id }: Card, taken: ReadonlyMap<string, Card>): string {
  for (let number = 2; ; number += 1) {
    const next = `${id.slice(0, 94)}-${number}`;
    if (!taken.has(next)) return next;
  }
}
