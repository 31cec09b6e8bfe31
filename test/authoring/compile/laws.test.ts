import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOf, compileNotes } from '../../../src/authoring/compile/compile-notes.ts';
import { deckText } from '../../../src/authoring/compile/draft-text.ts';
import type { Draft } from '../../../src/authoring/compile/drafts/draft.ts';
import { wordsIn } from '../../../src/authoring/compile/inline.ts';
import { readNotes } from '../../../src/authoring/compile/read-notes.ts';
import { parseDeck } from '../../../src/content/parse-deck.ts';
import { deckSchema } from '../../../src/domain/cards/schema.ts';
import { draftsOf, fixture, fixtures } from './notes.ts';

/** Pieces that notes are made of, so that chance meets structure often. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '# S3\n',
      '## 3.1 Amazon SQS\n',
      '#### \n',
      '**IAM Roles**\n',
      'Storage Types\n\n',
      '===\n',
      '-----------\n',
      '---\n',
    ],
    ...[
      '- ',
      '* ',
      '  - ',
      '\t- ',
      '    1. ',
      '0. ',
      'a. ',
      '> ',
      '```bash\n',
      '```\n',
      '~~~\n',
      '| a | b |\n|---|---|\n',
      '| x | `y|z` |\n',
    ],
    ...[
      'A queue keeps messages for 14 days.\n',
      '**Term**: a meaning of it\n',
      '`aws sns list-topics` show the topics\n',
      'It is **stateful**.\n',
    ],
    ...[
      'To see it, run `eb open`.\n',
      'If a is b, then c is d.\n',
      'X because Y is so.\n',
      'TODO ???\n',
      '[a](https://docs.aws.amazon.com/x)\n',
    ],
    ...[
      '{{c1::x}} ',
      '{{TOC}}\n',
      '<!--',
      '-->',
      '![a](b)',
      '"Effect": "Allow", ',
      '{"Statement": [{"Effect": "Deny", "Action": "*"}]}\n',
    ],
    ...[
      '$0.023 per GB',
      '10.0.0.0/16',
      'a -> b -> c\n',
      '210987654321',
      '\u00E2\u20AC\u2122',
      '\u200B',
      '\uFEFF',
      '\r\n',
      '\n\n',
      '::',
      '*',
      '_',
      '`',
      '\\|',
    ],
    'Choose the thing\n',
    'Create the thing\n',
    ...[
      'Q: what is it?\n',
      'A: a queue\n',
      'A:\n',
      '?\n',
      'T/F: A queue holds messages. True\n',
      'Answer: B\n',
    ],
    ...[
      'A. one\n',
      'B. two\n',
      'C. three\n',
      '- [x] one\n',
      '- [ ] two\n',
      '> [!question] Why?\n',
      '> [!note]\n',
    ],
    ...[
      '==x==',
      '[[a|b]]',
      '![[',
      '%% x %%\n',
      '#aws/sqs ',
      '<aside>\n',
      'RPO = data\n',
      'name :: value\n',
      'NAT ..... out\n',
    ],
    ...[
      'need files \u2192 EFS\n',
      'STORAGE\n\n',
      '\u2705',
      '\u2022 ',
      'a) ',
      '1. S3\n-----\n',
      '[00:01:02] ',
      '!!',
      'x  y  z\n',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.lorem({ maxCount: 6 }),
);

const word = fc.oneof(
  fc.constantFrom(
    'queue',
    'message',
    '**copy**',
    '`code`',
    'stateful',
    '14 days',
    '5',
    '$0.02',
    'AZ',
    'Lambda',
    'is',
    'holds',
    '_x_',
    'S3',
    '1.2.3.4',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(' '));

/** Lines as notes have them, with chance in their words. */
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('- ', '* ', '  - ', '\t* ', '1. ', '2. ', '', '> '), words)
    .map(([mark, text]) => `${mark}A queue holds ${text} and **ten** more.`),
  fc.tuple(words, words).map(([term, meaning]) => `- **${term}**: a thing of ${meaning}`),
  fc.tuple(words, words).map(([a, b]) => `| a | b |\n|---|---|\n| ${a} | ${b} |\n| x | ${a} |\n| y | z |`),
  words.map((text) => `- If ${text} is empty, then the call waits for ${text}.`),
  words.map((text) => `- Kinds:\n  - ${text}\n  - other\n  - third`),
  words.map((text) => `1. Create ${text}\n2. Add ${text} to it\n3. Delete it`),
  words.map((text) => `\`\`\`bash\n# list ${text}\naws s3 ls ${text}\n\`\`\``),
  words.map((text) => `## How to build a queue\n\n1. Create ${text}\n2. Add ${text} to it\n3. Delete it`),
  fc.tuple(words, words).map(([question, answer]) => `Q: what is ${question}?\nA: ${answer}`),
  fc.tuple(words, words).map(([a, b]) => `Which one?\nA. ${a}\nB. ${b}\nC. third\nAnswer: B`),
  fc.tuple(words, words).map(([a, b]) => `${a} = ${b}\n${b} -> ${a}\nname :: ${a}`),
  fc.tuple(words, words).map(([a, b]) => `- A ==${a}== holds ==${b}== in [[${a}|a place]]`),
  fc
    .tuple(words, words)
    .map(([a, b]) => `- **Term**\n\n  ${a} is ${b}.\n- Modes: ${a}, ${b}, third\n- Limit\n  - max ${a}`),
  fc.constantFrom('', '', '# Lambda', '## IAM', '**VPC**', '----', 'Storage Types'),
  piece,
);

const anyNotes = fc.oneof(
  { weight: 6, arbitrary: fc.array(line, { maxLength: 20 }).map((lines) => `# SQS\n\n${lines.join('\n')}`) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
);

const answersOf = (draft: Draft): string[] => {
  const { body } = draft;
  switch (body.kind) {
    case 'basic':
      // A policy's answer is read off the policy, in words of our own: its code is what must be there.
      return draft.structure === 'policy'
        ? [body.front.split('```')[1]?.replace(/^json/, '') ?? '']
        : [body.back];
    case 'cloze':
      return [...body.text.matchAll(/\{\{c\d+::((?:(?!\}\}|::)[\s\S])+)/g)].map((match) => match[1] ?? '');
    case 'choice':
      return body.options.map(({ text }) => text);
    case 'text':
      return [String(body.number?.value ?? '')];
    case 'order':
      return [...body.steps];
    case 'match':
      return body.pairs.flatMap(({ left, right }) => [left, right]);
    default:
      return [];
  }
};

/** Words of the lines that a draft says it is from, repaired and freed of personal data as the compiler reads them. */
function placeHolds(text: string, draft: Draft): boolean {
  const lines = readNotes(text).slice(draft.place.line - 1, draft.place.endLine);
  const there = lines.map((line) => line.text).join(' ');
  // A mark or a link may stand within a word: `pre[fix](url)` reads as one.
  const bare = there.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/[*_`]/g, '');
  const words = new Set([...wordsIn(there), ...wordsIn(there.replace(/[*_`]/g, '')), ...wordsIn(bare)]);
  const digits = there.replace(/,/g, '');
  const holds = (word: string) => words.has(word) || digits.toLowerCase().includes(word);
  return answersOf(draft).every((answer) => wordsIn(answer).every(holds));
}

describe('any text', () => {
  test('gives drafts often enough for the laws below to mean something', () => {
    const kinds = new Set<string>();
    let some = 0;
    for (const text of fc.sample(anyNotes, { numRuns: 300, seed: 1 })) {
      const drafts = draftsOf(compileNotes([{ name: 'notes.md', text }]));
      if (drafts.length > 0) some += 1;
      for (const { body } of drafts) kinds.add(body.kind);
    }
    expect(some).toBeGreaterThan(120);
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['basic', 'choice', 'cloze', 'match', 'order']));
  });

  test('compiles to decks that fit the schema and are read back, or to none', () => {
    fc.assert(
      fc.property(anyNotes, (text) => {
        const compiled = compileNotes([{ name: 'notes.md', text }]);
        for (const deck of compiled.decks) {
          const cards = deck.drafts.map(cardOf);
          deckSchema.parse({ deck: deck.deck, title: deck.title, summary: deck.summary, cards });
          const read = parseDeck(deckText(deck, false), `${deck.deck}.yaml`);
          if ('problems' in read) throw new Error(JSON.stringify(read.problems));
          expect(read.parsed.deck.cards).toEqual(cards);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('the words of every answer stand at the place it names', () => {
    fc.assert(
      fc.property(anyNotes, (text) => {
        for (const draft of draftsOf(compileNotes([{ name: 'notes.md', text }]))) {
          expect({ draft, holds: placeHolds(text, draft) }).toMatchObject({ holds: true });
        }
      }),
      { numRuns: 600, examples: [['"Effect": "Allow", ¹ 〡[a](https://docs.aws.amazon.com/x)\n0']] },
    );
  });

  test('every line has a fate or is part of one, and places are within the file', () => {
    fc.assert(
      fc.property(anyNotes, (text) => {
        const compiled = compileNotes([{ name: 'notes.md', text }]);
        const last = text.split(/\r\n|\n|\r/).length;
        const places = [
          ...draftsOf(compiled).map(({ place }) => place),
          ...[...compiled.ignored, ...compiled.passed, ...compiled.todos].map(({ place }) => place),
        ];
        for (const { line, endLine } of places) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(line);
          expect(endLine).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('ids are unique, begin with their deck, and are the same each time', () => {
    fc.assert(
      fc.property(anyNotes, (text) => {
        const drafts = draftsOf(compileNotes([{ name: 'notes.md', text }]));
        expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
        expect(drafts.every(({ id, deck }) => id.startsWith(`${deck}-`))).toBe(true);
        expect(draftsOf(compileNotes([{ name: 'notes.md', text }]))).toEqual(drafts);
      }),
      { numRuns: 200 },
    );
  });

  test('no address, key or account of anybody is left in a card', () => {
    const secret = fc.constantFrom(
      'jo@corp.io',
      'AKIAQWERTYUIOPASDFGH',
      '210987654321',
      'vpc-0a1b2c3d4e5f60718',
      '52.94.236.248',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, secret), { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        const cards = JSON.stringify(draftsOf(compileNotes([{ name: 'n.md', text }])).map(cardOf));
        expect(cards).not.toMatch(
          /jo@corp\.io|AKIAQWERTY|(?<![\w.-])210987654321(?![\w-])|0a1b2c3d4e5f60718|(?<![\w.])52\.94\.236\.248(?![\w.])/,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('notes of the project', () => {
  const files = fixtures.map(fixture);

  test.each(fixtures)('places of %s hold the words of their answers', (name) => {
    const { text } = fixture(name);
    const drafts = draftsOf(compileNotes([fixture(name)]));
    expect(drafts.filter((draft) => !placeHolds(text, draft))).toEqual([]);
  });

  test('the order in which files are given does not matter', () => {
    const straight = compileNotes(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(compileNotes(shuffled)).toEqual(straight);
      }),
      { numRuns: 10 },
    );
  });

  test.each(fixtures)('ids of %s stay when a section is added before or behind', (name) => {
    const { text } = fixture(name);
    const ids = (source: string) => draftsOf(compileNotes([{ name, text: source }])).map(({ id }) => id);
    const before = ids(text);
    const bare = text.replace(/^\uFEFF/, '');
    expect(ids(`# Amazon SES\n\n- A sender is verified **once**\n\n${bare}`)).toEqual(
      expect.arrayContaining(before),
    );
    expect(ids(`${bare}\n\n# Amazon SES\n\n- A sender is verified **once**\n`)).toEqual(
      expect.arrayContaining(before),
    );
  });

  test('an edit of one line changes the ids of that line alone', () => {
    const { text } = fixture('lab-diary.md');
    const ids = (source: string) =>
      new Set(draftsOf(compileNotes([{ name: 'n.md', text: source }])).map(({ id }) => id));
    const [before, after] = [ids(text), ids(text.replace('**20 seconds**', '**19 seconds**'))];
    expect([...before].filter((id) => !after.has(id))).toHaveLength(1);
    expect([...after].filter((id) => !before.has(id))).toHaveLength(1);
  });
});

/** A machine under load is slower, so the guard is wide: it is there for what grows with the square. */
const mostMs = 10_000;

describe('a megabyte compiles in time', () => {
  const times = (line: string) => line.repeat(Math.ceil(1_000_000 / line.length));

  test.each([
    ['notes', times(fixtures.map((name) => fixture(name).text).join('\n'))],
    [
      'definitions',
      Array.from({ length: 25_000 }, (_, index) => `- **Term ${index}**: its value is ${index} GB`).join(
        '\n',
      ),
    ],
    ['fences that are never closed', times('```a\n')],
    ['one long line', 'a '.repeat(500_000)],
    ['brackets', times(`${'['.repeat(3_000)}\n`)],
    ['stars', times(`${'*a '.repeat(1_000)}\n`)],
    ['bars', times('| a | b | c\n')],
    [
      'a deep list',
      Array.from({ length: 1_300 }, (_, index) => `${' '.repeat(index)}- item ${index} is a thing`).join(
        '\n',
      ),
    ],
    [
      'one table of all different rows',
      `| name | size | use |\n|---|---|---|\n${Array.from({ length: 20_000 }, (_, index) => `| thing ${index} | ${index} GB | for part${index} and more |`).join('\n')}`,
    ],
    [
      'one list of all different items',
      `- Kinds of queues:\n${Array.from({ length: 25_000 }, (_, index) => `    - kind${index} for part${index * 7}`).join('\n')}`,
    ],
    ['quotes', times(`${'> '.repeat(1_900)}\n`)],
    ['limits', times(`${'S3 maximum limit 5 TB queue Lambda 256 KB '.repeat(90)}.\n`)],
    ['empty lines', '\n'.repeat(1_000_000)],
  ])(
    '%s',
    (_, text) => {
      const started = performance.now();
      compileNotes([{ name: 'notes.md', text }]);
      expect(performance.now() - started).toBeLessThan(mostMs);
    },
    3 * mostMs,
  );
});
