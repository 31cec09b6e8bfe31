import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { Happening } from '../../src/domain/journal/event.ts';
import { JournalStore } from '../../src/storage/journal-store.ts';
import { aStamp } from '../support/a-journal.ts';
import { aSession } from '../support/a-session.ts';
import { aCard } from '../support/deck-file.ts';
import { today } from '../support/fixed-clock.ts';

/** The card that is asked after the first one, where another terminal wrote this about the second meanwhile. */
function askedAfter(happening: Happening): string | undefined {
  const { study, folder } = aSession(
    ['deck-a', 'deck-b', 'deck-c'].map((id) => aCard('deck', 'basic', { id })),
  );
  expect(study.ask()?.item.entry.id).toBe('deck-a');
  const other = new JournalStore({
    folder,
    snapshot: `${dirname(folder)}/none.json`,
    device: () => 'd-other',
  });
  other.append(happening, aStamp());
  study.grade(3);
  return study.ask()?.item.entry.id;
}

const card = 'deck-b';

test.each<[string, Happening, string]>([
  ['answered it', { type: 'review', card, grade: 3 }, 'deck-c'],
  ['suspended it', { type: 'suspend', card }, 'deck-c'],
  ['buried it until tomorrow', { type: 'bury', card, until: today + 1 }, 'deck-c'],
  ['buried it until today', { type: 'bury', card, until: today }, card],
  ['forgot it: it is due again', { type: 'review', card, grade: 1 }, card],
  ['answered it in a cram', { type: 'review', card, grade: 3, mode: 'preview' }, card],
  ['put it in front', { type: 'boost', card, reason: 'exam' }, card],
])('another terminal %s', (_, happening, asked) => {
  expect(askedAfter(happening)).toBe(asked);
});
