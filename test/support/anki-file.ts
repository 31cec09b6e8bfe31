import { join } from 'node:path';
import { zipSync } from 'fflate/browser';
import initSqlJs, { type Database } from 'sql.js';
import { loadSqlite } from '../../src/content/sqlite.ts';

/** As Anki publishes them (rslib/src/storage/schema11.sql): written down here on their own, not taken from our exporter. */
const schema11 = `
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null,
  odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);`;

/** What schema 18 has in tables of its own. Its names are compared by a collation that only Anki knows. */
const schema18 = `
create table notetypes (id integer primary key, name text not null COLLATION, mtime_secs integer, usn integer, config blob);
create table fields (ntid integer not null, ord integer not null, name text not null COLLATION, config blob,
  primary key (ntid, ord)) without rowid;
create table templates (ntid integer not null, ord integer not null, name text not null COLLATION, mtime_secs integer,
  usn integer, config blob, primary key (ntid, ord)) without rowid;
create table decks (id integer primary key, name text not null COLLATION, mtime_secs integer, usn integer, common blob, kind blob);`;

export interface AnkiModel {
  readonly id: number;
  readonly name: string;
  readonly cloze?: boolean;
  readonly fields: readonly string[];
  readonly questions: readonly string[];
}

interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly model: number;
  readonly tags?: string;
  readonly fields: readonly string[];
}

interface AnkiAnswer {
  readonly id: number;
  readonly card: number;
  readonly ease: number;
  readonly time?: number;
  readonly type?: number;
  readonly factor?: number;
}

export interface AnkiFile {
  readonly models: readonly AnkiModel[];
  readonly decks: Readonly<Record<number, string>>;
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly { id: number; note: number; deck: number; ord?: number; queue?: number }[];
  readonly answers?: readonly AnkiAnswer[];
}

export const basicModel: AnkiModel = {
  id: 1001,
  name: 'Basic',
  fields: ['Front', 'Back'],
  questions: ['{{Front}}'],
};

const reversedModel: AnkiModel = {
  id: 1002,
  name: 'Basic (and reversed card)',
  fields: ['Front', 'Back'],
  questions: ['{{Front}}', '{{Back}}'],
};

const clozeModel: AnkiModel = {
  id: 1003,
  name: 'Cloze',
  cloze: true,
  fields: ['Text', 'Back Extra'],
  questions: ['{{cloze:Text}}'],
};

const wasm = join(import.meta.dirname, '../../node_modules/sql.js/dist/sql-wasm.wasm');
export const openSqlite = await loadSqlite(wasm);
const { Database: Sqlite } = await initSqlJs();

/** A database made by statements. */
export function databaseOf(...statements: readonly string[]): Uint8Array {
  const database = new Sqlite();
  for (const statement of statements) database.run(statement);
  const bytes = database.export();
  database.close();
  return bytes;
}

function fillRows(database: Database, { notes, cards, answers = [] }: AnkiFile): void {
  for (const { id, guid, model, tags = '', fields } of notes)
    database.run('insert into notes values (?,?,?,0,-1,?,?,?,0,0,?)', [
      ...[id, guid, model, tags],
      ...[fields.join('\u001F'), fields[0] ?? '', ''],
    ]);
  for (const { id, note, deck, ord = 0, queue = 0 } of cards)
    database.run('insert into cards values (?,?,?,?,0,-1,0,?,0,0,0,0,0,0,0,0,0,?)', [
      ...[id, note, deck, ord, queue, ''],
    ]);
  for (const { id, card, ease, time = 5000, type = 1, factor = 2500 } of answers)
    database.run('insert into revlog values (?,?,-1,?,1,1,?,?,?)', [id, card, ease, factor, time, type]);
}

/** A collection as every Anki up to 2.1.49 wrote it, and as newer ones write it for older ones. */
export function collection11(file: AnkiFile, conf = '{"schedVer":2}'): Uint8Array {
  const database = new Sqlite();
  database.run(schema11);
  const models = Object.fromEntries(
    file.models.map(({ id, name, cloze, fields, questions }) => [
      id,
      {
        id,
        name,
        type: cloze === true ? 1 : 0,
        flds: fields.map((field, ord) => ({ name: field, ord })),
        tmpls: questions.map((qfmt, ord) => ({ name: `Card ${ord + 1}`, ord, qfmt, afmt: '{{Back}}' })),
      },
    ]),
  );
  const decks = Object.entries(file.decks).map(([id, name]) => [id, { id: Number(id), name }]);
  database.run('insert into col values (1,0,0,0,11,0,0,0,?,?,?,?,?)', [
    ...[conf, JSON.stringify(models), JSON.stringify(Object.fromEntries(decks)), '{}', '{}'],
  ]);
  fillRows(database, file);
  const bytes = database.export();
  database.close();
  return bytes;
}

const varint = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 128))];

/** A protobuf field of bytes. */
export const protoBytes = (field: number, bytes: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const nothing = new Uint8Array();

/** A collection as Anki keeps it since 2.1.50: note types and decks in tables, their settings in protobuf. */
export function collection18(file: AnkiFile): Uint8Array {
  const database = new Sqlite();
  database.run(schema11);
  database.run(schema18.replaceAll('COLLATION', ''));
  database.run("insert into col values (1,0,0,0,18,0,0,0,'','','','','')");
  for (const { id, name, cloze, fields, questions } of file.models) {
    const config = new Uint8Array(cloze === true ? [8, 1] : []);
    database.run('insert into notetypes values (?,?,0,0,?)', [id, name, config]);
    for (const [ord, field] of fields.entries())
      database.run('insert into fields values (?,?,?,?)', [id, ord, field, nothing]);
    for (const [ord, question] of questions.entries()) {
      const template = new Uint8Array(protoBytes(1, [...textBytes(question)]));
      database.run('insert into templates values (?,?,?,0,0,?)', [id, ord, `Card ${ord + 1}`, template]);
    }
  }
  for (const [id, name] of Object.entries(file.decks)) {
    const stored = name.replaceAll('::', '\u001F');
    database.run('insert into decks values (?,?,0,0,?,?)', [Number(id), stored, nothing, nothing]);
  }
  fillRows(database, file);
  // Anki's own collation, which no other program has: put into the schema behind the engine's back.
  database.run('pragma writable_schema = on');
  database.run(
    "update sqlite_master set sql = replace(sql, 'name text not null ', 'name text not null collate unicase')",
  );
  const bytes = database.export();
  database.close();
  return bytes;
}

/** A Zstandard frame whose blocks are stored as they are (RFC 8878): no compressor is needed to write one. */
export function zstdStored(content: Uint8Array, options: { readonly declare?: number } = {}): Uint8Array {
  const length = options.declare ?? content.length;
  const size = 64 * 1024;
  // Descriptor 0xA0: the size of the content in 4 bytes, one segment.
  const parts: Uint8Array[] = [
    new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...[0, 8, 16, 24].map((by) => (length / 2 ** by) & 0xff)]),
  ];
  for (let at = 0; at === 0 || at < content.length; at += size) {
    const piece = content.subarray(at, at + size);
    const header = (piece.length << 3) | (at + size >= content.length ? 1 : 0);
    parts.push(new Uint8Array([header & 0xff, (header >> 8) & 0xff, (header >> 16) & 0xff]), piece);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** An archive of files. */
export const archive = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync({ ...files });

/** A small deck as somebody keeps it in Anki. */
export const aFile: AnkiFile = {
  models: [basicModel, reversedModel, clozeModel],
  decks: { 1: 'Default', 7: 'AWS Notes::Storage' },
  notes: [
    {
      id: 10,
      guid: 'aB3$x',
      model: 1001,
      tags: ' limit s3::basics ',
      fields: ['Largest object in <b>S3</b>?', '50&nbsp;TB<br><img src="s3.png">'],
    },
    { id: 11, guid: 'q!7', model: 1002, fields: ['Queue service', 'SQS [sound:sqs.mp3]'] },
    {
      id: 12,
      guid: 'zz',
      model: 1003,
      fields: ['EBS is {{c1::block}} storage, EFS is {{c2::file::kind}} storage.', 'Both attach to EC2.'],
    },
    { id: 13, guid: 'empty', model: 1001, fields: ['No answer', ''] },
  ],
  cards: [
    { id: 100, note: 10, deck: 7 },
    { id: 110, note: 11, deck: 7 },
    { id: 111, note: 11, deck: 7, ord: 1 },
    { id: 120, note: 12, deck: 7 },
    { id: 121, note: 12, deck: 7, ord: 1, queue: -1 },
    { id: 130, note: 13, deck: 7 },
  ],
  answers: [
    { id: Date.UTC(2026, 9, 1, 9), card: 100, ease: 3 },
    { id: Date.UTC(2026, 9, 2, 3, 30), card: 100, ease: 1, time: 12_000 },
    { id: Date.UTC(2026, 9, 4, 9), card: 111, ease: 4 },
    { id: Date.UTC(2026, 9, 5, 9), card: 121, ease: 2 },
    { id: Date.UTC(2026, 9, 6, 9), card: 120, ease: 3, type: 3, factor: 0 },
    { id: Date.UTC(2026, 9, 7, 9), card: 100, ease: 0, type: 4 },
    { id: Date.UTC(2030, 0, 1), card: 100, ease: 3 },
  ],
};
