import { wordsIn } from '../inline.ts';
import { lowered, withoutStop } from '../sentences.ts';
import { labelled, type Proposal } from './draft.ts';
import { allDiffer, tellsItself } from './groups.ts';
import { base, columnCards, type Row, type Table } from './table-columns.ts';
import { isEmpty, propertyHeads } from './table-words.ts';

/** Cards of a table: by row where columns are compared, by column where each row is a thing. */
export function tableCards(table: Table): Proposal[] {
  const { header } = table;
  const rows: Row[] = table.rows
    .map(({ cells, line }) => ({ name: withoutStop(cells[0] ?? ''), cells: cells.slice(1), line }))
    .filter(({ name }) => name !== '' && wordsIn(name).length > 0 && wordsIn(name).length <= 16);
  const columns = header.slice(1).map((name) => withoutStop(name));
  // A column of questions has its answers beside it; with one other column there is nothing to compare.
  if (/^(?:questions?|frage|q)$/i.test((header[0] ?? '').trim()))
    return rows.flatMap((row) => questionCard(table, row));
  const compares = columns.length >= 2 && propertyHeads.test((header[0] ?? '').trim());
  return compares
    ? rows.flatMap((row) => comparisonCards(table, columns, row))
    : columns.flatMap((_, index) => columnCards(table, rows, index));
}

/** One property of several things: which has which value. */
function comparisonCards(table: Table, columns: readonly string[], row: Row): Proposal[] {
  const filled = columns
    .map((left, index) => ({ left, right: row.cells[index] ?? '' }))
    .filter(({ left, right }) => left !== '' && !isEmpty(right));
  if (filled.length < 2 || new Set(filled.map(({ right }) => right.toLowerCase())).size === 1) return [];
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

function questionCard(table: Table, { name, cells, line }: Row): Proposal[] {
  const answer = cells[0] ?? '';
  if (isEmpty(answer)) return [];
  const front = labelled(table.context.label, `${lowered(name)}${name.endsWith('?') ? '' : '?'}`);
  const place = { ...table.place, line, endLine: line };
  const claim = `${name}: ${answer}`;
  return [
    { body: { kind: 'basic', front, back: answer }, claim, ...base(table, place), structure: 'question' },
  ];
}
