import { type Frame, fitFrame, type Size } from '../../src/terminal/frame.ts';
import type { Key, ScreenProgram } from '../../src/terminal/screen.ts';

/** A screen played by hand: keys in, what it shows out. The line that is typed is kept as readline would. */
export class PlayedScreen<Model, Result> {
  readonly #program: ScreenProgram<Model, Result>;
  #model: Model;
  #line = '';
  result: Result | undefined;
  size: Size = { columns: 60, rows: 40 };

  constructor(program: ScreenProgram<Model, Result>) {
    this.#program = program;
    this.#model = program.start;
  }

  /** Keys by name, separated by spaces: `space 3 u`; a capital letter is one with shift. */
  press(keys: string): this {
    for (const name of keys.split(' '))
      this.#key({ name: name.toLowerCase(), ctrl: false, shift: /^[A-Z]$/.test(name) });
    return this;
  }

  ctrl(name: string): this {
    this.#key({ name, ctrl: true, shift: false });
    return this;
  }

  type(text: string): this {
    for (const name of text) {
      this.#line += name;
      this.#key({ name: name === ' ' ? 'space' : name.toLowerCase(), ctrl: false, shift: false });
    }
    return this;
  }

  #key(key: Key): void {
    if (this.result !== undefined) throw new Error(`the screen has ended, and "${key.name}" came`);
    const step = this.#program.update(this.#model, key, this.#line);
    if ('result' in step) {
      this.result = step.result;
      return;
    }
    this.#model = step.model;
    if (this.frame().input === undefined || step.clearLine === true) this.#line = '';
  }

  /** A second passes. */
  tick(): this {
    const step = this.#program.tick?.(this.#model);
    if (step !== undefined && 'model' in step) this.#model = step.model;
    else if (step !== undefined) this.result = step.result;
    return this;
  }

  frame(): Frame {
    return this.#program.view(this.#model, this.size);
  }

  /** What stands on the screen, without trailing spaces. */
  shown(): string {
    const { top, bottom } = fitFrame(this.frame(), this.size, 0);
    return `\n${[...top, ...bottom].map((line) => line.trimEnd()).join('\n')}\n`;
  }
}
