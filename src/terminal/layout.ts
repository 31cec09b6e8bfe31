import type { Theme } from './theme.ts';
import { flow, spread, widthOf } from './wrap.ts';

/** Text is indented by two and never runs to the last column. Very wide windows are not filled: long lines read badly. */
export const textWidth = (columns: number): number => Math.min(columns, 100) - 3;

export const indented = (lines: readonly string[], by = 2): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));

/** A lead such as `A. ` before the first line, and as much space before the others. */
export function withLead(lead: string, lines: readonly string[]): string[] {
  const space = ' '.repeat(widthOf(lead));
  return lines.map((line, index) => (index === 0 ? lead : space) + line);
}

/** One line with a text at each end and a rule below; of the left texts the first that fits. */
export function headOf(theme: Theme, lefts: readonly string[], right: string, columns: number): string[] {
  const width = Math.min(columns, 100) - 1;
  const fits = (left: string) => widthOf(left) + widthOf(right) + 4 <= width;
  const left = lefts.find(fits) ?? lefts.at(-1) ?? '';
  return [spread(` ${left}`, `${right} `, width), theme.dim(theme.signs.rule.repeat(width))];
}

/** Key and meaning, side by side, in as many lines as it takes. */
export function keyLines(
  theme: Theme,
  pairs: readonly (readonly [key: string, what: string])[],
  columns: number,
): string[] {
  const pieces = pairs.map(([key, what]) => `${theme.strong(key)} ${theme.dim(what)}`);
  return indented(flow(pieces, Math.min(columns, 100) - 2), 1);
}
