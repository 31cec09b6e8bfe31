import type { FactOf } from '../facts/fact.ts';
import { wordsIn } from '../inline.ts';
import { lowered, withoutStop } from '../sentences.ts';
import { isDoubt } from '../vocabulary.ts';
import { labelled, type Proposal } from './draft.ts';
import { allDiffer, tellsItself } from './groups.ts';

type Table = FactOf<'table'>;

interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly line: number;
}

/** First cells that name no entity but a property: the columns are what is compared. */
const propertyHeads =
  /^(?:|feature|property|attribute|aspect|criteri(?:on|a)|characteristic|parameter|comparison|topic|category|dimension|what|item|#|no\.?|-)$/i;

/** Heads of columns as they stand in a sentence. */
const headWords = (head: string): string => head.split(' ').map(lowered).join(' ');

const isEmpty = (cell: string) =>
  cell === '' || /^(?:-|\u2013|\u2014|n\/?a|\?+|tbd)$/i.test(cell) || isDoubt(cell);

/** Cards of a table: by row where columns are compared, by column where each row is a thing. */
export function tableCards(table: Table): Proposal[] {
  const { header } = table;
  const rows: Row[] = table.rows
    .map(({ cells, line }) => ({ name: withoutStop(cells[0] ?? ''), cells: cells.slice(1), line }))
    .filter(({ name }) => name !== '' && wordsIn(name).length > 0 && wordsIn(name).length <= 12);
  const columns = header.slice(1).map((name) => withoutStop(name));
  const compares = propertyHeads.test((header[0] ?? '').trim());
  return compares
    ? rows.flatMap((row) => comparisonCards(table, columns, row))
    : columns.flatMap((_, index) => columnCards(table, rows, index));
}

const base = ({ context, structure, quoted }: Table, place: Proposal['place']) => ({
  context,
  structure,
  quoted,
  place,
  worth: 9,
});

/** One property of several things: which has which value. */
function comparisonCards(table: Table, columns: readonly string[], row: Row): Proposal[] {
  const filled = columns
    .map((left, index) => ({ left, right: row.cells[index] ?? '' }))
    .filter(({ left, right }) => left !== '' && !isEmpty(right));
  if (filled.length < 2) return [];
  // From the heads of the columns down to the row.
  const place = { ...table.place, endLine: row.line };
  const title = filled.map(({ left }) => left).join(' or ');
  const claim = filled.map(({ left, right }) => `${left}, ${row.name}: ${right}`).join('; ');
  const isPairs =
    filled.length >= 2 &&
    filled.length <= 9 &&
    allDiffer(filled.map(({ right }) => right)) &&
    allDiffer(filled.map(({ left }) => left));
  const short = filled.every(({ left, right }) => right.length <= 120 && !tellsItself(left, right));
  if (isPairs && short && filled.length >= 3) {
    const front = labelled(table.context.label, `${lowered(row.name)}: match each with its value.`);
    return [{ body: { kind: 'match', front, pairs: filled }, claim, ...base(table, place) }];
  }
  const back = filled.map(({ left, right }) => `- ${left}: ${right}`).join('\n');
  const front = labelled(
    table.context.label,
    `compare ${title.length <= 120 ? title.replace(/ or /g, ' and ') : 'them'}: ${lowered(row.name)}?`,
  );
  return [{ body: { kind: 'basic', front, back }, claim, ...base(table, place) }];
}

const mostPairs = 7;

/** One column of an entity table: pairs where all values differ, a choice where a few values repeat, else cell by cell. */
function columnCards(table: Table, rows: readonly Row[], index: number): Proposal[] {
  const column = withoutStop(table.header[index + 1] ?? '');
  if (column === '') return [];
  const cells = rows
    .map(({ name, cells: values, line }) => ({ left: name, right: values[index] ?? '', line }))
    .filter(({ right }) => !isEmpty(right));
  const distinct = [...new Set(cells.map(({ right }) => right))];
  const head = withoutStop(table.header[0] ?? '');
  if (
    cells.length >= 3 &&
    distinct.length === cells.length &&
    allDiffer(cells.map(({ left }) => left)) &&
    cells.every(({ left, right }) => right.length <= 160 && !tellsItself(left, right))
  ) {
    const parts = Math.ceil(cells.length / mostPairs);
    const size = Math.ceil(cells.length / parts);
    return Array.from({ length: parts }, (_, part) => cells.slice(part * size, (part + 1) * size))
      .filter((pairs) => pairs.length >= 2)
      .map((pairs) => ({
        body: {
          kind: 'match' as const,
          front: labelled(
            table.context.label,
            `match each ${headWords(head) || 'row'} with its ${headWords(column)}.`,
          ),
          pairs: pairs.map(({ left, right }) => ({ left, right })),
        },
        claim: pairs.map(({ left, right }) => `${left}, ${column}: ${right}`).join('; '),
        ...base(table, {
          ...table.place,
          line: pairs[0]?.line ?? table.place.line,
          endLine: pairs.at(-1)?.line ?? table.place.endLine,
        }),
      }));
  }
  return cells.flatMap((cell) => cellCard(table, column, cell, distinct));
}

function cellCard(
  table: Table,
  column: string,
  cell: { left: string; right: string; line: number },
  distinct: readonly string[],
): Proposal[] {
  const { left, right, line } = cell;
  const claim = `${left}, ${column}: ${right}`;
  const others = distinct.filter((value) => value !== right).slice(0, 3);
  const rowPlace = { ...table.place, line, endLine: line };
  if (others.length >= 1 && distinct.length <= 5 && distinct.every((value) => wordsIn(value).length <= 8)) {
    const options = [{ text: right, correct: true as const }, ...others.map((text) => ({ text }))];
    const stem = labelled(table.context.label, `${left}, ${headWords(column)}?`);
    // Wrong answers come from the other rows, so the place is the whole table.
    return [{ body: { kind: 'choice', stem, choose: 1, options }, claim, ...base(table, table.place) }];
  }
  const front = labelled(table.context.label, `${left}: ${headWords(column)}?`);
  return [{ body: { kind: 'basic', front, back: right }, claim, ...base(table, rowPlace) }];
}
