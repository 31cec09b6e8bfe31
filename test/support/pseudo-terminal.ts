import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IPty, spawn as Spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { keyCodes, screenOf } from './fake-terminal.ts';

const require = createRequire(import.meta.url);
const { spawn } = require('@lydell/node-pty') as { spawn: typeof Spawn };

export const bin = join(import.meta.dirname, '../../bin/aws-study.mjs');

export interface PtyOptions {
  readonly home: string;
  readonly columns?: number;
  readonly rows?: number;
  /** Another place of the program than this project. */
  readonly program?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The environment of a learner: nothing of the shell that runs the tests. */
export const learnerEnv = (home: string, env: PtyOptions['env'] = {}): Record<string, string> => {
  const given = {
    PATH: process.env.PATH,
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    AWS_STUDY_HOME: home,
    AWS_STUDY_NOW: '2026-11-20T08:00:00Z',
    ...env,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
};

/** The built program in a real pseudo-terminal, with an emulator that knows what stands on the screen. */
export class PseudoTerminal {
  readonly emulator: xterm.Terminal;
  readonly exited: Promise<number>;
  readonly #pty: IPty;
  /** Everything that was written. */
  raw = '';
  isOver = false;

  constructor(args: readonly string[], options: PtyOptions) {
    const [cols, rows] = [options.columns ?? 100, options.rows ?? 30];
    this.emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
    this.#pty = spawn(process.execPath, [options.program ?? bin, ...args], {
      cols,
      rows,
      cwd: options.home,
      env: learnerEnv(options.home, options.env),
    });
    this.#pty.onData((data) => {
      this.raw += data;
      this.emulator.write(data);
    });
    this.exited = new Promise((resolve) =>
      this.#pty.onExit(({ exitCode, signal }) => {
        this.isOver = true;
        // A signal that ended the process is negative: no exit code of ours.
        resolve(signal !== undefined && signal > 0 ? -signal : exitCode);
      }),
    );
    onTestFinished(() => {
      if (!this.isOver) this.#pty.kill('SIGKILL');
      this.emulator.dispose();
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  send(keys: string): void {
    for (const code of keyCodes(keys)) this.#pty.write(code === 'space' ? ' ' : code);
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  kill(signal: string): void {
    this.#pty.kill(signal);
  }

  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  screen(): string[] {
    return screenOf(this.emulator);
  }

  text(): string {
    return this.screen().join('\n');
  }

  /** Waits until the screen shows it. */
  async shows(what: RegExp | string, withinMs = 10_000): Promise<string> {
    const until = Date.now() + withinMs;
    for (;;) {
      const text = this.text();
      if (typeof what === 'string' ? text.includes(what) : what.test(text)) return text;
      if (Date.now() > until) throw new Error(`"${what}" did not come; the screen was:\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Waits until nothing more is written. */
  async rests(quietMs = 120): Promise<string[]> {
    for (let before = -1; before !== this.raw.length; ) {
      before = this.raw.length;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
    return this.screen();
  }
}

/** The answers in a home's journal, as `card grade`. */
export function answersIn(home: string): string[] {
  const folder = join(home, 'journal');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { type: string; card: string; grade: number })
    .filter(({ type }) => type === 'review')
    .map(({ card, grade }) => `${card} ${grade}`);
}
