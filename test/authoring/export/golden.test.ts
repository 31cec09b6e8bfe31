import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportBatch } from '../../../src/authoring/export/exported.ts';
import { exporters } from '../../../src/authoring/export/index.ts';
import { readApkg } from '../../../src/authoring/import/anki/apkg.ts';
import { openArchive } from '../../../src/authoring/import/anki/read-archive.ts';
import { parseDeck } from '../../../src/content/parse-deck.ts';
import { openSqlite, archive as pack } from '../../support/anki-file.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/exchange');
const parsed = parseDeck(readFileSync(join(fixtures, 'sqs.yaml'), 'utf8'), 'sqs.yaml');
if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
const { deck, title, summary = '', cards } = parsed.parsed.deck;

const batch: ExportBatch = {
  decks: [{ deck, title, summary, cards }],
  questions: [],
  nowMs: Date.UTC(2026, 10, 20),
};

const write = async (name: string, what = batch) => {
  const exporter = exporters.find((one) => one.name === name);
  if (exporter === undefined) throw new Error(name);
  return exporter.write(what, async () => openSqlite);
};

const sha1Start = (text: string) => createHash('sha1').update(text).digest().readUInt32BE(0);

describe('a deck of every kind', () => {
  test.each(['json', 'csv', 'anki-text', 'gift', 'markdown'])('as %s', async (name) => {
    const { content } = await write(name);
    const ending = exporters.find((one) => one.name === name)?.ending;
    await expect(content).toMatchFileSnapshot(join(fixtures, `sqs${ending}`));
  });

  test.each<[string, string[]]>([
    ['json', []],
    [
      'csv',
      [
        'choice cards become a question and an answer in words (2)',
        'order cards become a question and an answer in words (1)',
        'match cards become a question and an answer in words (1)',
      ],
    ],
    [
      'gift',
      [
        'cards lose their exam note (1)',
        'cards lose their sources (1)',
        'cards lose the day of their check (1)',
        'basic cards become essays with the answer as feedback (2)',
        'basic cards lose their why (1)',
        'cloze cards are left out: Moodle has nothing like them in this format (1)',
        'numbers lose their unit (1)',
        'order cards are left out: Moodle has nothing like them in this format (1)',
      ],
    ],
  ])('%s says what it loses', async (name, losses) => {
    expect((await write(name)).losses.map(({ cards: count, what }) => `${what} (${count})`)).toEqual(losses);
  });

  test('as an archive: notes, cards, note types and decks that Anki knows', async () => {
    const { content } = await write('apkg');
    const archive = openArchive(content as Uint8Array);
    expect(archive.names).toEqual(['collection.anki2', 'media']);
    const database = openSqlite(archive.read('collection.anki2'));
    const rows = (sql: string) => [...database.rows(sql)].map((row) => [...row]);
    expect(rows('pragma integrity_check')).toEqual([['ok']]);
    expect(rows('select ver, crt from col')).toEqual([[11, Date.UTC(2026, 10, 20) / 1000]]);
    expect(rows('select guid, tags from notes')[0]).toEqual(['sqs-visibility', ' limit sqs ']);
    // Two cards for a reversed note, and two for a cloze with two blanks.
    expect(rows('select count(*) from notes union all select count(*) from cards')).toEqual([[9], [11]]);
    const [models, decks] =
      rows('select models, decks from col')[0]?.map((text) => JSON.parse(String(text))) ?? [];
    const types = Object.values(
      models as Record<string, { name: string; type: number; flds: { name: string }[] }>,
    );
    expect(types.map(({ name, type, flds }) => [name, type, flds.length])).toEqual([
      ['aws-study', 0, 4],
      ['aws-study (and reversed card)', 0, 4],
      ['aws-study cloze', 1, 3],
      ['aws-study (type in the answer)', 0, 4],
    ]);
    expect(Object.values(decks as Record<string, { name: string }>).map(({ name }) => name)).toEqual([
      'Default',
      'Amazon SQS',
    ]);
    // Each note has as many fields as its type.
    for (const [mid, fields] of rows('select mid, flds from notes'))
      expect(String(fields).split('\u001F')).toHaveLength(
        (models as Record<string, { flds: object[] }>)[String(mid)]?.flds.length ?? 0,
      );
    // The checksum by which Anki finds twins.
    expect(rows("select sfld, csum from notes where guid = 'sqs-fifo'")).toEqual([
      ['FIFO queue', sha1Start('FIFO queue')],
    ]);
    database.close();
  });

  test('what was edited in Anki comes back edited, where the kind of card exists there', async () => {
    const { content } = await write('apkg');
    const archive = openArchive(content as Uint8Array);
    const database = openSqlite(archive.read('collection.anki2'));
    database.run(
      "update notes set flds = replace(flds, 'FIFO queue', '<b>Edited</b> queue') where guid = 'sqs-fifo'",
    );
    database.run(
      "update notes set flds = replace(flds, 'A. Long polling', 'A. Edited') where guid = 'sqs-poll'",
    );
    const found = readApkg(pack({ 'collection.anki2': database.bytes() }), openSqlite);
    database.close();
    const fields = (key: string) => found.cards.find((card) => card.key === key)?.fields;
    expect(fields('sqs-fifo')).toMatchObject({ front: '**Edited** queue', reverse: true });
    expect(fields('sqs-poll')).toMatchObject({ kind: 'choice', options: [{ text: 'Long polling' }, {}, {}] });
    expect(found.losses).toEqual([
      'notes were edited in Anki, where their kind of card does not exist: the edit is not taken (1)',
    ]);
  });
});
