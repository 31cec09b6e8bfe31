/** Text that grows at its end, looked at only there: a long one is not copied for each piece that is added. */
export class Pieces {
  readonly #pieces: string[] = [];
  #item: string | undefined;
  #mark: string | undefined;

  push(text: string): void {
    if (text === '') return;
    this.#item = undefined;
    this.#mark = undefined;
    this.#pieces.push(text);
  }

  /** The mark of a list's item: what follows stands in its line. */
  pushItem(mark: string): void {
    this.push(mark);
    this.#item = mark;
  }

  /** A mark such as `**` that what follows is put in. */
  openMark(mark: string): void {
    this.push(mark);
    this.#mark = mark;
  }

  /** A space at the beginning of a mark goes before it. True where there was a mark that had just opened. */
  spaceBeforeMark(): boolean {
    const mark = this.#mark;
    if (mark === undefined) return false;
    this.#pieces.pop();
    if (!this.atSpace) this.push(' ');
    this.openMark(mark);
    return true;
  }

  get atItem(): boolean {
    return this.#item !== undefined;
  }

  get atLineStart(): boolean {
    const last = this.#pieces.at(-1);
    return last === undefined || last.endsWith('\n') || this.atItem;
  }

  get atSpace(): boolean {
    const last = this.#pieces.at(-1);
    return last === undefined || /\s$/.test(last.slice(-1));
  }

  newLine(): void {
    this.#trimEnd();
    if (this.#pieces.length > 0 && !this.atLineStart) this.push('\n');
  }

  /** An empty line, where there is none yet. */
  paragraph(): void {
    this.newLine();
    const last = this.#pieces.at(-1);
    if (last !== undefined && last !== '\n\n') {
      if (last === '\n') this.#pieces[this.#pieces.length - 1] = '\n\n';
      else this.push('\n');
    }
  }

  /** Spaces inside of a mark go outside: Markdown takes "** a **" for plain stars. A mark around nothing goes. */
  endMark(mark: string): void {
    let space = '';
    let last = this.#pieces.at(-1);
    while (last !== undefined && last.trimEnd() !== last) {
      const kept = last.trimEnd();
      space = last.slice(kept.length) + space;
      this.#pieces.pop();
      if (kept !== '') this.#pieces.push(kept);
      last = this.#pieces.at(-1);
    }
    if (last === mark) this.#pieces.pop();
    else this.push(mark);
    this.push(space);
  }

  join(): string {
    return this.#pieces
      .join('')
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  #trimEnd(): void {
    if (this.atItem) return;
    let last = this.#pieces.at(-1);
    while (last !== undefined && /[ \t]/.test(last.slice(-1))) {
      const kept = last.replace(/(?<![ \t])[ \t]+$/, '');
      this.#pieces.pop();
      if (kept !== '') this.#pieces.push(kept);
      last = this.#pieces.at(-1);
    }
  }
}
