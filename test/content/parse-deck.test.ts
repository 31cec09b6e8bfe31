import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeck } from '../../src/content/parse-deck.ts';

const head = 'deck: sqs\ntitle: Amazon SQS\ncards:\n';
const good = '  - id: sqs-a\n    kind: basic\n    topic: basics\n    front: What?\n    back: That.\n';

const problemsOf = (source: string, file = '/decks/sqs.yaml') => {
  const result = parseDeck(source, file);
  return 'problems' in result ? result.problems : [];
};

test('a sound deck is read, with the line of each card', () => {
  const result = parseDeck(`${head}${good}${good.replace('sqs-a', 'sqs-b')}`, '/decks/sqs.yaml');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  expect(result.parsed.deck.cards.map(({ id }) => id)).toEqual(['sqs-a', 'sqs-b']);
  expect(result.parsed.lines).toEqual([4, 9]);
  expect(result.parsed.yaml.place(['cards', 1, 'front'])).toEqual({ line: 12, column: 5 });
});

test.each([
  ['a mark of byte order', `\uFEFF${head}${good}`],
  ['Windows line ends', `${head}${good}`.replaceAll('\n', '\r\n')],
  ['the ending .YML', `${head}${good}`, '/decks/sqs.YML'],
])('%s is no trouble', (_, source, file = 'sqs.yaml') => {
  expect(problemsOf(source, file)).toEqual([]);
});

describe('a broken deck', () => {
  test.each<[string, string, string, number, number, string]>([
    ['not YAML', 'deck: [', 'yaml', 1, 8, 'not valid YAML'],
    ['empty', '', 'yaml', 1, 1, 'the file is empty'],
    ['only text', 'hello', 'schema', 1, 1, 'the file must be a mapping'],
    ['a list', '- a', 'schema', 1, 1, 'the file must be a mapping'],
    ['no deck name', `title: x\ncards:\n${good}`, 'schema', 1, 1, 'deck is missing'],
    ['no cards', 'deck: sqs\ntitle: x\n', 'schema', 1, 1, 'cards is missing'],
    ['an empty list of cards', 'deck: sqs\ntitle: x\ncards: []\n', 'schema', 3, 1, 'cards is not valid'],
    ['cards that are no list', 'deck: sqs\ntitle: x\ncards: 5\n', 'schema', 3, 1, 'cards must be a list'],
    ['an empty card', `${head}  -\n`, 'schema', 4, 3, 'card 1 must be a mapping'],
    [
      'a title that is a number',
      `deck: sqs\ntitle: 5\ncards:\n${good}`,
      'schema',
      2,
      1,
      'title must be text',
    ],
    ['no topic', `${head}${good.replace('    topic: basics\n', '')}`, 'schema', 4, 5, 'topic is missing'],
    ['a back that is a number', `${head}${good.replace('That.', '30')}`, 'schema', 8, 5, 'back must be text'],
    ['a back of nothing', `${head}${good.replace(' That.', '')}`, 'schema', 8, 5, 'back must be text'],
    ['an unknown field', `${head}${good}    bcak: x\n`, 'schema', 9, 5, 'unknown field "bcak"'],
    [
      'an unknown kind',
      `${head}${good.replace('basic\n', 'essay\n')}`,
      'schema',
      5,
      5,
      'this kind of card does not exist',
    ],
    [
      'no kind',
      `${head}${good.replace('    kind: basic\n', '')}`,
      'schema',
      4,
      5,
      'this kind of card does not exist',
    ],
    ['capitals in an id', `${head}${good.replace('sqs-a', 'sqs-A')}`, 'schema', 4, 5, 'id is not valid'],
    [
      'an id that names a path',
      `${head}${good.replace('sqs-a', '../../etc/passwd')}`,
      'schema',
      4,
      5,
      'id is not valid',
    ],
    ['tags that are text', `${head}${good}    tags: limit\n`, 'schema', 9, 5, 'tags must be a list'],
    ['a tag with a space', `${head}${good}    tags: [limit, a b]\n`, 'schema', 9, 19, 'tags[1] is not valid'],
    [
      'a source that is no URL',
      `${head}${good}    sources: [docs]\n`,
      'schema',
      9,
      15,
      'sources[0] is not valid',
    ],
    ['reverse as a word', `${head}${good}    reverse: ja\n`, 'schema', 9, 5, 'reverse must be true or false'],
    [
      'a file of another name',
      `${head}${good}`.replace('deck: sqs', 'deck: iam'),
      'deck-name',
      1,
      1,
      'the deck is called "iam", but its file "sqs"',
    ],
    ['an id given twice', `${head}${good}${good}`, 'id-unique', 9, 5, 'the id "sqs-a" is used twice'],
    [
      'an id of another deck',
      `${head}${good.replace('sqs-a', 'iam-a')}`,
      'id-prefix',
      4,
      5,
      'does not start with "sqs-"',
    ],
    [
      '__proto__ as a field',
      `${head}${good}    __proto__: {a: 1}\n`,
      'schema',
      9,
      5,
      'unknown field "__proto__"',
    ],
  ])('%s', (_, source, rule, line, column, message) => {
    const problems = problemsOf(source);
    const found = problems.find((problem) => problem.rule === rule && problem.message.includes(message));
    expect(found, JSON.stringify(problems)).toMatchObject({
      file: '/decks/sqs.yaml',
      line,
      column,
      severity: 'error',
    });
    for (const problem of problems) expect(problem.hint).toMatch(/^[A-Z"].*[.]$/s);
  });

  test('says all of it at once, each with its card', () => {
    const source = `${head}${good.replace('front: What?\n', 'fornt: What?\n')}${good
      .replace('sqs-a', 'sqs-b')
      .replace('back: That.', 'back: ""')}`;
    expect(problemsOf(source).map(({ id, line, message }) => [id, line, message])).toEqual([
      ['sqs-a', 4, 'front is missing'],
      ['sqs-a', 7, 'unknown field "fornt"'],
      ['sqs-b', 13, 'back is not valid'],
    ]);
  });

  test('names the field of a choice that does not add up', () => {
    const options = '    options:\n      - {text: a, correct: true}\n      - {text: b, correct: yes}\n';
    const card = `  - id: sqs-a\n    kind: choice\n    topic: basics\n    stem: Which?\n${options}`;
    const [problem] = problemsOf(head + card);
    expect(problem).toMatchObject({ line: 10, message: 'options[1].correct must be true or false' });
    const [choose] = problemsOf(head + card.replace('yes', 'true'));
    expect(choose?.hint).toBe('Choose is 1, but 2 options are marked correct.');
  });

  test('no text makes it throw', () => {
    const piece = fc.constantFrom(
      'deck: sqs\n',
      'cards:\n',
      '  - ',
      'id: sqs-a\n',
      '{',
      '[',
      '*a',
      '&a ',
      '!!x ',
      ': ',
      '"',
      '\t',
      '\0',
      '---\n',
      '? ',
      '|\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (source) => {
          const result = parseDeck(source, 'sqs.yaml');
          if ('problems' in result) expect(result.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
