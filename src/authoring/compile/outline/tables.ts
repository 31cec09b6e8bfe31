import type { NoteLine } from '../read-notes.ts';
import type { TableRow } from './block.ts';

/** Cells of a line; bars inside code or behind a backslash are part of the text. */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let inCode = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\' && text[index + 1] === '|') {
      cell += '|';
      index += 1;
    } else if (character === '|' && !inCode) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (character === '`') inCode = !inCode;
      cell += character;
    }
  }
  cells.push(cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

const isSeparatorRow = (text: string): boolean =>
  text.length <= 1_000 && /^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/.test(text);

const hasBars = (text: string): boolean => text.includes('|') && cellsOf(text).length >= 2;

export interface FoundTable {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly end: number;
}

/** A table whose header is the line at this index; undefined where there is none. */
export function tableAt(lines: readonly NoteLine[], index: number): FoundTable | undefined {
  const [head, separator] = [lines[index], lines[index + 1]];
  if (head === undefined || separator === undefined) return undefined;
  // Looked at only where the next line is a separator: few lines are.
  if (!isSeparatorRow(separator.text) || !hasBars(head.text)) return undefined;
  const rows: TableRow[] = [];
  let end = index + 1;
  for (let at = index + 2; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text === '' || !line.text.includes('|')) break;
    rows.push({ line: line.number, cells: cellsOf(line.text) });
    end = at;
  }
  return { header: { line: head.number, cells: cellsOf(head.text) }, rows, end };
}

/** Lines with bars that are drawn rather than written: from this index to the last of them. */
export function asciiTableEnd(lines: readonly NoteLine[], index: number): number | undefined {
  const isDrawn = (text: string) => /^\+[-=+]{3,}\+$/.test(text) || (text.match(/\|/g)?.length ?? 0) >= 2;
  if (!isDrawn(lines[index]?.text ?? '')) return undefined;
  let end = index;
  while (end + 1 < lines.length && (lines[end + 1]?.text ?? '') !== '') end += 1;
  return end;
}
