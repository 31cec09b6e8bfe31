import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { Interrupted, UserError } from '../../src/errors.ts';
import { main } from '../../src/main.ts';
import type { Host } from '../../src/ports.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

const run = (...argv: string[]) => runCli(argv, { home: tempFolder('home') });

describe('help and version', () => {
  test.each([['--version'], ['-V']])('%s', async (flag) => {
    expect(await run(flag)).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  test('help lists every command', async () => {
    const { code, out, err } = await run('--help');
    expect([code, err]).toEqual([0, '']);
    for (const { name } of commands) expect(out).toContain(name.split(' ')[0]);
  });

  test.each(
    commands
      .filter(({ load, name }) => load !== undefined && !/^$|^(?:calc|drill|exam)\b/.test(name))
      .map(({ name, examples }) => [name, examples] as const),
  )('help of %s: usage, summary, examples, and the options of every command', async (name, examples) => {
    const { code, out } = await run(...name.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: aws-study ${name}`));
    for (const example of examples ?? []) expect(out).toContain(`$ ${example}`);
    for (const option of ['--json', '--plain', '--no-color', '--home']) expect(out).toContain(option);
  });

  test.each([
    [['help', 'quiz'], 'aws-study quiz '],
    [['help', 'deck'], 'aws-study deck '],
    [['help', 'deck', 'lint'], 'aws-study deck lint '],
    [['deck', 'help', 'lint'], 'aws-study deck lint '],
    [['help', 'exam', 'history'], 'aws-study exam history '],
  ])('%j is the help of just that', async (argv, usage) => {
    const { code, out, err } = await run(...argv);
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith(`Usage: ${usage}`)).toBe(true);
  });

  test('help of a calculator is its own', async () => {
    const asked = await run('help', 'calc', 'sqs');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toBe((await run('calc', 'sqs', '--help')).out);
  });

  test('help alone is the help of all', async () => {
    expect(await run('help')).toEqual(await run('--help'));
  });

  test('a group alone shows what it has, and wants a command', async () => {
    const { code, out, err } = await run('deck');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: aws-study deck');
    expect(err).not.toContain('error');
  });
});

describe('what the user must change: two lines on standard error, exit code 2', () => {
  test.each([
    [['quizz'], "unknown command 'quizz'", 'Did you mean "aws-study quiz"?'],
    [['quizz', '--limit', '3'], "unknown command 'quizz'", 'Did you mean "aws-study quiz"?'],
    [['--home', 'x', 'quizz', '--bad'], "unknown command 'quizz'", 'Did you mean "aws-study quiz"?'],
    [['xyzzy'], "unknown command 'xyzzy'", 'Run "aws-study --help" for what there is.'],
    [['xyzzy', '--json'], "unknown command 'xyzzy'", 'Run "aws-study --help" for what there is.'],
    [['lint'], "unknown command 'lint'", 'Did you mean "aws-study deck lint"?'],
    [['deck', 'lst'], "unknown command 'lst'", 'Did you mean "aws-study deck list"?'],
    [['deck', 'xyzzy'], "unknown command 'xyzzy'", 'Run "aws-study deck --help" for what there is.'],
    [['help', 'xyzzy'], "unknown command 'xyzzy'", 'Run "aws-study --help" for what there is.'],
    [['help', 'lint'], "unknown command 'lint'", 'Did you mean "aws-study deck lint --help"?'],
    [
      ['help', 'list'],
      "unknown command 'list'",
      'Did you mean "aws-study exam list --help" or "aws-study deck list --help"?',
    ],
    [
      ['help', 'lambda'],
      "unknown command 'lambda'",
      '"lambda" is a calculator ("aws-study calc lambda --help") and a deck ("aws-study quiz lambda").',
    ],
    [['help', 'cidr'], "unknown command 'cidr'", '"cidr" is a calculator ("aws-study calc cidr --help").'],
    [['help', 'iam'], "unknown command 'iam'", '"iam" is a deck ("aws-study quiz iam").'],
    [['help', 'qiz'], "unknown command 'qiz'", 'Did you mean "aws-study help quiz"?'],
    [['help', 'deck', 'lnt'], "unknown command 'lnt'", 'Did you mean "aws-study help deck lint"?'],
    [['deck', 'help', 'lnt'], "unknown command 'lnt'", 'Did you mean "aws-study help deck lint"?'],
    [['help', 'quiz', 'more'], "unknown command 'more'", 'Run "aws-study quiz --help" for what there is.'],
    [
      ['deck', 'lint', '--a', '--b'],
      "unknown option '--a'",
      'Run "aws-study deck lint --help" for what there is.',
    ],
    [['--home', ''], '--home is empty.', 'Name a folder, or leave --home out.'],
    [['quiz', '--limt', '3'], "unknown option '--limt'", 'Did you mean --limit?'],
    [['--jsn'], "unknown option '--jsn'", 'Did you mean --json?'],
    [
      ['quiz', '--limit', 'ten'],
      "option '--limit <n>' argument 'ten' is invalid. Give a whole number, such as 20.",
      'Run "aws-study quiz --help" for what there is.',
    ],
    [
      ['quiz', '--limit', '-3'],
      "option '--limit <n>' argument '-3' is invalid. Give a whole number, such as 20.",
      'Run "aws-study quiz --help" for what there is.',
    ],
    [
      ['quiz', '--limit'],
      "option '--limit <n>' argument missing",
      'Run "aws-study quiz --help" for what there is.',
    ],
    // The value of an option is no command, though it is called like one.
    [
      ['--home', 'exam', 'quiz', '--bogus'],
      "unknown option '--bogus'",
      'Run "aws-study quiz --help" for what there is.',
    ],
    [
      ['--home=exam', 'deck', 'lint', '--bogus'],
      "unknown option '--bogus'",
      'Run "aws-study deck lint --help" for what there is.',
    ],
    [['show'], "missing required argument 'card'", 'Run "aws-study show --help" for what there is.'],
    [
      ['undo', 'it'],
      "too many arguments for 'undo'. Expected 0 arguments but got 1.",
      'Run "aws-study undo --help" for what there is.',
    ],
  ])('%j', async (argv, what, hint) => {
    expect(await run(...argv)).toEqual({ code: 2, out: '', err: `error: ${what}\nhint: ${hint}\n` });
  });
});

describe('every way to end', () => {
  /** A host whose world cannot be made. */
  const failing = (error: unknown) => {
    let err = '';
    const host: Host = {
      world: () => Promise.reject(error),
      onBug: () => {},
      print: () => {},
      complain: (text) => {
        err += text;
      },
    };
    return { host, err: () => err };
  };

  test.each([
    ['Ctrl-C', new Interrupted(), 130, ''],
    ['SIGTERM', new Interrupted(143), 143, ''],
    ['SIGHUP', new Interrupted(129), 129, ''],
    ['the user', new UserError('what.', 'do.'), 2, 'error: what.\nhint: do.\n'],
  ])('%s', async (_, error, code, err) => {
    const { host, err: said } = failing(error);
    expect([await main(['due'], host, '1.2.3'), said()]).toEqual([code, err]);
  });

  test.each([new TypeError('x is not a function'), 'a string', undefined])(
    'a bug (%s): stack, version, where to report it',
    async (bug) => {
      const { host, err } = failing(bug);
      expect(await main(['due'], host, '1.2.3')).toBe(70);
      expect(err()).toMatch(/^error: this is a bug in aws-study 1\.2\.3 \(node v[\d.]+, \w+\)\.\n/);
      expect(err()).toMatch(/\nhint: Please report it with the lines above: https:\/\/.+\n$/);
      if (bug instanceof Error) expect(err()).toContain('main.test.ts');
    },
  );
});

describe('the clock', () => {
  const at = (home: string, now: string, ...argv: string[]) => runCli(argv, { home, now });
  const card = 'sqs-fifo-queue-name';

  test.each(['yesterday', '2026-13-01', 'x'])('AWS_STUDY_NOW=%s is no instant', async (now) => {
    expect(await at(tempFolder('home'), now, 'due')).toEqual({
      code: 2,
      out: '',
      err: `error: AWS_STUDY_NOW is "${now}", which is no instant.\nhint: Write one like 2026-11-20T08:00:00Z.\n`,
    });
  });

  test.each([
    [
      '3 days back',
      '2026-11-17T08:00:00Z',
      /^error: the clock says 2026-11-17, 3 days behind your last answer \(2026-11-20\)\.\nhint: .*--trust-clock/,
    ],
    [
      '500 days ahead',
      '2028-04-03T08:00:00Z',
      /^error: the clock says 2028-04-03, 500 days ahead of your last answer .*\nhint: .*--trust-clock/,
    ],
  ])('%s: asked about before anything is written', async (_, now, words) => {
    const home = tempFolder('home');
    await at(home, '2026-11-20T08:00:00Z', 'review', card, 'good');
    for (const argv of [['review', card, 'good'], ['quiz']]) {
      const outcome = await at(home, now, ...argv);
      expect(outcome.code).toBe(2);
      expect(outcome.err).toMatch(words);
    }
    expect(json(await at(home, now, 'show', card, '--json'))).toMatchObject({ reviews: 1 });
    expect((await at(home, now, 'review', card, 'good', '--trust-clock')).code).toBe(0);
    expect((await at(home, now)).code).toBe(0);
  });

  test.each([
    ['2 days back', '2026-11-18T08:00:00Z'],
    ['400 days ahead', '2027-12-25T08:00:00Z'],
  ])('%s is let pass', async (_, now) => {
    const home = tempFolder('home');
    await at(home, '2026-11-20T08:00:00Z', 'review', card, 'good');
    expect((await at(home, now, 'review', card, 'good')).code).toBe(0);
  });
});

describe('the home', () => {
  test('--home goes before AWS_STUDY_HOME', async () => {
    const [flag, env] = [join(tempFolder('home'), 'deep', 'flag'), tempFolder('env')];
    await runCli(['review', 'sqs-fifo-queue-name', 'good', '--home', flag], { home: env });
    expect(existsSync(join(flag, 'journal'))).toBe(true);
    expect(existsSync(join(env, 'journal'))).toBe(false);
    const answered = await runCli(['--json'], { home: flag });
    expect(json(answered)).toMatchObject({ answeredToday: 1 });
  });

  test('a file where the home should be', async () => {
    const file = join(import.meta.dirname, 'main.test.ts');
    const outcome = await runCli(['review', 'sqs-fifo-queue-name', 'good'], { home: file });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toMatch(/^error: could not .*: .*\((?:ENOTDIR|EEXIST)\)\.\nhint: .+\n$/);
  });

  test('a folder where the journal file should be', async () => {
    const home = tempFolder('home');
    await runCli(['config', 'grades', 'two'], { home });
    mkdirSync(join(home, 'journal', 'd-x.jsonl'), { recursive: true });
    const outcome = await runCli(['due'], { home });
    expect(outcome.code).toBe(2);
    expect(outcome.err).not.toContain('    at ');
  });
});

test('colors follow NO_COLOR, FORCE_COLOR, --no-color and TERM', async () => {
  const home = tempFolder('home');
  const colored = async (env: Record<string, string>, ...argv: string[]) =>
    (await runCli(argv, { home, env })).out.includes('\u001B[');
  expect(await colored({})).toBe(false);
  expect(await colored({ FORCE_COLOR: '1' })).toBe(true);
  expect(await colored({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  expect(await colored({ FORCE_COLOR: '0' })).toBe(false);
  expect(await colored({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
  expect(await colored({ FORCE_COLOR: '1' }, '--json')).toBe(false);
});

test('a locale that is not UTF-8 gets ASCII signs', async () => {
  const home = tempFolder('home');
  const plain = await runCli([], { home, env: { LANG: 'C' } });
  expect(plain.out).toMatch(/^[\x20-\x7E\n]+$/);
  const help = await runCli(['help', 'deck', 'lint'], { home, env: { LANG: 'C' } });
  expect(help.out).toMatch(/^[\x20-\x7E\n]+$/);
  expect(help.out).toContain('tags, ...)');
  const wrong = await runCli(['quiz', '--kind', 'xyzzy', '--topic', 'xyzzy'], { home, env: { LANG: 'C' } });
  expect(wrong.err).toMatch(/^[\x20-\x7E\n]+$/);
  expect((await runCli([], { home, env: { LANG: 'C', LC_ALL: 'de_DE.UTF-8' } })).out).toContain('·');
});
