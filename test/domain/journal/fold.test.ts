import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffle } from '../../../src/domain/chance.ts';
import { byTime, type Happening, type JournalEvent } from '../../../src/domain/journal/event.ts';
import { answered, Folder, fold, memoryOf } from '../../../src/domain/journal/fold.ts';
import { defaultParameters, type Grade, grades, memoryModel } from '../../../src/domain/scheduling/memory.ts';
import { anEvent, aReview } from '../../support/an-event.ts';
import { aHistory, aStep, cards } from '../../support/any-history.ts';
import { today } from '../../support/fixed-clock.ts';

/** What a fold comes to, without what only says how far it read. */
function stateOf(events: readonly JournalEvent[]) {
  const { progress, parameters } = fold(events);
  const { cards: states, days, adopted, retention } = progress;
  return { states, days, adopted, retention, parameters };
}

describe('laws of the fold', () => {
  test('the order in which events are read does not matter', () => {
    fc.assert(
      fc.property(aHistory, fc.nat(), (events, seed) => {
        expect(fold(shuffle(events, seededRandom(seed))).progress).toEqual(fold(events).progress);
      }),
    );
  });

  test('events that stand in several files count once', () => {
    fc.assert(
      fc.property(aHistory, fc.nat(), (events, seed) => {
        const copied = shuffle([...events, ...events], seededRandom(seed));
        expect(fold(copied).progress).toEqual(fold(events).progress);
      }),
    );
  });

  test('two devices come to the same state, in whichever way their files meet', () => {
    fc.assert(
      fc.property(aHistory, fc.array(fc.boolean(), { maxLength: 46 }), (events, mine) => {
        const here = events.filter((_, index) => mine[index] === true);
        const there = events.filter((_, index) => mine[index] !== true);
        expect(fold([...here, ...there]).progress).toEqual(fold([...there, ...here]).progress);
        expect(fold([...here, ...there]).progress).toEqual(fold(events).progress);
      }),
    );
  });

  test('what was taken back is as if it had never been', () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const undone = new Set(events.flatMap((event) => (event.type === 'undo' ? [event.target] : [])));
        const never = events.filter((event) => event.type !== 'undo' && !undone.has(event.id));
        expect(stateOf(events)).toEqual(stateOf(never));
      }),
    );
  });

  test('taking back any one event of a history, also of long ago, leaves the history without it', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 1, maxLength: 30 }), fc.nat(), (steps, pick) => {
        const events = steps.map(({ happening }, index) => anEvent(happening, { day: today + index * 2 }));
        const target = events[pick % events.length] as JournalEvent;
        const undo = anEvent({ type: 'undo', target: target.id }, { day: today + 99 });
        expect(stateOf([...events, undo])).toEqual(stateOf(events.filter((event) => event !== target)));
      }),
    );
  });

  test('a preview changes no card, no day and no forecast of a card', () => {
    fc.assert(
      fc.property(aHistory, fc.constantFrom(...cards), fc.constantFrom(...grades), (events, card, grade) => {
        const cram = anEvent({ type: 'review', card, grade, mode: 'preview' }, { day: today + 500 });
        expect(stateOf([...events, cram])).toEqual(stateOf(events));
      }),
    );
  });

  test('folding one by one is the same as folding at once', () => {
    fc.assert(
      fc.property(aHistory, (events) => {
        const undone = new Set(events.flatMap((event) => (event.type === 'undo' ? [event.target] : [])));
        const { progress, parameters } = fold(events);
        const folder = new Folder(parameters);
        for (const event of [...events].sort(byTime)) if (!undone.has(event.id)) folder.apply(event);
        expect(folder.progress).toEqual(progress);
      }),
    );
  });

  test('going on from a saved fold is the same as folding the whole', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 30 }), fc.nat(), (steps, pick) => {
        const plain = steps.filter(({ happening }) => happening.type !== 'params');
        const events = plain.map(({ happening }, index) => anEvent(happening, { day: today + index }));
        const cut = pick % (events.length + 1);
        const first = fold(events.slice(0, cut));
        const folder = new Folder(first.parameters, structuredClone(first.progress));
        for (const event of events.slice(cut)) folder.apply(event);
        expect(folder.progress).toEqual(fold(events).progress);
      }),
    );
  });

  test('the four futures shown are what the fold then makes of the answer', () => {
    fc.assert(
      fc.property(aHistory, fc.constantFrom(...cards), fc.constantFrom(...grades), (events, card, grade) => {
        const { progress, model } = fold(events);
        const day = Math.max(today, progress.lastDay ?? 0);
        const home = progress.adopted.get(card) ?? card;
        const future = answered(progress.cards.get(home), grade, day, model);
        const after = fold([...events, anEvent({ type: 'review', card, grade }, { day })]).progress;
        expect(memoryOf(after.cards.get(home))).toEqual(future.memory);
        expect(after.cards.get(home)?.due).toBe(future.due);
      }),
    );
  });
});

const answer = (grade: Grade, card = 'sqs-1') => ({ type: 'review', card, grade }) as const;

describe('an answer', () => {
  test.each([
    ['again on a new card is due today', [1], [0], 0, 0],
    ['good on a new card', [3], [0], 2, 0],
    ['easy on a new card', [4], [0], 8, 0],
    ['again on a learned card is a lapse', [3, 1], [0, 5], 0, 1],
    ['again twice on one day is one lapse', [3, 1, 1], [0, 5, 5], 0, 1],
    ['again on the day it was learned is no lapse', [3, 1], [0, 0], 0, 0],
  ] as const)('%s', (_, given, days, interval, lapses) => {
    const events = given.map((grade, index) => aReview('sqs-1', grade, today + (days[index] ?? 0)));
    const card = fold(events).progress.cards.get('sqs-1');
    const lastDay = today + (days.at(-1) ?? 0);
    expect(card).toMatchObject({ due: lastDay + interval, lapses, reviews: given.length, lastDay });
  });

  test('counts for its day, also as a new card', () => {
    const { days } = fold([
      anEvent({ type: 'review', card: 'sqs-1', grade: 3, ms: 4000 }),
      anEvent({ type: 'review', card: 'sqs-2', grade: 1, ms: 6000 }),
      anEvent({ type: 'review', card: 'sqs-2', grade: 3 }),
      aReview('sqs-1', 3, today + 2),
    ]).progress;
    expect(days.get(today)).toEqual({ reviews: 3, newCards: 2, again: 1, ms: 10_000 });
    expect(days.get(today + 2)).toEqual({ reviews: 1, newCards: 0, again: 0, ms: 0, dueCards: 1 });
  });

  test.each<[string, readonly Happening[], number | undefined]>([
    ['a card that is due', [answer(3)], 1],
    ['it was forgotten, and answered again twice', [answer(1), answer(1), answer(3)], 1],
    [
      'it was missed in an exam and is not due',
      [{ type: 'boost', card: 'sqs-1', reason: 'm' }, answer(3)],
      1,
    ],
    ['a cram', [{ ...answer(3), mode: 'preview' }], undefined],
    ['a new card, answered thrice', [1, 1, 3].map((grade) => answer(grade as Grade, 'sqs-9')), undefined],
  ])('counts as a card of the day that was due: %s', (_, happenings, counted) => {
    // Due after eight days: on this day only where it was missed in an exam.
    const boosted = happenings.some(({ type }) => type === 'boost');
    const learned = [aReview('sqs-1', 4, boosted ? today - 5 : today - 8)];
    const events = [...learned, ...happenings.map((one) => anEvent(one))];
    expect(fold(events).progress.days.get(today)?.dueCards).toBe(counted);
  });

  test('of a card that is not due yet counts as none that was', () => {
    const { days } = fold([aReview('sqs-1', 4, today), aReview('sqs-1', 3, today + 1)]).progress;
    expect(days.get(today + 1)).toEqual({ reviews: 1, newCards: 0, again: 0, ms: 0 });
  });

  test('written with a clock that went back counts as the same day, and moves no day back', () => {
    const { progress } = fold([aReview('sqs-1', 3, today), aReview('sqs-1', 3, today - 5)]);
    const sameDay = fold([aReview('sqs-1', 3, today), aReview('sqs-1', 3, today)]).progress;
    expect(memoryOf(progress.cards.get('sqs-1'))).toEqual(memoryOf(sameDay.cards.get('sqs-1')));
    expect(progress.cards.get('sqs-1')?.lastDay).toBe(today);
    expect(progress.lastDay).toBe(today);
  });

  test('of a changed card keeps its history and takes the new hash', () => {
    const { cards: states } = fold([
      anEvent({ type: 'review', card: 'sqs-1', grade: 3, hash: 'old' }),
      anEvent({ type: 'review', card: 'sqs-1', grade: 3, hash: 'new' }),
    ]).progress;
    expect(states.get('sqs-1')).toMatchObject({ hash: 'new', reviews: 2 });
  });
});

describe('events besides answers', () => {
  const learned = [aReview('sqs-1', 3, today - 10), aReview('sqs-1', 3, today - 5)];
  const before = fold(learned).progress.cards.get('sqs-1');
  const cardAfter = (...happenings: Happening[]) =>
    fold([...learned, ...happenings.map((one) => anEvent(one))]).progress.cards.get('sqs-1');

  test('suspend, bury and boost leave the memory untouched', () => {
    expect(cardAfter({ type: 'suspend', card: 'sqs-1' })).toEqual({ ...before, suspended: true });
    expect(cardAfter({ type: 'bury', card: 'sqs-1', until: today + 1 })).toEqual({
      ...before,
      buriedUntil: today + 1,
    });
    expect(cardAfter({ type: 'boost', card: 'sqs-1', reason: 'missed' })).toEqual({
      ...before,
      boosted: 'missed',
    });
  });

  test('unsuspend ends both suspending and burying', () => {
    const happenings = ['suspend', 'unsuspend'] as const;
    expect(cardAfter(...happenings.map((type) => ({ type, card: 'sqs-1' })))).toEqual(before);
    expect(
      cardAfter({ type: 'bury', card: 'sqs-1', until: today + 9 }, { type: 'unsuspend', card: 'sqs-1' }),
    ).toEqual(before);
  });

  test('an answer ends burying and boosting, not suspending', () => {
    const card = cardAfter(
      { type: 'bury', card: 'sqs-1', until: today + 9 },
      { type: 'boost', card: 'sqs-1', reason: 'missed' },
      { type: 'suspend', card: 'sqs-1' },
      { type: 'review', card: 'sqs-1', grade: 3 },
    );
    expect(card).toMatchObject({ suspended: true, reviews: 3 });
    expect(card).not.toHaveProperty('boosted');
    expect(card).not.toHaveProperty('buriedUntil');
  });

  test('reset makes a card new', () => {
    expect(cardAfter({ type: 'reset', card: 'sqs-1' })).toBeUndefined();
    const again = cardAfter({ type: 'reset', card: 'sqs-1' }, { type: 'review', card: 'sqs-1', grade: 4 });
    expect(again).toMatchObject({ reviews: 1, firstDay: today, due: today + 8 });
  });

  test('config holds for the answers after it', () => {
    const good = { type: 'review', card: 'sqs-1', grade: 3 } as const;
    const due = (retention: number) => cardAfter({ type: 'config', retention }, good)?.due ?? 0;
    expect(due(0.95)).toBeLessThan(due(0.9));
    expect(due(0.9)).toBe(cardAfter(good)?.due);
    expect(cardAfter({ type: 'config', retention: 0.8 })).toEqual(before);
  });

  test('parameters hold for the whole history, the last ones given', () => {
    const longer = defaultParameters.map((value, index) => (index === 2 ? value * 2 : value));
    const params = anEvent({ type: 'params', w: longer, algo: 'fsrs-6' });
    const { progress, parameters } = fold([...learned, params]);
    expect(parameters).toEqual(longer);
    const model = memoryModel(0.9, longer);
    const wanted = model.next(model.next(undefined, 0, 3), 5, 3);
    expect(memoryOf(progress.cards.get('sqs-1'))).toEqual(wanted);
    const undone = anEvent({ type: 'undo', target: params.id });
    expect(fold([...learned, params, undone]).progress.cards.get('sqs-1')).toEqual(before);
  });

  test('undo of what is in no file yet waits for it', () => {
    const review = aReview('sqs-2', 3);
    const undo = anEvent({ type: 'undo', target: review.id });
    expect(fold([undo]).progress.cards.size).toBe(0);
    expect(fold([undo, review]).progress.cards.size).toBe(0);
  });
});

describe('a card that got another id', () => {
  const old = [aReview('sqs-old', 3, today - 9), aReview('sqs-old', 3, today - 7)];
  const history = fold(old).progress.cards.get('sqs-old');
  const adopt = (card: string, from: string) => anEvent({ type: 'adopt', card, from });
  const statesAfter = (...events: JournalEvent[]) => Object.fromEntries(fold(events).progress.cards);

  test('takes its history along', () => {
    expect(statesAfter(...old, adopt('sqs-new', 'sqs-old'))).toEqual({ 'sqs-new': history });
  });

  test('gets what another device still answers under the old id', () => {
    const late = aReview('sqs-old', 3, today);
    const { 'sqs-new': card } = statesAfter(...old, adopt('sqs-new', 'sqs-old'), late);
    expect(card).toMatchObject({ reviews: 3, lastDay: today });
  });

  test('twice renamed, has one history', () => {
    const events = [
      ...old,
      adopt('sqs-new', 'sqs-old'),
      adopt('sqs-newest', 'sqs-new'),
      aReview('sqs-old', 3),
    ];
    expect(Object.keys(statesAfter(...events))).toEqual(['sqs-newest']);
    expect(statesAfter(...events)['sqs-newest']).toMatchObject({ reviews: 3 });
  });

  test('and back again, has it under the first', () => {
    const events = [...old, adopt('sqs-new', 'sqs-old'), adopt('sqs-old', 'sqs-new')];
    expect(statesAfter(...events)).toEqual({ 'sqs-old': history });
  });

  test('whose old id is used again for another card, leaves that one alone', () => {
    const events = [...old, adopt('sqs-new', 'sqs-old'), aReview('iam-1', 4), adopt('sqs-old', 'iam-1')];
    const { 'sqs-old': reborn, 'sqs-new': card } = statesAfter(...events, aReview('sqs-old', 4));
    expect(card).toEqual(history);
    expect(reborn).toMatchObject({ reviews: 2 });
  });

  test('that was only suspended or boosted so far keeps both', () => {
    const flags = [
      anEvent({ type: 'suspend', card: 'sqs-new' }),
      anEvent({ type: 'boost', card: 'sqs-new', reason: 'missed' }),
    ];
    expect(statesAfter(...old, ...flags, adopt('sqs-new', 'sqs-old'))).toEqual({
      'sqs-new': { ...history, suspended: true, boosted: 'missed' },
    });
  });

  test('with a history of its own keeps that', () => {
    const own = aReview('sqs-new', 1);
    const { 'sqs-new': card } = statesAfter(...old, own, adopt('sqs-new', 'sqs-old'));
    expect(card).toMatchObject({ reviews: 1 });
  });
});
