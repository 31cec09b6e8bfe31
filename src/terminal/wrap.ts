import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Latin letters and the signs of formulas: one column each. The tables for all others cost two milliseconds once. */
const oneColumnEach = /^[\x20-\x7e\xa0-\xff…−≤≥→]*$/;

/** Columns that a text takes on the screen: colors take none, wide characters two. */
export const widthOf = (text: string): number => (oneColumnEach.test(text) ? text.length : stringWidth(text));

const ansi = '(?:\\u001B\\[[\\d;]*m)*';
/** Indentation and a list mark: lines that follow are hung below the text, not below the mark. */
const leadPattern = new RegExp(`^(${ansi}\\s*${ansi}(?:(?:[*•-]|\\d{1,2}[.)]|[A-J][.)])\\s+)?)`, 'u');

/** Wraps words to a width; continuation lines keep the indentation of their line. Never cuts a word that fits. */
export function wrapLines(text: string, width: number): string[] {
  const columns = Math.max(8, width);
  return text.split('\n').flatMap((line) => {
    if (widthOf(line) <= columns) return [line];
    const found = leadPattern.exec(line)?.[1] ?? '';
    // An indentation of more than half the width is given up for the words.
    const lead = widthOf(found) > columns / 2 ? '' : found;
    const hang = widthOf(lead);
    // Colors that begin in the lead go with the words, so that each line opens and closes them.
    const codes = lead.match(/\u001B\[[\d;]*m/g)?.join('') ?? '';
    const mark = lead.replace(/\u001B\[[\d;]*m/g, '');
    const words = codes + line.slice(lead.length);
    const wrapped = wrapAnsi(words, columns - hang, { hard: true, trim: true }).split('\n');
    return wrapped.map((piece, index) => (index === 0 ? mark : ' '.repeat(hang)) + piece);
  });
}

/** Pads with spaces to a width, counting columns, not characters. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Puts `right` at the right edge where both fit in a line; else it is left out. */
export function spread(left: string, right: string, width: number): string {
  const gap = width - widthOf(left) - widthOf(right);
  return gap >= 2 ? left + ' '.repeat(gap) + right : left;
}

/** As many of the characters as fit into a width, from the first on. */
function fitting(characters: readonly string[], width: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += widthOf(character);
    if (used > width) break;
    kept.push(character);
  }
  return kept;
}

/** Shortens in the middle of a plain text, where paths and URLs are least missed. */
export function shorten(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const keep = Math.max(2, Math.floor(width) - ellipsis.length);
  const characters = [...text];
  const head = fitting(characters, Math.ceil(keep / 2));
  const tail = fitting(characters.reverse(), Math.floor(keep / 2)).reverse();
  return head.join('') + ellipsis + tail.join('');
}

/** Joins pieces into lines no wider than `width`, breaking only between pieces. */
export function flow(pieces: readonly string[], width: number, gap = '   '): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const joined = line === '' ? piece : line + gap + piece;
    if (line !== '' && widthOf(joined) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = joined;
    }
  }
  return line === '' ? lines : [...lines, line];
}
