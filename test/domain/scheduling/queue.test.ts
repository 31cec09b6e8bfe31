import { describe, expect, test } from 'vitest';
import { standing } from '../../../src/domain/scheduling/queue.ts';
import { library, queueOf, type State, today, wide } from '../../support/a-queue.ts';

describe('what is asked today', () => {
  test.each<[string, State, string[]]>([
    ['never seen', 'new', ['sqs-1 new']],
    ['due today', { due: 100 }, ['sqs-1 due']],
    ['overdue', { due: 60 }, ['sqs-1 due']],
    ['due tomorrow', { due: 101 }, []],
    ['forgotten today', { due: 100, lastDay: 100, lastGrade: 1 }, ['sqs-1 relearn']],
    ['forgotten yesterday', { due: 99, lastDay: 99, lastGrade: 1 }, ['sqs-1 due']],
    ['answered well today', { due: 103, lastDay: 100 }, []],
    ['suspended', { due: 90, suspended: true }, []],
    ['suspended before it was ever asked', { suspended: true }, []],
    ['buried until tomorrow', { due: 90, buriedUntil: 101 }, []],
    ['buried until today', { due: 90, buriedUntil: 100 }, ['sqs-1 due']],
    ['missed in an exam, not due', { due: 130, boosted: 'missed' }, ['sqs-1 boosted']],
    ['missed in an exam, never learned', { boosted: 'missed' }, ['sqs-1 boosted']],
    ['answered today, then missed in an exam', { due: 130, lastDay: 100, boosted: 'm' }, ['sqs-1 boosted']],
    ['missed in an exam, yet suspended', { due: 90, boosted: 'missed', suspended: true }, []],
  ])('a card %s', (_, state, expected) => {
    expect(queueOf([['sqs/a:sqs-1', state]])).toEqual(expected);
  });

  test('what counts as due also counts in how things stand', () => {
    const { entries, progress } = library([
      ['sqs/a:sqs-1', { due: 100 }],
      ['sqs/a:sqs-2', { due: 107 }],
      ['sqs/a:sqs-3', { due: 104 }],
      ['sqs/a:sqs-4', 'new'],
      ['sqs/a:sqs-5', { due: 102, suspended: true }],
    ]);
    const stands = standing(entries, progress, today);
    expect(stands.due.map(({ entry }) => entry.id)).toEqual(['sqs-1']);
    expect(stands.unseen.map(({ id }) => id)).toEqual(['sqs-4']);
    expect(stands.nextDue).toBe(104);
  });

  test('forgotten today, then missed in an exam, then the most overdue', () => {
    const rows = [
      ['sqs/a:sqs-1', { due: 99 }],
      ['sqs/b:sqs-2', { due: 80 }],
      ['sqs/c:sqs-3', { due: 300, boosted: 'missed' }],
      ['sqs/d:sqs-4', { due: 100, lastDay: 100, lastGrade: 1 }],
      ['sqs/e:sqs-5', { due: 95 }],
      ['sqs/f:sqs-6', { due: 101 }],
    ] as const;
    const expected = ['sqs-4 relearn', 'sqs-3 boosted', 'sqs-2 due', 'sqs-5 due', 'sqs-1 due'];
    expect(queueOf(rows)).toEqual(expected);
    expect(queueOf(rows, { horizon: 101 })).toEqual([...expected, 'sqs-6 due']);
  });

  test('reviewing ahead never asks again what was answered today', () => {
    expect(queueOf([['sqs/a:sqs-1', { due: 103, lastDay: 100 }]], { horizon: 110 })).toEqual([]);
  });
});

describe('siblings', () => {
  test.each<[string, Parameters<typeof queueOf>[0], string[]]>([
    [
      'two due: the more overdue one',
      [
        ['sqs/a:sqs-1#c1', { due: 99 }],
        ['sqs/b:sqs-1#c2', { due: 98 }],
      ],
      ['sqs-1#c2 due'],
    ],
    [
      'one due, one new: the due one',
      [
        ['sqs/a:sqs-1#c1', 'new'],
        ['sqs/a:sqs-1#c2', { due: 100 }],
      ],
      ['sqs-1#c2 due'],
    ],
    [
      'two new: the first',
      [
        ['sqs/a:sqs-1', 'new'],
        ['sqs/a:sqs-1#reverse', 'new'],
      ],
      ['sqs-1 new'],
    ],
    [
      'cards of one fact',
      [
        ['sqs/a:sqs-1', { due: 90 }, 'sqs:dlq'],
        ['sqs/b:sqs-2', { due: 99 }, 'sqs:dlq'],
      ],
      ['sqs-1 due'],
    ],
    [
      'one was answered today: none',
      [
        ['sqs/a:sqs-1#c1', { due: 110, lastDay: 100 }],
        ['sqs/a:sqs-1#c2', 'new'],
      ],
      [],
    ],
    [
      'one was answered today and is suspended since: still none',
      [
        ['sqs/a:sqs-1#c1', { due: 110, lastDay: 100, suspended: true }],
        ['sqs/a:sqs-1#c2', { due: 99 }],
      ],
      [],
    ],
    [
      'one was forgotten today: it alone',
      [
        ['sqs/a:sqs-1#c1', { due: 100, lastDay: 100, lastGrade: 1 }],
        ['sqs/a:sqs-1#c2', { due: 90 }],
      ],
      ['sqs-1#c1 relearn'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(queueOf(rows)).toEqual(expected);
  });
});

describe('limits', () => {
  const many = [
    ...Array.from({ length: 30 }, (_, index) => [`sqs/a:sqs-${index}`, { due: 60 + index }] as const),
    ...Array.from({ length: 30 }, (_, index) => [`iam/b:iam-${index}`, 'new'] as const),
  ];
  const count = (queue: string[]) => ({
    fresh: queue.filter((one) => one.endsWith(' new')).length,
    reviews: queue.filter((one) => one.endsWith(' due')).length,
  });

  test.each([
    ['nothing done', undefined, { fresh: 5, reviews: 8 }],
    ['2 new cards and one that was due', { reviews: 3, newCards: 2, dueCards: 1 }, { fresh: 3, reviews: 7 }],
    ['one that was due, six times', { reviews: 6, newCards: 0, dueCards: 1 }, { fresh: 5, reviews: 7 }],
    ['all new cards done, some twice', { reviews: 9, newCards: 5 }, { fresh: 0, reviews: 8 }],
    ['more done than allowed', { reviews: 50, newCards: 9, dueCards: 41 }, { fresh: 0, reviews: 0 }],
  ])('5 new cards and 8 reviews a day; %s', (_, done, expected) => {
    const totals = done && { ...done, again: 0, ms: 0 };
    expect(count(queueOf(many, { limits: { newPerDay: 5, reviewsPerDay: 8 }, done: totals }))).toEqual(
      expected,
    );
  });

  test.each<[string, State, string[]]>([
    ['was forgotten today', { due: 100, lastDay: 100, lastGrade: 1 }, ['sqs-x relearn']],
    [
      'was answered today and missed in an exam since',
      { due: 130, lastDay: 100, boosted: 'm' },
      ['sqs-x boosted'],
    ],
    ['was missed in an exam', { due: 130, boosted: 'm' }, []],
    ['is due', { due: 99 }, []],
  ])('the limit of the day is reached: a card that %s', (_, state, expected) => {
    const limits = { newPerDay: 0, reviewsPerDay: 3 };
    const done = { reviews: 5, newCards: 0, again: 2, ms: 0, dueCards: 3 };
    expect(queueOf([['sqs/a:sqs-x', state]], { limits, done })).toEqual(expected);
  });

  test('with fewer reviews allowed than due, the most overdue are asked', () => {
    const queue = queueOf(many, { limits: { newPerDay: 0, reviewsPerDay: 3 } });
    expect(queue).toEqual(['sqs-0 due', 'sqs-1 due', 'sqs-2 due']);
  });

  test('a limit for the session cuts the mixture, not one sort', () => {
    const queue = queueOf(many, { limits: { ...wide, cards: 10 } });
    expect(queue).toHaveLength(10);
    expect(count(queue)).toEqual({ fresh: 5, reviews: 5 });
  });

  test('new cards come in proportion to what the decks have left, and in the order of each deck', () => {
    const rows = [
      ...Array.from({ length: 60 }, (_, index) => [`ec2/t${index}:ec2-${index}`, 'new'] as const),
      ...Array.from({ length: 30 }, (_, index) => [`iam/t${index}:iam-${index}`, 'new'] as const),
      ...Array.from({ length: 10 }, (_, index) => [`sqs/t${index}:sqs-${index}`, 'new'] as const),
    ];
    const queue = queueOf(rows, { limits: { newPerDay: 20, reviewsPerDay: 0 } });
    const of = (deck: string) => queue.filter((one) => one.startsWith(deck));
    expect([of('ec2').length, of('iam').length, of('sqs').length]).toEqual([12, 6, 2]);
    expect(of('iam')).toEqual([0, 1, 2, 3, 4, 5].map((index) => `iam-${index} new`));
  });
});

describe('a cram', () => {
  const rows = [
    ['sqs/a:sqs-1', { due: 300 }],
    ['sqs/b:sqs-2', 'new'],
    ['sqs/c:sqs-3', { due: 90, suspended: true }],
    ['sqs/d:sqs-4', { due: 105, lastDay: 100 }],
    ['sqs/e:sqs-5', { due: 90, buriedUntil: 140 }],
  ] as const;

  test('asks all that is not suspended, due or not, whatever the limits of a day', () => {
    const queue = queueOf(rows, { cram: true, limits: { newPerDay: 0, reviewsPerDay: 0 } });
    expect(queue.map((one) => one.split(' ')[0]).sort()).toEqual(['sqs-1', 'sqs-2', 'sqs-4', 'sqs-5']);
  });

  test('stays within the limit of the session', () => {
    expect(queueOf(rows, { cram: true, limits: { ...wide, cards: 2 } })).toHaveLength(2);
  });
});
