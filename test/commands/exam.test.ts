import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { json, type RunOptions, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

const newHome = () => tempFolder('home');

interface PaperDocument {
  readonly exam: string;
  readonly minutes: number;
  readonly questions: readonly {
    id: string;
    number: number;
    domain: string;
    choose: number;
    scored: boolean;
  }[];
  readonly domains: readonly { id: string; questions: number }[];
  readonly shortages: readonly { domain: string }[];
  readonly notice: string | null;
}

interface HistoryDocument {
  readonly attempts: readonly {
    attempt: string;
    status: string;
    correct: number | null;
    unseen: number;
    mode: string;
  }[];
}

async function paper(home: string, ...args: string[]): Promise<PaperDocument> {
  const outcome = await runCli(['exam', ...args, '--dry-run', '--json'], { home });
  expect(outcome.err).toBe('');
  return json<PaperDocument>(outcome);
}

/** Takes an exam line by line. */
const take = (home: string, args: string, input: string, more: Partial<RunOptions> = {}) =>
  runCli(['exam', ...args.split(' ').filter(Boolean)], { home, input, ...more });

/** Wherever a line was wrapped. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('a paper, looked at without starting it', () => {
  test('DVA-C03 is 65 questions, 20/17/14/14, none twice, and tells no key', async () => {
    const home = newHome();
    const outcome = await runCli(['exam', 'dva-c03', '--dry-run', '--json', '--seed', '7'], { home });
    const document = json<PaperDocument>(outcome);
    expect(document).toMatchObject({ exam: 'DVA-C03', minutes: 130, shortages: [] });
    expect(document.domains.map(({ questions }) => questions)).toEqual([20, 17, 14, 14]);
    expect(new Set(document.questions.map(({ id }) => id)).size).toBe(65);
    expect(document.notice).toBe('DVA-C03 can be taken from 2026-12-01.');
    expect(outcome.out).not.toMatch(/keys|correct|fingerprint/);
    expect(readdirSync(home)).toEqual([]);
  });

  test('the same seed gives the same paper, another another', async () => {
    const home = newHome();
    const one = await paper(home, 'DVA-C03', '--seed', '7');
    expect(await paper(home, 'DVA-C03', '--seed', '7')).toEqual(one);
    expect((await paper(home, 'DVA-C03', '--seed', '8')).questions).not.toEqual(one.questions);
  });

  test.each([
    [['--questions', '10'], { count: 10, minutes: 20 }],
    [['--questions', '10', '--minutes', '7'], { count: 10, minutes: 7 }],
    [['--extra-time'], { count: 65, minutes: 160 }],
    [['--untimed'], { count: 65, minutes: null }],
    [['--domain', '2'], { count: 17, minutes: 34 }],
    [['--domain', '2', '--domain', '4'], { count: 31, minutes: 62 }],
  ])('%j', async (args, { count, minutes }) => {
    const document = await paper(newHome(), 'DVA-C03', '--seed', '1', ...args);
    expect(document.questions).toHaveLength(count);
    expect(document.minutes).toBe(minutes);
  });

  test('15 of 65 are unscored where that is asked for', async () => {
    const { questions } = await paper(newHome(), 'DVA-C03', '--with-unscored');
    expect(questions.filter(({ scored }) => !scored)).toHaveLength(15);
  });

  test('a bank that is too small says how many it has', async () => {
    const outcome = await runCli(['exam', 'DVA-C03', '--questions', '900', '--dry-run'], { home: newHome() });
    expect(flat(outcome.out)).toMatch(/Domain 1 \([^)]*\) has \d+ of the 270 questions it should give\./);
    expect(outcome.out).toMatch(/The paper has \d+ questions\./);
  });

  test('questions that were not seen come first: three papers hardly repeat', async () => {
    const home = newHome();
    const first = await paper(home, 'DVA-C03', '--questions', '40', '--seed', '1');
    await take(home, 'DVA-C03 --questions 40 --seed 1', 'a\nend\nyes\n');
    const second = await paper(home, 'DVA-C03', '--questions', '40', '--seed', '1');
    const seen = new Set(first.questions.map(({ id }) => id));
    expect(second.questions.filter(({ id }) => seen.has(id))).toEqual([]);
  });
});

describe('what cannot be', () => {
  test.each([
    [['exam', 'DVA-C3'], /no exam "DVA-C3"/, /Did you mean DVA-C03\?/],
    [['exam', 'histry'], /no exam "histry"/, /Did you mean "aws-study exam history"\?/],
    [['exam', 'SAA-C03'], /no questions for SAA-C03 yet/, /DVA-C02 \(\d+\) and DVA-C03 \(\d+\)/],
    [['exam', 'DVA-C03', '--domain', '9'], /no domain "9"/, /1 \(Development with AWS Services\)/],
    [['exam', 'FOO'], /no exam "FOO"/, /^hint: "aws-study exam list" shows all\.$/m],
    [['exam', '--questions', '0'], /--questions is 0/, /at least 1/],
    [['exam', '--minutes', '0'], /--minutes is 0/, /--untimed for no clock/],
    [['exam', '--minutes', '-1'], /'-1' is invalid/, /./],
    [['exam', '--untimed', '--extra-time'], /no clock to set/, /Leave out/],
    [['exam', '--resume', '--questions', '5'], /--questions does not go with it/, /leave out --resume/],
    [['exam', '--resume', '--untimed'], /--untimed does not go with it/, /leave out --resume/],
    [['exam', '--resume', '--new'], /--new does not go with it/, /leave out --resume/],
    [['exam', '--untimed', '--minutes', '5'], /no clock to set/, /Leave out/],
    [['exam', '--json'], /cannot be taken in JSON/, /--dry-run/],
    [['exam', '--resume'], /no unfinished attempt/, /aws-study exam/],
    [['exam', 'review'], /no attempt yet/, /aws-study exam/],
  ])('%j', async (argv, what, hint) => {
    const { code, out, err } = await runCli(argv, { home: newHome() });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(what);
    expect(err).toMatch(hint);
  });
});

describe('which exam', () => {
  test.each([
    ['2026-11-20T08:00:00Z', 'DVA-C02', 'DVA-C02 can be taken until 2026-11-30; DVA-C03 replaces it.'],
    ['2026-12-01T08:00:00Z', 'DVA-C03', null],
  ])('on %s it is %s', async (now, exam, notice) => {
    const outcome = await runCli(['exam', '--dry-run', '--json'], { home: newHome(), now });
    expect(json<PaperDocument>(outcome)).toMatchObject({ exam, notice });
  });

  test('the one of the settings, where one is set', async () => {
    const home = newHome();
    await runCli(['config', 'exam', 'dva-c03'], { home });
    expect(json<PaperDocument>(await runCli(['exam', '--dry-run', '--json'], { home })).exam).toBe('DVA-C03');
  });

  test('a retired one says what replaced it, and still runs', async () => {
    const now = '2026-12-02T08:00:00Z';
    const { code, out } = await take(newHome(), 'DVA-C02 --questions 2', 'a\nend\nyes\n', { now });
    expect(code).toBe(0);
    expect(out).toContain('DVA-C02 was taken for the last time on 2026-11-30; DVA-C03 replaced it.');
    expect(out).toContain('DVA-C02 mock exam: 2 questions');
  });
});

describe('line by line', () => {
  test('answers, flags, moves, reviews, ends; the result, and exit code 0 for a failed one', async () => {
    const home = newHome();
    const input = 'a\nflag\nnext\nzz\nprev\ngoto 3\nb\nreview\nreview flagged\nend\nno\nend\nyes\n';
    const { code, out, err } = await take(home, 'DVA-C03 --questions 3 --domain 1 --seed 4', input);
    expect(err).toBe('');
    expect(code).toBe(0);
    for (const words of [
      'Question 1 of 3. 6 minutes left.',
      'Saved: A.',
      'Flagged.',
      '"zz" is no command',
      'Question 3 of 3.',
      ', flagged',
      '2: unanswered',
      'unanswered and will count as wrong.',
      'AWS does not publish how raw scores map to the scale',
      'pass (estimate)',
      '3 questions say little',
      'aws-study exam review',
    ]) {
      expect(flat(out)).toContain(words);
    }
    expect(out).not.toContain('Explanation');
    const { attempts } = json<HistoryDocument>(await runCli(['exam', 'history', '--json'], { home }));
    expect(attempts).toMatchObject([{ status: 'finished', mode: 'timed', unseen: 3 }]);
  });

  test('what is ahead is said first, and the clock waits for a line', async () => {
    const home = newHome();
    const args = 'DVA-C03 --questions 4 --extra-time --with-unscored';
    const none = await take(home, args, '');
    expect(none.code).toBe(0);
    expect(none.out).toMatch(/type q to leave:\nNo exam was begun, and nothing is saved\.\n$/);
    expect(json<HistoryDocument>(await runCli(['exam', 'history', '--json'], { home })).attempts).toEqual([]);
    const { out } = await take(home, args, '\n');
    const [before = '', after = ''] = out.split('Question 1 of 4.');
    for (const words of [
      '4 questions in 10 minutes (2 of them extra time).',
      '3 of them count; 1 is an unscored trial',
      'runs on when the program is closed',
      'DVA-C03 can be taken from 2026-12-01.',
      'goto 12',
    ]) {
      expect(flat(before)).toContain(words);
    }
    expect(after).toContain('10 minutes left.');
  });

  test('end of input saves, says how to go on, and exits 0', async () => {
    const { code, out } = await take(newHome(), 'DVA-C03 --questions 3', 'a\n');
    expect(code).toBe(0);
    expect(flat(out)).toMatch(/Saved: [01] of 3 answered\. The clock runs on: 6 minutes left\./);
    expect(flat(out)).toContain('Go on with "aws-study exam --resume".');
  });

  test('an empty line begins, and what follows it drives the exam: a pipe needs nothing more', async () => {
    const { code, out } = await take(newHome(), 'DVA-C03 --questions 2 --plain', '\na\nnext\nb\nend\nyes\n');
    expect(code).toBe(0);
    expect(out.indexOf('Press Enter to begin')).toBeLessThan(out.indexOf('Question 1 of 2.'));
    expect(out.indexOf('Question 1 of 2.')).toBeLessThan(out.indexOf('Question 2 of 2.'));
    expect(out).toContain('End and score it?');
    expect(out).toMatch(/estimate/i);
  });

  test('after the end the next commands have the same home and mode', async () => {
    const home = newHome();
    const args = `DVA-C03 --questions 2 --seed 3 --plain --home ${home}`;
    const { out } = await take(newHome(), args, '\nend\nyes\n', { env: { COLUMNS: '300' } });
    expect(flat(out)).toContain(`aws-study exam review --plain --home ${home}`);
    expect(flat(out)).toContain(`go on with aws-study quiz --plain --home ${home}`);
  });

  test('the command that goes on has the home and the mode of the one that was typed', async () => {
    const [home, elsewhere] = [newHome(), newHome()];
    const args = `DVA-C03 --questions 3 --plain --home ${home}`;
    const command = `aws-study exam --resume --plain --home ${home}`;
    const left = await take(elsewhere, args, '\na\n', { env: { COLUMNS: '300' } });
    expect(flat(left.out)).toContain(`"${command}" goes on with every answer`);
    expect(flat(left.out)).toContain(`Go on with "${command}".`);
    const refused = await take(elsewhere, args, '\n');
    expect(flat(refused.err)).toContain(`Go on with "${command}", or start another with --new.`);
    const review = await runCli(['exam', 'review', '1', '--plain', '--home', home], { home: elsewhere });
    expect(flat(review.err)).toContain(`Go on with "${command}".`);
  });

  test('practice: check shows the answer and every why; then it stands', async () => {
    // As many letters as the question takes: more than that are refused.
    const input = 'check\na\na b\na b c\ncheck\nb\npause\nresume\nend\nyes\n';
    const { out } = await take(newHome(), 'DVA-C03 --questions 1 --domain 3 --practice --seed 2', input);
    expect(out).toContain('Answer first.');
    expect(out).toMatch(/Right answer: [A-E]/);
    expect(out.match(/^Why: /gm)?.length).toBeGreaterThanOrEqual(4);
    expect(out).toContain('Explanation: ');
    expect(out).toContain('The answer was shown: it can no longer be changed.');
    expect(out).toContain('Paused.');
  });
});

describe('an attempt that was left', () => {
  const start = (home: string, args = '') =>
    take(home, `DVA-C03 --questions 3 --domain 1 --seed 4 ${args}`, 'b\nflag\nnext\na\n');

  test('goes on with paper, order, answers, flags and place', async () => {
    const home = newHome();
    const before = await start(home);
    const after = await take(home, '--resume', 'review\nprev\n');
    expect(after.out).not.toMatch(/clock starts/);
    expect(after.out).toMatch(/^1: (answered B|1 of \d chosen), flagged$/m);
    expect(after.out).toMatch(/^2: (answered A|1 of \d chosen)$/m);
    const question = /Question 1 of 3[\s\S]*?D\. [^\n]*/;
    const text = (out: string) => question.exec(out)?.[0].replace(/^.*\n/, '');
    expect(text(after.out)?.replace(/^/, '')).toBe(text(before.out));
  });

  test('the clock has run on; when the time was up it is scored at once', async () => {
    const home = newHome();
    await start(home);
    const later = await take(home, '--resume', '', { now: '2026-11-20T08:04:00Z' });
    expect(later.out).toContain('2 minutes left');
    const over = await take(home, '--resume', 'a\n', { now: '2026-11-20T20:00:00Z' });
    expect(over.code).toBe(0);
    expect(over.out).toContain('The time was up: the attempt is submitted with what was chosen.');
    expect(flat(over.out)).toMatch(/the time ran out, and what was chosen counts; [1-3] unanswered/);
    expect((await take(home, '--resume', '')).err).toContain('there is no unfinished attempt');
  });

  test('it is also meant by its number in the history, or its id', async () => {
    const home = newHome();
    await start(home);
    await take(home, 'DVA-C03 --questions 2 --new', '\n', { now: '2026-11-20T08:01:00Z' });
    const at = { now: '2026-11-20T08:02:00Z' };
    expect((await take(home, '1 --resume', '', at)).out).toContain('Question 2 of 3.');
    expect((await take(home, '2 --resume', '', at)).out).toContain('Question 1 of 2.');
    expect((await take(home, '--resume', '', at)).out).toContain('Question 1 of 2.');
    expect((await take(home, '3 --resume', '', at)).err).toContain('no unfinished attempt of 3');
  });

  test('a practice waits', async () => {
    const home = newHome();
    await start(home, '--practice');
    const later = await take(home, '--resume', '', { now: '2026-11-25T08:04:00Z' });
    expect(later.out).toContain('Question 2 of 3. 6 minutes left.');
  });

  test('a new one is not begun beside it unasked', async () => {
    const home = newHome();
    await start(home);
    const refused = await take(home, 'DVA-C03 --questions 2', 'a\n');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/is not finished: \d of 3 answered/);
    expect(refused.err).toMatch(/--resume.*--new/);
    const begun = await take(home, 'DVA-C03 --questions 2 --new', 'a\n');
    expect(begun.out).toContain('Question 1 of 2.');
  });

  test('nor beside one that began while the start was being read', async () => {
    const attemptsIn = async (home: string) =>
      json<HistoryDocument>(await runCli(['exam', 'history', '--json'], { home })).attempts.length;
    const waits = async (args: string) => {
      const home = newHome();
      const stdin = new PassThrough();
      const second = runCli(['exam', 'DVA-C03', '--questions', '2', ...args.split(' ').filter(Boolean)], {
        home,
        stdin,
      });
      await vi.waitFor(() => expect(stdin.readableFlowing).toBe(true));
      await start(home);
      stdin.end('\n');
      return { ...(await second), attempts: await attemptsIn(home) };
    };
    const refused = await waits('');
    expect(refused.code).toBe(2);
    expect(refused.out).toContain('No exam was begun, and nothing is saved.');
    expect(refused.err).toMatch(/another terminal has begun a DVA-C03 exam in the meantime/);
    expect(flat(refused.err)).toMatch(/"aws-study exam --resume" once it is closed; --new starts another/);
    expect(refused.attempts).toBe(1);
    const wanted = await waits('--new');
    expect(wanted.out).toContain('Question 1 of 2.');
    expect(wanted.attempts).toBe(2);
  });

  test('one whose time is up is scored before a new one begins', async () => {
    const home = newHome();
    await start(home);
    const next = await take(home, 'DVA-C03 --questions 2', '\n', { now: '2026-11-20T20:00:00Z' });
    expect(flat(next.out)).toMatch(/The time of your attempt \S+ was up: it is scored now\./);
    expect(next.out).toContain('Question 1 of 2.');
  });

  test('its answers are not shown before the end', async () => {
    const home = newHome();
    await start(home);
    const { attempts } = json<HistoryDocument>(await runCli(['exam', 'history', '--json'], { home }));
    const review = await runCli(['exam', 'review', attempts[0]?.attempt ?? ''], { home });
    expect(review.code).toBe(2);
    expect(review.err).toContain('is not finished');
  });
});

describe('afterwards', () => {
  test('missed questions put their cards in front of the quiz; memory is untouched', async () => {
    const home = newHome();
    const { out } = await take(home, 'DVA-C03 --questions 20 --domain 1 --seed 4', 'end\nyes\n');
    const boosted = Number(/(\d+) cards of the 20 questions you missed/.exec(flat(out))?.[1]);
    expect(boosted).toBeGreaterThan(0);
    expect(out).toContain('aws-study quiz');
    const due = json<{ due: { card: string; reason: string }[] }>(await runCli(['due', '--json'], { home }));
    expect(due.due.filter(({ reason }) => reason === 'boosted')).toHaveLength(boosted);
    const journal = readdirSync(join(home, 'journal'));
    expect(journal).toHaveLength(1);
  });

  test('the review has every option with its why, and links what to study', async () => {
    const home = newHome();
    await take(home, 'DVA-C03 --questions 4 --domain 1 --seed 4', 'a\nnext\nflag\nend\nyes\n');
    const plain = await runCli(['exam', 'review', '--only', 'flagged'], { home });
    expect(plain.out).toContain('1 question of 4 (flagged).');
    expect(plain.out).toContain('Not answered.');
    expect(plain.out.match(/^Why: /gm)?.length).toBeGreaterThanOrEqual(4);
    const document = json<{
      raw: object;
      questions: { stem: string; options: { why: string }[]; yourAnswer: string }[];
    }>(await runCli(['exam', 'review', '1', '--json'], { home }));
    expect(document.questions).toHaveLength(4);
    expect(document.questions[0]?.yourAnswer).toBe('A');
    expect(document.questions[3]?.yourAnswer).toBe('');
    expect(document.questions.every(({ options }) => options.every(({ why }) => why.length > 0))).toBe(true);
  });

  test('history: a line for each, the trend of whole papers, attempts in their time zone', async () => {
    const home = newHome();
    for (const seed of [1, 2]) {
      await take(home, `DVA-C03 --questions 20 --seed ${seed}`, `${'a\nnext\n'.repeat(20)}end\nyes\n`);
    }
    const { out } = await runCli(['exam', 'history'], { home });
    expect(out.match(/of 20/g)).toHaveLength(2);
    expect(out).toMatch(/Trend DVA-C03: [\d.]+% → [\d.]+%/);
    expect(out).toContain('Ready means 80% or more');
  });

  test('numbers stay: 1 is the first attempt, also after others', async () => {
    const home = newHome();
    const minute = (n: number) => ({ now: `2026-11-20T08:0${n}:00Z` });
    const rows = async () =>
      json<{ attempts: { number: number; attempt: string; questions: number }[] }>(
        await runCli(['exam', 'history', '--json'], { home }),
      ).attempts;
    await take(home, 'DVA-C03 --questions 2', 'a\nend\nyes\n', minute(0));
    const [first] = await rows();
    await take(home, 'DVA-C03 --questions 3', 'a\nend\nyes\n', minute(1));
    await take(home, 'DVA-C03 --questions 4', 'a\nend\nyes\n', minute(2));
    const all = await rows();
    expect(all.map(({ number, questions }) => [number, questions])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(all[0]).toEqual(first);
    const { out } = await runCli(['exam', 'history'], { home });
    expect(out.match(/^\d 2026-11-20 08:0\d DVA-C03/gm)).toEqual(
      [1, 2, 3].map((number) => `${number} 2026-11-20 08:0${number - 1} DVA-C03`),
    );
    for (const [typed, questions] of [
      [['1'], 2],
      [['2'], 3],
      [['3'], 4],
      [[], 4],
    ] as const) {
      const review = await runCli(['exam', 'review', ...typed, '--only', 'all'], { home });
      expect(review.out).toContain(`${questions} questions of ${questions} (all).`);
    }
    const none = await runCli(['exam', 'review', '4'], { home });
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no attempt "4".')]);
  });

  test('two attempts that are too short for a trend say so', async () => {
    const home = newHome();
    await take(home, 'DVA-C03 --questions 2', 'a\nend\nyes\n');
    expect((await runCli(['exam', 'history'], { home })).out).not.toContain('Trend');
    await take(home, 'DVA-C03 --questions 2', 'a\nend\nyes\n');
    const { out } = await runCli(['exam', 'history'], { home });
    expect(out).toContain('Trend DVA-C03: none yet.');
    expect(out).toContain('Two attempts of 20 questions or more make a trend.');
  });

  test('no score without the word that it is an estimate, in JSON too', async () => {
    const home = newHome();
    await take(home, 'DVA-C03 --questions 2', 'a\nend\nyes\n');
    type Estimated = { estimate: { scaled: number; note: string }; scaled?: number; passed?: boolean };
    const history = json<{ attempts: Estimated[] }>(await runCli(['exam', 'history', '--json'], { home }));
    const review = json<Estimated>(await runCli(['exam', 'review', '--json'], { home }));
    for (const one of [history.attempts[0], review]) {
      expect(one?.estimate.note).toMatch(/^an estimate: AWS does not publish/);
      expect([one?.scaled, one?.passed]).toEqual([undefined, undefined]);
    }
    const { out } = await runCli(['exam', 'history'], { home });
    expect(flat(out)).toMatch(/about \d+ . (no )?pass \(estimate\)/);
  });

  test('a damaged attempt is reported, and the others are shown', async () => {
    const home = newHome();
    await take(home, 'DVA-C03 --questions 2', 'a\nend\nyes\n');
    mkdirSync(join(home, 'attempts'), { recursive: true });
    writeFileSync(join(home, 'attempts', 'x.jsonl'), '{"type":"sta');
    const { code, out, err } = await runCli(['exam', 'history'], { home });
    expect(code).toBe(0);
    expect(err).toMatch(/x\.jsonl:1 the last line is cut short/);
    expect(out).toContain('of 2');
  });
});

test('exam list: dates, minutes, pass mark, questions per domain', async () => {
  const { out } = await runCli(['exam', 'list'], { home: newHome() });
  expect(out).toContain('65 questions, 130 minutes, pass 720');
  expect(out).toContain('SAA-C03');
  expect(out).toContain('no questions yet');
  const list = json<{ exam: string; bank: { questions: number }; domains: { questions: number }[] }[]>(
    await runCli(['exam', 'list', '--json'], { home: newHome() }),
  );
  const c03 = list.find(({ exam }) => exam === 'DVA-C03');
  const sum = c03?.domains.reduce((total, { questions }) => total + questions, 0);
  expect(sum).toBe(c03?.bank.questions);
  expect(sum).toBeGreaterThanOrEqual(195);
});

test.each([
  [['exam', 'list']],
  [['exam', 'DVA-C03', '--dry-run']],
  [['exam', 'DVA-C03', '--questions', '1']],
])('LANG=C: nothing but ASCII in %j', async (argv) => {
  const { out } = await runCli(argv, { home: newHome(), env: { LANG: 'C' } });
  // A question's own text is its author's.
  expect(out.split('Question 1 of')[0]).toMatch(/Developer - Associate/);
  expect(out.split('Question 1 of')[0]).toMatch(/^[\x20-\x7e\n]*$/);
});

test('deck lint checks a question bank and an exam by their paths', async () => {
  const folder = tempFolder('lint');
  mkdirSync(join(folder, 'dva'));
  const file = join(folder, 'dva', 'bad.yaml');
  writeFileSync(
    file,
    `questions:
  - id: other-one
    tasks: {dva-c03: "1.1"}
    stem: What helps? (option B)
    choose: 2
    options:
      - {text: All of the above, correct: true, why: Yes.}
      - {text: Hope}
    explanation: Retry.
    cards: [no-such-card]
    asOf: 2020-11-20
    difficulty: 1
`,
  );
  const outcome = await runCli(['deck', 'lint', file, '--json'], { home: newHome() });
  expect(outcome.code).toBe(1);
  const { questions, problems } = json<{
    questions: number;
    problems: { rule: string; line: number; column: number; file: string; id: string }[];
  }>(outcome);
  expect(questions).toBe(1);
  const rules = new Set(problems.map(({ rule }) => rule));
  for (const rule of ['question-id', 'choose-count', 'option-why', 'linked-cards', 'question-source']) {
    expect(rules).toContain(rule);
  }
  expect(problems.every((one) => one.file === file && one.line > 1 && one.id === 'other-one')).toBe(true);
});
