import { describe, expect, test } from 'vitest';
import { readApkg } from '../../../src/authoring/import/anki/apkg.ts';
import { settleCards } from '../../../src/authoring/import/settle-cards.ts';
import { UserError } from '../../../src/errors.ts';
import {
  aFile,
  archive,
  basicModel,
  collection11,
  collection18,
  databaseOf,
  openSqlite,
  protoBytes,
  textBytes,
  zstdStored,
} from '../../support/anki-file.ts';

const media = textBytes(JSON.stringify({ 0: 's3.png', 1: 'sqs.mp3', 2: 'unused.jpg' }));
const read = (bytes: Uint8Array) => readApkg(bytes, openSqlite);
const settle = (bytes: Uint8Array) => settleCards(read(bytes), { fileName: 'cards', accept: false });

const old = archive({ 'collection.anki2': collection11(aFile), media });
const mediaList = new Uint8Array(protoBytes(1, [...protoBytes(1, [...textBytes('s3.png')]), 16, 5]));
const pleaseUpdate = collection11({
  models: [basicModel],
  decks: { 1: 'Default' },
  notes: [{ id: 1, guid: 'x', model: 1001, fields: ['Please update', 'to the latest version'] }],
  cards: [{ id: 2, note: 1, deck: 1 }],
});
const modern = archive({
  meta: new Uint8Array([8, 3]),
  'collection.anki2': pleaseUpdate,
  'collection.anki21b': zstdStored(collection18(aFile)),
  media: zstdStored(mediaList),
});

describe.each([
  ['collection.anki2, schema 11', old],
  [
    'collection.anki21 beside an old one',
    archive({ 'collection.anki2': pleaseUpdate, 'collection.anki21': collection11(aFile), media }),
  ],
  ['collection.anki21b, schema 18', modern],
])('%s', (_, bytes) => {
  test('notes become cards of their kind', () => {
    const { decks, skipped } = settle(bytes);
    expect(decks).toHaveLength(1);
    expect(decks[0]).toMatchObject({ deck: 'aws-notes', title: 'AWS Notes' });
    expect(decks[0]?.cards.map(({ id: _id, ...card }) => card)).toEqual([
      {
        kind: 'basic',
        topic: 'storage',
        front: 'Largest object in **S3**?',
        back: '50 TB\n![s3.png](s3.png)',
        tags: ['limit', 's3-basics'],
        status: 'draft',
      },
      {
        kind: 'basic',
        topic: 'storage',
        front: 'Queue service',
        back: 'SQS [sound:sqs.mp3]',
        reverse: true,
        status: 'draft',
      },
      {
        kind: 'cloze',
        topic: 'storage',
        text: 'EBS is {{c1::block}} storage, EFS is {{c2::file::kind}} storage.',
        why: 'Both attach to EC2.',
        status: 'draft',
      },
    ]);
    expect(skipped).toEqual([{ place: 'note 13', why: 'its answer is empty' }]);
  });

  test('ids come from the guid: they survive an edit, and are unlike each other', () => {
    const before = settle(bytes).decks[0]?.cards.map(({ id }) => id) ?? [];
    const [first, ...others] = aFile.notes;
    const edited = archive({
      'collection.anki2': collection11({
        ...aFile,
        notes: [{ ...(first as (typeof aFile.notes)[0]), fields: ['Edited?', 'Yes'] }, ...others],
      }),
    });
    expect(settle(edited).decks[0]?.cards.map(({ id }) => id)).toEqual(before);
    expect(new Set(before).size).toBe(3);
  });

  test('media, suspended cards and answers are said', () => {
    const found = read(bytes);
    expect(found.media).toEqual(expect.arrayContaining(['s3.png', 'sqs.mp3']));
    expect(found.losses).toEqual(['cards are suspended in Anki, and not here (1)']);
    const [basic, reversed, cloze] = found.cards;
    expect(basic?.answers).toEqual([
      { part: '', atMs: Date.UTC(2026, 9, 1, 9), grade: 3, ms: 5000 },
      { part: '', atMs: Date.UTC(2026, 9, 2, 3, 30), grade: 1, ms: 12_000 },
      { part: '', atMs: Date.UTC(2030, 0, 1), grade: 3, ms: 5000 },
    ]);
    expect(reversed?.answers).toMatchObject([{ part: 'reverse', grade: 4 }]);
    expect(cloze?.answers).toMatchObject([
      { part: 'c2', grade: 2 },
      { part: 'c1', preview: true },
    ]);
  });
});

const collection = collection11(aFile);
const damage = (bytes: Uint8Array, at: number, value: number) => bytes.with(at, value);
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset);

/** Where the central directory of a zip begins. */
const directoryAt = (bytes: Uint8Array) => view(bytes).getUint32(bytes.length - 22 + 16, true);

/** An archive whose directory says that its first file unpacks to so many bytes. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  view(copy).setUint32(directoryAt(copy) + 24, size, true);
  return copy;
}

const zeros = archive({ 'collection.anki2': new Uint8Array(64 * 1024 * 1024) });

describe('hostile and broken archives get one clear error', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(), /no end/],
    ['a file of two letters', textBytes('PK'), /no end/],
    ['half an archive', old.subarray(0, old.length >> 1), /no end/],
    ['an archive without its last byte', old.subarray(0, -1), /cut short|no end/],
    ['no collection', archive({ 'notes.txt': textBytes('hello') }), /no collection/],
    [
      'a path that climbs out',
      archive({ '../../etc/passwd': textBytes('x'), 'collection.anki2': collection }),
      /outside of itself/,
    ],
    [
      'an absolute path',
      archive({ '/etc/passwd': textBytes('x'), 'collection.anki2': collection }),
      /outside of itself/,
    ],
    [
      'a path of Windows',
      archive({ 'C:\\evil.exe': textBytes('x'), 'collection.anki2': collection }),
      /outside of itself/,
    ],
    [
      'a path with backslashes',
      archive({ 'a\\..\\..\\x': textBytes('x'), 'collection.anki2': collection }),
      /outside of itself/,
    ],
    ['a bomb of zeros', zeros, /unpacks to more/],
    ['a bomb that hides its size', lying(zeros, 1024), /larger than it says/],
    ['a file that claims 4 GB', lying(old, 0xfffffff0), /unpacks to more/],
    ['a damaged file', damage(old, 200, (old[200] ?? 0) ^ 0xff), /damaged/],
    [
      'a collection that is text',
      archive({ 'collection.anki2': textBytes('not a database') }),
      /no database/,
    ],
    [
      'half a collection',
      archive({ 'collection.anki2': collection.subarray(0, 5000) }),
      /damaged|no collection of Anki/,
    ],
    [
      'another database',
      archive({ 'collection.anki2': databaseOf('create table songs (name text)') }),
      /no table "col"/,
    ],
    [
      'a view in the place of a table',
      archive({
        'collection.anki2': databaseOf(
          'create table col (id); create table cards (id); create table revlog (id)',
          'create view notes as with recursive n(i) as (select 1 union all select i + 1 from n) select i id, i guid, i mid, i tags, i flds from n',
        ),
      }),
      /no table "notes"/,
    ],
    [
      'a column that computes itself',
      archive({
        'collection.anki2': databaseOf(
          'create table col (id); create table cards (id); create table revlog (id)',
          'create table notes (id, guid, mid, tags, flds text generated always as (hex(zeroblob(1000000))))',
        ),
      }),
      /computes itself/,
    ],
    [
      'tables without their columns',
      archive({
        'collection.anki2': databaseOf(
          'create table col (id); create table cards (id); create table revlog (id); create table notes (id)',
        ),
      }),
      /damaged/,
    ],
    [
      'zstd that is none',
      archive({ 'collection.anki21b': textBytes('nothing of the kind') }),
      /not compressed/,
    ],
    [
      'zstd cut short',
      archive({ 'collection.anki21b': zstdStored(collection).subarray(0, 5000) }),
      /cut short/,
    ],
    [
      'zstd that claims 4 GB',
      archive({ 'collection.anki21b': zstdStored(collection, { declare: 0xfffffff0 }) }),
      /more than it may/,
    ],
    [
      'zstd with a window of 2 GB',
      archive({ 'collection.anki21b': new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3, 1, 0, 0]) }),
      /more than it may/,
    ],
    [
      'zstd with a dictionary',
      archive({ 'collection.anki21b': new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x21, 1, 1, 1, 0, 0]) }),
      /dictionary/,
    ],
    [
      'a zstd block larger than any',
      archive({
        'collection.anki21b': new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x20, 1, 0xfb, 0xff, 0xff, 7]),
      }),
      /impossible/,
    ],
  ])('%s', (_, bytes, words) => {
    const run = () => read(bytes);
    expect(run).toThrow(UserError);
    expect(run).toThrow(words);
  });

  test('a note with a huge field is left out, the others stand', () => {
    const [first, ...others] = aFile.notes;
    const huge = { ...(first as (typeof aFile.notes)[0]), fields: ['x'.repeat(300_000), 'y'] };
    const long = {
      ...(first as (typeof aFile.notes)[0]),
      id: 99,
      guid: 'long',
      fields: ['x'.repeat(50_000), 'y'],
    };
    const found = read(
      archive({ 'collection.anki2': collection11({ ...aFile, notes: [huge, long, ...others] }) }),
    );
    expect(found.cards).toHaveLength(2);
    expect(found.skipped.map(({ why }) => why)).toEqual([
      'its answer is empty',
      'a field is longer than a card may be',
      'notes that are longer than cards may be (1)',
    ]);
  });

  test('scripts, styles and handlers do not come through', () => {
    const [first] = aFile.notes;
    const evil = {
      ...(first as (typeof aFile.notes)[0]),
      fields: [
        '<script>alert(1)</script>Which?<style>p{}</style><p onclick="x()">really</p>',
        '<a href="javascript:alert(1)">S3</a> \u001B]0;title\u0007<iframe src="x">y</iframe>',
      ],
    };
    const { decks } = settle(archive({ 'collection.anki2': collection11({ ...aFile, notes: [evil] }) }));
    expect(decks[0]?.cards[0]).toMatchObject({ front: 'Which?\n\nreally', back: 'S3 ]0;title' });
  });
});
