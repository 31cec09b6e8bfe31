import { UserError } from '../../../errors.ts';
import type { SqlDatabase, SqlValue } from '../../../ports.ts';
import { type Notetype, readNotetypes } from './notetypes.ts';
import { textOf } from './sql-text.ts';

export interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly notetype: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

export interface AnkiCard {
  readonly id: number;
  readonly note: number;
  readonly deck: number;
  /** Which template, or which blank from 0. */
  readonly ordinal: number;
  readonly suspended: boolean;
}

/** A row of the review log. @see https://github.com/ankidroid/Anki-Android/wiki/Database-Structure#review-log */
export interface AnkiAnswer {
  /** Milliseconds since 1970: the instant of the answer. */
  readonly id: number;
  readonly card: number;
  readonly ease: number;
  readonly ms: number;
  readonly factor: number;
  /** 0 learn, 1 review, 2 relearn, 3 filtered, 4 and more: not an answer. */
  readonly type: number;
}

export interface AnkiCollection {
  readonly notes: readonly AnkiNote[];
  readonly notetypes: ReadonlyMap<number, Notetype>;
  readonly decks: ReadonlyMap<number, string>;
  readonly cards: readonly AnkiCard[];
  readonly answers: readonly AnkiAnswer[];
  /** Kept by the first scheduler of Anki, whose buttons meant something else. */
  readonly oldScheduler: boolean;
  /** Notes whose fields are longer than any card may be. */
  readonly tooLong: number;
}

const most = { notes: 200_000, cards: 500_000, revlog: 3_000_000, fieldChars: 200_000 };

/** Reads the tables of a collection. @throws UserError where it is none, is damaged or holds more than any deck does. */
export function readCollection(database: SqlDatabase): AnkiCollection {
  try {
    return readTables(database);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `the collection in this archive is damaged (${(error as Error).message}).`,
      'Export it from Anki once more.',
      { cause: error },
    );
  }
}

const foreign = (what: string) =>
  new UserError(`this is no collection of Anki: ${what}.`, 'Export the deck from Anki as .apkg.');

function readTables(database: SqlDatabase): AnkiCollection {
  checkTables(database);
  const notes: AnkiNote[] = [];
  let tooLong = 0;
  for (const [id, guid, notetype, tags, fields] of bounded(
    database,
    `SELECT id, guid, mid, tags, CASE WHEN length(flds) > ${most.fieldChars} THEN NULL ELSE flds END FROM notes`,
    most.notes,
  )) {
    if (fields === null || typeof fields === 'object') {
      tooLong += 1;
      continue;
    }
    notes.push({
      id: Number(id),
      guid: textOf(guid).slice(0, 200),
      notetype: Number(notetype),
      tags: textOf(tags)
        .split(/\s+/, 200)
        .filter((tag) => tag !== ''),
      fields: String(fields).split('\u001F'),
    });
  }
  const cards = [...bounded(database, 'SELECT id, nid, did, ord, queue FROM cards', most.cards)].map(
    ([id, note, deck, ordinal, queue]) => ({
      id: Number(id),
      note: Number(note),
      deck: Number(deck),
      ordinal: Number(ordinal),
      suspended: Number(queue) === -1,
    }),
  );
  const answers = [
    ...bounded(database, 'SELECT id, cid, ease, time, factor, type FROM revlog', most.revlog),
  ].map(([id, card, ease, ms, factor, type]) => ({
    id: Number(id),
    card: Number(card),
    ease: Number(ease),
    ms: Number(ms),
    factor: Number(factor),
    type: Number(type),
  }));
  const [conf] = database.rows('SELECT conf FROM col LIMIT 1');
  const oldScheduler = /"schedVer":\s*1\b/.test(textOf(conf?.[0]));
  return { notes, ...readNotetypes(database), cards, answers, tooLong, oldScheduler };
}

/** Real tables only: a view, or a column that computes itself, could take for ever to read. */
function checkTables(database: SqlDatabase): void {
  const tables = new Map<string, string>();
  let seen = 0;
  for (const [type, name, sql] of database.rows('SELECT type, name, sql FROM sqlite_master')) {
    seen += 1;
    if (seen > 1000) throw foreign('it has too many tables');
    if (type === 'table') tables.set(textOf(name), textOf(sql));
  }
  for (const name of ['col', 'notes', 'cards', 'revlog']) {
    const sql = tables.get(name);
    if (sql === undefined) throw foreign(`it has no table "${name}"`);
    if (/\bgenerated\b|\bas\s*\(|\bvirtual\b/i.test(sql))
      throw foreign(`its table "${name}" computes itself`);
  }
}

function* bounded(database: SqlDatabase, sql: string, rows: number): Generator<readonly SqlValue[]> {
  let count = 0;
  for (const row of database.rows(sql)) {
    count += 1;
    if (count > rows)
      throw new UserError(
        `this collection has more than ${rows.toLocaleString('en')} rows in a table.`,
        'Export fewer decks at a time.',
      );
    yield row;
  }
}
