import { UserError } from '../../errors.ts';
import type { Found, FoundCard, Skipped } from './imported.ts';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Our own export, a single deck of it, or a plain list of cards. */
export function readJson(source: string): Found {
  let document: unknown;
  try {
    document = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError('this is not valid JSON.', (error as Error).message.slice(0, 200), { cause: error });
  }
  const skipped: Skipped[] = [];
  const decks = decksOf(document);
  const cards = decks.flatMap((deck, at) => {
    const name = textOf(deck.deck);
    return (deck.cards as unknown[]).flatMap((card, index): FoundCard[] => {
      const place = `${name ?? `deck ${at + 1}`}, card ${index + 1}`;
      if (isObject(card)) return [{ ...cardOf(card, name, place), ...headOf(deck) }];
      skipped.push({ place, why: 'it is no card' });
      return [];
    });
  });
  const questions = isObject(document) && Array.isArray(document.questions) ? document.questions.length : 0;
  return {
    title: decks.length === 1 ? textOf(decks[0]?.title) : undefined,
    cards,
    skipped,
    losses: questions === 0 ? [] : [`exam questions are not taken: decks hold cards (${questions})`],
    media: [],
  };
}

const headOf = (deck: Fields) => ({ deckTitle: textOf(deck.title), deckSummary: textOf(deck.summary) });

function decksOf(document: unknown): Fields[] {
  const holders: unknown[] = Array.isArray(document)
    ? [{ cards: document }]
    : isObject(document) && Array.isArray(document.decks)
      ? document.decks
      : [document];
  const decks = holders.filter((one): one is Fields => isObject(one) && Array.isArray(one.cards));
  if (decks.length === 0)
    throw new UserError(
      'there are no cards in this file.',
      'It needs {"decks": [{"deck": …, "cards": […]}]}, one such deck, or a list of cards.',
    );
  return decks;
}

function cardOf(card: Fields, deck: string | undefined, place: string): FoundCard {
  const { id, topic, tags, status: _status, ...fields } = card;
  // A list of {front, back} needs no kind.
  const kind = fields.kind ?? ('text' in fields ? 'cloze' : 'stem' in fields ? 'choice' : 'basic');
  return {
    key: textOf(id),
    deck,
    topic: textOf(topic),
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [],
    fields: { ...fields, kind },
    place,
  };
}
