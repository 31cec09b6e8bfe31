import { expect, test } from 'vitest';
import type { ExamResult } from '../../src/domain/exam/score.ts';
import type { Happening } from '../../src/domain/journal/event.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { World } from '../../src/ports.ts';
import { boostMissed } from '../../src/study/exam-boost.ts';
import { aStamp } from '../support/a-journal.ts';
import { aSession } from '../support/a-session.ts';
import { aCard } from '../support/deck-file.ts';
import { dayMs, FixedClock, morning } from '../support/fixed-clock.ts';

/** A learner with these cards, and with two-part cards of the note `deck-two`. */
function aLearner(before: readonly Happening[] = [], clock = new FixedClock()) {
  const desk = aSession([
    ...['deck-a', 'deck-b', 'deck-c'].map((id) => aCard('deck', 'basic', { id })),
    aCard('deck', 'cloze', { id: 'deck-two', text: '{{c1::One}} and {{c2::two}}.' }),
  ]);
  for (const happening of before) desk.journal.append(happening, aStamp());
  const world = {
    clock,
    journal: async () => desk.journal,
    settings: async () => ({ read: () => defaultSettings }),
    library: async () => ({
      load: async () => ({ decks: [], entries: desk.entries, problems: [] }),
    }),
  } as unknown as World;
  const isBoosted = (id: string) => desk.journal.read().progress.cards.get(id)?.boosted;
  const boosted = () => [...desk.journal.read().progress.cards.keys()].filter((id) => isBoosted(id));
  return { ...desk, world, boosted, isBoosted };
}

/** A result with these questions missed, each with its linked notes. */
const missing = (missed: Readonly<Record<string, readonly string[]>>) =>
  ({
    attemptId: 'a1',
    missed: Object.entries(missed).map(([questionId, cards], question) => ({ question, questionId, cards })),
    cardsToStudy: [...new Set(Object.values(missed).flat())],
  }) as unknown as ExamResult;

test('each card of a missed question goes to the front once, with the question that says why', async () => {
  const { world, boosted, isBoosted, journal } = aLearner();
  const result = missing({ q1: ['deck-a'], q2: ['deck-a', 'deck-c'] });
  expect(await boostMissed(world, result)).toBe(2);
  expect(boosted()).toEqual(['deck-a', 'deck-c']);
  expect([isBoosted('deck-a'), isBoosted('deck-c')]).toEqual(['exam a1 q1', 'exam a1 q2']);
  expect(journal.historyOf('deck-a')).toHaveLength(1);
});

test('all parts of a note go there; what no deck has is left out', async () => {
  const { world, boosted } = aLearner();
  expect(await boostMissed(world, missing({ q1: ['deck-two', 'gone-card'] }))).toBe(2);
  expect(boosted()).toEqual(['deck-two#c1', 'deck-two#c2']);
});

test('what the learner suspended stays where it is, and is not counted', async () => {
  const suspended: Happening = { type: 'suspend', card: 'deck-a' };
  const { world, boosted, journal } = aLearner([suspended]);
  expect(await boostMissed(world, missing({ q1: ['deck-a', 'deck-b'] }))).toBe(1);
  expect(boosted()).toEqual(['deck-b']);
  expect(journal.historyOf('deck-a').map(({ type }) => type)).toEqual(['suspend']);
});

test('one that was suspended and is no longer goes to the front', async () => {
  const { world, boosted } = aLearner([
    { type: 'suspend', card: 'deck-a' },
    { type: 'unsuspend', card: 'deck-a' },
  ]);
  expect(await boostMissed(world, missing({ q1: ['deck-a'] }))).toBe(1);
  expect(boosted()).toEqual(['deck-a']);
});

test('nothing missed writes nothing', async () => {
  const { world, boosted } = aLearner();
  expect(await boostMissed(world, missing({}))).toBe(0);
  expect(await boostMissed(world, missing({ q1: [] }))).toBe(0);
  expect(boosted()).toEqual([]);
});

test('a doubtful clock costs no cards: it was good enough for the exam', async () => {
  const before: Happening = { type: 'review', card: 'deck-b', grade: 3 };
  const { world, boosted } = aLearner([before], new FixedClock(morning - 30 * dayMs));
  expect(await boostMissed(world, missing({ q1: ['deck-a'] }))).toBe(1);
  expect(boosted()).toEqual(['deck-a']);
});
