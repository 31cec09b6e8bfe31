import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../src/authoring/format/json-schemas.ts';
import { lintDecks } from '../src/authoring/lint/lint-decks.ts';
import { DeckWorkshop } from '../src/content/deck-workshop.ts';
import type { Card } from '../src/domain/cards/index.ts';
import type { DeckFile } from '../src/ports.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'decks');
const files = new DeckWorkshop({ project: root, own: join(root, 'no-such-folder') }).decks([folder]);

type Sound = Extract<DeckFile, { deck: unknown }>;
const sound = files.filter((file): file is Sound => 'deck' in file);
const six = sound.filter(({ deck }) => ['iam', 'ec2', 's3', 'dynamodb', 'lambda', 'sqs'].includes(deck.deck));
const cardsOf = (list: readonly Sound[]): Card[] => list.flatMap(({ deck }) => deck.cards);

/** What a card tests: exactly one of these is among its tags. */
const aims = ['decision', 'difference', 'consequence', 'limit', 'definition', 'procedure'];

test('every file of decks/ is a deck that lints without a problem', () => {
  expect(sound).toHaveLength(readdirSync(folder).length);
  // The day the shipped facts were checked last: a check that ages is what lint is for, not what breaks a build.
  const today = cardsOf(sound).reduce((latest, { asOf = '' }) => (asOf > latest ? asOf : latest), '');
  const problems = lintDecks(files, today).filter(({ file }) => basename(join(file, '..')) === 'decks');
  expect(problems.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`)).toEqual([]);
});

describe('the six decks of the start', () => {
  test('are all there, with at least 420 cards, and every kind in use', () => {
    expect(six).toHaveLength(6);
    expect(cardsOf(six).length).toBeGreaterThanOrEqual(420);
    const used = new Set(cardsOf(six).map(({ kind }) => kind));
    expect([...used].sort()).toEqual(
      expect.arrayContaining(['basic', 'choice', 'cloze', 'match', 'order', 'text']),
    );
  });

  test('two fifths of them test a decision, a difference or a consequence', () => {
    const cards = cardsOf(six);
    const hard = cards.filter(({ tags = [] }) => tags.some((tag) => aims.slice(0, 3).includes(tag)));
    expect(hard.length / cards.length).toBeGreaterThanOrEqual(0.4);
  });
});

describe.each(sound.map((file) => [file.deck.deck, file.deck.cards] as const))('%s', (_, cards) => {
  const without = (holds: (card: Card) => boolean) =>
    cards.filter((card) => !holds(card)).map(({ id }) => id);

  test('every card has exactly one aim among its tags', () => {
    expect(without(({ tags = [] }) => tags.filter((tag) => aims.includes(tag)).length === 1)).toEqual([]);
  });

  test('every card has a source of AWS and the day of its check', () => {
    const source =
      /^https:\/\/(?:[a-z0-9.-]+\.)?(?:aws\.amazon\.com|aws\.dev|repost\.aws|kiro\.dev)\/|^https:\/\/github\.com\/aws/;
    expect(
      without(({ sources = [] }) => sources.length > 0 && sources.every((one) => source.test(one))),
    ).toEqual([]);
    expect(without(({ asOf = '' }) => /^20\d\d-\d\d-\d\d$/.test(asOf))).toEqual([]);
  });

  test('every card says why: in the card, or option by option', () => {
    expect(
      without((card) =>
        card.kind === 'choice' ? card.options.every(({ why }) => why !== undefined) : card.why !== undefined,
      ),
    ).toEqual([]);
  });

  test('no card is a draft, and the answer is short enough to recall', () => {
    expect(without(({ status }) => status === undefined)).toEqual([]);
    expect(without((card) => card.kind !== 'basic' || card.back.length <= 300)).toEqual([]);
  });
});

test('the JSON Schema for editors is what the code says', () => {
  const stored = readFileSync(join(root, 'schemas/deck.schema.json'), 'utf8');
  expect(stored).toBe(jsonSchema('deck'));
});

test('the compiled decks are those of the files', () => {
  const { decks } = JSON.parse(readFileSync(join(root, 'dist/decks.json'), 'utf8')) as {
    decks: { file: string; index: { deck: string; id: string[] } }[];
  };
  expect(decks.map(({ index }) => index.deck).sort()).toEqual(sound.map(({ deck }) => deck.deck).sort());
  for (const { deck } of sound) {
    const compiled = decks.find(({ index }) => index.deck === deck.deck)?.index.id ?? [];
    expect([...new Set(compiled)]).toEqual(deck.cards.map(({ id }) => id));
  }
});
