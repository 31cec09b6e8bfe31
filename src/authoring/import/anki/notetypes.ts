import type { SqlDatabase } from '../../../ports.ts';
import { protoFields } from './protobuf.ts';
import { textOf } from './sql-text.ts';

export interface Notetype {
  readonly name: string;
  readonly cloze: boolean;
  readonly fields: readonly string[];
  /** The question side of each template. */
  readonly questions: readonly string[];
}

interface Names {
  readonly notetypes: ReadonlyMap<number, Notetype>;
  /** Full names, parents and children separated by `::`. */
  readonly decks: ReadonlyMap<number, string>;
}

/** Note types and decks: as JSON in one row up to schema 11, as tables of their own from schema 15 on. */
export function readNotetypes(database: SqlDatabase): Names {
  const tables = new Set(
    [...database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")].map(([name]) => name),
  );
  if (!tables.has('notetypes') || !tables.has('decks')) return fromJson(database);
  forgetCollation(database);
  return fromTables(database);
}

/**
 * Names in new collections are compared by "unicase", which only Anki has: without it their tables cannot even be read.
 * The copy in memory forgets about it; nothing is sorted or searched by name here.
 */
function forgetCollation(database: SqlDatabase): void {
  database.run('PRAGMA writable_schema = ON');
  database.run(
    "UPDATE sqlite_master SET sql = replace(replace(sql, 'COLLATE unicase', ''), 'collate unicase', '')",
  );
  database.run('PRAGMA writable_schema = RESET');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

function fromJson(database: SqlDatabase): Names {
  const [row] = database.rows('SELECT models, decks FROM col LIMIT 1');
  const notetypes = Object.entries(parsed(textOf(row?.[0]))).flatMap(([id, model]): [number, Notetype][] => {
    if (!isObject(model)) return [];
    const inOrder = (list: unknown) => listOf(list).sort((a, b) => Number(a.ord) - Number(b.ord));
    return [
      [
        Number(id),
        {
          name: String(model.name ?? ''),
          cloze: model.type === 1,
          fields: inOrder(model.flds).map((field) => String(field.name ?? '')),
          questions: inOrder(model.tmpls).map((template) => String(template.qfmt ?? '')),
        },
      ],
    ];
  });
  const decks = Object.entries(parsed(textOf(row?.[1]))).flatMap(([id, deck]): [number, string][] =>
    isObject(deck) ? [[Number(id), String(deck.name ?? '')]] : [],
  );
  return { notetypes: new Map(notetypes), decks: new Map(decks) };
}

const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());

/** Rows are sorted here: the tables' own order needs a collation that only Anki has. */
function fromTables(database: SqlDatabase): Names {
  const rowsOf = (sql: string) => [...database.rows(sql)];
  const byOrder = (rows: (readonly unknown[])[], id: unknown) =>
    rows.filter(([owner]) => owner === id).sort((a, b) => Number(a[1]) - Number(b[1]));
  const fields = rowsOf('SELECT ntid, ord, name FROM fields');
  const templates = rowsOf('SELECT ntid, ord, config FROM templates');
  const notetypes = rowsOf('SELECT id, name, config FROM notetypes').map(
    ([id, name, config]): [number, Notetype] => [
      Number(id),
      {
        name: textOf(name),
        cloze: [...protoFields(bytesOf(config))].some(({ field, value }) => field === 1 && value === 1),
        fields: byOrder(fields, id).map(([, , field]) => String(field)),
        questions: byOrder(templates, id).map(([, , template]) => questionOf(bytesOf(template))),
      },
    ],
  );
  const decks = rowsOf('SELECT id, name FROM decks').map(([id, name]): [number, string] => [
    Number(id),
    textOf(name).replaceAll('\u001F', '::'),
  ]);
  return { notetypes: new Map(notetypes), decks: new Map(decks) };
}

function questionOf(config: Uint8Array): string {
  for (const { field, value } of protoFields(config))
    if (field === 1 && value instanceof Uint8Array) return new TextDecoder().decode(value);
  return '';
}
