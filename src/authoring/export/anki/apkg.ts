import { zipSync } from 'fflate/browser';
import { cardId } from '../../../domain/ids.ts';
import type { SqlDatabase } from '../../../ports.ts';
import { decodeEntities } from '../../import/html-text.ts';
import { tellable } from '../as-basic.ts';
import { type ExportBatch, type Exporter, type ExportHistory, Losses } from '../exported.ts';
import { type ModelName, modelId, models } from './models.ts';
import { type NoteRow, noteOf } from './note-of.ts';
import { schema, schemaVersion } from './schema.ts';

/** Ids of ours begin here: an instant, as Anki's own do, long before anybody's notes. */
const firstId = 1_100_000_000_000;
const defaultDeck = 1;
/** 1980, the earliest that a zip file can tell: the same cards make the same bytes. */
const zipDate = '1980-01-01T00:00:00Z';

export const apkg: Exporter = {
  name: 'apkg',
  ending: '.apkg',
  summary: 'an Anki archive: every card, its tags, and with --history the answers given to it',
  async write(batch, sqlite) {
    const database = (await sqlite())();
    try {
      const losses = new Losses();
      await fill(database, batch, losses);
      const collection = database.bytes();
      const content = zipSync(
        { 'collection.anki2': collection, media: new TextEncoder().encode('{}') },
        { level: 6, mtime: zipDate },
      );
      return { content, losses: losses.list() };
    } finally {
      database.close();
    }
  },
};

interface Numbered {
  readonly cardId: string;
  readonly ankiId: number;
}

async function fill(database: SqlDatabase, batch: ExportBatch, losses: Losses): Promise<void> {
  for (const statement of schema) database.run(statement);
  database.run('BEGIN');
  const modSeconds = Math.floor(batch.nowMs / 1000);
  const used = new Set<ModelName>();
  const decks: Record<string, object> = { [defaultDeck]: deckRow(defaultDeck, 'Default', modSeconds) };
  const numbered: Numbered[] = [];
  let next = firstId;
  for (const [index, { deck, title, cards }] of batch.decks.entries()) {
    const deckId = firstId + 1 + index;
    decks[deckId] = deckRow(deckId, title.replaceAll('::', ': '), modSeconds);
    for (const card of tellable(cards, losses)) {
      const row = noteOf(deck, card, losses);
      used.add(row.model);
      next += 1000;
      await insertNote(database, next, card.id, row, card.tags ?? [], modSeconds);
      for (const { ordinal, part } of row.parts) {
        const ankiId = next + ordinal;
        const id = cardId(card.id, part);
        numbered.push({ cardId: id, ankiId });
        insertCard(
          database,
          { ankiId, note: next, deckId, ordinal, modSeconds },
          numbered.length,
          batch.history,
          id,
        );
      }
    }
  }
  if (batch.history !== undefined) insertAnswers(database, batch.history, numbered);
  insertCollection(database, batch, models(used, modSeconds, defaultDeck), decks, modSeconds);
  database.run('COMMIT');
}

async function insertNote(
  database: SqlDatabase,
  id: number,
  guid: string,
  { model, fields }: NoteRow,
  tags: readonly string[],
  modSeconds: number,
): Promise<void> {
  const plain = decodeEntities((fields[0] ?? '').replace(/<[^>]*>/g, ''));
  database.run('INSERT INTO notes VALUES (?,?,?,?,?,?,?,?,?,?,?)', [
    ...[id, guid, modelId(model), modSeconds, -1],
    ...[
      tags.length === 0 ? '' : ` ${tags.join(' ')} `,
      fields.join('\u001F'),
      plain,
      await checksum(plain),
      0,
      '',
    ],
  ]);
}

/** The first 32 bits of the SHA-1 of the first field's text: how Anki finds notes that are there twice. */
async function checksum(text: string): Promise<number> {
  const digest = await globalThis.crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
  return new DataView(digest).getUint32(0);
}

interface CardRow {
  readonly ankiId: number;
  readonly note: number;
  readonly deckId: number;
  readonly ordinal: number;
  readonly modSeconds: number;
}

/** New, or due on its day: type and queue 2 are Anki's words for a card under review, queue -1 for a suspended one. */
function insertCard(
  database: SqlDatabase,
  { ankiId, note, deckId, ordinal, modSeconds }: CardRow,
  position: number,
  history: ExportHistory | undefined,
  id: string,
): void {
  const state = history?.states.get(id);
  const known = state !== undefined && history !== undefined && state.reviews > 0;
  const [type, due] = known ? [2, state.due - history.calendar.day] : [0, position];
  const queue = state?.suspended === true ? -1 : type;
  database.run('INSERT INTO cards VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)', [
    ...[ankiId, note, deckId, ordinal, modSeconds, -1, type, queue, due],
    ...(known ? [Math.max(1, state.intervalDays), 2500, state.reviews, state.lapses] : [0, 0, 0, 0]),
    ...[0, 0, 0, 0, ''],
  ]);
}

/** One row an answer; its id is its instant, and no two may have the same. */
function insertAnswers(
  database: SqlDatabase,
  { reviews }: ExportHistory,
  numbered: readonly Numbered[],
): void {
  const ankiId = new Map(numbered.map((one) => [one.cardId, one.ankiId]));
  let last = 0;
  for (const { card, atMs, grade, ms, preview } of [...reviews].sort((a, b) => a.atMs - b.atMs)) {
    const cid = ankiId.get(card);
    if (cid === undefined) continue;
    last = Math.max(atMs, last + 1);
    const [factor, type] = preview ? [0, 3] : [2500, 1];
    database.run('INSERT INTO revlog VALUES (?,?,?,?,?,?,?,?,?)', [
      last,
      cid,
      -1,
      grade,
      1,
      1,
      factor,
      Math.round(ms ?? 0),
      type,
    ]);
  }
}

function deckRow(id: number, name: string, modSeconds: number): object {
  const none = [0, 0];
  return {
    ...{
      id,
      name,
      mod: modSeconds,
      usn: -1,
      conf: 1,
      desc: '',
      dyn: 0,
      collapsed: false,
      browserCollapsed: false,
    },
    ...{ extendNew: 0, extendRev: 0, newToday: none, revToday: none, lrnToday: none, timeToday: none },
  };
}

const options = {
  ...{
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
  },
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, hardFactor: 1.2, ivlFct: 1, maxIvl: 36_500, perDay: 200 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
};

function insertCollection(
  database: SqlDatabase,
  batch: ExportBatch,
  types: Record<string, object>,
  decks: Record<string, object>,
  modSeconds: number,
): void {
  const created = batch.history?.calendar.startsAtSeconds ?? modSeconds;
  const [firstModel] = Object.keys(types);
  const conf = {
    ...{ activeDecks: [defaultDeck], curDeck: defaultDeck, newSpread: 0, collapseTime: 1200, timeLim: 0 },
    ...{ estTimes: true, dueCounts: true, curModel: firstModel ?? null, nextPos: 1, sortType: 'noteFld' },
    ...{ sortBackwards: false, addToCur: true, schedVer: 2 },
  };
  database.run('INSERT INTO col VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)', [
    ...[1, created, batch.nowMs, batch.nowMs, schemaVersion, 0, 0, 0],
    ...[conf, types, decks, { 1: options }, {}].map((value) => JSON.stringify(value)),
  ]);
}
