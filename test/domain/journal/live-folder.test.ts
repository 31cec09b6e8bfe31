import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Happening, JournalEvent } from '../../../src/domain/journal/event.ts';
import { fold } from '../../../src/domain/journal/fold.ts';
import { LiveFolder } from '../../../src/domain/journal/live-folder.ts';
import { anEvent, aReview } from '../../support/an-event.ts';
import { aStep } from '../../support/any-history.ts';
import { today } from '../../support/fixed-clock.ts';

const undoOf = (target: JournalEvent) => anEvent({ type: 'undo', target: target.id }, { day: target.day });

/** A folder over a history that was folded before. */
function folderOver(events: readonly JournalEvent[]): LiveFolder {
  const { parameters, progress } = fold(events);
  return new LiveFolder(parameters, progress);
}

describe('laws', () => {
  test('taking back any event, as often as one likes, comes to what folding the whole comes to', () => {
    const moves = fc.array(fc.oneof({ weight: 4, arbitrary: aStep }, { weight: 1, arbitrary: fc.nat(6) }), {
      size: 'max',
      maxLength: 40,
    });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 10 }), moves, (before, after) => {
        let day = today;
        const eventOf = ({ happening, days }: { happening: Happening; days: number }) => {
          day += days;
          return anEvent(happening, { day });
        };
        const events = before.filter(({ happening }) => happening.type !== 'params').map(eventOf);
        let folder = folderOver(events);
        for (const move of after) {
          if (typeof move === 'number') {
            const target = events.at(-1 - (move % Math.max(1, events.length)));
            if (target === undefined) continue;
            const undo = undoOf(target);
            events.push(undo);
            if (folder.takeBack(target.id)) {
              folder.apply(undo);
              taken += 1;
            } else folder = folderOver(events);
          } else if (move.happening.type !== 'params') {
            const event = eventOf(move);
            events.push(event);
            folder.apply(event);
          }
          expect(folder.progress).toEqual(fold(events).progress);
        }
      }),
    );
    // Not by folding the whole each time.
    expect(taken).toBeGreaterThan(100);
  });

  test('the order of the cards is that of the whole fold, too', () => {
    const events = ['sqs-1', 'sqs-2', 'sqs-3', 'sqs-1', 'sqs-4'].map((card) => aReview(card, 3));
    const folder = folderOver([]);
    for (const event of events) folder.apply(event);
    expect(folder.takeBack(events[0]?.id ?? '')).toBe(true);
    expect([...folder.progress.cards.keys()]).toEqual([...fold(events.slice(1)).progress.cards.keys()]);
  });
});

describe('what it cannot take back', () => {
  const review = aReview('sqs-1', 3);

  test.each<[string, readonly JournalEvent[], string]>([
    ['an event that it never saw', [review], 'another'],
    ['one that was taken back already', [review], review.id],
    ['one before a renaming', [review, anEvent({ type: 'adopt', card: 'sqs-2', from: 'sqs-1' })], review.id],
    ['one before a reset', [review, anEvent({ type: 'reset', card: 'sqs-1' })], review.id],
    ['one before another retention', [review, anEvent({ type: 'config', retention: 0.8 })], review.id],
  ])('%s: says so, and leaves everything as it is', (name, events, target) => {
    const folder = folderOver([]);
    for (const event of events) folder.apply(event);
    if (name.startsWith('one that was taken')) folder.takeBack(target);
    const before = structuredClone(folder.progress);
    expect(folder.takeBack(target)).toBe(false);
    expect(folder.progress).toEqual(before);
  });

  test('one that was folded before it began', () => {
    expect(folderOver([review]).takeBack(review.id)).toBe(false);
  });
});

test('thousands of events later the latest can still be taken back, and memory is bounded', () => {
  const folder = folderOver([]);
  const events = Array.from({ length: 9000 }, (_, index) => aReview(`sqs-${index % 50}`, 3));
  for (const event of events) folder.apply(event);
  expect(folder.takeBack(events[0]?.id ?? '')).toBe(false);
  expect(folder.takeBack(events.at(-1)?.id ?? '')).toBe(true);
  expect(folder.takeBack(events.at(-1500)?.id ?? '')).toBe(true);
});
