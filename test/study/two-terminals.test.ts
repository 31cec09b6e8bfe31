import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Happening } from '../../src/domain/journal/event.ts';
import { JournalStore } from '../../src/storage/journal-store.ts';
import { aStamp } from '../support/a-journal.ts';
import { aSession, type SessionOnDesk } from '../support/a-session.ts';
import { aCard } from '../support/deck-file.ts';
import { dayMs, FixedClock, morning, today } from '../support/fixed-clock.ts';

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

test('a card that was answered today and missed in an exam since is asked', () => {
  const one = aSession([aCard('deck', 'basic', { id: 'deck-a' })]);
  one.study.ask();
  one.study.grade(3);
  one.journal.append({ type: 'boost', card: 'deck-a', reason: 'exam' }, aStamp());
  const two = aSession([aCard('deck', 'basic', { id: 'deck-a' })], { folder: one.folder });
  expect(two.study.ask()?.item.entry.id).toBe('deck-a');
});

describe('two desks on one journal', () => {
  const cards = ['deck-a', 'deck-b', 'deck-c'].map((id) => aCard('deck', 'basic', { id }));
  const idOf = ({ study }: SessionOnDesk) => study.ask()?.item.entry.id;

  function twoDesks() {
    const one = aSession(cards);
    return { one, two: aSession(cards, { folder: one.folder, clock: one.clock }) };
  }

  test('a new card that one answered is passed over by the other, as soon as it goes on', () => {
    const { one, two } = twoDesks();
    expect([idOf(one), idOf(two)]).toEqual(['deck-a', 'deck-a']);
    one.study.grade(3);
    expect(idOf(one)).toBe('deck-b');
    one.study.grade(3);
    two.study.suspend();
    expect(idOf(two)).toBe('deck-c');
    two.study.grade(3);
    expect([idOf(one), idOf(two)]).toEqual([undefined, undefined]);
  });

  test('a card that waits to come back is passed over where the other one knew it since', () => {
    const { one, two } = twoDesks();
    idOf(one);
    one.study.grade(1);
    expect(idOf(two)).toBe('deck-a');
    two.study.grade(3);
    for (const card of ['deck-b', 'deck-c']) {
      expect(idOf(one)).toBe(card);
      one.study.grade(3);
    }
    expect(idOf(one)).toBeUndefined();
  });

  test('a card that was hard here comes back here, though it is not due again', () => {
    const { one, two } = twoDesks();
    idOf(one);
    one.study.grade(2);
    expect(idOf(two)).toBe('deck-b');
    two.study.grade(3);
    expect(idOf(one)).toBe('deck-c');
    one.study.grade(3);
    expect(idOf(one)).toBe('deck-a');
  });

  test('what the other answered is passed over also where an undo read it', () => {
    const { one, two } = twoDesks();
    idOf(one);
    one.study.grade(3);
    expect(idOf(two)).toBe('deck-b');
    two.study.grade(3);
    // The journal takes in what the other wrote while it folds the undo.
    one.study.undo();
    expect(idOf(one)).toBe('deck-a');
    one.study.grade(3);
    expect(idOf(one)).toBe('deck-c');
  });

  describe('the same card on both', () => {
    const shown = () => {
      const desks = twoDesks();
      expect([idOf(desks.one), idOf(desks.two)]).toEqual(['deck-a', 'deck-a']);
      return desks;
    };
    const answersIn = ({ journal }: SessionOnDesk) =>
      [...journal.lastReviews(9)].reverse().map(({ card, grade }) => `${card} ${grade}`);

    test.each([1, 3] as const)('is answered once, also where the first said %i', (grade) => {
      const { one, two } = shown();
      expect(one.study.grade(grade)).toBe('recorded');
      expect(two.study.grade(4)).toBe('elsewhere');
      expect(idOf(two)).toBe('deck-b');
      expect(two.study.summary().answers).toBe(0);
      expect(two.study.notRecorded).toBe(1);
      expect(two.study.progress()).toMatchObject({ left: 2 });
      expect(answersIn(two)).toEqual([`deck-a ${grade}`]);
      expect(two.study.undo()).toBeUndefined();
    });

    test('and so is one that was given and not rated when its learner leaves', () => {
      const { one, two } = shown();
      one.study.grade(3);
      two.study.give(1);
      expect([two.study.leave(), two.study.leave()]).toEqual([undefined, undefined]);
      expect(answersIn(two)).toEqual(['deck-a 3']);
    });

    test('is answered where the other one took its answer back', () => {
      const { one, two } = shown();
      one.study.grade(3);
      one.study.undo();
      expect(two.study.grade(4)).toBe('recorded');
      expect(answersIn(two)).toEqual(['deck-a 4']);
    });

    test('is answered in a cram, which changes no memory', () => {
      const { one } = shown();
      const cram = aSession(cards, { folder: one.folder, clock: one.clock, cram: true });
      expect(idOf(cram)).toBe('deck-a');
      one.study.grade(3);
      expect(cram.study.grade(4)).toBe('recorded');
    });

    test('is answered while a file of another device cannot be read', () => {
      const { one } = shown();
      mkdirSync(join(one.folder, 'd-broken.jsonl'));
      expect(one.study.grade(3)).toBe('recorded');
    });
  });
});

test('recall is predicted from what the other terminal answered, too', () => {
  const day = (study: number) => ({ clock: new FixedClock(morning + study * dayMs), today: today + study });
  const [card] = [aCard('deck', 'basic', { id: 'deck-a' })];
  const first = aSession([card], day(0));
  first.study.ask();
  first.study.grade(3);
  const late = aSession([card], { ...day(9), folder: first.folder });
  late.study.ask();
  // A cram of it is recorded in any case.
  const cram = aSession([card], { ...day(9), folder: first.folder, cram: true });
  cram.study.ask();
  late.study.grade(3);
  cram.study.grade(3);
  expect(late.journal.lastReviews(9).map(({ recall }) => recall)).toEqual([1, 0.7845, undefined]);
});
