import type { Frame } from './frame.ts';

export interface Key {
  /** `a`, `1`, `return`, `space`, `up`, `escape`, `?`: the character where there is one, else the name. */
  readonly name: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** A key as readline tells it. */
export interface RawKey {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
}

export function readKey({ name, sequence = '', ctrl = false, shift = false }: RawKey): Key {
  // readline gives signs such as "?" no name, and names letters in lower case only.
  const printable = sequence.length === 1 && sequence > ' ' && sequence !== '\u007F';
  return { name: printable && !ctrl ? sequence.toLowerCase() : (name ?? sequence), ctrl, shift };
}

/** How many lines a key moves the page, by the lines that a page has. */
type Moves = Readonly<Record<string, (page: number) => number>>;

const letterMoves: Moves = { j: () => 1, k: () => -1 };
const arrowMoves: Moves = { down: () => 1, up: () => -1 };
const pageMoves: Moves = { pagedown: (page) => page, pageup: (page) => -page };

const arrowKeys: Moves = { ...arrowMoves, ...pageMoves };
const letterKeys: Moves = { ...letterMoves, ...pageMoves };
const scrollKeys: Moves = { ...letterMoves, ...arrowKeys };

/** A screen that uses arrows itself still turns pages; while a line is typed, letters are letters. */
export function keysThatScroll({ ownArrows, letterPaging, input }: Frame): Moves {
  if (ownArrows === true) return letterPaging === true ? letterKeys : pageMoves;
  return input === undefined ? scrollKeys : arrowKeys;
}
