import fc from 'fast-check';
import { type Card, cardSchema } from '../../src/domain/cards/schema.ts';

/** Signs that have a meaning in one of the formats that cards travel in. */
const signs = [
  '"',
  "'",
  ',',
  ';',
  '#',
  ':',
  '=',
  '~',
  '{',
  '}',
  '\\',
  '<',
  '>',
  '&',
  '*',
  '_',
  '`',
  '|',
  '-',
  '->',
  '::',
  '%',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...signs, 'é', '東京', '🙂', 'Ω') },
);

/** A line of words, some of them signs. */
export const line = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' ').trim())
  .filter((text) => text !== '' && !/\{\{c\d/.test(text));

/** Lines without signs that Markdown or a format would take for its own. */
export const plainLine = fc
  .array(fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/);

export interface CardOptions {
  /** What texts are made of. */
  readonly text: fc.Arbitrary<string>;
  readonly kinds: readonly Card['kind'][];
}

const distinct = (text: fc.Arbitrary<string>, minLength: number) =>
  fc.uniqueArray(text, { minLength, maxLength: 4, selector: (one) => one.toLowerCase() });

function contentOf(kind: Card['kind'], text: fc.Arbitrary<string>): fc.Arbitrary<object> {
  switch (kind) {
    case 'cloze':
      return fc.tuple(plainLine, distinct(plainLine, 1), plainLine).map(([before, blanks, after]) => ({
        text: [before, ...blanks.map((blank, index) => `{{c${index + 1}::${blank}}}`), after].join(' '),
      }));
    case 'choice':
      return fc.tuple(text, distinct(text, 2), fc.nat(), fc.boolean()).map(([stem, texts, key, explain]) => ({
        stem,
        choose: 1,
        options: texts.map((one, index) => ({
          text: one,
          ...(index === key % texts.length ? { correct: true } : {}),
          ...(explain ? { why: `${one} why` } : {}),
        })),
      }));
    case 'text':
      return fc.oneof(
        fc.record({ front: text, accept: distinct(text, 1) }),
        fc.record({
          front: text,
          number: fc.record({
            value: fc.integer({ min: -9999, max: 9999 }),
            unit: fc.constantFrom('KB', 'hours'),
          }),
        }),
      );
    case 'order':
      return fc.record({ front: text, steps: distinct(text, 2) });
    case 'match':
      return fc.tuple(text, distinct(text, 3), distinct(text, 3)).map(([front, lefts, rights]) => ({
        front,
        pairs: lefts
          .slice(0, Math.min(lefts.length, rights.length))
          .map((left, index) => ({ left, right: rights[index] })),
      }));
    default:
      return fc.oneof(
        fc.record({ front: text, back: text }),
        fc.record({ front: text, back: text, reverse: fc.constant(true) }),
      );
  }
}

/** Cards of a deck, each with an id of its own; the schema has seen them. */
export function anyCards(deck: string, { text, kinds }: CardOptions): fc.Arbitrary<Card[]> {
  const one = fc.constantFrom(...kinds).chain((kind) =>
    fc
      .tuple(
        contentOf(kind, text),
        slug,
        fc.record(
          {
            why: text,
            tags: fc.uniqueArray(slug, { minLength: 1, maxLength: 3 }),
            sources: fc.constant(['https://docs.aws.amazon.com/a.html']),
            asOf: fc.constant('2026-11-20'),
            examNote: text,
          },
          { requiredKeys: [] },
        ),
      )
      .map(([content, topic, extra]) => ({ kind, topic, ...content, ...extra })),
  );
  return fc
    .array(one, { minLength: 1, maxLength: 6 })
    .map((cards) =>
      cards.map((card, index) => cardSchema.parse({ id: `${deck}-fact-${index + 1}`, ...card })),
    );
}

export const everyKind: readonly Card['kind'][] = ['basic', 'cloze', 'choice', 'text', 'order', 'match'];
