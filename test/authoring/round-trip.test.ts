import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportBatch } from '../../src/authoring/export/exported.ts';
import { exporters } from '../../src/authoring/export/index.ts';
import { deckText } from '../../src/authoring/format/deck-text.ts';
import { formatYaml } from '../../src/authoring/format/format-deck.ts';
import { detectFormat, type ImportFormat } from '../../src/authoring/import/detect-format.ts';
import { readFile } from '../../src/authoring/import/index.ts';
import { settleCards } from '../../src/authoring/import/settle-cards.ts';
import { parseDeck } from '../../src/content/parse-deck.ts';
import type { Card } from '../../src/domain/cards/schema.ts';
import { openSqlite, textBytes } from '../support/anki-file.ts';
import { anyCards, everyKind, line, plainLine } from '../support/any-card.ts';

const batch = (cards: readonly Card[]): ExportBatch => ({
  decks: [{ deck: 'sqs', title: 'Amazon SQS', summary: 'Queues', cards }],
  questions: [],
  nowMs: Date.UTC(2026, 10, 20),
});

async function exported(name: string, cards: readonly Card[]): Promise<Uint8Array> {
  const exporter = exporters.find((one) => one.name === name);
  const { content } = (await exporter?.write(batch(cards), async () => openSqlite)) ?? { content: '' };
  return typeof content === 'string' ? textBytes(content) : content;
}

async function thereAndBack(name: ImportFormat, cards: readonly Card[]) {
  const bytes = await exported(name, cards);
  const found = readFile(bytes, name, openSqlite);
  const { decks, skipped } = settleCards(found, { deck: 'sqs', fileName: 'sqs', accept: true });
  return { cards: decks.flatMap((deck) => deck.cards), skipped, bytes };
}

/** A card with nothing but the named fields, and what every card has. */
const only = (card: Card, fields: readonly string[]) =>
  Object.fromEntries(
    Object.entries(card).filter(([name, value]) => value !== undefined && fields.includes(name)),
  );

const content = [
  'kind',
  'front',
  'back',
  'reverse',
  'text',
  'stem',
  'choose',
  'options',
  'accept',
  'number',
  'pairs',
  'steps',
];
const all = ['id', 'topic', ...content, 'why', 'examNote', 'tags', 'sources', 'asOf'];

interface Law {
  readonly format: ImportFormat;
  readonly kinds: readonly Card['kind'][];
  readonly text: fc.Arbitrary<string>;
  /** Fields that the format carries. */
  readonly fields: readonly string[];
  /** What the format makes of a card on its way. */
  readonly as?: (card: Card) => Card;
}

const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n'));

const laws: readonly Law[] = [
  { format: 'json', kinds: everyKind, text: lines, fields: all },
  { format: 'apkg', kinds: everyKind, text: lines, fields: all },
  {
    format: 'csv',
    kinds: ['basic', 'cloze', 'text'],
    text: line,
    fields: ['id', 'topic', ...content, 'why', 'examNote', 'tags', 'sources', 'asOf'],
  },
  {
    format: 'anki-text',
    kinds: ['basic', 'cloze'],
    text: plainLine,
    fields: ['id', 'topic', ...content, 'why', 'tags'],
  },
  {
    format: 'gift',
    kinds: ['choice', 'match'],
    // The arrow between the sides of a pair has no escape in this format.
    text: line.filter((text) => !text.includes('->')),
    fields: ['id', 'topic', ...content, 'why', 'tags'],
  },
  {
    format: 'markdown',
    kinds: ['basic', 'cloze'],
    text: plainLine,
    fields: content.filter((field) => field !== 'reverse'),
  },
];

describe.each(laws)('$format', ({ format, kinds, text, fields }) => {
  test('what it carries comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyCards('sqs', { text, kinds }), async (cards) => {
        // A format without ids makes twins of cards that ask the same.
        fc.pre(
          fields.includes('id') ||
            new Set(cards.map((card) => JSON.stringify(only(card, content)))).size === cards.length,
        );
        const back = await thereAndBack(format, cards);
        expect(back.skipped).toEqual([]);
        expect(back.cards.map((card) => only(card, fields))).toEqual(cards.map((card) => only(card, fields)));
      }),
      { numRuns: 60 },
    );
  });

  test('is seen from its content', async () => {
    await fc.assert(
      fc.asyncProperty(anyCards('sqs', { text, kinds }), async (cards) => {
        expect(detectFormat(await exported(format, cards))).toBe(format);
      }),
      { numRuns: 30 },
    );
  });

  test('a second import gives the same ids', async () => {
    await fc.assert(
      fc.asyncProperty(anyCards('sqs', { text, kinds }), async (cards) => {
        const [first, second] = [await thereAndBack(format, cards), await thereAndBack(format, cards)];
        expect(second.cards.map(({ id }) => id)).toEqual(first.cards.map(({ id }) => id));
        expect(new Set(first.cards.map(({ id }) => id)).size).toBe(first.cards.length);
      }),
      { numRuns: 20 },
    );
  });

  test('every card of every kind makes a deck that can be read', async () => {
    await fc.assert(
      fc.asyncProperty(anyCards('sqs', { text: line, kinds: everyKind }), async (cards) => {
        const back = await thereAndBack(format, cards);
        fc.pre(back.cards.length > 0);
        const text_ = deckText({ deck: 'sqs', title: 'SQS', cards: back.cards }, 'x.json');
        const read = parseDeck(text_, 'sqs.yaml');
        expect('problems' in read ? read.problems : read.parsed.deck.cards).toEqual(back.cards);
        expect(formatYaml(text_)).toBe(text_);
      }),
      { numRuns: 60 },
    );
  });
});
