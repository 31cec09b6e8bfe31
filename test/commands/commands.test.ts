import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aDeck, writeDeck } from '../support/deck-file.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

/** A home with one deck of the learner's own, `mine`, that has a card of each kind. */
function aHome(): string {
  const home = tempFolder('home');
  writeDeck(join(home, 'decks', 'mine.yaml'), aDeck('mine'));
  return home;
}

const run = (home: string, ...argv: string[]) => runCli(argv, { home });

interface Row {
  readonly deck: string;
  readonly cards: number;
  readonly new: number;
  readonly due: number;
}

describe('review', () => {
  const day = 86_400_000;
  const on = (days: number) => new Date(Date.parse('2026-11-20T08:00:00Z') + days * day).toISOString();

  test('prints exactly the documented fields', async () => {
    const outcome = await run(aHome(), 'review', 'mine-basic', 'good', '--json');
    const printed = json<Record<string, unknown>>(outcome);
    expect(outcome.err).toBe('');
    expect(outcome.out.endsWith('}\n')).toBe(true);
    expect(Object.keys(printed)).toEqual([
      'card',
      'grade',
      'stabilityDays',
      'difficulty',
      'due',
      'intervalDays',
    ]);
    // First stability of a good answer is w[2] of FSRS-6, 2.3065 days; the difficulty is w[4] - e^(w[5] * 2) + 1.
    expect(printed).toEqual({
      card: 'mine-basic',
      grade: 'good',
      stabilityDays: expect.closeTo(2.3065, 4),
      difficulty: expect.closeTo(2.1181, 4),
      due: '2026-11-22',
      intervalDays: 2,
    });
  });

  test.each([
    ['again', 'again', 0, '2026-11-20'],
    ['1', 'again', 0, '2026-11-20'],
    ['hard', 'hard', 1, '2026-11-21'],
    ['3', 'good', 2, '2026-11-22'],
    ['Easy', 'easy', 8, '2026-11-28'],
  ])('%s', async (typed, grade, intervalDays, due) => {
    const outcome = await run(aHome(), 'review', 'mine-basic', typed, '--json');
    expect(json(outcome)).toMatchObject({ grade, intervalDays, due });
  });

  test('builds on what was answered before, at its true elapsed time', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    const later = await runCli(['review', 'mine-basic', 'good', '--json'], { home, now: on(2) });
    const known = json<{ stabilityDays: number; intervalDays: number }>(later);
    expect(known.stabilityDays).toBeGreaterThan(8);
    expect(known.intervalDays).toBe(Math.round(known.stabilityDays));
  });

  test('says it in words', async () => {
    const { out } = await run(aHome(), 'review', 'mine-basic', 'good');
    expect(out).toBe('mine-basic: good, due 2026-11-22 (in 2d).\n');
    const again = await run(aHome(), 'review', 'mine-basic', 'again');
    expect(again.out).toBe('mine-basic: again, due 2026-11-20 (today).\n');
  });

  test.each([
    [['mine-basic', 'fine'], '"fine" is no grade.', 'Write again, hard, good or easy, or 1 to 4.'],
    [['mine-basik', 'good'], 'there is no card "mine-basik".', 'Did you mean "mine-basic"?'],
    [['zzz', 'good'], 'there is no card "zzz".', 'Find its id with "aws-study search <words>".'],
    [['mine-cloze', 'good'], '"mine-cloze" makes 2 cards.', 'Name one: mine-cloze#c1, mine-cloze#c2.'],
    [['mine-basic'], "missing required argument 'grade'", 'Run "aws-study review --help" for what there is.'],
  ])('%j', async (args, what, hint) => {
    const home = aHome();
    const outcome = await run(home, 'review', ...args);
    expect(outcome).toEqual({ code: 2, out: '', err: `error: ${what}\nhint: ${hint}\n` });
    expect(readdirSync(home)).not.toContain('journal');
  });
});

describe('undo', () => {
  test('takes back the latest answers, newest first', async () => {
    const home = aHome();
    for (const card of ['mine-basic', 'mine-text', 'mine-order']) await run(home, 'review', card, 'good');
    expect((await run(home, 'undo')).out).toBe('Taken back: mine-order (good, 2026-11-20 08:00).\n');
    expect(json(await run(home, 'undo', '--count', '5', '--json'))).toEqual([
      { card: 'mine-text', grade: 'good', day: '2026-11-20', at: '2026-11-20T08:00:00.001Z' },
      { card: 'mine-basic', grade: 'good', day: '2026-11-20', at: '2026-11-20T08:00:00.000Z' },
    ]);
    expect((await run(home, 'undo')).out).toBe('There is no answer to take back.\n');
    expect(json(await run(home, 'undo', '--json'))).toEqual([]);
    expect(json<{ answeredToday: number }>(await run(home, '--json')).answeredToday).toBe(0);
  });
});

describe('suspend, unsuspend, bury, reset', () => {
  const queued = async (home: string) =>
    json<{ card: string }[]>(await run(home, 'quiz', 'mine', '--json')).map(({ card }) => card);

  test('suspend leaves a card out until unsuspend', async () => {
    const home = aHome();
    expect(json(await run(home, 'suspend', 'mine-basic', 'mine-text', '--json'))).toEqual({
      suspended: ['mine-basic', 'mine-text'],
    });
    expect(await queued(home)).not.toContain('mine-basic');
    expect((await run(home, 'unsuspend', 'mine-basic')).out).toBe('mine-basic: unsuspended.\n');
    expect(await queued(home)).toContain('mine-basic');
    expect(await queued(home)).not.toContain('mine-text');
  });

  test('what is so already is said, and nothing is written', async () => {
    const home = aHome();
    expect((await run(home, 'unsuspend', 'mine-basic')).out).toBe('mine-basic: was not suspended.\n');
    expect(readdirSync(home)).not.toContain('journal');
    await run(home, 'suspend', 'mine-basic');
    const journal = () =>
      readdirSync(join(home, 'journal')).map((name) => readFileSync(join(home, 'journal', name), 'utf8'));
    const before = journal();
    expect((await run(home, 'suspend', 'mine-basic')).out).toBe('mine-basic: was suspended already.\n');
    expect(journal()).toEqual(before);
    expect((await run(home, 'suspend', 'mine-basic', 'mine-text')).out).toBe(
      'mine-basic: was suspended already.\nmine-text: suspended.\n',
    );
    await run(home, 'bury', 'mine-order');
    expect((await run(home, 'unsuspend', 'mine-order')).out).toBe('mine-order: unsuspended.\n');
  });

  test.each([
    ['suspend', 'sqs'],
    ['bury', 'mine'],
    ['show', 'mine'],
  ])('%s %s: a deck is no card', async (command, deck) => {
    const outcome = await run(aHome(), command, deck);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(
      `error: "${deck}" is a deck: name a card.\nhint: Find its id with "aws-study search`,
    );
  });

  test('bury leaves it out until tomorrow', async () => {
    const home = aHome();
    expect((await run(home, 'bury', 'mine-basic')).out).toBe('mine-basic: buried.\n');
    expect(await queued(home)).not.toContain('mine-basic');
    const tomorrow = await runCli(['quiz', 'mine', '--json'], { home, now: '2026-11-21T08:00:00Z' });
    expect(tomorrow.out).toContain('mine-basic');
  });

  test('reset forgets the memory and keeps the history', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'easy');
    expect(json(await run(home, 'reset', 'mine-basic', '--json'))).toEqual({ reset: ['mine-basic'] });
    const shown = json<{ stabilityDays: unknown; history: { type: string }[] }>(
      await run(home, 'show', 'mine-basic', '--json'),
    );
    expect(shown.stabilityDays).toBeNull();
    expect(shown.history.map(({ type }) => type)).toEqual(['review', 'reset']);
  });

  test('one wrong id, and nothing is written', async () => {
    const home = aHome();
    const outcome = await run(home, 'suspend', 'mine-basic', 'mine-nope');
    expect(outcome.code).toBe(2);
    expect(readdirSync(home)).not.toContain('journal');
  });
});

describe('show', () => {
  test('in words', async () => {
    const { out } = await run(aHome(), 'show', 'mine-choice');
    expect(out).toContain('mine-choice\nmine/basics');
    expect(out).toContain('right: The right one (It is right.)');
    expect(out).toContain('Not seen yet.');
  });

  test('as JSON, with the whole card', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    expect(json(await run(home, 'show', 'mine-basic', '--json'))).toMatchObject({
      card: 'mine-basic',
      deck: 'mine',
      topic: 'basics',
      kind: 'basic',
      suspended: false,
      due: '2026-11-22',
      retrievability: 1,
      reviews: 1,
      lapses: 0,
      history: [{ day: '2026-11-20', type: 'review', grade: 'good' }],
      content: { id: 'mine-basic', front: 'How long may a basic card be?' },
    });
  });
});

describe('search', () => {
  test('finds cards that hold all words, whatever their case', async () => {
    const found = json<{ card: string }[]>(await run(aHome(), 'search', 'BASIC', 'card long', '--json'));
    expect(found.map(({ card }) => card)).toContain('mine-basic');
    expect((await run(aHome(), 'search', 'basic', 'xyzzy')).out).toBe('No card holds "basic xyzzy".\n');
  });

  test('says how many more there are', async () => {
    const { out } = await run(aHome(), 'search', 'mine-', '--limit', '2');
    expect(out).toMatch(/7 cards more: add a word, or --limit 9\.\n$/);
    expect(json<unknown[]>(await run(aHome(), 'search', 'mine-', '--limit', '2', '--json'))).toHaveLength(2);
  });

  test('an empty search says what to write', async () => {
    expect((await run(aHome(), 'search', ' ')).err).toContain('there is nothing to search for.');
  });
});

describe('deck list and due', () => {
  test('the documented shape', async () => {
    const home = aHome();
    const rows = json<Row[]>(await run(home, 'deck', 'list', '--json'));
    for (const row of rows) expect(Object.keys(row)).toEqual(['deck', 'title', 'cards', 'new', 'due']);
    expect(rows.map(({ deck }) => deck)).toEqual(
      expect.arrayContaining(['iam', 'ec2', 's3', 'dynamodb', 'lambda', 'sqs', 'mine']),
    );
    expect(rows.find(({ deck }) => deck === 'mine')).toEqual({
      deck: 'mine',
      title: 'Deck mine',
      cards: 9,
      new: 9,
      due: 0,
    });
  });

  test('counts move with answers', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'again');
    await run(home, 'review', 'mine-text', 'good');
    const mine = async () =>
      json<Row[]>(await run(home, 'deck', 'list', '--json')).find(({ deck }) => deck === 'mine');
    expect(await mine()).toMatchObject({ cards: 9, new: 7, due: 1 });
    const due = json<{ today: string; due: unknown[]; ahead: { cards: number }[] }>(
      await run(home, 'due', 'mine', '--json'),
    );
    expect(due).toMatchObject({
      today: '2026-11-20',
      due: [
        {
          card: 'mine-basic',
          deck: 'mine',
          topic: 'basics',
          due: '2026-11-20',
          overdueDays: 0,
          reason: 'relearn',
        },
      ],
    });
    expect(due.ahead.map(({ cards }) => cards)).toEqual([0, 1, ...Array<number>(12).fill(0)]);
    const { out } = await runCli(['due', 'mine'], { home, now: '2026-11-25T08:00:00Z' });
    expect(out).toMatch(/^2 cards due\n {2}mine-basic +5 days late\n {2}mine-text +3 days late\n$/);
  });

  test('in words, and where own decks go', async () => {
    const home = aHome();
    const { out } = await run(home, 'deck', 'list');
    expect(out).toMatch(/^mine +9 cards +9 new +0 due {2}Deck mine$/m);
    expect(out).toContain(`Your own go to ${join(home, 'decks')}.`);
    const narrow = await runCli(['deck', 'list'], { home, env: { COLUMNS: '40' } });
    expect(narrow.out).toMatch(/^mine\n {4}9 cards {5}9 new {5}0 due$/m);
    const rows = narrow.out.split('\n').filter((line) => !line.includes('Your own go to'));
    expect(Math.max(...rows.map((line) => line.trimEnd().length))).toBeLessThanOrEqual(40);
  });
});

describe('today', () => {
  test('the first day, in words and as JSON', async () => {
    const home = aHome();
    expect((await run(home)).out).toContain('Next  aws-study quiz');
    expect(json(await run(home, '--json'))).toMatchObject({
      today: '2026-11-20',
      due: 0,
      newToday: 20,
      answeredToday: 0,
      streakDays: 0,
      exam: null,
      daysToExam: null,
    });
  });

  test('an exam that was left is told, with the time it has', async () => {
    const home = aHome();
    expect(json(await run(home, '--json'))).toMatchObject({ unfinishedExam: null });
    const begun = ['exam', 'DVA-C03', '--questions', '2', '--minutes', '5', '--plain'];
    await runCli(begun, { home, input: '\nquit\n', env: { AWS_STUDY_NOW: '2026-11-20T08:00:00Z' } });
    const later = (now: string) => runCli(['--json'], { home, env: { AWS_STUDY_NOW: now } });
    const unfinished = { exam: 'DVA-C03', number: 1 };
    expect(json(await later('2026-11-20T08:02:00Z'))).toMatchObject({
      unfinishedExam: { ...unfinished, status: 'unfinished', msLeft: 180_000 },
    });
    expect(json(await later('2026-11-20T09:00:00Z'))).toMatchObject({
      unfinishedExam: { ...unfinished, status: 'expired', msLeft: 0 },
    });
  });

  test('looking at things writes nothing', async () => {
    const home = tempFolder('home');
    for (const argv of [
      [],
      ['due'],
      ['deck', 'list'],
      ['search', 'queue'],
      ['show', 'sqs-fifo-queue-name'],
      ['config'],
      ['doctor'],
      ['quiz', '--json'],
    ])
      expect((await run(home, ...argv)).code).toBe(0);
    expect(readdirSync(home)).toEqual([]);
  });

  test('the streak and the exam', async () => {
    const home = aHome();
    for (const now of ['2026-11-18T08:00:00Z', '2026-11-19T08:00:00Z', '2026-11-20T03:00:00Z'])
      await runCli(['review', 'mine-basic', 'good'], { home, now });
    await run(home, 'config', 'exam-date', '2026-12-02');
    await run(home, 'config', 'exam', 'dva-c03');
    // Before 04:00 it is still yesterday: the 18th and the 19th.
    expect(json(await run(home, '--json'))).toMatchObject({ streakDays: 2, daysToExam: 12, exam: 'DVA-C03' });
    expect((await run(home)).out).toContain('exam DVA-C03 in 12 days 2026-12-02');
  });
});

describe('config', () => {
  test.each([
    ['new-per-day', '15', 15],
    ['new-per-day', '0', 0],
    ['reviews-per-day', '50', 50],
    ['minutes-per-day', '1440', 1440],
    ['rollover-minutes', '0', 0],
    ['grades', 'two', 'two'],
    ['exam', 'saa-c03', 'SAA-C03'],
    ['exam-date', '2028-02-29', '2028-02-29'],
    ['retention', '0.85', 0.85],
    ['retention', '.9', 0.9],
  ])('%s %s', async (name, value, stored) => {
    const home = aHome();
    expect(json(await run(home, 'config', name, value, '--json'))).toEqual({ [name]: stored });
    expect(json(await run(home, 'config', name, '--json'))).toEqual({ [name]: stored });
    const before = json<Record<string, unknown>>(await runCli(['config', '--json'], { home: aHome() }))[name];
    expect(json(await run(home, 'config', name, 'default', '--json'))).toEqual({ [name]: before });
  });

  test.each([
    ['new-per-day', '-1'],
    ['new-per-day', '10000'],
    ['new-per-day', '1.5'],
    ['new-per-day', 'many'],
    ['minutes-per-day', '0'],
    ['rollover-minutes', '1440'],
    ['grades', 'three'],
    ['exam', 'DVA'],
    ['exam-date', '2026-02-30'],
    ['exam-date', 'tomorrow'],
    ['retention', '0.69'],
    ['retention', '0.98'],
    ['retention', '90%'],
    ['retention', '1'],
  ])('%s %s is refused, and nothing is changed', async (name, value) => {
    const home = aHome();
    const before = await run(home, 'config', '--json');
    const outcome = await run(home, 'config', name, '--', value);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(
      new RegExp(`^error: "${value}" does not fit ${name}\\.\nhint: Give .*, or "default"\\.\n$`),
    );
    expect(await run(home, 'config', '--json')).toEqual(before);
  });

  test('an unknown name suggests the nearest', async () => {
    expect((await run(aHome(), 'config', 'new-per-dya')).err).toContain('hint: Did you mean "new-per-day"?');
    expect((await run(aHome(), 'config', 'colour')).err).toContain('hint: There is: new-per-day, ');
  });

  test('retention shapes what comes, and belongs to the journal', async () => {
    const home = aHome();
    const { intervalDays } = json<{ intervalDays: number }>(
      await run(home, 'review', 'mine-basic', 'easy', '--json'),
    );
    await run(home, 'config', 'retention', '0.75');
    const lower = json<{ intervalDays: number }>(await run(home, 'review', 'mine-text', 'easy', '--json'));
    expect(lower.intervalDays).toBeGreaterThan(intervalDays);
    const [file = ''] = readdirSync(join(home, 'journal'));
    expect(readFileSync(join(home, 'journal', file), 'utf8')).toContain('"retention":0.75');
  });

  test('one wrong value costs no other setting, and no answer', async () => {
    const home = aHome();
    await run(home, 'config', 'reviews-per-day', '50');
    await run(home, 'review', 'mine-basic', 'good');
    const state = join(home, 'state.json');
    const { device, ...rest } = JSON.parse(readFileSync(state, 'utf8'));
    writeDeck(state, JSON.stringify({ device, ...rest, settings: { ...rest.settings, newPerDay: 'many' } }));
    const outcome = await run(home, 'config', '--json');
    expect(outcome.err).toMatch(
      /^warning: state\.json could not be used \(not valid: newPerDay is "many"\); it is kept as .*, and the other settings go on\.\n$/,
    );
    expect(json(outcome)).toMatchObject({ 'reviews-per-day': 50, 'new-per-day': 20 });
    expect(JSON.parse(readFileSync(state, 'utf8')).device).toBe(device);
    expect((await run(home, 'config')).err).toBe('');
  });

  test('a broken state file is set aside and said so, and the answers stay', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    writeDeck(join(home, 'state.json'), '{ broken');
    const outcome = await run(home, '--json');
    expect(outcome.code).toBe(0);
    expect(outcome.err).toMatch(/^warning: .*it is kept as .*state\.broken-\d+.*\n/);
    expect(json(outcome)).toMatchObject({ answeredToday: 1 });
    expect(readdirSync(home).some((name) => name.startsWith('state.broken-'))).toBe(true);
  });
});

describe('doctor', () => {
  test('a sound home', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    const outcome = await run(home, 'doctor');
    expect(outcome.code).toBe(0);
    expect(outcome.out).toMatch(/All is well\.\n$/);
  });

  test('a snapshot that does not fit is found, and mended with --fix', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    writeDeck(join(home, 'cache', 'snapshot.json'), 'not a snapshot');
    const looked = await run(home, 'doctor');
    expect(looked.code).toBe(1);
    expect(looked.out).toContain('with --fix: ');
    expect((await run(home, 'doctor', '--fix')).code).toBe(0);
    expect((await run(home, 'doctor')).code).toBe(0);
  });

  test('answers from the future are taken back with --fix', async () => {
    const home = aHome();
    await runCli(['review', 'mine-basic', 'good'], { home, now: '2027-06-01T08:00:00Z' });
    const looked = json<{ findings: { message: string; fixable: boolean }[] }>(
      await run(home, 'doctor', '--json'),
    );
    expect(looked.findings.filter(({ fixable }) => fixable)).toMatchObject([
      { message: expect.stringContaining('1 answer dated after today') },
    ]);
    const fixed = await run(home, 'doctor', '--fix', '--json');
    expect(fixed.code).toBe(0);
    expect(json(await run(home, 'show', 'mine-basic', '--json'))).toMatchObject({ reviews: 0 });
    expect((await run(home, 'quiz', 'mine', '--json')).code).toBe(0);
  });

  test('what a wrong clock leaves behind after --fix is said, with what it means, and is nothing to mend', async () => {
    const home = aHome();
    await runCli(['review', 'mine-basic', 'good'], { home, now: '2027-06-01T08:00:00Z' });
    const [name = ''] = readdirSync(join(home, 'journal'));
    const lines = () =>
      readFileSync(join(home, 'journal', name), 'utf8')
        .trimEnd()
        .split('\n');
    const [wrong] = lines();
    await run(home, 'doctor', '--fix');
    const after = await run(home, 'doctor');
    expect(after.code).toBe(0);
    expect(after.out).toContain(
      "· journal: the journal's times run ahead of the clock, up to 2027-06-01 08:00 UTC.\n    Nothing needs doing: ",
    );
    // The line is not rewritten: it is taken back by another.
    expect(lines()).toHaveLength(2);
    expect(lines()[0]).toBe(wrong);
    await run(home, 'review', 'mine-text', 'good');
    expect(json(await run(home, 'show', 'mine-text', '--json'))).toMatchObject({ due: '2026-11-22' });
    expect((await runCli(['doctor'], { home, now: '2027-06-02T08:00:00Z' })).out).not.toContain('run ahead');
  });

  test('a line that a crash cut short is worth a note, before and after the next answer', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    const [name = ''] = readdirSync(join(home, 'journal'));
    appendFileSync(join(home, 'journal', name), '{"v":1,"id":"01');
    const torn = await run(home, 'doctor');
    expect(torn.code).toBe(0);
    expect(torn.out).toMatch(
      /^· journal: .*: 1 event; the last line is cut short;.*\n {4}Nothing needs doing/m,
    );
    await run(home, 'review', 'mine-text', 'good');
    const healed = await run(home, 'doctor');
    expect(healed.code).toBe(0);
    expect(healed.out).toMatch(/^· journal: .*: 2 events; line 2 cut short .*; the rest counts\.$/m);
    expect(healed.out).toMatch(/All is well\.\n$/);
    const { findings } = json<{ findings: { severity: string }[] }>(await run(home, 'doctor', '--json'));
    expect(findings.map(({ severity }) => severity)).toContain('note');
  });

  test('what was only marked under a wrong clock does not hold the calendar back', async () => {
    const home = aHome();
    await runCli(['suspend', 'mine-basic'], { home, now: '2027-06-01T08:00:00Z' });
    await run(home, 'unsuspend', 'mine-basic');
    expect((await run(home, 'doctor')).code).toBe(0);
    expect(json(await run(home, '--json'))).toMatchObject({ today: '2026-11-20' });
    expect((await run(home, 'review', 'mine-basic', 'good')).code).toBe(0);
  });

  test('a broken state file is only looked at, and set aside with --fix', async () => {
    const home = aHome();
    const broken = join(home, 'state.json');
    writeDeck(broken, '{ broken');
    const setAside = () => readdirSync(home).filter((name) => name.startsWith('state.broken-')).length;
    const looked = await run(home, 'doctor');
    expect(looked.code).toBe(1);
    expect(looked.out).toContain('with --fix: Set it aside');
    expect([existsSync(broken), setAside()]).toEqual([true, 0]);
    const fixed = await run(home, 'doctor', '--fix');
    expect(fixed.code).toBe(0);
    expect(fixed.out).toMatch(/done: Set it aside.*\n.*\d+ decks/);
    expect([existsSync(broken), setAside()]).toEqual([false, 1]);
  });

  test('a line that is no event is a warning until --fix takes note of it', async () => {
    const home = aHome();
    await run(home, 'review', 'mine-basic', 'good');
    const [name = ''] = readdirSync(join(home, 'journal'));
    appendFileSync(join(home, 'journal', name), 'rubbish\n');
    expect((await run(home, 'doctor')).code).toBe(1);
    expect((await run(home, 'doctor', '--fix')).code).toBe(0);
    const noted = await run(home, 'doctor');
    expect(noted.code).toBe(0);
    expect(noted.out).toMatch(/^· journal: .*: 1 event; line 2 unreadable; the rest counts\.$/m);
    expect(readFileSync(join(home, 'journal', name), 'utf8')).toMatch(/\nrubbish\n$/);
  });

  test('a state file that is a folder stops commands, which say how to go on, and --fix does it', async () => {
    const home = aHome();
    mkdirSync(join(home, 'state.json', 'deep'), { recursive: true });
    writeDeck(join(home, 'cache'), 'a file');
    const stopped = await run(home, 'due');
    expect([stopped.code, stopped.out]).toEqual([2, '']);
    expect(stopped.err).toContain('hint: Run "aws-study doctor --fix"');
    expect((await run(home, 'doctor', '--fix')).code).toBe(0);
    expect((await run(home, 'due')).code).toBe(0);
    expect(existsSync(join(home, 'state.folder.json', 'deep'))).toBe(true);
    expect(readFileSync(join(home, 'cache.file'), 'utf8')).toBe('a file');
  });

  test.each<[string, (home: string) => void, string[], string[]]>([
    [
      'the state',
      (home) => writeDeck(join(home, 'state.json'), '{ broken'),
      ['· decks: not checked, because of what is wrong with the state.'],
      ['✓ attempts: No exam was taken yet.'],
    ],
    [
      'the journal',
      (home) => mkdirSync(join(home, 'journal', 'd-x.jsonl'), { recursive: true }),
      ['· decks: not checked, because of what is wrong with the journal.'],
      ['✓ attempts: No exam was taken yet.'],
    ],
    ['the attempts', (home) => writeDeck(join(home, 'attempts'), ''), [], ['✓ decks: ']],
  ])('what was not checked because of %s is said, the rest is checked', async (_, spoil, notes, checked) => {
    const home = aHome();
    spoil(home);
    const { code, out } = await run(home, 'doctor');
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => line.includes('not checked, because of'))).toEqual(notes);
    for (const words of checked) expect(out).toContain(words);
  });

  test('a home that cannot be made: every check that was left out is said', async () => {
    const { code, out } = await run('/proc/x', 'doctor');
    expect(code).toBe(1);
    expect(out).toContain('✗ home: /proc/x cannot be made: /proc takes no folders (ENOENT).');
    for (const area of ['journal', 'snapshot', 'state', 'decks', 'attempts'])
      expect(out).toContain(`· ${area}: not checked, because `);
  });

  test('a deck that is left out is named', async () => {
    const home = aHome();
    writeDeck(join(home, 'decks', 'broken.yaml'), 'deck: broken\n');
    const outcome = await run(home, 'doctor');
    expect(outcome.code).toBe(1);
    expect(outcome.out).toMatch(
      /1 deck left out: .*broken\.yaml\.\n {4}Run "aws-study deck lint .*broken\.yaml" to see what is wrong\.\n/,
    );
  });

  test('exam attempts are looked at', async () => {
    const home = aHome();
    expect((await run(home, 'doctor')).out).toContain('✓ attempts: No exam was taken yet.');
    writeDeck(join(home, 'attempts', '2026-11-20-0800-abcd.jsonl'), 'rubbish\n');
    const looked = await run(home, 'doctor');
    expect(looked.code).toBe(1);
    expect(looked.out).toMatch(
      /^! attempts: .*2026-11-20-0800-abcd\.jsonl: .*\n {4}Restore it from a backup/m,
    );
  });

  test('a folder in place of a deck is said to be one', async () => {
    const home = aHome();
    mkdirSync(join(home, 'decks', 'old.yaml'));
    const outcome = await run(home, 'doctor');
    expect(outcome.code).toBe(1);
    expect(outcome.out).toMatch(
      /! decks: .*old\.yaml is left out: the file could not be read \(EISDIR\)\.\n {4}It is a folder: move it away, or the decks out of it\.\n/,
    );
    expect(outcome.out).not.toContain('deck lint');
  });
});

describe('deck lint', () => {
  test('the shipped decks and an own one', async () => {
    const home = aHome();
    const printed = await run(home, 'deck', 'lint', '--json');
    const outcome = json<{ files: number; cards: number; problems: { file: string }[] }>(printed);
    expect(outcome.files).toBeGreaterThanOrEqual(7);
    expect(outcome.cards).toBeGreaterThan(420);
    expect(outcome.problems.filter(({ file }) => file.startsWith(home))).toEqual([]);
  });

  test('problems have a place, a rule and a hint; the exit code is 1', async () => {
    const home = tempFolder('home');
    const file = writeDeck(
      join(home, 'bad.yaml'),
      'deck: bad\ntitle: Bad\ncards:\n  - id: bad-one\n    kind: basic\n    topic: t\n    front: F\n',
    );
    const outcome = await run(home, 'deck', 'lint', file);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toMatch(
      new RegExp(
        `^${file}:4:\\d+ error .+ \\(schema\\) \\[bad-one\\]\n {2}.+\n\n1 problem; 1 file left out: it has problems\\.\n$`,
      ),
    );
    const asJson = await run(home, 'deck', 'lint', file, '--json');
    expect(asJson.code).toBe(1);
    expect(json(asJson)).toMatchObject({ files: 1, problems: [{ rule: 'schema', line: 4, id: 'bad-one' }] });
  });

  test('a folder, and a path that is not there', async () => {
    const home = aHome();
    expect((await run(home, 'deck', 'lint', join(home, 'decks'))).out).toBe(
      '✓ 1 file, 9 cards checked, no problems.\n',
    );
    const missing = await run(home, 'deck', 'lint', './nope');
    expect(missing).toMatchObject({
      code: 2,
      err: 'error: there is no file or folder ./nope.\nhint: Check the path.\n',
    });
  });
});
