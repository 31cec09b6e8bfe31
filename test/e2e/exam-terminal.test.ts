import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterEach, expect, test } from 'vitest';
import { screenOf } from '../support/fake-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

const bin = join(import.meta.dirname, '../../bin/aws-study.mjs');

interface Opened {
  readonly home: string;
  readonly pid: number;
  /** Waits until the screen shows a text. */
  sees(text: string | RegExp): Promise<string>;
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  readonly exit: Promise<number>;
  screen(): string;
}

const open: pty.IPty[] = [];
afterEach(() => {
  for (const one of open.splice(0)) {
    try {
      one.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
});

/** The built program in a real pseudo-terminal, its screen in an emulator. */
function start(
  home: string,
  args: readonly string[],
  { columns = 100, rows = 30, env = {} }: { columns?: number; rows?: number; env?: object } = {},
): Opened {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const terminal = pty.spawn(process.execPath, [bin, ...args], {
    cols: columns,
    rows,
    env: { ...process.env, LANG: 'C.UTF-8', TERM: 'xterm-256color', AWS_STUDY_HOME: home, ...env },
  });
  open.push(terminal);
  terminal.onData((data) => emulator.write(data));
  const screen = () => screenOf(emulator).join('\n');
  return {
    home,
    pid: terminal.pid,
    screen,
    exit: new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode))),
    type: (keys) => terminal.write(keys),
    resize(to, height) {
      emulator.resize(to, height);
      terminal.resize(to, height);
    },
    async sees(text) {
      const found = () => (typeof text === 'string' ? screen().includes(text) : text.test(screen()));
      for (let tries = 0; tries < 500; tries += 1) {
        if (found()) return screen();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`never seen: ${text}\n${screen()}`);
    },
  };
}

/** An exam whose page before the clock was read, at its first question. */
async function begin(...given: Parameters<typeof start>): Promise<Opened> {
  const exam = start(...given);
  await exam.sees('before you begin');
  exam.type('\r');
  await exam.sees('question 1 of 3');
  return exam;
}

const short = ['exam', 'DVA-C03', '--questions', '3', '--domain', '1', '--seed', '4'];
const attemptsOf = (home: string) =>
  readdirSync(join(home, 'attempts')).filter((name) => name.endsWith('.jsonl'));

test('a short exam from the first question to the result', async () => {
  const exam = await begin(tempFolder('home'), short);
  exam.type('a');
  await exam.sees('◉ A.');
  exam.type('nbn');
  await exam.sees('question 3 of 3');
  exam.type('f');
  await exam.sees(/flagged/);
  exam.type('r');
  await exam.sees('review:');
  exam.type('x');
  await exam.sees('End the exam and score it?');
  exam.type('y');
  await exam.sees('Scaled score, estimated');
  expect(await exam.exit).toBe(0);
  expect(exam.screen()).toContain('aws-study exam review');
  const review = start(exam.home, ['exam', 'review', '--only', 'all']);
  await review.sees('all 1/3');
  review.type('n');
  await review.sees('all 2/3');
  review.type('q');
  expect(await review.exit).toBe(0);
}, 20_000);

test.each([
  ['q', 'q', 0],
  ['Ctrl-C', '\u0003', 130],
])(
  'before Enter there is no attempt, and nothing on disk: %s leaves',
  async (_, keys, code) => {
    const home = tempFolder('home');
    const exam = start(home, short);
    await exam.sees('3 questions in 6 minutes');
    expect(exam.screen()).toContain('enter begin');
    exam.type('afnx ');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(readdirSync(home)).toEqual([]);
    exam.type(keys);
    expect(await exam.exit).toBe(code);
    await exam.sees('No exam was begun, and nothing is saved.');
    expect(readdirSync(home)).toEqual([]);
  },
  20_000,
);

test('the clock starts at Enter, however long the page was read', async () => {
  const exam = start(tempFolder('home'), short);
  await exam.sees('before you begin');
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  exam.type('\r');
  expect(await exam.sees('question 1 of 3')).toMatch(/(6:00|5:59) left/);
  exam.type('q');
  expect(await exam.exit).toBe(0);
}, 20_000);

test('Ctrl-C saves and says how to go on; the exam goes on with every answer', async () => {
  const exam = await begin(tempFolder('home'), short);
  exam.type('bf');
  await exam.sees('◉ B.');
  await exam.sees('flagged');
  exam.type('\u0003');
  expect(await exam.exit).toBe(130);
  await exam.sees('aws-study exam --resume');
  const again = start(exam.home, ['exam', '--resume']);
  await again.sees('everything is as you left it');
  expect(again.screen()).toContain('◉ B.');
  expect(again.screen()).toContain('flagged');
  again.type('q');
  expect(await again.exit).toBe(0);
}, 20_000);

test('two terminals: the second is refused while the first lives, and not a moment longer', async () => {
  const first = await begin(tempFolder('home'), short);
  first.type('b');
  await first.sees('◉ B.');
  const env = { ...process.env, AWS_STUDY_HOME: first.home };
  const second = spawnSync(process.execPath, [bin, 'exam', '--resume'], { env, encoding: 'utf8', input: '' });
  expect(second.status).toBe(2);
  expect(second.stderr).toContain(`open in another terminal (process ${first.pid}`);
  process.kill(first.pid, 'SIGKILL');
  await first.exit;
  const third = start(first.home, ['exam', '--resume']);
  await third.sees('everything is as you left it');
  expect(third.screen()).toContain('◉ B.');
  third.type('q');
  expect(await third.exit).toBe(0);
}, 20_000);

test('a new exam beside an unfinished one is asked about', async () => {
  const first = await begin(tempFolder('home'), short);
  first.type('nq');
  await first.exit;
  const second = start(first.home, short);
  await second.sees('is not finished');
  await second.sees('Go on with it');
  second.type('\r');
  await second.sees('question 2 of 3');
  second.type('q');
  expect(await second.exit).toBe(0);
  expect(attemptsOf(first.home)).toHaveLength(1);
  const third = start(first.home, short);
  await third.sees('Go on with it');
  third.type('\u001B[B\r');
  await third.sees('before you begin');
  expect(attemptsOf(first.home)).toHaveLength(1);
  third.type('\r');
  await third.sees('question 1 of 3');
  third.type('q');
  expect(await third.exit).toBe(0);
  expect(attemptsOf(first.home)).toHaveLength(2);
}, 30_000);

test('40 x 15: the question pages, and a resize redraws clean', async () => {
  const exam = start(tempFolder('home'), short, { columns: 40, rows: 15 });
  const before = await exam.sees('enter begin');
  expect(before.split('\n').length).toBeLessThan(15);
  expect(before).toMatch(/-- \d+ more lines: j or down --/);
  exam.type('\r');
  const first = await exam.sees('question 1 of 3');
  expect(first.split('\n').length).toBeLessThan(15);
  expect(first).toMatch(/-- \d+ more lines: j --/);
  exam.type('jjjjj');
  await exam.sees(/question 1 of 3/);
  exam.type('a');
  await exam.sees('◉ A.');
  exam.resize(90, 40);
  await exam.sees('go to');
  const wide = exam.screen();
  expect(wide.match(/question 1 of 3/g)).toHaveLength(1);
  expect(wide).toContain('◉ A.');
  exam.type('q');
  expect(await exam.exit).toBe(0);
}, 20_000);

test('a stopped process keeps its attempt to itself; once it is gone, a paper whose time is up is scored', async () => {
  const exam = await begin(tempFolder('home'), short);
  exam.type('b');
  await exam.sees('◉ B.');
  process.kill(exam.pid, 'SIGSTOP');
  const [name = ''] = attemptsOf(exam.home);
  const lines = readFileSync(join(exam.home, 'attempts', name), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toHaveLength(2);
  // A process that is stopped still lives: nobody else may write its attempt.
  const env = { ...process.env, AWS_STUDY_HOME: exam.home, AWS_STUDY_NOW: '2040-01-01T00:00:00Z' };
  const other = spawnSync(process.execPath, [bin, 'exam', '--resume'], { env, encoding: 'utf8', input: '' });
  expect(other.status).toBe(2);
  expect(other.stderr).toContain('open in another terminal');
  process.kill(exam.pid, 'SIGKILL');
  await exam.exit;
  const after = spawnSync(process.execPath, [bin, 'exam', '--resume'], { env, encoding: 'utf8', input: '' });
  expect(after.status).toBe(0);
  expect(after.stdout).toContain('The time was up');
}, 20_000);

test('SIGTERM in the middle saves and ends with 143', async () => {
  const home = tempFolder('home');
  const env = { ...process.env, AWS_STUDY_HOME: home };
  const child = spawn(process.execPath, [bin, ...short, '--plain'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const until = async (text: string) => {
    while (!out.includes(text)) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await until('to begin');
  child.stdin.write('\n');
  await until('help:');
  child.stdin.write('a\n');
  await until('Saved: A.');
  child.kill('SIGTERM');
  expect(await ended).toBe(143);
  expect(out).toContain('--resume');
}, 20_000);
