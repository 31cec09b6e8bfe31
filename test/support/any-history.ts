import fc from 'fast-check';
import type { Happening, JournalEvent } from '../../src/domain/journal/event.ts';
import { defaultParameters, grades } from '../../src/domain/scheduling/memory.ts';
import { anEvent } from './an-event.ts';
import { today } from './fixed-clock.ts';

/** Any history of a few cards: every type of event, days that mostly go on and sometimes back, undo of anything. */
export const cards = ['sqs-1', 'sqs-2', 'iam-1', 'iam-2#c1'] as const;
const aHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        type: fc.constant('review' as const),
        card: fc.constantFrom(...cards),
        grade: fc.constantFrom(...grades),
        ms: fc.integer({ min: 0, max: 60_000 }),
        mode: fc.constant('preview' as const),
      },
      { requiredKeys: ['type', 'card', 'grade'] },
    ),
  },
  fc.record({
    type: fc.constantFrom('suspend' as const, 'unsuspend' as const, 'reset' as const),
    card: fc.constantFrom(...cards),
  }),
  fc.record({
    type: fc.constant('bury' as const),
    card: fc.constantFrom(...cards),
    until: fc.constant(today + 3),
  }),
  fc.record({
    type: fc.constant('boost' as const),
    card: fc.constantFrom(...cards),
    reason: fc.constant('missed'),
  }),
  fc.record({
    type: fc.constant('adopt' as const),
    card: fc.constantFrom('sqs-1', 'sqs-9'),
    from: fc.constantFrom('iam-1', 'sqs-2'),
  }),
  fc.record({ type: fc.constant('config' as const), retention: fc.constantFrom(0.8, 0.95) }),
  fc.record({
    type: fc.constant('params' as const),
    w: fc.constant(defaultParameters.map((value, index) => (index === 2 ? value * 1.5 : value))),
    algo: fc.constant('fsrs-6'),
  }),
  fc.record({ type: fc.constant('forecast' as const), score: fc.integer() }),
);

export const aStep = fc.record({ happening: aHappening, days: fc.constantFrom(0, 0, 1, 2, 9, -1) });

/** The events in order; then some of them are taken back by later ones. */
export const aHistory = fc
  .record({ steps: fc.array(aStep, { maxLength: 40 }), undone: fc.array(fc.nat(), { maxLength: 6 }) })
  .map(({ steps, undone }): JournalEvent[] => {
    let day = today;
    const events = steps.map(({ happening, days }) => {
      day += days;
      return anEvent(happening, { day });
    });
    const undos = undone.flatMap((pick) => {
      const target = events[pick % Math.max(1, events.length)];
      return target === undefined ? [] : [anEvent({ type: 'undo', target: target.id }, { day })];
    });
    return [...events, ...undos];
  });
