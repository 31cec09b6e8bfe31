import { describe, expect, test } from 'vitest';
import { entryOf } from '../../../src/domain/exam/exam-question.ts';
import { UserError } from '../../../src/errors.ts';
import { type PaperWish, type PlannedPaper, planPaper } from '../../../src/study/exam-paper.ts';
import type { ExamShelf } from '../../../src/study/exam-shelf.ts';
import type { ExamEnd } from '../../../src/terminal/exam/exam-parts.ts';
import { examScreen } from '../../../src/terminal/exam/exam-screen.ts';
import { startScreen } from '../../../src/terminal/exam/start-screen.ts';
import { plainStart, startWords } from '../../../src/terminal/exam/start-view.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { aBank, exam, shipped } from '../../domain/exam/an-exam.ts';
import { anExamSession } from '../../support/an-exam-session.ts';
import { minuteMs } from '../../support/fixed-clock.ts';
import { PlayedScreen } from '../../support/play-screen.ts';

const theme = makeTheme({ colors: false, unicode: true });
const goOn = 'aws-study exam --resume';

const bank = aBank(exam('DVA-C03'), [20, 17, 14, 14]);
const shelf: ExamShelf = {
  blueprints: shipped,
  today: '2026-12-01',
  exams: {
    blueprints: () => shipped,
    entries: () => bank.map((question) => ({ ...entryOf(question), cards: [] })),
    question: (id) => bank.find((one) => one.id === id),
  },
};
const wish: PaperWish = { seed: 1, extraTime: false, untimed: false, practice: false, withUnscored: false };
const planned = (changes: Partial<PaperWish> = {}): PlannedPaper =>
  planPaper(shelf, exam('DVA-C03'), [], { ...wish, ...changes });

/** The page with an exam of three questions and 30 minutes behind it. */
function open(changes: Partial<PaperWish> = {}, trouble?: Error) {
  const desks: ReturnType<typeof anExamSession>[] = [];
  const begin = () => {
    if (trouble !== undefined) throw trouble;
    const desk = anExamSession();
    desks.push(desk);
    return examScreen({ session: desk.session, theme, markdown: () => simpleMarkdown(theme) });
  };
  const program = startScreen({
    theme,
    facts: { planned: planned(changes), notes: ['A note.'], goOn },
    begin,
  });
  return { program, screen: new PlayedScreen<typeof program.start, ExamEnd>(program), desks };
}

test('the page before the clock', () => {
  const { screen } = open({ extraTime: true });
  screen.size = { columns: 80, rows: 30 };
  expect(screen.shown()).toMatchInlineSnapshot(`
    "
     DVA-C03 mock exam · before you begin                             65 questions
    ───────────────────────────────────────────────────────────────────────────────

      AWS Certified Developer – Associate: 65 questions in 160 minutes (30 of them
      extra time).

      All of them count. What is unanswered counts as wrong, so a guess costs
      nothing.

      No answer is shown before the end.

      The clock starts when you begin, and runs on when the program is closed:
      "aws-study exam --resume" goes on with every answer and flag. When the time
      is up, what is chosen is scored.

      A note.

      Letters choose an option, n and p go on and back, f flags, g goes to a
      number, r reviews, x ends, q leaves. ? lists all keys at any time.

     enter begin   q leave; nothing is saved yet
    "
  `);
});

describe('nothing is begun', () => {
  test.each(['a', 'f', 'n', 'x', 'y', 'space', 'right', '?', 'r', 'tab'])('by the key %s', (key) => {
    const { screen, desks } = open();
    expect(screen.press(key).shown()).toContain('before you begin');
    expect(screen.result).toBeUndefined();
    expect(desks).toHaveLength(0);
  });

  test.each(['q', 'escape'])('by leaving with %s', (key) => {
    const { screen, desks } = open();
    expect(screen.press(key).result).toEqual({ why: 'left' });
    expect(desks).toHaveLength(0);
  });

  test('by Ctrl-D, by other keys with Ctrl, or by the end of input', () => {
    const { screen, desks, program } = open();
    screen.ctrl('x');
    expect(screen.result).toBeUndefined();
    screen.ctrl('d');
    expect(screen.result).toEqual({ why: 'left' });
    expect(program.ended(program.start)).toEqual({ why: 'left' });
    expect(desks).toHaveLength(0);
  });

  test('by time, and nothing is drawn anew each second', () => {
    const { program, desks } = open();
    expect(program.tick?.(program.start)).toBeUndefined();
    expect(desks).toHaveLength(0);
  });
});

test('Enter begins: the next key is the exam’s, and so are its seconds and its end', () => {
  const { screen, desks } = open();
  expect(screen.press('return').shown()).toContain('question 1 of 3');
  expect(screen.shown()).toContain('30:00 left');
  screen.press('b return');
  expect(screen.shown()).toContain('question 2 of 3');
  expect(desks).toHaveLength(1);
  expect(desks[0]?.session.choices(0)).toEqual([1]);
  desks[0]?.clock.pass(31 * minuteMs);
  expect(screen.tick().result).toEqual({ why: 'submitted' });
});

test('a disk that refuses the attempt ends the page with its words', () => {
  const full = new UserError('the disk is full.', 'Free some space.');
  const { screen } = open({}, full);
  expect(screen.press('return').result).toEqual({ why: 'trouble', error: full });
  expect(() => open({}, new TypeError('a bug')).screen.press('return')).toThrow('a bug');
});

test.each<[string, Partial<PaperWish>, RegExp[], RegExp[]]>([
  [
    'a whole paper',
    {},
    [/: 65 questions in 130 minutes\./, /All of them count\./, /No answer is shown/],
    [/trial/],
  ],
  ['extra time', { extraTime: true }, [/65 questions in 160 minutes \(30 of them extra time\)\./], []],
  ['ten questions', { questions: 10, extraTime: true }, [/10 questions in 25 minutes \(5 of them extra/], []],
  ['one question', { questions: 1 }, [/: 1 question in 2 minutes\./, /It counts\./], []],
  [
    'minutes of one’s own',
    { minutes: 1, questions: 3 },
    [/3 questions in 1 minute\./, /runs on when the program is closed/, /what is chosen is scored/],
    [],
  ],
  ['trials', { withUnscored: true }, [/50 of them count; 15 are unscored trials/], [/All of them/]],
  [
    'no clock',
    { untimed: true },
    [/65 questions without a clock\./, /leave at any time: "aws-study exam --resume"/],
    [/clock starts/, /minutes/],
  ],
  [
    'practice',
    { practice: true },
    [/answer and why can be seen after each question/, /waits while the practice is paused or closed/],
    [/runs on/, /No answer is shown/],
  ],
  ['one domain', { domains: ['2'] }, [/17 questions in 34 minutes\. From Security\./], []],
])('%s is said as it is', (_, changes, present, absent) => {
  const words = startWords({ planned: planned(changes), notes: [], goOn }).join(' ');
  for (const pattern of present) expect(words).toMatch(pattern);
  for (const pattern of absent) expect(words).not.toMatch(pattern);
});

test.each([
  [0, '130 minutes. All of them count.'],
  [10, '130 minutes. You have met 10 of them before. All of them count.'],
  [65, '130 minutes. You have met all of them before. All of them count.'],
])('%i questions met before', (met, said) => {
  const words = startWords({ planned: { ...planned(), unseen: 65 - met }, notes: [], goOn }).join(' ');
  expect(words).toContain(said);
});

test('line by line: the same, and the words to type instead of the keys', () => {
  const facts = { planned: planned({ practice: true }), notes: ['A note.'], goOn };
  const shown = plainStart(facts, 80).replace(/\s+/g, ' ');
  for (const words of [...startWords(facts), 'goto 12', 'check', 'pause', 'help lists them']) {
    expect(shown).toContain(words);
  }
  expect(plainStart({ planned: planned(), notes: [], goOn }, 80)).not.toContain('check');
  expect(
    Math.max(
      ...plainStart(facts, 40)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(40);
});

test.each([
  [40, 15],
  [40, 24],
  [100, 30],
])('at %s x %s the page fits, and both keys are in sight', (columns, rows) => {
  const { screen } = open({ extraTime: true, withUnscored: true });
  screen.size = { columns, rows };
  const lines = screen.shown().trim().split('\n');
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThan(columns);
  expect(lines.length).toBeLessThan(rows);
  expect(screen.shown()).toMatch(/enter begin[\s\S]*q leave/);
});
