import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import type { Terminal } from '../../src/ports.ts';

const names: Readonly<Record<string, string>> = {
  up: '\u001B[A',
  down: '\u001B[B',
  pageup: '\u001B[5~',
  pagedown: '\u001B[6~',
  enter: '\r',
  backspace: '\u007F',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
};

/** What a terminal sends for keys by name; anything else is sent as it is. */
export const keyCodes = (keys: string): string[] => keys.split(' ').map((key) => names[key] ?? key);

export const screenOf = (emulator: xterm.Terminal): string[] => {
  const { active } = emulator.buffer;
  const lines = Array.from(
    { length: emulator.rows },
    (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
  );
  while (lines.at(-1) === '') lines.pop();
  return lines;
};

/** A terminal without a process behind it: what is written goes to an emulator that knows the screen. */
export class FakeTerminal implements Terminal {
  readonly emulator: xterm.Terminal;
  readonly input = new PassThrough();
  readonly output: Writable;
  readonly interactive = true;
  readonly colors = false;
  readonly unicode = true;
  readonly #abort = new AbortController();
  readonly stop = this.#abort.signal;
  readonly #callbacks = new Set<() => void>();
  written = '';

  constructor(
    private columns = 60,
    private rows = 16,
  ) {
    this.emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.output = new Writable({
      write: (chunk, _, done) => {
        this.written += String(chunk);
        // A real terminal turns a newline into the start of the next line.
        this.emulator.write(String(chunk).replace(/(?<!\r)\n/g, '\r\n'), done);
      },
    });
    // As with a process's own output, a prompt that is over does not close it.
    this.output.end = () => this.output;
  }

  size() {
    return { columns: this.columns, rows: this.rows };
  }

  onResize(callback: () => void) {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  print(text: string) {
    this.output.write(`${text}\n`);
  }

  complain() {}

  interrupt(reason: unknown) {
    this.#abort.abort(reason);
  }

  resize(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.emulator.resize(columns, rows);
    for (const callback of this.#callbacks) callback();
  }

  /** Waits until what was sent has been taken in and drawn. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise<void>((resolve) => this.emulator.write('', resolve));
  }

  async press(keys: string): Promise<string[]> {
    for (const code of keyCodes(keys)) {
      this.input.write(code);
      await this.settle();
    }
    return this.screen();
  }

  screen(): string[] {
    return screenOf(this.emulator);
  }
}
