import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ReviewDesk } from '../../src/commands/review-desk.ts';
import { DeckWorkshop } from '../../src/content/deck-workshop.ts';
import { authorFiles } from '../../src/storage/author-files.ts';
import { aCard, aDeck, writeDeck } from '../support/deck-file.ts';
import { tempFolder } from '../support/temp-home.ts';

/** A deck of two drafts under review, and what an editor in another window does to it. */
function aReview() {
  const folder = tempFolder('review');
  const file = join(folder, 'mine.yaml');
  const drafts = ['mine-a', 'mine-b'].map((id) => aCard('mine', 'basic', { id, status: 'draft' }));
  writeDeck(file, aDeck('mine', drafts));
  const workshop = new DeckWorkshop({ project: join(folder, 'none'), own: folder });
  const desk = new ReviewDesk({ file, workshop, files: authorFiles });
  const read = () => readFileSync(file, 'utf8');
  const original = read();
  const edit = () => writeFileSync(file, read().replace('As long as one fact.', 'Corrected by hand.'));
  return { desk, read, edit, original };
}

test.each<[string, (desk: ReviewDesk) => string]>([
  ['accepted', (desk) => desk.accept('mine-b')],
  ['rejected', (desk) => desk.reject('mine-b')],
  ['merged', (desk) => desk.merge('mine-a')],
])('a card is %s without losing what an editor wrote meanwhile', (done, decide) => {
  const { desk, read, edit } = aReview();
  expect(desk.drafts()).toHaveLength(2);
  edit();
  expect(decide(desk)).toMatch(new RegExp(`^${done}`, 'i'));
  expect(read()).toContain('Corrected by hand.');
  expect(desk.tally).toMatchObject({ [done]: 1 });
});

test('undo takes back what was written last: the edit, then the decision', () => {
  const { desk, read, edit, original } = aReview();
  desk.accept('mine-b');
  const accepted = read();
  edit();
  desk.undo();
  expect(read()).toBe(accepted);
  desk.undo();
  expect(read()).toBe(original);
  expect(desk.undo()).toBe('There is no change to take back.');
});
