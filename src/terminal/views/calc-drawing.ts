import type { Bar, Table } from '../../domain/calculators/calculator.ts';
import type { Theme } from '../theme.ts';
import { flow, padTo, widthOf, wrapLines } from '../wrap.ts';

const gap = '  ';

/** A table in columns; where they do not fit, a short paragraph for each row. */
export function tableLines(theme: Theme, { columns, rows }: Table, width: number): string[] {
  const widths = columns.map((name, column) =>
    Math.max(widthOf(name), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
  if (total <= width) {
    const line = (cells: readonly string[]) =>
      cells.map((cell, column) => (isNumeric(rows, column) ? padStart : padTo)(cell, widths[column] ?? 0));
    return [
      theme.dim(line(columns).join(gap).trimEnd()),
      ...rows.map((row) => line(row).join(gap).trimEnd()),
    ];
  }
  return rows.flatMap((row) => {
    const [first = '', ...rest] = row;
    const cells = rest.map((cell, index) => `${theme.dim(columns[index + 1] ?? '')} ${cell}`);
    return [
      ...wrapLines(theme.strong(first), width),
      ...flow(cells, width - 2, gap).flatMap((line) => wrapLines(`  ${line}`, width)),
    ];
  });
}

const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Numbers stand at the right of their column. */
function isNumeric(rows: Table['rows'], column: number): boolean {
  return rows.length > 0 && rows.every((row) => /^\d[\d,]*(?:\.\d+)?$/.test(row[column] ?? ''));
}

const keys = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Cells for each share: in proportion, the rounding given to the largest remainders, and none without a cell. */
function cellsOf(shares: readonly number[], cells: number): number[] {
  const spare = Math.max(0, cells - shares.length);
  const ideal = shares.map((share) => share * spare);
  const counts = ideal.map((each) => 1 + Math.floor(each));
  const order = ideal
    .map((each, index) => ({ index, rest: each - Math.floor(each) }))
    .sort((a, b) => b.rest - a.rest);
  const used = counts.reduce((sum, each) => sum + each, 0);
  for (const { index } of order.slice(0, Math.max(0, cells - used))) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

/** A bar of letters, one letter a segment, and what each stands for: it needs no color and no wide character. */
export function barLines(theme: Theme, { label, segments }: Bar, width: number): string[] {
  const cells = Math.min(60, width - 2);
  if (segments.length === 0 || segments.length > Math.min(cells, keys.length)) return [];
  let named = 0;
  const signs = segments.map((segment) => (/^free\b/.test(segment.label) ? '.' : (keys[named++] ?? '?')));
  const counts = cellsOf(
    segments.map((segment) => segment.share),
    cells,
  );
  const drawn = signs.map((sign, index) => {
    const paint = sign === '.' ? theme.dim : index % 2 === 0 ? theme.accent : theme.good;
    return paint(sign.repeat(counts[index] ?? 0));
  });
  const legend = segments.map(
    (segment, index) =>
      `${theme.strong(signs[index] ?? '')} ${segment.label} ${theme.dim(percent(segment.share))}`,
  );
  return [theme.dim(label), `[${drawn.join('')}]`, ...flow(legend, width)];
}

function percent(share: number): string {
  const hundred = share * 100;
  if (hundred > 0 && hundred < 0.1) return '<0.1%';
  return `${hundred < 10 ? hundred.toFixed(1).replace(/\.0$/, '') : Math.round(hundred)}%`;
}
