import { UserError } from '../../errors.ts';

export interface SeparatedRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly line: number;
}

/**
 * Rows of a text with separators (RFC 4180): a cell in quotes may hold the separator, line breaks, and quotes written
 * twice. @throws UserError where a quote is never closed.
 */
export function readSeparated(text: string, separator: string): SeparatedRow[] {
  const rows: SeparatedRow[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const started = line;
    const cells: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, started) : bareCell(text, at, separator);
      cells.push(cell.text);
      line += cell.breaks;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ cells, line: started });
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly end: number;
  /** Line breaks inside of it. */
  readonly breaks: number;
}

function bareCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(start, end), end, breaks: 0 };
}

function quotedCell(text: string, start: number, line: number): Cell {
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1)
      throw new UserError(
        `the quote that opens on line ${line} is never closed.`,
        'Close it, or write a quote inside of a cell twice.',
      );
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      const whole = parts.join('"').replace(/\r\n?/g, '\n');
      // What follows a closing quote up to the separator belongs to no cell of this format: it is passed over.
      return { text: whole, end: quote + 1, breaks: whole.split('\n').length - 1 };
    }
    at = quote + 2;
  }
}

const candidates = ['\t', ';', ',', '|'];

/** The separator that cuts the first lines most evenly; tab before the others. */
export function guessSeparator(text: string): string {
  const lines = text
    .split(/\r?\n/, 40)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 20);
  const score = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  return candidates.reduce((best, one) => (score(one) > score(best) ? one : best), '\t');
}
