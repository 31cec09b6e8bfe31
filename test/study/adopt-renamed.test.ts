import { expect, test } from 'vitest';
import type { LibraryEntry, Shelf } from '../../src/ports.ts';
import { adoptRenamed } from '../../src/study/adopt-renamed.ts';
import { aStamp, aStore, good } from '../support/a-journal.ts';
import { anEntry } from '../support/an-entry.ts';
import { emptyHome } from '../support/temp-home.ts';

const entry = (id: string, more: Partial<LibraryEntry> = {}): LibraryEntry => ({
  ...anEntry(`sqs/queues:${id}`),
  part: '',
  kind: 'basic',
  tags: [],
  hash: `hash of ${id}`,
  line: 7,
  previousIds: [],
  ...more,
});

const aShelf = (...entries: LibraryEntry[]): Shelf => ({ decks: [], entries, problems: [] });

/** A journal with an answer to `sqs-old`, whose words had a hash. */
function aJournal() {
  const journal = aStore(emptyHome());
  journal.append({ type: 'review', card: 'sqs-old', grade: 3, hash: 'same words' }, aStamp());
  return journal;
}

const learned = (journal: ReturnType<typeof aJournal>) =>
  [...journal.read().progress.cards].filter(([, card]) => card.reviews > 0).map(([id]) => id);

test.each([
  ['a card that names the old id', entry('sqs-new', { previousIds: ['sqs-old'] }), 'sqs-new'],
  ['a card with the same words', entry('sqs-new', { hash: 'same words' }), 'sqs-new'],
  ['no card that is another one', entry('sqs-new'), 'sqs-old'],
])('the history of a card that left goes to %s', (_, renamed, home) => {
  const journal = aJournal();
  adoptRenamed({ shelf: aShelf(renamed), journal }, aStamp());
  expect(learned(journal)).toEqual([home]);
});

test('a card that is still there keeps its history, whatever names it', () => {
  const journal = aJournal();
  const shelf = aShelf(entry('sqs-old'), entry('sqs-new', { previousIds: ['sqs-old'], hash: 'same words' }));
  adoptRenamed({ shelf, journal }, aStamp());
  expect(learned(journal)).toEqual(['sqs-old']);
});

test('a card with answers of its own keeps them', () => {
  const journal = aJournal();
  journal.append(good('sqs-new'), aStamp());
  adoptRenamed({ shelf: aShelf(entry('sqs-new', { previousIds: ['sqs-old'] })), journal }, aStamp());
  expect(learned(journal)).toEqual(['sqs-old', 'sqs-new']);
});

test('one that an exam only put in front has none to keep: it gets the history, and stays in front', () => {
  const journal = aJournal();
  journal.append({ type: 'boost', card: 'sqs-new', reason: 'exam' }, aStamp());
  adoptRenamed({ shelf: aShelf(entry('sqs-new', { previousIds: ['sqs-old'] })), journal }, aStamp());
  expect(learned(journal)).toEqual(['sqs-new']);
  expect(journal.read().progress.cards.get('sqs-new')).toMatchObject({ reviews: 1, boosted: 'exam' });
});

test('two cards do not share one history', () => {
  const journal = aJournal();
  const twins = ['sqs-a', 'sqs-b'].map((id) => entry(id, { previousIds: ['sqs-old'] }));
  adoptRenamed({ shelf: aShelf(...twins), journal }, aStamp());
  expect(learned(journal)).toEqual(['sqs-a']);
});
