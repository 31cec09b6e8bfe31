import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/domain/scheduling/memory.ts';
import type { QueueItem, Reason } from '../../../src/domain/scheduling/queue.ts';
import {
  advance,
  againAfterMs,
  cardsLeft,
  comesBackAfterMs,
  currentItem,
  hardAfterMs,
  putFirst,
  type Session,
  startSession,
  takeBack,
  withoutAnswers,
  withoutCard,
} from '../../../src/domain/scheduling/session.ts';
import { summarise } from '../../../src/domain/scheduling/summary.ts';
import { anEntry } from '../../support/an-entry.ts';

const item = (text: string, reason: Reason = 'due'): QueueItem => ({ entry: anEntry(text), reason });

const [one, two, three] = [item('sqs/a:sqs-1', 'new'), item('sqs/b:sqs-2'), item('iam/c:iam-3')];
const start = startSession([one, two, three]);

/** Answers the current card; each answer takes ten seconds. */
function answer(session: Session, grade: Grade, nowMs: number): Session {
  const current = currentItem(session, nowMs);
  if (current === undefined) throw new Error('nothing is asked');
  return advance(session, current, grade, { nowMs, tookMs: 10_000 });
}

const idAt = (session: Session, nowMs: number) => currentItem(session, nowMs)?.entry.id;

describe('an answer that was taken back elsewhere', () => {
  const given = (session: Session, ...answers: readonly (readonly [event: string, grade: Grade])[]) =>
    answers.reduce((now, [event, grade]) => {
      const current = currentItem(now, 60_000) as QueueItem;
      return advance(now, current, grade, { nowMs: 0, tookMs: 1000, event });
    }, session);
  const rows = ({ answered }: Session) => answered.map(({ event, first, wasNew }) => [event, first, wasNew]);

  test('leaves the next one to its card as the first', () => {
    const session = given(startSession([one]), ['E1', 1], ['E2', 3]);
    expect(rows(session)).toEqual([
      ['E1', true, true],
      ['E2', false, false],
    ]);
    expect(rows(withoutAnswers(session, (event) => event === 'E1'))).toEqual([['E2', true, true]]);
    expect(rows(withoutAnswers(session, (event) => event === 'E2'))).toEqual([['E1', true, true]]);
    expect(withoutAnswers(session, () => false)).toBe(session);
  });

  test('leaves its card new where it waits to come back', () => {
    const session = withoutAnswers(given(startSession([one]), ['E1', 1]), () => true);
    expect(rows(given(session, ['E2', 3]))).toEqual([['E2', true, true]]);
  });
});

describe('a session', () => {
  test.each<[Grade, boolean, number | undefined]>([
    [1, true, againAfterMs],
    [1, false, againAfterMs],
    [2, true, hardAfterMs],
    [2, false, undefined],
    [3, true, undefined],
    [4, true, undefined],
    [3, false, undefined],
  ])('after grade %i (learning: %s) a card comes back after %s ms', (grade, learning, expected) => {
    expect(comesBackAfterMs(grade, learning)).toBe(expected);
  });

  test('asks in order, a forgotten card a minute later and before the next of the queue', () => {
    let session = answer(start, 1, 0);
    expect(idAt(session, 1000)).toBe('sqs-2');
    session = answer(session, 3, 59_999);
    expect(idAt(session, 59_999)).toBe('iam-3');
    expect(idAt(session, 60_000)).toBe('sqs-1');
    expect(currentItem(session, 60_000)?.reason).toBe('relearn');
  });

  test('does not make anyone wait out a minute when nothing else is left', () => {
    const session = answer(startSession([two]), 1, 0);
    expect(idAt(session, 5)).toBe('sqs-2');
    expect(cardsLeft(session)).toBe(1);
    expect(idAt(answer(session, 3, 10), 10)).toBeUndefined();
  });

  test('Hard brings a card that is being learned back in ten minutes, another not at all', () => {
    const session = answer(answer(start, 2, 0), 2, 0);
    expect(session.waiting.map((waiting) => [waiting.item.entry.id, waiting.readyAtMs])).toEqual([
      ['sqs-1', hardAfterMs],
    ]);
  });

  test('a card that comes back first was forgotten first, whatever waits longer', () => {
    const session = answer(answer(start, 2, 0), 1, 5);
    expect(session.waiting.map((waiting) => waiting.item.entry.id)).toEqual(['sqs-2', 'sqs-1']);
  });

  test('counts the first answer to a card as first, and only that', () => {
    const session = answer(answer(startSession([one]), 1, 0), 3, 90_000);
    expect(session.answered.map(({ first, wasNew, grade }) => [first, wasNew, grade])).toEqual([
      [true, true, 1],
      [false, false, 3],
    ]);
  });

  test('a card that is left out is asked no more, be it in the queue or waiting', () => {
    const session = answer(start, 1, 0);
    expect(cardsLeft(withoutCard(session, 'sqs-1'))).toBe(2);
    expect(cardsLeft(withoutCard(session, 'sqs-2'))).toBe(2);
    expect(withoutCard(session, 'sqs-1').answered).toHaveLength(1);
  });

  test('taking an answer back asks the card again, at once and as before', () => {
    for (const grade of [1, 2, 3, 4] as const) {
      const session = takeBack(answer(start, grade, 0), one);
      expect(session).toEqual(start);
    }
  });

  test('taking back the second answer to a card keeps the first', () => {
    const session = answer(answer(startSession([one]), 1, 0), 3, 1);
    const back = takeBack(session, { ...one, reason: 'relearn' });
    expect(back.answered.map(({ grade }) => grade)).toEqual([1]);
    expect(idAt(back, 2)).toBe('sqs-1');
  });

  test('what was left out comes back in front, and keeps the answers it had', () => {
    const session = answer(start, 1, 0);
    for (const item of [one, two]) {
      const back = putFirst(withoutCard(session, item.entry.id), item);
      expect(idAt(back, 0)).toBe(item.entry.id);
      expect(cardsLeft(back)).toBe(3);
      expect(back.answered).toHaveLength(1);
    }
  });

  test('taking back an answer of an earlier session puts its card first', () => {
    const back = takeBack(start, item('ec2/z:ec2-9'));
    expect(idAt(back, 0)).toBe('ec2-9');
    expect(cardsLeft(back)).toBe(4);
    expect(back.answered).toEqual([]);
  });

  test('every card is asked until it is known; none is lost, none is twice in hand', () => {
    const grades = fc.array(fc.constantFrom<Grade>(1, 2, 3, 4), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), grades, (count, given) => {
        const queue = Array.from({ length: count }, (_, index) => item(`sqs/t:sqs-${index}`, 'new'));
        let session = startSession(queue);
        const known = new Set<string>();
        given.forEach((grade, index) => {
          const current = currentItem(session, index * 7_000);
          if (current === undefined) return;
          session = advance(session, current, grade, { nowMs: index * 7_000, tookMs: 1 });
          if (grade >= 3) known.add(current.entry.id);
          const held = [...session.queue, ...session.waiting.map((one) => one.item)].map(
            ({ entry }) => entry.id,
          );
          expect(new Set(held).size).toBe(held.length);
          expect(new Set([...held, ...known]).size).toBe(count);
          expect(held.length + known.size).toBe(count);
        });
      }),
    );
  });
});

describe('the summary', () => {
  const answered = (card: string, topic: string, grade: Grade, changes = {}) => ({
    card,
    topic,
    deck: 'sqs',
    grade,
    ms: 30_000,
    first: true,
    wasNew: false,
    ...changes,
  });

  test('of nothing is nothing', () => {
    const empty = { answers: 0, cards: 0, newCards: 0, rightAtFirst: 0, minutes: 0, topics: [] };
    expect(summarise([])).toEqual(empty);
  });

  test('counts cards once, right at the first try, and puts the weakest topic first', () => {
    const summary = summarise([
      answered('sqs-1', 'limits', 3),
      answered('sqs-2', 'fifo', 1, { wasNew: true }),
      answered('sqs-2', 'fifo', 3, { first: false }),
      answered('sqs-3', 'limits', 2),
      answered('sqs-4', 'dlq', 1),
      answered('sqs-5', 'dlq', 4),
    ]);
    expect(summary).toEqual({
      answers: 6,
      cards: 5,
      newCards: 1,
      rightAtFirst: 3,
      minutes: 3,
      topics: [
        { deck: 'sqs', topic: 'fifo', answered: 1, rightAtFirst: 0 },
        { deck: 'sqs', topic: 'dlq', answered: 2, rightAtFirst: 1 },
        { deck: 'sqs', topic: 'limits', answered: 2, rightAtFirst: 2 },
      ],
    });
  });

  test('one topic name in two decks is two rows', () => {
    const summary = summarise([
      answered('sqs-1', 'limits', 3),
      answered('iam-1', 'limits', 3, { deck: 'iam' }),
    ]);
    expect(summary.topics.map(({ deck }) => deck)).toEqual(['sqs', 'iam']);
  });
});
