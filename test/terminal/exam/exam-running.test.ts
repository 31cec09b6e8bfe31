import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Interrupted } from '../../../src/errors.ts';
import { examScreen } from '../../../src/terminal/exam/exam-screen.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { runScreen } from '../../../src/terminal/screen.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { anExamSession, type ExamOnDesk } from '../../support/an-exam-session.ts';
import { FakeTerminal } from '../../support/fake-terminal.ts';
import { minuteMs } from '../../support/fixed-clock.ts';

const theme = makeTheme({ colors: false, unicode: true });

let terminal: FakeTerminal;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  terminal = new FakeTerminal(60, 20);
});
afterEach(() => {
  vi.useRealTimers();
  terminal.input.end();
});

async function start(desk: ExamOnDesk = anExamSession()) {
  const program = examScreen({ session: desk.session, theme, markdown: () => simpleMarkdown(theme) });
  const outcome = runScreen(program, terminal).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  await terminal.settle();
  return { ...desk, outcome, pass: (ms: number) => passed(desk, ms) };
}

/** The clock and the timers move together. */
function passed({ clock }: ExamOnDesk, ms: number): void {
  for (let gone = 0; gone < ms; gone += 1000) {
    clock.pass(1000);
    vi.advanceTimersByTime(1000);
  }
}

/** How many writes an action draws with. */
async function writesOf(act: () => unknown): Promise<number> {
  const write = vi.spyOn(terminal.output, 'write');
  await act();
  await terminal.settle();
  const texts = write.mock.calls.map(([chunk]) => String(chunk));
  write.mockRestore();
  // readline first moves the (hidden) cursor by the key that it took; that draws nothing.
  return texts.filter((text) => !/^\u001B\[\d+G$/.test(text)).length;
}

test('the countdown runs on the screen by itself, and at its end what was chosen is submitted', async () => {
  const { pass, outcome, session } = await start(anExamSession({ minutes: 3 }));
  await terminal.press('b');
  pass(3_000);
  await terminal.settle();
  expect(terminal.screen()[0]).toContain('2:57 left');
  pass(2 * minuteMs);
  await terminal.settle();
  expect(terminal.screen().join('\n')).toContain('Less than 1 minute left.');
  pass(minuteMs);
  expect(await outcome).toEqual({ result: { why: 'submitted' } });
  expect(session.choices(0)).toEqual([1]);
});

test('a key redraws in one write, and so does a second', async () => {
  const { pass } = await start();
  for (const key of ['a', 'n', 'down', 'f', 'r', 'down', 'enter']) {
    expect(
      await writesOf(() => terminal.input.write(key === 'enter' ? '\r' : key === 'down' ? '\u001B[B' : key)),
    ).toBe(1);
  }
  expect(await writesOf(() => pass(1_000))).toBe(1);
});

test('an hour of seconds takes no memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { pass } = await start(anExamSession({ minutes: 200 }));
  const used = async (seconds: number) => {
    pass(seconds * 1000);
    await terminal.settle();
    terminal.written = '';
    collect();
    return process.memoryUsage().heapUsed;
  };
  await used(600);
  const before = await used(600);
  const after = await used(3_600);
  expect((after - before) / 1024 / 1024).toBeLessThan(1);
});

test('a window that changes its size is drawn anew, down to 40 x 15, with the answer still there', async () => {
  await start();
  await terminal.press('b');
  for (const [columns, rows] of [
    [78, 30],
    [40, 15],
    [40, 24],
    [60, 20],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.settle();
    const screen = terminal.screen();
    expect(screen.filter((line) => line.includes('1 of 3'))).toHaveLength(1);
    expect(screen.join('\n')).toContain('◉ B. Bucket');
    expect(screen.at(-1)).toMatch(/help/);
  }
});

test('Ctrl-C ends it as an interruption, the terminal restored', async () => {
  const { outcome } = await start();
  await terminal.press('a ctrl-c');
  expect(await outcome).toEqual({ error: expect.any(Interrupted) });
  expect(terminal.written).toMatch(/\u001B\[\?1049l$/);
});

test('the number to go to is typed and read as it stands', async () => {
  await start();
  const screen = await terminal.press('g 3');
  expect(screen.join('\n')).toContain('Go to question (1-3): 3');
  expect((await terminal.press('enter'))[0]).toContain('3 of 3');
});
