import { UserError } from '../../errors.ts';
import type { Found, FoundCard, Skipped } from './imported.ts';
import { guessSeparator, readSeparated, type SeparatedRow } from './read-separated.ts';

type Field =
  | 'id'
  | 'deck'
  | 'kind'
  | 'topic'
  | 'front'
  | 'back'
  | 'why'
  | 'examNote'
  | 'tags'
  | 'sources'
  | 'asOf';

/** Names of columns in tables of other programs. */
const names: Readonly<Record<Field, RegExp>> = {
  id: /^(?:id|guid|key)$/,
  deck: /^decks?$/,
  kind: /^(?:kind|type|note ?type)$/,
  topic: /^(?:topic|section|chapter)$/,
  front: /^(?:front|question|prompt|term|text|q)$/,
  back: /^(?:back|answer|definition|response|a)$/,
  why: /^(?:why|explanation|extra|notes?|back extra|comment)$/,
  examNote: /^exam ?note$/,
  tags: /^(?:tags?|labels?)$/,
  sources: /^(?:sources?|links?|urls?)$/,
  asOf: /^(?:as ?of|checked)$/,
};

/** A table of cards: with a header in any order, or without one as question, answer, tags. */
export function readCsv(source: string): Found {
  const text = source.replace(/^\uFEFF/, '');
  const rows = readSeparated(text, guessSeparator(text, isHeader));
  const [first, ...rest] = rows;
  if (first === undefined) throw new UserError('the table is empty.', 'It needs a row for each card.');
  const header = headerOf(first.cells);
  const columns: readonly (Field | undefined)[] = header ?? ['front', 'back', 'tags'];
  const data = header === undefined ? rows : rest;
  if (header === undefined && first.cells.length < 2)
    throw new UserError(
      'this table has one column only.',
      'It needs a question and an answer in each row, or a header that names its columns.',
    );
  const skipped: Skipped[] = [];
  const cards = data.flatMap((row): FoundCard[] => {
    const card = cardOf(row, columns);
    if ('why' in card) skipped.push(card);
    return 'why' in card ? [] : [card];
  });
  const unknown = header === undefined ? [] : first.cells.filter((_, index) => header[index] === undefined);
  const losses = unknown.length === 0 ? [] : [`columns that are not taken: ${unknown.join(', ')}`];
  return { cards, skipped, losses, media: [] };
}

/** Whether a text begins with the names of columns, whatever its cells hold. */
export function beginsWithColumns(text: string): boolean {
  const separator = guessSeparator(text, isHeader);
  const [first] = text.split(/[\r\n]/, 1);
  return (
    first?.includes(separator) === true &&
    isHeader(readSeparated(first.replaceAll('"', ''), separator)[0]?.cells ?? [])
  );
}

const isHeader = (cells: readonly string[]): boolean => headerOf(cells) !== undefined;

/** Fields of a header row; undefined where the row names neither a question nor a text. */
function headerOf(cells: readonly string[]): (Field | undefined)[] | undefined {
  const fields = cells.map((cell) => {
    const name = cell.trim().toLowerCase().replace(/[_-]/g, ' ');
    return (Object.keys(names) as Field[]).find(
      (field) => names[field].test(name) || field.toLowerCase() === name,
    );
  });
  return fields.includes('front') ? fields : undefined;
}

function cardOf({ cells, line }: SeparatedRow, columns: readonly (Field | undefined)[]): FoundCard | Skipped {
  const place = `line ${line}`;
  const get = (field: Field) => cells[columns.indexOf(field)] ?? '';
  const words = (field: Field) =>
    get(field)
      .split(/[\s,;]+/)
      .filter((word) => word !== '');
  const [front, back] = [get('front').trim(), get('back').trim()];
  if (front === '') return { place, why: 'it has no question' };
  const content = contentOf(get('kind').trim().toLowerCase(), front, back);
  if (content === undefined) return { place, why: 'it has no answer' };
  const sources = words('sources').filter((source) => URL.canParse(source));
  const text = (field: 'why' | 'examNote' | 'asOf') =>
    get(field).trim() === '' ? {} : { [field]: get(field).trim() };
  return {
    key: get('id').trim() || undefined,
    deck: get('deck').trim() || undefined,
    topic: get('topic').trim() || undefined,
    tags: words('tags'),
    fields: {
      ...content,
      ...text('why'),
      ...text('examNote'),
      ...text('asOf'),
      ...(sources.length === 0 ? {} : { sources: sources.slice(0, 10) }),
    },
    place,
  };
}

const number = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: ([^±]{1,40}?))?(?: ± (\d+(?:\.\d+)?))?$/i;

function contentOf(kind: string, front: string, back: string): Record<string, unknown> | undefined {
  if (kind === 'cloze' || (back === '' && /\{\{c\d+::/.test(front))) return { kind: 'cloze', text: front };
  if (back === '') return undefined;
  const found = kind === 'number' ? number.exec(back) : null;
  if (found !== null) {
    const [, value, unit, tolerance] = found;
    return {
      kind: 'text',
      front,
      number: {
        value: Number(value),
        ...(unit === undefined ? {} : { unit }),
        ...(tolerance === undefined ? {} : { tolerance: Number(tolerance) }),
      },
    };
  }
  if (kind === 'text') return { kind: 'text', front, accept: back.split('\n') };
  return { kind: 'basic', front, back, ...(kind === 'reversed' ? { reverse: true } : {}) };
}
