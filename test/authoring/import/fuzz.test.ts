import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../../src/authoring/export/index.ts';
import {
  detectFormat,
  type ImportFormat,
  importFormats,
} from '../../../src/authoring/import/detect-format.ts';
import { htmlToMarkdown } from '../../../src/authoring/import/html-to-markdown.ts';
import { readFile } from '../../../src/authoring/import/index.ts';
import { settleCards } from '../../../src/authoring/import/settle-cards.ts';
import { cardSchema } from '../../../src/domain/cards/schema.ts';
import { UserError } from '../../../src/errors.ts';
import {
  aFile,
  archive,
  collection11,
  collection18,
  openSqlite,
  textBytes,
  zstdStored,
} from '../../support/anki-file.ts';
import { aCard } from '../../support/deck-file.ts';

/** Reads a file as the command does: cards that the schema takes, or the words of a UserError. Anything else is a bug. */
function survives(bytes: Uint8Array, format: ImportFormat): 'read' | 'refused' {
  try {
    const settled = settleCards(readFile(bytes, format, openSqlite), { fileName: 'file', accept: false });
    for (const deck of settled.decks) for (const card of deck.cards) cardSchema.parse(card);
    return 'read';
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw error;
  }
}

const cards = [
  aCard('sqs', 'basic'),
  aCard('sqs', 'cloze', { why: 'Because: "quoted", {braced} ~ and = all.' }),
  aCard('sqs', 'choice'),
  aCard('sqs', 'text'),
  aCard('sqs', 'number'),
  aCard('sqs', 'match'),
].map((card) => cardSchema.parse(card));

async function validFile(format: ImportFormat): Promise<Uint8Array> {
  const exporter = exporters.find(({ name }) => name === format);
  const batch = { decks: [{ deck: 'sqs', title: 'SQS', summary: '', cards }], questions: [], nowMs: 0 };
  const { content } = (await exporter?.write(batch, async () => openSqlite)) ?? { content: '' };
  return typeof content === 'string' ? textBytes(content) : content;
}

/** Bytes turned, cut out, doubled or put in somewhere. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.constantFrom('turn', 'cut', 'double', 'insert', 'end' as const),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
});

function mutated(
  bytes: Uint8Array,
  changes: readonly (typeof mutation extends fc.Arbitrary<infer M> ? M : never)[],
) {
  return changes.reduce((before, { at, what, length, bytes: put }) => {
    const place = Math.floor(at * before.length);
    const [head, rest] = [before.subarray(0, place), before.subarray(place)];
    const pieces = {
      turn: [head, put, rest.subarray(put.length)],
      cut: [head, rest.subarray(length)],
      double: [head, rest.subarray(0, length), rest],
      insert: [head, put, rest],
      end: [head],
    }[what];
    return new Uint8Array(Buffer.concat(pieces));
  }, bytes);
}

const seconds = (since: number) => (performance.now() - since) / 1000;

describe.each(importFormats.map((format) => ({ format })))('$format', ({ format }) => {
  test('any bytes are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void survives(bytes, format)),
      { numRuns: 300 },
    );
  });

  test('any text is read or refused', () => {
    const signs = fc.constantFrom(
      ...'{}=~#:"\n\t,;\\%->[]()QAC<>&$/ ab1|',
      '{{c1::',
      '}}',
      '####',
      '::',
      '<script>',
      '<!--',
      '&lt;',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(signs, { maxLength: 120 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (some) => void survives(textBytes(some), format)),
      { numRuns: 500 },
    );
  });

  test('a file that was tampered with is read or refused', async () => {
    const valid = await validFile(format);
    expect(survives(valid, format)).toBe('read');
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = mutated(valid, changes);
        detectFormat(bytes);
        survives(bytes, format);
      }),
      { numRuns: 150 },
    );
  });
});

test.each([
  [
    'a collection of schema 11',
    (changed: Uint8Array) => archive({ 'collection.anki2': changed }),
    collection11(aFile),
  ],
  [
    'a collection of schema 18',
    (changed: Uint8Array) => archive({ 'collection.anki21b': zstdStored(changed) }),
    collection18(aFile),
  ],
  [
    'a frame of zstd',
    (changed: Uint8Array) => archive({ 'collection.anki21b': changed }),
    zstdStored(collection18(aFile)),
  ],
])('%s that was tampered with inside of a sound archive is read or refused', (_, wrap, inside) => {
  expect(survives(wrap(inside), 'apkg')).toBe('read');
  fc.assert(
    fc.property(
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (changes) => void survives(wrap(mutated(inside, changes)), 'apkg'),
    ),
    { numRuns: 120 },
  );
});

/** Texts that would keep a careless reader busy for ever. */
const tedious: readonly [string, string][] = [
  ['open tags', '<a "'.repeat(9_000)],
  ['open marks', '<b>'.repeat(9_000)],
  ['open comments', '<!--'.repeat(9_000)],
  ['scripts', '<script>x</script>'.repeat(2_000)],
  ['unclosed scripts', '<script>'.repeat(4_500)],
  ['lists in lists', '<ul><li>'.repeat(4_500)],
  ['stars', '*'.repeat(38_000)],
  ['spaces', `a${' '.repeat(38_000)}b`],
  ['backslashes', '\\'.repeat(38_000)],
  ['blanks', '{{c1::'.repeat(6_000)],
  ['entities', '&amp'.repeat(9_000)],
  ['backticks', '`<code>'.repeat(5_000)],
];

test.each(tedious)('%s take no longer than their length', (_, text) => {
  const start = performance.now();
  htmlToMarkdown(text);
  for (const format of importFormats) if (format !== 'apkg') survives(textBytes(text), format);
  expect(seconds(start)).toBeLessThan(3);
});

test('HTML of any shape becomes text without tags that could act', () => {
  const piece = fc.constantFrom(
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
    '<a href="https://x.org">',
    '</a>',
    '<script>',
    '</script>',
    '<img src=x onerror=y>',
    '<br>',
    '<td>',
    '<tr>',
    '</tr>',
    'word',
    ' ',
    '&lt;script&gt;',
    '<',
    '>',
    '"',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { markdown } = htmlToMarkdown(pieces.join(''));
      // What looks like a tag is escaped, or stands in code.
      const outside = markdown.replace(/(`+)[\s\S]*?\1/g, '');
      expect(outside).not.toMatch(/(?<!\\)<[a-z/]/i);
    }),
    { numRuns: 500 },
  );
});
