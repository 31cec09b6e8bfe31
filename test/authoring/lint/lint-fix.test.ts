import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameValue } from '../../../src/authoring/format/format-deck.ts';
import { lintCards } from '../../../src/authoring/lint/cards/index.ts';
import { fixDeck } from '../../../src/authoring/lint/fix-deck.ts';
import { lintDecks } from '../../../src/authoring/lint/lint-decks.ts';
import { lintRules, ofRules } from '../../../src/authoring/lint/rule-list.ts';
import { sarifLog } from '../../../src/authoring/lint/sarif.ts';
import { parseDeck } from '../../../src/content/parse-deck.ts';
import { deckSchema } from '../../../src/domain/cards/schema.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { DeckFile } from '../../../src/ports.ts';
import { aCard, aDeck } from '../../support/deck-file.ts';

const today = '2026-11-20';

function fileOf(text: string): DeckFile {
  const file = 'sqs.yaml';
  const read = parseDeck(text, file);
  if ('problems' in read) return { file, text, problems: read.problems };
  const { deck, yaml } = read.parsed;
  const fields = (at: number) => Object.keys((yaml.value as { cards: object[] }).cards[at] ?? {});
  return { file, text, shipped: false, deck, fields, place: (path) => yaml.place(path) };
}

const lint = (text: string) =>
  lintDecks([fileOf(text)], today).map(
    ({ rule, line, column, message }) => `${line}:${column} ${rule}: ${message}`,
  );

const head = 'deck: sqs\ntitle: Queues\ncards:\n';
const card = (fields: string) => `${head}  - id: sqs-one\n    kind: basic\n    topic: basics\n${fields}`;
const sides = '    front: One?\n    back: Two\n';

describe('rules of the file: a good and a bad fixture each', () => {
  test.each<[string, string, string[]]>([
    ['in order', card(sides), []],
    ['out of order', card('    back: Two\n    front: One?\n'), ['7:5 key-order: "back" is out of its place']],
    [
      'id not first',
      `${head}  - kind: basic\n    id: sqs-one\n    topic: basics\n${sides}`,
      ['4:5 key-order: "kind" is out of its place'],
    ],
    [
      'a default that is not written',
      `${head}  - id: sqs-one\n    kind: choice\n    topic: basics\n    stem: One?\n    options: [{text: a, correct: true}, {text: b}, {text: c}]\n`,
      [],
    ],
    [
      'space at line ends',
      card('    front: One?  \n    back: Two\n\t\n'),
      [
        '7:16 trailing-space: there is space at the end of the line',
        '9:1 trailing-space: there is space at the end of the line',
      ],
    ],
    [
      'space that breaks a line of Markdown',
      card('    front: One?\n    back: |\n      Two  \n      three\n'),
      [],
    ],
    [
      'a title to be written',
      `deck: sqs\ntitle: "TODO: a title"\ncards:\n  - id: sqs-one\n    kind: basic\n    topic: basics\n${sides}`,
      ['2:1 todo: title is still to be written'],
    ],
  ])('%s', (_, text, problems) => {
    expect(lint(text)).toEqual(problems);
  });
});

const choices = (count: number, keyLonger: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...aCard('deck', 'choice', {
      id: `deck-${index}`,
      stem: `Question number ${index} of ${count} about ${'abcdefghijklmnopqrstuvwxyz'[index % 26]}?`,
    }),
    options: [
      { text: index < keyLonger ? 'a much longer right answer' : 'right', correct: true, why: 'y' },
      { text: 'distractor', why: 'n' },
      { text: 'another one', why: 'n' },
    ],
  }));

const inCards = (cards: readonly object[], rule: string, shipped = false) =>
  lintCards(deckSchema.parse(aDeck('deck', cards)), { today, shipped })
    .filter((finding) => finding.rule === rule)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('rules of cards: a good and a bad fixture each', () => {
  test('longest-key', () => {
    expect(inCards(choices(20, 8), 'longest-key')).toEqual([]);
    expect(inCards(choices(19, 19), 'longest-key')).toEqual([]);
    expect(inCards(choices(20, 9), 'longest-key')).toEqual([
      'cards: the longest option is the key in 45% of 20 choices; four options alike give 25%',
    ]);
  });

  test('closed-service-key', () => {
    const asks = (text: string, correct: boolean) => [
      aCard('deck', 'choice', {
        options: [
          { text, ...(correct ? { correct } : {}), why: 'x' },
          { text: 'Git', ...(correct ? {} : { correct: true }), why: 'x' },
          { text: 'c', why: 'x' },
        ],
      }),
    ];
    expect(inCards(asks('Amazon QLDB', false), 'closed-service-key')).toEqual([]);
    expect(inCards(asks('Amazon QLDB', true), 'closed-service-key')[0]).toMatch(
      /^cards\.0\.options\.0\.text: the right answer uses .*QLDB/,
    );
    expect(inCards([aCard('deck', 'text', { accept: ['Amazon QLDB'] })], 'closed-service-key')).toHaveLength(
      1,
    );
  });

  test('duplicate-tag', () => {
    expect(inCards([aCard('deck', 'basic', { tags: ['limit', 'cost'] })], 'duplicate-tag')).toEqual([]);
    expect(inCards([aCard('deck', 'basic', { tags: ['limit', 'cost', 'limit'] })], 'duplicate-tag')).toEqual([
      'cards.0.tags.2: "limit" stands here twice',
    ]);
  });

  test('todo', () => {
    expect(inCards([aCard('deck', 'basic', { why: 'A todo list is no reason.' })], 'todo')).toEqual([]);
    expect(
      inCards(
        [aCard('deck', 'basic', { why: 'TODO: say why', sources: ['https://docs.aws.amazon.com/TODO'] })],
        'todo',
      ),
    ).toEqual([
      'cards.0.why: why is still to be written',
      'cards.0.sources.0: the source is still to be named',
    ]);
  });

  test('shipped-draft', () => {
    const draft = [aCard('deck', 'basic', { status: 'draft' })];
    expect(inCards(draft, 'shipped-draft', false)).toEqual([]);
    expect(inCards(draft, 'shipped-draft', true)).toEqual(['cards.0.status: the card is a draft']);
  });
});

describe('--fix', () => {
  const broken = [
    '# mine',
    'title: Queues   ',
    'deck: sqs',
    'cards:',
    '  - kind: basic # kept',
    '    id: sqs-one',
    '    topic: basics',
    '    front: "One\\u200e?"',
    '    back: Two',
    '    # and this',
    '    tags: [limit, cost, limit]',
    '    sources:',
    '      - http://docs.aws.amazon.com/sqs.html',
    '      - http://example.org/blog',
    '',
  ].join('\n');

  test('mends what is certain, keeps comments, and says what it did', () => {
    const fixed = fixDeck(broken);
    expect(fixed?.fixes).toEqual({
      'trailing-space': 1,
      'card-source': 1,
      'duplicate-tag': 1,
      'control-characters': 1,
      'key-order': 1,
    });
    expect(fixed?.text).toBe(
      [
        '# mine',
        'deck: sqs',
        'title: Queues',
        'cards:',
        '  - id: sqs-one',
        '    kind: basic # kept',
        '    topic: basics',
        '    front: "One?"',
        '    back: Two',
        '    # and this',
        '    tags: [limit, cost]',
        '    sources:',
        '      - https://docs.aws.amazon.com/sqs.html',
        '      - http://example.org/blog',
        '',
      ].join('\n'),
    );
  });

  test('of one rule leaves the rest alone', () => {
    const fixed = fixDeck(broken, new Set(['duplicate-tag']));
    expect(fixed?.fixes).toEqual({ 'duplicate-tag': 1 });
    expect(fixed?.text).toContain('http://docs.aws.amazon.com');
  });

  test('space alone is taken away without touching anything else', () => {
    const text = card("    front:   'One?'  \n    back: Two\n");
    expect(fixDeck(text)?.text).toBe(text.replace('  \n', '\n'));
  });

  test.each([
    ['nothing to mend', card(sides)],
    ['no YAML', 'deck: [a'],
    ['no deck', 'code: DVA-C02\n'],
    ['a trailing space that is Markdown', card('    front: One?\n    back: |\n      Two  \n      three\n')],
  ])('%s: nothing is done', (_, text) => {
    expect(fixDeck(text)).toBeUndefined();
  });

  test('law: what was mended once needs no mending, and means the same but for what was mended', () => {
    const field = fc.constantFrom(
      'front: One?',
      'back: "Two"',
      "why: 'three' ",
      'asOf: 2026-11-20',
      'tags: [a, b]',
      'topic: basics',
      'kind: basic',
    );
    fc.assert(
      fc.property(fc.uniqueArray(field, { minLength: 1 }), (fields) => {
        const text = `deck: sqs\ncards:\n  - id: sqs-one\n${fields.map((one) => `    ${one}\n`).join('')}`;
        const fixed = fixDeck(text);
        if (fixed === undefined) return;
        expect(sameValue(fixed.text, text)).toBe(true);
        expect(fixDeck(fixed.text)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

const problem: Problem = {
  rule: 'card-source',
  severity: 'error',
  file: 'decks/my deck.yaml',
  line: 3,
  column: 5,
  id: 'sqs-one',
  message: 'the card names no source',
  hint: 'Add the AWS page that says it.',
};

describe('SARIF', () => {
  const log = sarifLog([
    problem,
    { ...problem, rule: 'unheard-of', file: '/home/me/x.yaml', severity: 'warning' },
  ]) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string; shortDescription: { text: string } }[] } };
      results: Record<string, unknown>[];
    }[];
  };

  test('has what version 2.1.0 asks for', () => {
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const [run] = log.runs;
    const ids = run?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { shortDescription } of run?.tool.driver.rules ?? [])
      expect(shortDescription.text).not.toBe('');
    for (const result of run?.results ?? []) {
      expect(ids[result.ruleIndex as number]).toBe(result.ruleId);
      expect(['error', 'warning', 'note', 'none']).toContain(result.level);
    }
  });

  test('names file, place, words and card', () => {
    expect(log.runs[0]?.results).toMatchObject([
      {
        ruleId: 'card-source',
        level: 'error',
        message: { text: 'the card names no source. Add the AWS page that says it.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'decks/my%20deck.yaml' },
              region: { startLine: 3, startColumn: 5 },
            },
            logicalLocations: [{ name: 'sqs-one' }],
          },
        ],
      },
      {
        ruleId: 'unheard-of',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///home/me/x.yaml' } } }],
      },
    ]);
  });
});

describe('--rule', () => {
  test('keeps the named ones', () => {
    expect(ofRules([problem], undefined)).toEqual([problem]);
    expect(ofRules([problem], ['card-source', 'todo'])).toEqual([problem]);
    expect(ofRules([problem], ['todo'])).toEqual([]);
  });

  test('knows each by one name, and suggests the nearest', () => {
    const names = lintRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(() => ofRules([], ['card-sourse'])).toThrow('there is no rule "card-sourse".');
  });
});
