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
export const readSeparated = (text: string, separator: string): SeparatedRow[] => [
  ...rowsOf(text, separator),
];

function* rowsOf(text: string, separator: string): Generator<SeparatedRow, void, undefined> {
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
    if (cells.length > 1 || cells[0]?.trim() !== '') yield { cells, line: started };
  }
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

/**
 * The separator whose first rows are a table: one that names its columns before all others, then the one under which
 * most rows have more than one cell and as many as the others; tab wins a tie. The text is read with each of them, as a
 * separator inside of quotes says nothing.
 */
export function guessSeparator(text: string, isHeader: (cells: readonly string[]) => boolean): string {
  const score = (separator: string): number => {
    const rows = firstRows(text, separator).map(({ cells }) => cells);
    if (rows[0] !== undefined && rows[0].length > 1 && isHeader(rows[0])) return Number.POSITIVE_INFINITY;
    const counts = new Map<number, number>();
    for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    return Math.max(0, ...counts.values());
  };
  const scored = candidates.map((separator) => ({ separator, score: score(separator) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** Up to twenty rows that are no comments; those before the fault where a quote is never closed. */
function firstRows(text: string, separator: string): SeparatedRow[] {
  const rows: SeparatedRow[] = [];
  try {
    for (const row of rowsOf(text, separator)) {
      if (row.cells[0]?.startsWith('#') !== true) rows.push(row);
      if (rows.length === 20) break;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  return rows;
}
