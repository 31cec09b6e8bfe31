import type { FactOf } from '../facts/fact.ts';
import { wordsIn } from '../inline.ts';
import { withoutStop } from '../sentences.ts';
import { labelled, type Proposal } from './draft.ts';
import { allDiffer, tellsItself } from './groups.ts';
import { askOf, headWords, isEmpty, isPlainHead, withIts } from './table-words.ts';

export type Table = FactOf<'table'>;

export interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly line: number;
}

export const base = ({ context, structure, quoted }: Table, place: Proposal['place']) => ({
  context,
  structure,
  quoted,
  place,
  worth: 9,
});

/** More pairs than a learner keeps apart on one card are asked for row by row. */
const mostPairs = 4;

const mostWrong = 3;
const longestRightChars = 160;

/** From so many rows on a column of two values is asked for once, not row by row. */
const fewestOfTwo = 5;
const mostOptions = 8;

/** "For which of them is this yes?": one card for a column that tells the rows in two. */
function whichCard(
  table: Table,
  column: string,
  cells: readonly Cell[],
  distinct: readonly string[],
): Proposal[] {
  if (cells.length > mostOptions || !allDiffer(cells.map(({ left }) => left))) return [];
  const having = (value: string) => cells.filter(({ right }) => right === value);
  const [a = '', b = ''] = distinct;
  const asksYes = distinct.find((value) => /^(?:yes|ja|true)$/i.test(value));
  const value = asksYes ?? (having(a).length <= having(b).length ? a : b);
  const stem = labelled(table.context.label, `which of these: ${headWords(column)} = ${value}?`);
  const options = cells.map(({ left, right }) =>
    right === value ? { text: left, correct: true as const } : { text: left },
  );
  const claim = cells.map(({ left, right }) => `${left}, ${column}: ${right}`).join('; ');
  return [
    {
      body: { kind: 'choice', stem, choose: having(value).length, options },
      claim,
      ...base(table, table.place),
    },
  ];
}

interface Cell {
  readonly left: string;
  readonly right: string;
  readonly line: number;
}

/** One column of an entity table, asked for in the way that its values allow. */
export function columnCards(table: Table, rows: readonly Row[], index: number): Proposal[] {
  const column = withoutStop(table.header[index + 1] ?? '');
  if (column === '') return [];
  const cells = rows
    .map(({ name, cells: values, line }) => ({ left: name, right: values[index] ?? '', line }))
    .filter(({ right }) => !isEmpty(right));
  const distinct = [...new Set(cells.map(({ right }) => right))];
  const isPaired =
    cells.length >= 3 &&
    distinct.length === cells.length &&
    allDiffer(cells.map(({ left }) => left)) &&
    cells.every(({ right }) => right.length <= longestRightChars);
  if (isPaired && cells.length > mostPairs)
    return cells.flatMap((cell, at) => rowCard(table, column, cell, neighbours(cells, at)));
  if (isPaired && !cells.some(({ left, right }) => tellsItself(left, right)))
    return [matchCard(table, column, cells)];
  // "yes (v2)" is a yes.
  const bare = cells.map((cell) => ({ ...cell, right: cell.right.replace(/\s*\([^()]*\)$/, '') }));
  const values = [...new Set(bare.map(({ right }) => right))];
  if (values.length === 2 && cells.length >= fewestOfTwo) {
    const which = whichCard(table, column, bare, values);
    if (which.length > 0) return which;
  }
  // Where nearly all is yes or no, only what is neither is worth a question.
  const isPlain = ({ right }: Cell) => /^(?:yes|no|ja|nein|true|false)$/i.test(right);
  const isMostly = cells.filter(isPlain).length * 2 >= cells.length && !areApart(distinct);
  const asked = isMostly ? cells.filter((cell) => !isPlain(cell)) : cells;
  return asked.flatMap((cell) => cellCard(table, column, cell, distinct));
}

/** All rows of a short table on one card. */
function matchCard(table: Table, column: string, cells: readonly Cell[]): Proposal {
  const head = withoutStop(table.header[0] ?? '');
  const asked = `match each ${isPlainHead(head) ? headWords(head) : 'entry'} ${withIts(column)}.`;
  const pairs = cells.map(({ left, right }) => ({ left, right }));
  const line = cells[0]?.line ?? table.place.line;
  const endLine = cells.at(-1)?.line ?? table.place.endLine;
  return {
    body: { kind: 'match', front: labelled(table.context.label, asked), pairs },
    claim: pairs.map(({ left, right }) => `${left}, ${column}: ${right}`).join('; '),
    ...base(table, { ...table.place, line, endLine }),
  };
}

/** `GB` of "5 GB", nothing of "500"; undefined of what begins with no figure. */
const unitOf = (text: string): string | undefined =>
  /^\W*\d/.test(text) ? text.replace(/[\d.,\s]/g, '').toLowerCase() : undefined;

/** "archive" beside "long-term archive": who knows the one cannot rule out the other. */
function covers(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsIn(one)), new Set(wordsIn(other))];
  return [...a].every((word) => b.has(word)) || [...b].every((word) => a.has(word));
}

/** Rows to take wrong answers from. The nearest do: a table may have thousands of rows. */
const mostNeighbours = 40;

/** The rows after one, and from the first again behind the last. */
const neighbours = (cells: readonly Cell[], at: number): readonly Cell[] =>
  [...cells.slice(at + 1, at + 1 + mostNeighbours), ...cells.slice(0, Math.min(at, mostNeighbours))].slice(
    0,
    mostNeighbours,
  );

/** A row of a longer table: what stands there, among what stands in the rows after it. */
function rowCard(table: Table, column: string, cell: Cell, after: readonly Cell[]): Proposal[] {
  const { left, right } = cell;
  if (tellsItself(left, right)) return [];
  // A figure is mistaken for another of its unit, and a word for a word; else it is asked for without others beside it.
  const alike = after.filter((other) => unitOf(other.right) === unitOf(right) && !covers(other.right, right));
  if (alike.length < 2) return cellCard(table, column, cell, []);
  const others = alike.slice(0, mostWrong);
  const asked = askOf(column, left);
  const options = [{ text: right, correct: true as const }, ...others.map(({ right: text }) => ({ text }))];
  const claim = `${left}, ${column}: ${right}`;
  const stem = labelled(table.context.label, asked);
  return [{ body: { kind: 'choice', stem, choose: 1, options }, claim, ...base(table, table.place) }];
}

/** "yes" and "yes, by request" are no two answers to choose from. */
function areApart(values: readonly string[]): boolean {
  const texts = new Set(values.map((value) => wordsIn(value).join(' ')));
  return values.every((value) => {
    const words = wordsIn(value);
    return words.every((_, count) => count === 0 || !texts.has(words.slice(0, count).join(' ')));
  });
}

function cellCard(table: Table, column: string, cell: Cell, distinct: readonly string[]): Proposal[] {
  const { left, right, line } = cell;
  const claim = `${left}, ${column}: ${right}`;
  const rowPlace = { ...table.place, line, endLine: line };
  if (distinct.length === 1) return [];
  const others = distinct.length > 5 ? [] : distinct.filter((value) => value !== right).slice(0, 3);
  if (others.length >= 1 && areApart(distinct) && distinct.every((value) => wordsIn(value).length <= 8)) {
    const options = [{ text: right, correct: true as const }, ...others.map((text) => ({ text }))];
    const stem = labelled(table.context.label, `${left}, ${headWords(column)}?`);
    // Wrong answers come from the other rows, so the place is the whole table.
    return [{ body: { kind: 'choice', stem, choose: 1, options }, claim, ...base(table, table.place) }];
  }
  const front = labelled(table.context.label, `${left}: ${headWords(column)}?`);
  return [{ body: { kind: 'basic', front, back: right }, claim, ...base(table, rowPlace) }];
}
