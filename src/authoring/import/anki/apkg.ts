import { UserError } from '../../../errors.ts';
import type { OpenSqlite } from '../../../ports.ts';
import type { Found, FoundCard, Skipped } from '../imported.ts';
import { type NoteKind, noteToCard } from '../note-to-card.ts';
import { readSource, sourceField } from './card-source.ts';
import { mediaNames } from './media.ts';
import type { Notetype } from './notetypes.ts';
import { answersByNote } from './past-answers.ts';
import { openArchive } from './read-archive.ts';
import { type AnkiCollection, type AnkiNote, readCollection } from './read-collection.ts';
import { readZstd } from './read-zstd.ts';

/** The newest form of the collection first: beside it stands an old one that only says "please update". */
const collectionNames = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

const sqliteMark = 'SQLite format 3\u0000';

/** An archive of Anki (.apkg or .colpkg): notes, their decks and tags, and the answers given to them. */
export function readApkg(bytes: Uint8Array, open: OpenSqlite): Found {
  const archive = openArchive(bytes);
  const name = collectionNames.find((one) => archive.names.includes(one));
  if (name === undefined)
    throw new UserError(
      'this archive holds no collection of Anki.',
      'Choose a file that Anki exported as .apkg or .colpkg.',
    );
  const stored = archive.read(name) ?? new Uint8Array();
  const collection = collectionIn(name.endsWith('b') ? readZstd(stored) : stored, open);
  const found = cardsOf(collection);
  const media = [...new Set([...mediaNames(archive), ...found.media])];
  const tooLong = {
    place: 'the collection',
    why: `notes that are longer than cards may be (${collection.tooLong})`,
  };
  return { ...found, media, skipped: [...found.skipped, ...(collection.tooLong > 0 ? [tooLong] : [])] };
}

function collectionIn(bytes: Uint8Array, open: OpenSqlite): AnkiCollection {
  const start = String.fromCharCode(...bytes.subarray(0, sqliteMark.length));
  if (start !== sqliteMark)
    throw new UserError('the collection in this archive is no database.', 'Export it from Anki once more.');
  const database = open(bytes);
  try {
    return readCollection(database);
  } finally {
    database.close();
  }
}

function cardsOf(collection: AnkiCollection): Found {
  const { notes, notetypes, decks } = collection;
  const deckOf = new Map<number, string>();
  for (const { note, deck } of collection.cards)
    if (!deckOf.has(note)) deckOf.set(note, decks.get(deck) ?? '');
  const cards: FoundCard[] = [];
  const skipped: Skipped[] = [];
  const media: string[] = [];
  const losses = new Map<string, number>();
  const lose = (what: string, count = 1) => losses.set(what, (losses.get(what) ?? 0) + count);
  const answers = answersByNote(collection);
  for (const note of notes) {
    const place = `note ${note.id}`;
    const notetype = notetypes.get(note.notetype);
    if (notetype === undefined) {
      skipped.push({ place, why: 'its note type is not in the archive' });
      continue;
    }
    const outcome = cardOf(note, notetype, deckOf.get(note.id), place, lose);
    media.push(...outcome.media);
    if (outcome.skipped !== undefined) skipped.push(outcome.skipped);
    if (outcome.card !== undefined) cards.push({ ...outcome.card, answers: answers.get(note.id) ?? [] });
  }
  const suspended = collection.cards.filter((card) => card.suspended).length;
  if (suspended > 0) lose('cards are suspended in Anki, and not here', suspended);
  return { cards, skipped, media, losses: [...losses].map(([what, count]) => `${what} (${count})`) };
}

type Lose = (what: string, count?: number) => void;

function cardOf(note: AnkiNote, notetype: Notetype, deck: string | undefined, place: string, lose: Lose) {
  const kind = kindOf(notetype, lose);
  const at = notetype.fields.indexOf(sourceField);
  const visible = note.fields.filter((_, index) => index !== at);
  const names = notetype.fields.filter((_, index) => index !== at);
  const common = { fields: visible, names, html: true, guid: note.guid, deck, tags: note.tags, place };
  const read = noteToCard({ ...common, kind });
  const source = at === -1 ? undefined : readSource(note.fields[at] ?? '', visible);
  if (source === undefined) return read;
  const { id, topic, tags, status: _status, ...fields } = source.card;
  const card: FoundCard = {
    key: typeof id === 'string' ? id : note.guid,
    deck: source.deck,
    deckTitle: deck?.split('::').at(-1),
    topic: typeof topic === 'string' ? topic : undefined,
    tags: source.untouched && Array.isArray(tags) ? tags.map(String) : note.tags,
    fields,
    place,
  };
  if (source.untouched || read.card === undefined) return { card, media: [] };
  const { why: _why, ...edited } = read.card.fields;
  if (edited.kind === fields.kind) return { ...read, card: { ...card, fields: { ...fields, ...edited } } };
  lose('notes were edited in Anki, where their kind of card does not exist: the edit is not taken');
  return { card, media: [] };
}

function kindOf({ name, cloze, questions, fields }: Notetype, lose: Lose): NoteKind {
  if (cloze) return 'cloze';
  if (questions.some((question) => /\{\{type:/.test(question))) return 'typed';
  const second = fields[1];
  const asksBack = (question: string) => second !== undefined && question.includes(`{{${second}}}`);
  const others = questions.length - 1 - questions.slice(1).filter(asksBack).length;
  if (others > 0) lose(`notes of "${name.slice(0, 60)}" have card templates that have no counterpart here`);
  return questions.slice(1).some(asksBack) ? 'reversed' : 'basic';
}
