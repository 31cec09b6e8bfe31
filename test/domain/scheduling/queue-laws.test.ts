import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/domain/chance.ts';
import type { CardProgress } from '../../../src/domain/journal/progress.ts';
import { buildQueue, isHidden, standing } from '../../../src/domain/scheduling/queue.ts';
import { library, queueOf, type State, today, wide } from '../../support/a-queue.ts';

/** Any library: a few decks and topics, notes with several parts, cards in every state. */
const anyRows = fc.uniqueArray(
  fc.record({
    deck: fc.constantFrom('sqs', 'iam', 'ec2'),
    topic: fc.constantFrom('a', 'b', 'c', 'd'),
    note: fc.integer({ min: 0, max: 40 }),
    part: fc.constantFrom('', '#c1', '#c2', '#reverse'),
    due: fc.option(fc.integer({ min: 60, max: 140 })),
    lastDay: fc.constantFrom(60, 90, 99, 100),
    flag: fc.constantFrom('', '', '', 'suspended', 'buried', 'boosted'),
  }),
  { selector: ({ deck, note, part }) => `${deck}-${note}${part}`, maxLength: 60 },
);

function fromAny(rows: typeof anyRows extends fc.Arbitrary<infer Rows> ? Rows : never) {
  return library(
    rows.map(({ deck, topic, note, part, due, lastDay, flag }) => {
      const flags: Partial<CardProgress> = {
        ...(flag === 'suspended' ? { suspended: true as const } : {}),
        ...(flag === 'buried' ? { buriedUntil: 101 } : {}),
        ...(flag === 'boosted' ? { boosted: 'missed' } : {}),
      };
      const state: State =
        due !== null ? { due: Math.max(due, lastDay), lastDay, ...flags } : flag === '' ? 'new' : flags;
      return [`${deck}/${topic}:${deck}-${note}${part}`, state] as const;
    }),
  );
}

const someLimits = fc.record({
  newPerDay: fc.integer({ min: 0, max: 30 }),
  reviewsPerDay: fc.integer({ min: 0, max: 30 }),
  cards: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
});

describe('laws of the queue', () => {
  const anyRequest = fc.record({ rows: anyRows, limits: someLimits, seed: fc.nat(), cram: fc.boolean() });

  test('no card twice, none that is hidden, at most one of a family of siblings a day, limits kept', () => {
    fc.assert(
      fc.property(anyRequest, ({ rows, limits, seed, cram }) => {
        const { entries, progress } = fromAny(rows);
        const queue = buildQueue({ entries, progress, today, limits, cram, random: seededRandom(seed) });
        expect(new Set(queue.map(({ entry }) => entry.id)).size).toBe(queue.length);
        expect(queue.length).toBeLessThanOrEqual(limits.cards ?? Number.POSITIVE_INFINITY);
        for (const { entry } of queue) expect(progress.get(entry.id)?.suspended).toBeUndefined();
        const comesBack = ({ entry, reason }: (typeof queue)[number]) =>
          reason === 'relearn' || (reason === 'boosted' && progress.get(entry.id)?.lastDay === today);
        const families = queue.filter((item) => !comesBack(item)).map(({ entry }) => entry.siblings);
        expect(new Set(families).size).toBe(families.length);
        if (cram) return;
        for (const { entry } of queue) expect(isHidden(progress.get(entry.id), today)).toBe(false);
        const fresh = queue.filter((item) => item.reason === 'new').length;
        expect(fresh).toBeLessThanOrEqual(limits.newPerDay);
        const counted = queue.filter((item) => item.reason !== 'new' && !comesBack(item));
        expect(counted.length).toBeLessThanOrEqual(limits.reviewsPerDay);
        const answeredToday = new Set(
          entries.filter(({ id }) => progress.get(id)?.lastDay === today).map((entry) => entry.siblings),
        );
        for (const family of families) expect(answeredToday.has(family)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('without limits, every due or new family of siblings has a card in it', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, seed) => {
        const { entries, progress } = fromAny(rows);
        const queue = buildQueue({ entries, progress, today, limits: wide, random: seededRandom(seed) });
        const { due, unseen, seenToday } = standing(entries, progress, today);
        const wanted = [...due.map(({ entry }) => entry), ...unseen].map((entry) => entry.siblings);
        const asked = new Set(queue.map(({ entry }) => entry.siblings));
        for (const family of wanted) expect(asked.has(family) || seenToday.has(family)).toBe(true);
      }),
    );
  });

  test('the same seed gives the same queue', () => {
    fc.assert(
      fc.property(anyRequest, ({ rows, limits, seed, cram }) => {
        const { entries, progress } = fromAny(rows);
        const draw = () => buildQueue({ entries, progress, today, limits, cram, random: seededRandom(seed) });
        expect(draw()).toEqual(draw());
      }),
      { numRuns: 50 },
    );
  });

  test('where every card has a topic of its own, reviews are strictly in order of how overdue they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 100 }), { maxLength: 40 }), fc.nat(), (dues, seed) => {
        const { entries, progress } = library(
          dues.map((due, index) => [`sqs/t${index}:sqs-${index}`, { due, lastDay: 40 }] as const),
        );
        const queue = buildQueue({ entries, progress, today, limits: wide, random: seededRandom(seed) });
        const asked = queue.map(({ entry }) => progress.get(entry.id)?.due);
        expect(asked).toEqual([...dues].sort((a, b) => a - b));
      }),
    );
  });

  test('new cards lie at even distances: no stretch of reviews is longer than its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 }), (fresh, reviews) => {
        const queue = queueOf([
          ...Array.from(
            { length: reviews },
            (_, index) => [`sqs/r${index}:sqs-${index}`, { due: 90 }] as const,
          ),
          ...Array.from({ length: fresh }, (_, index) => [`iam/n${index}:iam-${index}`, 'new'] as const),
        ]);
        expect(queue).toHaveLength(fresh + reviews);
        const stretches = queue
          .map((one) => (one.endsWith(' new') ? '|' : '.'))
          .join('')
          .split('|');
        const longest = Math.max(...stretches.map((stretch) => stretch.length));
        expect(longest).toBeLessThanOrEqual(Math.ceil((reviews + 1) / fresh));
      }),
    );
  });
});
