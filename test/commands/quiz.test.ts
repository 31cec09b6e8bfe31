import { mkdirSync, writeFileSync } from 'node:fs';
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
    [
      ['lambda', '--topic', 'othr'],
      'there is no topic "othr" in lambda.',
      expect.stringMatching(/^There is: /),
    ],
    [['mine', '--topic', 'othr'], 'there is no topic "othr" in mine.', 'Did you mean "other"?'],
    [['mine', '--topic', 'mine/othr'], 'there is no topic "othr" in mine.', 'Did you mean "other"?'],
    [
      ['sqs', '--topic', 'other'],
      'there is no topic "other" in sqs.',
      expect.not.stringContaining('"other"'),
    ],
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

test('the topic of a deck is found with its name and without', async () => {
  const home = aHome();
  const [alone, named] = [
    await queue(home, 'mine', '--topic', 'other'),
    await queue(home, 'mine', '--topic', 'mine/other'),
  ];
  expect(alone.length).toBeGreaterThan(0);
  expect(ids(named).sort()).toEqual(ids(alone).sort());
});

test.each(['/proc/x', '/proc/x/deep'])(
  'a home that cannot be made (%s) is said before the first card',
  async (home) => {
    expect(await runCli(['quiz', '--plain', '--limit', '1'], { home, input: 'x\n' })).toEqual({
      code: 2,
      out: '',
      err: `error: no answer could be saved: could not make ${home}/journal: the place takes no folders (ENOENT).\nhint: Choose another folder with --home or AWS_STUDY_HOME.\n`,
    });
    expect((await runCli(['quiz', '--json'], { home })).code).toBe(0);
  },
);

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
    expect(out).toMatch(/^ {2}aws-study quiz mine --cram +any card, /m);
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

describe('minutes of a day', () => {
  /** A home in which so many minutes were spent on one card, on a day. */
  async function spent(minutes: number, day = '2026-11-20') {
    const home = aHome();
    await runCli(['config', 'minutes-per-day', '15'], { home });
    const at = Date.parse(`${day}T06:00:00Z`);
    const review = { type: 'review', card: 'mine-choice', grade: 3, ms: minutes * 60_000 };
    mkdirSync(join(home, 'journal'));
    writeFileSync(
      join(home, 'journal', 'd-here.jsonl'),
      `${JSON.stringify({ v: 1, id: 'E1', at, tz: 0, day: Math.floor(at / 86_400_000), ...review })}\n`,
    );
    return home;
  }
  const asked = /Press Enter to see the answer|Type your answer/;

  test.each([
    [14.99, '2026-11-20'],
    [15, '2026-11-19'],
    [99, '2026-11-19'],
  ])('%f of 15 spent on %s: a card is asked', async (minutes, day) => {
    expect((await quiz(await spent(minutes, day), 'mine')).out).toMatch(asked);
  });

  test.each([15, 99])('%f of 15 spent today: none is, and how to go on is said', async (minutes) => {
    const home = await spent(minutes);
    const { out } = await quiz(home, 'mine', '--tag', 'limit');
    expect(out).not.toMatch(asked);
    expect(out).toContain("You have reached today's limit of 15 minutes.");
    expect(out).toContain('Go on all the same: aws-study quiz mine --tag limit --minutes 10\n');
    expect((await quiz(home, 'mine', '--minutes', '10')).out).toMatch(asked);
  });

  test('with minutes left it is not they that end it', async () => {
    const { out } = await quiz(await spent(14), 'mine', '--kind', 'choice');
    expect(out).toMatch(/^Nothing is due\./);
  });
});

describe('the farewell', () => {
  /** The first card is answered, be it typed, chosen or revealed, and the learner leaves at the next one. */
  const leaving = async (home: string, argv: readonly string[], input = 'a\n3\n') => {
    const { out } = await runCli(['quiz', ...argv], { home, input });
    return out.trimEnd().split('\n').slice(-2).join('\n');
  };

  test.each([
    [['mine'], ' "aws-study quiz mine".'],
    [['mine', '--tag', 'limit', '--limit', '2', '--new', '5'], ' "aws-study quiz mine --tag limit".'],
    [['mine', '--cram', '--seed', '3'], ' "aws-study quiz mine --cram".'],
    [['mine', '--ahead', '4'], ' "aws-study quiz mine --ahead 4".'],
    [
      ['--topic', 'mine/other', '--kind', 'text', '--kind', 'choice'],
      ':\n  aws-study quiz --topic mine/other --kind text --kind choice',
    ],
  ])('of %j names the command that goes on', async (argv, command) => {
    const last = await leaving(aHome(), argv);
    expect(last).toMatch(/(^|\n)\d cards? left: go on with/);
    expect(last.endsWith(`left: go on with${command}`)).toBe(true);
  });

  test('puts a long one on a line of its own, in quotes what a shell would take apart', async () => {
    const cards = [aCard('notes', 'basic'), aCard('notes', 'text')];
    const file = writeDeck(join(tempFolder('decks'), 'my $1 decks', 'notes.yaml'), aDeck('notes', cards));
    const shell = `"${file.replace('$', '\\$')}"`;
    expect(await leaving(aHome(), [file])).toBe(`1 card left: go on with:\n  aws-study quiz ${shell}`);
  });

  test('names the home and the plain mode that were asked for', async () => {
    const home = aHome();
    const { out } = await runCli(['quiz', '--plain', '--home', home], { home: '/nowhere', input: 'a\n3\n' });
    expect(out).toContain(`go on with:\n  aws-study quiz --plain --home ${home}\n`);
  });

  test.each([
    ['1', 'Next due: tomorrow (2026-11-21).'],
    ['2', 'More is due today: go on with "aws-study quiz mine --kind basic --kind text".'],
  ])('with a limit of %s cards a day: what is due beyond it is not offered', async (limit, last) => {
    const home = aHome();
    for (const card of ['mine-basic', 'mine-text'])
      await runCli(['review', card, 'good'], { home, now: '2026-11-17T08:00:00Z' });
    await runCli(['config', 'reviews-per-day', limit], { home });
    const argv = ['mine', '--kind', 'basic', '--kind', 'text', '--limit', '1'];
    expect((await leaving(home, argv)).replace(/:\n {2}(aws.*)$/, ' "$1".')).toContain(last);
  });

  test('where the minutes of the day are used up, the command that goes on all the same', async () => {
    const home = aHome();
    await runCli(['config', 'minutes-per-day', '1'], { home });
    mkdirSync(join(home, 'journal'));
    const spent = { type: 'review', card: 'sqs-fifo-queue-name', grade: 3, ms: 60_000 };
    const stamp = { v: 1, id: 'E1', at: 1000, tz: 0, day: 20_777 };
    writeFileSync(join(home, 'journal', 'd-here.jsonl'), `${JSON.stringify({ ...stamp, ...spent })}\n`);
    expect(await leaving(home, ['mine', '--minutes', '3'])).toContain('"aws-study quiz mine --minutes 10".');
  });

  test('names no card as due next that is suspended or buried', async () => {
    const home = aHome();
    for (const card of ['mine-basic', 'mine-text'])
      await runCli(['review', card, 'good'], { home, now: '2026-11-19T08:00:00Z' });
    const next = () => leaving(home, ['mine', '--cram', '--limit', '1'], 'a\n3\n\n3\n');
    await runCli(['review', 'mine-choice', 'easy'], { home });
    expect(await next()).toContain('Next due: tomorrow (2026-11-21).');
    await runCli(['suspend', 'mine-basic'], { home });
    expect(await next()).toContain('Next due: tomorrow (2026-11-21).');
    await runCli(['bury', 'mine-text'], { home });
    expect(await next()).toContain('Next due: in 8d (2026-11-28).');
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
