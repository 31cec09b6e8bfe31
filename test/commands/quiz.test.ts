import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

interface Queued {
  readonly card: string;
  readonly deck: string;
  readonly topic: string;
  readonly kind: string;
  readonly reason: string;
}

function aHome(): string {
  const home = tempFolder('home');
  const cards = [
    aCard('mine', 'basic', { tags: ['limit'] }),
    aCard('mine', 'text', { topic: 'other', tags: ['limit', 'decision'] }),
    aCard('mine', 'choice', { topic: 'other' }),
  ];
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine', cards));
  return home;
}

const quiz = (home: string, ...argv: string[]) => runCli(['quiz', ...argv], { home });
const queue = async (home: string, ...argv: string[]) => json<Queued[]>(await quiz(home, ...argv, '--json'));
const ids = (queued: readonly Queued[]) => queued.map(({ card }) => card).sort();

test.each(['--limit', '--minutes'])('%s 0 is refused in words', async (flag) => {
  const outcome = await quiz(aHome(), flag, '0');
  expect(outcome).toMatchObject({ code: 2 });
  expect(outcome.err).toContain(`${flag} 0 leaves nothing to ask.`);
});

describe('filters', () => {
  test.each([
    [['mine'], ['mine-basic', 'mine-choice', 'mine-text']],
    [
      ['mine', '--topic', 'other'],
      ['mine-choice', 'mine-text'],
    ],
    [
      ['--topic', 'mine/other'],
      ['mine-choice', 'mine-text'],
    ],
    [
      ['mine', '--tag', 'limit'],
      ['mine-basic', 'mine-text'],
    ],
    [
      ['mine', '--tag', 'limit', '--tag', 'decision'],
      ['mine-basic', 'mine-text'],
    ],
    [
      ['mine', '--kind', 'choice', '--kind', 'text'],
      ['mine-choice', 'mine-text'],
    ],
    [['mine', '--kind', 'text', '--tag', 'limit', '--topic', 'other'], ['mine-text']],
    [['mine', '--kind', 'order'], []],
    [['mine', '--new', '1'], expect.objectContaining({ length: 1 })],
    [['mine', '--limit', '2'], expect.objectContaining({ length: 2 })],
    [['mine', '--new', '0'], []],
  ])('%j', async (argv, expected) => {
    expect(ids(await queue(aHome(), ...argv))).toEqual(expected);
  });

  test('each entry says what it is and why it is asked', async () => {
    const home = aHome();
    await runCli(['review', 'mine-basic', 'again'], { home });
    const queued = await queue(home, 'mine');
    expect(queued.find(({ card }) => card === 'mine-basic')).toEqual({
      card: 'mine-basic',
      deck: 'mine',
      topic: 'basics',
      kind: 'basic',
      reason: 'relearn',
    });
  });

  test('several decks', async () => {
    const decks = (await queue(aHome(), 'mine', 'sqs')).map(({ deck }) => deck);
    expect([...new Set(decks)].sort()).toEqual(['mine', 'sqs']);
  });

  test('without words: twenty new cards of all decks', async () => {
    const queued = await queue(aHome());
    expect(queued).toHaveLength(20);
    expect(new Set(queued.map(({ deck }) => deck)).size).toBeGreaterThanOrEqual(6);
  });

  test('a seed fixes the queue', async () => {
    const home = aHome();
    const cram = () => queue(home, 'sqs', '--cram', '--seed', '7');
    expect(await cram()).toEqual(await cram());
    expect(await queue(home, 'sqs', '--cram', '--seed', '8')).not.toEqual(await cram());
  });

  test('ahead brings what falls due in the next days', async () => {
    const home = aHome();
    await runCli(['review', 'mine-basic', 'good'], { home });
    const later = { home, now: '2026-11-21T08:00:00Z' };
    const ahead = async (days: string) =>
      ids(json(await runCli(['quiz', 'mine', '--new', '0', '--ahead', days, '--json'], later)));
    expect(await ahead('0')).toEqual([]);
    expect(await ahead('1')).toEqual(['mine-basic']);
  });

  test.each([
    [['minee'], 'there is no deck "minee".', 'Did you mean "mine"?'],
    [['--topic', 'othr'], 'there is no topic "othr".', 'Did you mean "other"?'],
    [['--tag', 'limt'], 'there is no tag "limt".', 'Did you mean "limit"?'],
    [['--kind', 'chioce'], 'there is no kind "chioce".', 'Did you mean "choice"?'],
    [['--kind', 'zzzzzz'], 'there is no kind "zzzzzz".', expect.stringMatching(/^There is: basic, /)],
    [
      ['sqs/dead-letter-queues'],
      '"sqs/dead-letter-queues" is a topic, not a deck.',
      'Write --topic sqs/dead-letter-queues.',
    ],
  ])('%j', async (argv, what, hint) => {
    const outcome = await quiz(aHome(), ...argv);
    expect([outcome.code, outcome.out]).toEqual([2, '']);
    const [error, advice] = outcome.err.trimEnd().split('\n');
    expect(error).toBe(`error: ${what}`);
    expect(advice?.replace('hint: ', '')).toEqual(hint);
  });
});

describe('nothing to ask', () => {
  test('no card fits', async () => {
    expect((await quiz(aHome(), 'mine', '--kind', 'order')).out).toMatch(/^No card fits\./);
  });

  test('all is done for today', async () => {
    const home = aHome();
    for (const card of ['mine-basic', 'mine-text', 'mine-choice'])
      await runCli(['review', card, 'good'], { home });
    const { out, code } = await quiz(home, 'mine');
    expect(code).toBe(0);
    expect(out).toContain('Nothing is due.\nThe next card is due in 2 days (2026-11-22).');
    expect(out).toContain('aws-study quiz --cram');
  });

  test('the reviews of the day are done', async () => {
    const home = aHome();
    const at = (now: string, ...argv: string[]) => runCli(argv, { home, now });
    for (const card of ['mine-basic', 'mine-text']) await at('2026-11-17T08:00:00Z', 'review', card, 'good');
    await at('2026-11-20T08:00:00Z', 'config', 'reviews-per-day', '1');
    await at('2026-11-20T08:00:00Z', 'review', 'mine-basic', 'good');
    const { out } = await at('2026-11-20T08:00:00Z', 'quiz', 'mine', '--new', '0');
    expect(out).toContain("You have reached today's limit of 1 review; 1 card can wait.");
  });
});

describe('a path on the command line', () => {
  const elsewhere = () =>
    writeDeck(join(tempFolder('decks'), 'notes.yaml'), aDeck('notes', [aCard('notes', 'basic')]));

  test.each([
    ['absolute', (path: string) => path],
    ['relative', (path: string) => relative(process.cwd(), path)],
    ['with ./', (path: string) => `./${relative(process.cwd(), path)}`],
  ])('%s: only that deck is asked', async (_, write) => {
    expect(ids(await queue(aHome(), write(elsewhere())))).toEqual(['notes-basic']);
  });

  test('together with a deck by name', async () => {
    const decks = (await queue(aHome(), elsewhere(), 'mine')).map(({ deck }) => deck);
    expect([...new Set(decks)].sort()).toEqual(['mine', 'notes']);
  });

  test('a deck whose file name ends alike is not meant', async () => {
    const home = aHome();
    writeDeck(join(home, 'decks', 'my-notes.yaml'), aDeck('my-notes', [aCard('my-notes', 'basic')]));
    const folder = tempFolder('decks');
    const file = writeDeck(join(folder, 'notes.yaml'), aDeck('notes', [aCard('notes', 'basic')]));
    expect(ids(await queue(home, file))).toEqual(['notes-basic']);
  });

  test('a file that is not there', async () => {
    expect(await quiz(aHome(), './nope.yaml')).toEqual({
      code: 2,
      out: '',
      err: 'error: ./nope.yaml: there is no such file.\nhint: Check the path and its permissions.\n',
    });
  });

  test('a folder', async () => {
    const outcome = await quiz(aHome(), `${tempFolder('decks')}/`);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/^error: .*: the file could not be read \(EISDIR\)\.\nhint: /);
  });

  test('a broken deck, with the place', async () => {
    const one = writeDeck(join(tempFolder('decks'), 'bad.yaml'), 'deck: bad\ntitle: Bad\ncards: none\n');
    const outcome = await quiz(aHome(), one);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(new RegExp(`^error: ${one}:3:\\d+: .+\\.\nhint: .+\n$`));
  });

  test('the name of a shipped deck: the file stands in for it, for those who work on the deck', async () => {
    const file = writeDeck(join(tempFolder('decks'), 'sqs.yaml'), aDeck('sqs', [aCard('sqs', 'basic')]));
    const outcome = await quiz(aHome(), file, '--json');
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(outcome.out)).toMatchObject([{ card: 'sqs-basic', deck: 'sqs' }]);
  });

  test('an id that a card of another deck has', async () => {
    const clash = { ...aCard('sqs-fifo', 'basic'), id: 'sqs-fifo-queue-name' };
    const file = writeDeck(join(tempFolder('decks'), 'sqs-fifo.yaml'), aDeck('sqs-fifo', [clash]));
    const outcome = await quiz(aHome(), file);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('sqs-fifo-queue-name');
  });
});

describe('a broken deck of the learner', () => {
  test('is named with its place, left out, and blocks no other', async () => {
    const home = aHome();
    const bad = writeDeck(
      join(home, 'decks', 'bad.yaml'),
      'deck: bad\ntitle: T\ncards:\n  - id: bad-\u001B[31mone\n    kind: nope\n',
    );
    for (const argv of [
      ['quiz', 'mine', '--json'],
      ['--json'],
      ['due', '--json'],
      ['deck', 'list', '--json'],
    ]) {
      const outcome = await runCli(argv, { home });
      expect(outcome.code).toBe(0);
      expect(() => json(outcome)).not.toThrow();
      expect(outcome.err).toMatch(
        new RegExp(
          `^warning: ${bad}:\\d+:\\d+ .*; this deck is left out\\.\nhint: .*run "aws-study deck lint ${bad}"`,
        ),
      );
      expect(outcome.err).not.toContain('\u001B');
    }
  });

  test('a title that would write to the terminal is shown without its sequences', async () => {
    const home = tempFolder('home');
    writeDeck(join(home, 'decks', 'mine.yaml'), {
      ...aDeck('mine'),
      title: 'T\u001B]0;pwned\u0007\n\u001B[2Jitle',
    });
    const list = await runCli(['deck', 'list'], { home, env: { COLUMNS: '100' } });
    expect(list.out).toContain('T itle');
    const asked = await runCli(['quiz', 'mine'], { home });
    expect(list.out + asked.out).not.toMatch(/[\u001B\u0007]/);
  });
});
