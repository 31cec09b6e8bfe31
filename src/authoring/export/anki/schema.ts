/**
 * The tables of a collection, version 11: the one that every Anki reads.
 * @see https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
 */
const tables: Readonly<Record<string, string>> = {
  col: 'id INTEGER PRIMARY KEY, crt INTEGER NOT NULL, mod INTEGER NOT NULL, scm INTEGER NOT NULL, ver INTEGER NOT NULL, dty INTEGER NOT NULL, usn INTEGER NOT NULL, ls INTEGER NOT NULL, conf TEXT NOT NULL, models TEXT NOT NULL, decks TEXT NOT NULL, dconf TEXT NOT NULL, tags TEXT NOT NULL',
  notes:
    'id INTEGER PRIMARY KEY, guid TEXT NOT NULL, mid INTEGER NOT NULL, mod INTEGER NOT NULL, usn INTEGER NOT NULL, tags TEXT NOT NULL, flds TEXT NOT NULL, sfld INTEGER NOT NULL, csum INTEGER NOT NULL, flags INTEGER NOT NULL, data TEXT NOT NULL',
  cards:
    'id INTEGER PRIMARY KEY, nid INTEGER NOT NULL, did INTEGER NOT NULL, ord INTEGER NOT NULL, mod INTEGER NOT NULL, usn INTEGER NOT NULL, type INTEGER NOT NULL, queue INTEGER NOT NULL, due INTEGER NOT NULL, ivl INTEGER NOT NULL, factor INTEGER NOT NULL, reps INTEGER NOT NULL, lapses INTEGER NOT NULL, left INTEGER NOT NULL, odue INTEGER NOT NULL, odid INTEGER NOT NULL, flags INTEGER NOT NULL, data TEXT NOT NULL',
  revlog:
    'id INTEGER PRIMARY KEY, cid INTEGER NOT NULL, usn INTEGER NOT NULL, ease INTEGER NOT NULL, ivl INTEGER NOT NULL, lastIvl INTEGER NOT NULL, factor INTEGER NOT NULL, time INTEGER NOT NULL, type INTEGER NOT NULL',
  graves: 'usn INTEGER NOT NULL, oid INTEGER NOT NULL, type INTEGER NOT NULL',
};

const indexes: readonly [table: string, name: string, columns: string][] = [
  ['notes', 'usn', 'usn'],
  ['cards', 'usn', 'usn'],
  ['revlog', 'usn', 'usn'],
  ['cards', 'nid', 'nid'],
  ['cards', 'sched', 'did, queue, due'],
  ['revlog', 'cid', 'cid'],
  ['notes', 'csum', 'csum'],
];

export const schemaVersion = 11;

/** Statements that make an empty collection. */
export const schema: readonly string[] = [
  ...Object.entries(tables).map(([name, columns]) => `CREATE TABLE ${name} (${columns})`),
  ...indexes.map(([table, name, columns]) => `CREATE INDEX ix_${table}_${name} ON ${table} (${columns})`),
];
