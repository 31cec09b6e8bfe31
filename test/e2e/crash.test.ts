import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PseudoTerminal, type PtyOptions } from '../support/pseudo-terminal.ts';
import { tempFolder } from '../support/temp-home.ts';

/** What goes wrong inside the program, once the file `armed` is there: nobody around it catches it. */
const faults = {
  timer: `setInterval(() => { if (armed()) throw new Error('it broke'); }, 20);`,
  rejection: `setInterval(() => { if (armed()) Promise.reject(new Error('it broke')); }, 20);`,
  'size of the window': `Object.defineProperty(process.stdout, 'columns', {
    configurable: true,
    set() {},
    get() { if (armed()) throw new Error('it broke'); return 100; },
  });`,
  clock: `const { now } = Date;
    Date.now = () => { if (armed()) throw new Error('it broke'); return now(); };`,
} as const;

function faulty(fault: keyof typeof faults, args: readonly string[], options: Partial<PtyOptions> = {}) {
  const home = options.home ?? tempFolder('home');
  const armed = join(home, 'armed');
  const preload = join(tempFolder('fault'), 'fault.mjs');
  writeFileSync(
    preload,
    `import { existsSync } from 'node:fs';
    const armed = () => existsSync(${JSON.stringify(armed)});
    ${faults[fault]}`,
  );
  const env = { NODE_OPTIONS: `--import ${preload}`, AWS_STUDY_NOW: undefined, NO_COLOR: '1' };
  const term = new PseudoTerminal(args, { ...options, home, env });
  return { home, term, arm: () => writeFileSync(armed, '') };
}

const exam = ['exam', 'DVA-C03', '--questions', '3', '--domain', '1', '--seed', '4'];

/** The shell's own page and cursor are back before anything is said of what went wrong. */
function expectRestoredFirst({ raw, emulator }: PseudoTerminal): void {
  const restored = raw.lastIndexOf('\u001B[?1049l');
  expect(restored).toBeGreaterThan(raw.lastIndexOf('\u001B[?1049h'));
  expect(raw.lastIndexOf('\u001B[?25h')).toBeGreaterThan(raw.lastIndexOf('\u001B[?25l'));
  expect(raw.indexOf('this is a bug in aws-study')).toBeGreaterThan(restored);
  expect(raw.match(/this is a bug in aws-study/g)).toHaveLength(1);
  expect(emulator.buffer.active.type).toBe('normal');
}

test.each<[keyof typeof faults, (term: PseudoTerminal) => void]>([
  ['timer', () => {}],
  ['rejection', () => {}],
  ['size of the window', (term) => term.resize(80, 24)],
  ['clock', () => {}],
])(
  'a fault of the %s in an exam: the terminal as it was, then the words, exit code 70',
  async (fault, act) => {
    const { home, term, arm } = faulty(fault, exam);
    await term.shows('before you begin');
    term.send('enter');
    await term.shows('question 1 of 3');
    term.send('b');
    await term.shows('◉ B.');
    arm();
    act(term);
    expect(await term.exited).toBe(70);
    await term.rests();
    expectRestoredFirst(term);
    expect(term.text()).toContain('it broke');
    expect(term.text()).toContain('hint: Please report it');
    // What was answered is there, and nobody holds it.
    const again = new PseudoTerminal(['exam', '--resume'], { home, env: { AWS_STUDY_NOW: undefined } });
    await again.shows('everything is as you left it');
    expect(again.text()).toContain('◉ B.');
    again.send('q');
    expect(await again.exited).toBe(0);
  },
);

test.each(['timer', 'rejection', 'clock'] as const)(
  'a fault of the %s before an exam begins',
  async (fault) => {
    const { term, arm } = faulty(fault, exam);
    await term.shows('before you begin');
    arm();
    term.send('enter');
    expect(await term.exited).toBe(70);
    await term.rests();
    expectRestoredFirst(term);
  },
);

test('a fault of a timer in a quiz', async () => {
  const { term, arm } = faulty('timer', ['quiz', '--seed', '1']);
  await term.shows(/show answer|enter check/);
  arm();
  expect(await term.exited).toBe(70);
  await term.rests();
  expectRestoredFirst(term);
});

test.each(['timer', 'rejection'] as const)('a fault of a %s where lines are read', async (fault) => {
  const { term, arm } = faulty(fault, [...exam, '--plain']);
  await term.shows('Press Enter to begin');
  term.send('enter');
  await term.shows('Type letters to answer');
  arm();
  expect(await term.exited).toBe(70);
  await term.rests();
  expect(term.raw).toContain('this is a bug in aws-study');
  expect(term.raw).toContain('--resume');
});
