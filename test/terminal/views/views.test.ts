import { describe, expect, test } from 'vitest';
import { standing } from '../../../src/domain/scheduling/queue.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { loadMarkdown } from '../../../src/terminal/markdown.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { type CardFacts, cardView } from '../../../src/terminal/views/card.ts';
import { dueView } from '../../../src/terminal/views/due.ts';
import { type EmptyQueueFacts, emptyQueueView } from '../../../src/terminal/views/empty-queue.ts';
import { problemsView } from '../../../src/terminal/views/problems.ts';
import { summaryView } from '../../../src/terminal/views/summary.ts';
import { todayView } from '../../../src/terminal/views/today.ts';
import { widthOf } from '../../../src/terminal/wrap.ts';

const theme = makeTheme({ colors: false, unicode: false });
const markdown = await loadMarkdown(theme);
const framed = (text: string) => `\n${text}\n`;

describe('today', () => {
  const facts = {
    today: '2026-11-20',
    due: 0,
    newToday: 20,
    unseen: 719,
    cards: 719,
    answeredToday: 0,
    streakDays: 0,
    nextDue: null,
    exam: null,
    examDate: null,
    daysToExam: null,
    unfinishedExam: null,
  };

  test('the first day', () => {
    expect(framed(todayView(theme, facts))).toMatchInlineSnapshot(`
      "
      Today 2026-11-20
        due 0 - new 20 - answered 0 - streak 0 days
        0 of 719 cards seen

      Next  aws-study quiz
            your first cards; q ends it, nothing is lost
      "
    `);
  });

  test.each([
    ['due and new', { due: 12, newToday: 5, unseen: 600 }, 'aws-study quiz', '12 cards due and 5 new'],
    ['due only', { due: 1, newToday: 0, unseen: 600 }, 'aws-study quiz', '1 card due'],
    ['new only', { newToday: 1, unseen: 600 }, 'aws-study quiz', '1 new card'],
    [
      'the new ones of today are done',
      { newToday: 0, unseen: 600 },
      'aws-study quiz --new 10',
      'more new cards',
    ],
    ['all is seen', { newToday: 0, unseen: 0 }, 'aws-study quiz --ahead 3', 'falls due soon'],
  ])('what to do next: %s', (_, change, command, why) => {
    const lines = todayView(theme, { ...facts, ...change }).split('\n');
    expect(lines.at(-2)).toBe(`Next  ${command}`);
    expect(lines.at(-1)).toContain(why);
  });

  test.each([
    [12, 'DVA-C03', '  exam DVA-C03 in 12 days 2026-12-02'],
    [1, 'DVA-C03', '  exam DVA-C03 in 1 day 2026-12-02'],
    [0, null, '  exam is today 2026-12-02'],
    [-3, 'DVA-C03', '  exam DVA-C03 was 2026-12-02'],
  ])('the exam in %i days', (daysToExam, exam, line) => {
    const shown = todayView(theme, { ...facts, exam, examDate: '2026-12-02', daysToExam });
    expect(shown.split('\n')).toContain(line);
  });

  test.each([
    ['unfinished', 754_000, ['DVA-C03 attempt 6 is not finished: 12 minutes left.', 'goes on with it']],
    ['unfinished', null, ['DVA-C03 attempt 6 is not finished.', 'goes on with it']],
    ['expired', 0, ['DVA-C03 attempt 6 is not finished, and its time is up.', 'scores it']],
  ] as const)('an exam that is %s, with %s ms left', (status, msLeft, [said, step]) => {
    const shown = todayView(theme, {
      ...facts,
      unfinishedExam: { exam: 'DVA-C03', number: 6, status, msLeft },
    });
    expect(shown).toContain(`\n${said}\n  aws-study exam 6 --resume ${step}\n`);
  });

  test('an exam that is open in another terminal is not to be resumed', () => {
    const unfinishedExam = { exam: 'DVA-C03', number: 1, status: 'open', msLeft: 40_000 } as const;
    const shown = todayView(theme, { ...facts, unfinishedExam });
    expect(shown).toContain('DVA-C03 attempt 1 is open in another terminal: 40 seconds left.');
    expect(shown).not.toContain('--resume');
  });

  test('the next day on which something is due', () => {
    expect(todayView(theme, { ...facts, unseen: 700, nextDue: '2026-11-22' })).toContain(
      'next due 2026-11-22',
    );
  });
});

describe('summary', () => {
  const topic = (name: string, rightAtFirst: number, answered: number) => ({
    deck: 'sqs',
    topic: name,
    rightAtFirst,
    answered,
  });
  const summary = {
    answers: 9,
    cards: 7,
    newCards: 5,
    rightAtFirst: 5,
    minutes: 3.4,
    topics: [topic('fifo', 1, 3), topic('dead-letter-queues', 4, 4)],
  };
  const facts = { summary, today: 20_777, left: 0, nextDue: 20_779, cram: false };

  test('a whole session', () => {
    expect(framed(summaryView(theme, facts))).toMatchInlineSnapshot(`
      "
      9 answers to 7 cards (5 new), 71% right at first try, 3 minutes.
        sqs/fifo                1 of 3
        sqs/dead-letter-queues  4 of 4
      Next due: in 2d (2026-11-22).
      "
    `);
  });

  test.each([
    [20_777, 'More is due today: go on with "aws-study quiz".'],
    [20_770, 'More is due today: go on with "aws-study quiz".'],
    [20_778, 'Next due: tomorrow (2026-11-21).'],
    [20_867, 'Next due: in 3mo (2027-02-18).'],
  ])('next due on day %i', (nextDue, line) => {
    expect(
      summaryView(theme, { ...facts, nextDue })
        .split('\n')
        .at(-1),
    ).toBe(line);
  });

  test('cards that are left go before the next day', () => {
    const last = summaryView(theme, { ...facts, left: 3 })
      .split('\n')
      .at(-1);
    expect(last).toBe('3 cards left: go on with "aws-study quiz".');
  });

  test('a cram says that it changed nothing', () => {
    expect(summaryView(theme, { ...facts, cram: true })).toContain('Crammed: no memory was changed.');
  });

  test('many topics are cut short, one is not listed', () => {
    const topics = Array.from({ length: 11 }, (_, index) => topic(`t${index}`, 1, 1));
    expect(summaryView(theme, { ...facts, summary: { ...summary, topics } })).toContain(
      '  and 3 topics more',
    );
    const one = summaryView(theme, { ...facts, summary: { ...summary, topics: topics.slice(0, 1) } });
    expect(one).not.toContain('sqs/t0');
  });

  test('nothing was answered', () => {
    expect(summaryView(theme, { ...facts, summary: { ...summary, answers: 0 } })).toBe(
      'No card was answered.',
    );
  });
});

describe('an empty queue', () => {
  const none = standing([], new Map(), 0);
  const facts: EmptyQueueFacts = {
    ...none,
    cards: 10,
    reviewsLeft: 200,
    today: 20_777,
    settings: defaultSettings,
  };
  const entry = { id: 'a', note: 'a', deck: 'd', topic: 't', siblings: 'a' };

  test('nothing is due', () => {
    expect(
      framed(emptyQueueView(theme, { ...facts, unseen: [entry], nextDue: 20_778 })),
    ).toMatchInlineSnapshot(`
      "
      Nothing is due.
      The next card is due tomorrow (2026-11-21).

      Until then:
        aws-study quiz --new 10     1 card you have not seen yet
        aws-study quiz --ahead 3    review what falls due in the next 3 days
        aws-study quiz --cram       any card, without touching your memory
      "
    `);
  });

  test.each([
    ['no card fits', { cards: 0 }, /^No card fits\./],
    [
      'the limit of the day',
      { due: [{ entry, reason: 'due' as const }], reviewsLeft: 0 },
      /today's limit of 200 reviews; 1 card can wait/,
    ],
    [
      'siblings were asked today',
      { due: [{ entry, reason: 'due' as const }] },
      /1 card can wait, as others of the same facts/,
    ],
    ['due in a week', { nextDue: 20_784 }, /The next card is due in 7 days \(2026-11-27\)\./],
    [
      'no minutes left',
      { minutesLeft: 0, settings: { ...defaultSettings, minutesPerDay: 15 } },
      /today's limit of 15 minutes/,
    ],
  ])('%s', (_, change, words) => {
    expect(emptyQueueView(theme, { ...facts, ...change })).toMatch(words);
  });
});

describe('due', () => {
  const row = (card: string, overdueDays: number, reason = 'due') => ({ card, overdueDays, reason });
  const ahead = [
    { day: '2026-11-21', cards: 4 },
    { day: '2026-11-22', cards: 0 },
    { day: '2026-11-23', cards: 1 },
  ];

  test('cards and the days to come', () => {
    const rows = [row('sqs-a', 3), row('sqs-b', 1), row('sqs-c', 0), row('sqs-d', 0, 'boosted')];
    expect(framed(dueView(theme, { rows, ahead, columns: 60 }))).toMatchInlineSnapshot(`
      "
      4 cards due
        sqs-a                                    3 days late
        sqs-b                                    1 day late
        sqs-c                                    today
        sqs-d                                    missed in an exam

      Coming
        2026-11-21     4  ####################################
        2026-11-23     1  #########
      "
    `);
  });

  test('nothing', () => {
    expect(dueView(theme, { rows: [], ahead: [], columns: 60 })).toBe('Nothing is due.');
  });

  test('more rows than fit are counted', () => {
    const rows = Array.from({ length: 25 }, (_, index) => row(`card-${index}`, 0));
    expect(dueView(theme, { rows, ahead: [], columns: 60 })).toContain('  and 5 more');
  });

  test.each([40, 60, 100])('fits %i columns', (columns) => {
    const rows = [
      row('a-very-long-card-id-that-is-longer-than-the-whole-window-of-forty-columns-is', 300, 'boosted'),
    ];
    for (const line of dueView(theme, { rows, ahead, columns }).split('\n'))
      expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });
});

describe('a card', () => {
  const facts: CardFacts = {
    card: 'sqs-visibility#c1',
    deck: 'sqs',
    topic: 'visibility',
    place: 'decks/sqs.yaml:12',
    columns: 60,
    suspended: false,
    stabilityDays: null,
    difficulty: null,
    retrievability: null,
    due: null,
    reviews: 0,
    lapses: 0,
    history: [],
  };
  const question = {
    prompt: 'How long is a message **hidden** by default?',
    form: { form: 'text' as const, accept: [], number: { value: 30, unit: 'seconds', tolerance: 0 } },
    why: 'The consumer has that long to delete it.',
    examNote: 'The exam asks for the default.',
    sources: ['https://docs.aws.amazon.com/a', 'https://docs.aws.amazon.com/b'],
    asOf: '2026-11-20',
  };

  test('never seen', () => {
    expect(framed(cardView({ theme, markdown }, question, facts))).toMatchInlineSnapshot(`
      "
      sqs-visibility#c1
      sqs/visibility - decks/sqs.yaml:12

        How long is a message hidden by default?

        30 seconds

        The consumer has that long to delete it.

        In the exam: The exam asks for the default.

        https://docs.aws.amazon.com/a
        https://docs.aws.amazon.com/b
        checked 2026-11-20

      Not seen yet.
      "
    `);
  });

  test('with its memory and history', () => {
    const seen = {
      ...facts,
      stabilityDays: 91.3,
      difficulty: 5.25,
      retrievability: 0.934,
      due: '2027-02-19',
      reviews: 14,
      lapses: 1,
      suspended: true,
      history: [
        ...Array.from({ length: 12 }, (_, day) => ({
          day: `2026-11-0${day % 9}`,
          type: 'review',
          grade: 'good',
        })),
        { day: '2026-11-19', type: 'suspend' },
        { day: '2026-11-20', type: 'review', grade: 'again', mode: 'preview' },
      ],
    };
    expect(
      framed(cardView({ theme, markdown }, question, seen).split('\n\n').at(-1) ?? ''),
    ).toMatchInlineSnapshot(`
      "
      Memory  stability 3mo (91.30 days), difficulty 5.3 of 10
              recall today 93%, due 2027-02-19, suspended
              14 answers, forgotten 1 time
        2 earlier
        2026-11-02  good
        2026-11-03  good
        2026-11-04  good
        2026-11-05  good
        2026-11-06  good
        2026-11-07  good
        2026-11-08  good
        2026-11-00  good
        2026-11-01  good
        2026-11-02  good
        2026-11-19  suspend
        2026-11-20  again (cram)
      "
    `);
  });

  test.each([
    [0.4, 'stability 0.40 days,'],
    [3.127, 'stability 3.13 days,'],
    [100, 'stability 3.3mo (100.00 days),'],
  ])('a stability of %d days', (stabilityDays, words) => {
    expect(cardView({ theme, markdown }, question, { ...facts, stabilityDays, difficulty: 5 })).toContain(
      words,
    );
  });

  test.each([
    [
      'choice',
      {
        form: 'choice' as const,
        choose: 1,
        options: [
          { text: 'yes', correct: true, why: 'so' },
          { text: 'no', correct: false },
        ],
      },
      ['* right: yes (so)', '* no'],
    ],
    ['order', { form: 'order' as const, items: ['b', 'a'], solution: [1, 0] }, ['1. a', '2. b']],
    [
      'match',
      { form: 'match' as const, lefts: ['x', 'y'], rights: ['2', '1'], solution: [1, 0] },
      ['* x: 1', '* y: 2'],
    ],
    ['reveal', { form: 'reveal' as const, answer: 'back' }, ['back']],
  ])('the answer of a %s', (_, form, lines) => {
    const shown = cardView({ theme, markdown }, { prompt: 'P', form, sources: [] }, facts)
      .split('\n')
      .map((line) => line.trim());
    for (const line of lines) expect(shown).toContain(line);
  });

  test('nothing of a stranger reaches the terminal', () => {
    const evil = { ...question, prompt: 'a\u001B[2Jb', sources: ['https://x/\u001B]0;t\u0007'] };
    expect(cardView({ theme, markdown }, evil, facts)).not.toContain('\u001B');
  });
});

describe('problems', () => {
  const problem = {
    rule: 'schema',
    severity: 'error' as const,
    file: 'decks/a.yaml',
    line: 3,
    column: 5,
    id: 'a-one',
    message: 'front is missing',
    hint: 'Write it.',
  };

  test('file, line and column, and the hint below', () => {
    const problems = [problem, { ...problem, severity: 'warning' as const, line: 9 }];
    expect(framed(problemsView(theme, { problems, files: 2, cards: 30 }))).toMatchInlineSnapshot(`
      "
      decks/a.yaml:3:5 error front is missing (schema) [a-one]
        Write it.
      decks/a.yaml:9:5 warning front is missing (schema) [a-one]
        Write it.

      2 problems; 2 files, 30 cards checked.
      "
    `);
  });

  test('none', () => {
    expect(problemsView(theme, { problems: [], files: 1, cards: 1 })).toBe(
      '+ 1 file, 1 card checked, no problems.',
    );
  });

  test('nothing of a stranger reaches the terminal', () => {
    const evil = {
      ...problem,
      file: 'a\u001B[2J.yaml',
      id: '\u001B[31m',
      message: '\u009B2J',
      hint: '\u001B]0;t\u0007',
    };
    expect(problemsView(theme, { problems: [evil], files: 1, cards: 1 })).not.toMatch(/[\u001B\u009B\u0007]/);
  });
});
