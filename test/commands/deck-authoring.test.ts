import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

const start = process.cwd();
afterEach(() => process.chdir(start));

/** A folder of somebody's own, with a decks folder where it is asked for. */
function workplace(withDecks = true) {
  const folder = tempFolder('work');
  if (withDecks) mkdirSync(join(folder, 'decks'));
  process.chdir(folder);
  const home = join(folder, 'home');
  return { folder, home, run: (...argv: string[]) => runCli(argv, { home }) };
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe('deck new', () => {
  test('from nothing to a card that lint has nothing against', async () => {
    const { run } = workplace();
    const made = await run('deck', 'new', 'ecs', '--title', 'Amazon ECS');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toBe(
      [
        '✓ decks/ecs.yaml: fill in what says TODO.',
        '  aws-study deck preview decks/ecs.yaml   shows it as you save',
        '  aws-study deck lint decks/ecs.yaml      says what is left',
        '',
      ].join('\n'),
    );
    const left = json<{ problems: { rule: string; line: number }[] }>(
      await run('deck', 'lint', 'decks', '--json'),
    );
    expect(new Set(left.problems.map(({ rule }) => rule))).toEqual(new Set(['todo']));
    writeFileSync(
      'decks/ecs.yaml',
      read('decks/ecs.yaml')
        .replace(/(\w+): "TODO[^"]*"/g, '$1: "Filled in the $1"')
        .replace('com/TODO', 'com/ecs'),
    );
    expect(await run('deck', 'lint', 'decks')).toMatchObject({
      code: 0,
      out: '✓ 1 file, 1 card checked, no problems.\n',
    });
    expect(await run('deck', 'format', 'decks', '--check')).toMatchObject({ code: 0 });
  });

  test('without a decks folder here it goes among the own decks, where quiz finds it', async () => {
    const { run, home } = workplace(false);
    expect(json(await run('deck', 'new', 'my notes', '--json'))).toEqual({
      deck: 'my-notes',
      file: 'home/decks/my-notes.yaml',
    });
    expect(json<{ deck: string }[]>(await run('deck', 'list', '--json')).map(({ deck }) => deck)).toContain(
      'my-notes',
    );
    expect(existsSync(join(home, 'decks', 'my-notes.yaml'))).toBe(true);
  });

  test.each([
    [['deck', 'new', 'a/b'], '"a/b" cannot name a deck.'],
    [['deck', 'new', 'ecs', '--out', 'eks.yaml'], 'a deck called "ecs" does not go into eks.yaml.'],
  ])('%j is refused', async (argv, words) => {
    const { run } = workplace();
    const refused = await run(...argv);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`error: ${words}`);
  });

  test('never overwrites without --force', async () => {
    const { run } = workplace();
    writeFileSync('decks/ecs.yaml', 'mine');
    expect((await run('deck', 'new', 'ecs')).err).toContain('error: decks/ecs.yaml is there already.');
    expect(read('decks/ecs.yaml')).toBe('mine');
    expect((await run('deck', 'new', 'ecs', '--force')).code).toBe(0);
  });
});

describe('deck lint', () => {
  const bad =
    'deck: sqs\ntitle: Queues  \ncards:\n  - id: sqs-one\n    topic: basics\n    kind: basic\n    front: One?\n    back: Two\n    tags: [a, a]\n';

  test('--fix writes what is certain, says so, and is done after one turn', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', bad);
    expect((await run('deck', 'lint', 'decks')).code).toBe(1);
    const fixed = await run('deck', 'lint', 'decks', '--fix');
    expect(fixed).toMatchObject({ code: 0, err: '' });
    expect(fixed.out).toBe(
      'fixed decks/sqs.yaml: trailing-space (1), duplicate-tag (1), key-order (1)\n✓ 1 file, 1 card checked, no problems.\n',
    );
    expect(await run('deck', 'lint', 'decks', '--fix')).toMatchObject({
      out: '✓ 1 file, 1 card checked, no problems.\n',
    });
  });

  test('--rule looks at one, --json and --sarif say it to programs', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', bad);
    const only = json<{ problems: { rule: string }[] }>(
      await run('deck', 'lint', 'decks', '--rule', 'duplicate-tag', '--json'),
    );
    expect(only.problems.map(({ rule }) => rule)).toEqual(['duplicate-tag']);
    const log = json<{ version: string; runs: { results: { ruleId: string }[] }[] }>(
      await run('deck', 'lint', 'decks', '--sarif'),
    );
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId).sort()).toEqual([
      'duplicate-tag',
      'key-order',
      'trailing-space',
    ]);
    const unknown = await run('deck', 'lint', 'decks', '--rule', 'duplicate-tags');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('hint: Did you mean "duplicate-tag"?');
  });

  test('--fix leaves a file that cannot be read as it is', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', 'deck: [a  \n');
    expect((await run('deck', 'lint', 'decks', '--fix')).code).toBe(1);
    expect(read('decks/sqs.yaml')).toBe('deck: [a  \n');
  });
});

describe('deck preview in print', () => {
  test('each card with its question, what can be chosen, and its answer', async () => {
    const { run } = workplace();
    writeDeck(
      'decks/sqs.yaml',
      aDeck('sqs', [aCard('sqs', 'basic', { why: 'So it is.' }), aCard('sqs', 'order')]),
    );
    const shown = await run('deck', 'preview', 'decks/sqs.yaml');
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain(
      'sqs-basic · basics\n\n  How long may a basic card be?\n\n  Answer\n  As long as one fact.\n\n  So it is.',
    );
    expect(shown.out).toContain('sqs-order');
    const one = await run('deck', 'preview', 'decks/sqs.yaml', '--card', 'sqs-order');
    expect(one.out).not.toContain('sqs-basic');
    expect(one.out).toContain('1. One');
  });

  test('a broken file is said with its place, and exits with 1', async () => {
    const { run } = workplace();
    writeFileSync('decks/sqs.yaml', 'deck: sqs\ntitle: x\ncards:\n  - id: sqs-a\n');
    const shown = await run('deck', 'preview', 'decks/sqs.yaml');
    expect(shown.code).toBe(1);
    expect(shown.out).toContain('decks/sqs.yaml:4:5 error');
    expect(json(await run('deck', 'preview', 'decks/sqs.yaml', '--json'))).toMatchObject({ cards: [] });
  });

  test.each([
    [['decks'], 'decks is a folder.'],
    [['nowhere.yaml'], 'there is no file or folder nowhere.yaml.'],
    [['decks/sqs.yaml', '--card', 'sqs-none'], 'there is no card "sqs-none" in decks/sqs.yaml.'],
  ])('%j is refused', async (argv, words) => {
    const { run } = workplace();
    writeDeck('decks/sqs.yaml', aDeck('sqs', [aCard('sqs', 'basic')]));
    expect((await run('deck', 'preview', ...argv)).err).toContain(`error: ${words}`);
  });
});

describe('deck format', () => {
  test('--check says which, formatting writes them, and then there is nothing to do', async () => {
    const { run } = workplace();
    writeFileSync(
      'decks/a.yaml',
      'title: A\ndeck: a\ncards:\n- {id: a-b, kind: basic, topic: c, front: d, back: e} # kept\n',
    );
    writeFileSync('decks/broken.yaml', 'deck: [');
    const check = await run('deck', 'format', 'decks/a.yaml', '--check');
    expect(check).toMatchObject({
      code: 1,
      out: 'not in canonical form: decks/a.yaml\n1 file: 0 in canonical form, 1 not.\nRun "aws-study deck format" to write them.\n',
    });
    expect(await run('deck', 'format', 'decks/a.yaml')).toMatchObject({
      code: 0,
      out: 'formatted: decks/a.yaml\n1 file: 0 in canonical form, 1 formatted.\n',
    });
    expect(read('decks/a.yaml')).toBe(
      'deck: a\ntitle: A\ncards:\n  - {id: a-b, kind: basic, topic: c, front: d, back: e} # kept\n',
    );
    expect((await run('deck', 'format', 'decks/a.yaml', '--check')).code).toBe(0);
    expect(json(await run('deck', 'format', 'decks', '--json'))).toMatchObject({
      files: 2,
      changed: [],
      problems: [{ rule: 'yaml' }],
    });
    expect(read('decks/broken.yaml')).toBe('deck: [');
  });
});

describe('deck schema', () => {
  test.each([[[]], [['exam']], [['question-bank']]])('%j prints a JSON Schema', async (argv) => {
    const { run } = workplace();
    expect(json(await run('deck', 'schema', ...argv))).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
    });
  });

  test('of something else is refused', async () => {
    const { run } = workplace();
    expect((await run('deck', 'schema', 'cards')).err).toContain('error: there is no schema "cards".');
  });
});

describe('deck stats', () => {
  test('counts kinds, topics, ages and gaps of a deck', async () => {
    const { run } = workplace();
    const old = aCard('mine', 'basic', { asOf: '2025-01-01', sources: ['https://x.org'], tags: ['limit'] });
    writeDeck(
      'mine.yaml',
      aDeck('mine', [old, aCard('mine', 'cloze', { asOf: '2026-11-01' }), aCard('mine', 'choice')]),
    );
    expect(json(await run('deck', 'stats', './mine.yaml', '--json'))).toEqual({
      decks: [
        {
          deck: 'mine',
          title: 'Deck mine',
          notes: 3,
          cards: 4,
          kinds: { basic: 1, choice: 1, cloze: 1 },
          topics: { basics: 3 },
          tags: { limit: 1 },
          ages: { overAYear: 1, oldest: '2025-01-01', middle: '2026-11-01', newest: '2026-11-01' },
          gaps: { source: 2, why: 2, asOf: 1 },
        },
      ],
      exams: [],
    });
    const shown = await run('deck', 'stats', './mine.yaml');
    expect(shown.out).toContain('! 2 without a source');
    expect(shown.out).toContain('1 over a year ago');
  });

  test('tells for every task of an exam how many cards and questions there are', async () => {
    const { run } = workplace();
    const { exams } = json<{
      exams: { code: string; tasks: { id: string; cards: number; questions: number }[] }[];
    }>(await run('deck', 'stats', '--exam', 'dva-c03', '--json'));
    expect(exams.map(({ code }) => code)).toEqual(['DVA-C03']);
    const task = exams[0]?.tasks.find(({ id }) => id === '1.2');
    expect(task?.cards).toBeGreaterThan(20);
    expect(task?.questions).toBeGreaterThan(5);
  });

  test('of an unknown deck suggests the nearest', async () => {
    const { run } = workplace();
    expect((await run('deck', 'stats', 'dynamdb')).err).toContain('hint: Did you mean "dynamodb"?');
  });
});
