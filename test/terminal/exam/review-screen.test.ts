import { expect, test } from 'vitest';
import { scoreAttempt } from '../../../src/domain/exam/score.ts';
import { type ReviewWish, reviewedQuestions } from '../../../src/study/exam-reviewed.ts';
import { printReview } from '../../../src/terminal/exam/plain-review.ts';
import { reviewScreen } from '../../../src/terminal/exam/review-screen.ts';
import { wished } from '../../../src/terminal/exam/wished.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { exam } from '../../domain/exam/an-exam.ts';
import { anExamSession, threeQuestions } from '../../support/an-exam-session.ts';
import { FakeTerminal } from '../../support/fake-terminal.ts';
import { PlayedScreen } from '../../support/play-screen.ts';

const theme = makeTheme({ colors: false, unicode: true });
const markdown = simpleMarkdown(theme);

/** The first question right, the second flagged and half answered, the third wrong. */
function aReview() {
  const { session } = anExamSession();
  session.toggle(0);
  session.goTo(1);
  session.toggle(1);
  session.toggleFlag();
  session.goTo(2);
  session.toggle(0);
  session.submit();
  const result = scoreAttempt(session.attempt, exam('DVA-C03'));
  const exams = {
    question: (id: string) => threeQuestions.find((one) => one.id === id),
    blueprints: () => [],
    entries: () => [],
  };
  const shelf = { exams, blueprints: [], today: '2026-11-20' };
  const notes = new Set(['dva-two-card']);
  return { attempt: session.attempt, questions: reviewedQuestions(shelf, session.attempt, result, notes) };
}

function open(wish: ReviewWish, size = { columns: 70, rows: 60 }) {
  const screen = new PlayedScreen(reviewScreen({ ...aReview(), theme, markdown: () => markdown }, wish));
  screen.size = size;
  return screen;
}

test('a wrong question: your answer, the right one, every why, explanation, source, cards the decks have', () => {
  expect(open('wrong').shown()).toMatchInlineSnapshot(`
    "
     DVA-C03 review · question 2 of 3 ⚑ flagged                wrong 1/2
    ─────────────────────────────────────────────────────────────────────

      task 1.2 · 0 seconds

      Which two?

      Choose TWO.

      ✗ Wrong.

      ○ A. Retry (right answer)
           Why retry.

      ✗ B. Wait (your answer)
           Why wait.

      ○ C. Back off (right answer)
           Why back off.

        D. Fail
           Why fail.

        E. Sleep
           Why sleep.

      Explains dva-two.

      docs.aws.amazon.com/lambda/latest/dg/welcome.html

      Cards
      aws-study show dva-two-card

     n next   p back   w wrong 2   f flagged 1   a all 3   q quit
    "
  `);
});

test('filters keep the question where the list has it', () => {
  const screen = open('wrong');
  expect(screen.press('n').shown()).toContain('wrong 2/2');
  expect(screen.press('a').shown()).toContain('all 3/3');
  expect(screen.press('p p').shown()).toContain('✓ A. Table (your answer, right)');
  expect(screen.press('p').shown()).toContain('This is the first one.');
  expect(screen.press('f').shown()).toContain('flagged 1/1');
  expect(screen.press('right').shown()).toContain('This is the last one.');
  expect(screen.press('q').result).toBe('done');
});

test.each([
  [40, 15],
  [100, 30],
])('at %s x %s it fits', (columns, rows) => {
  for (const keys of ['n', 'p', 'f', 'a']) {
    const lines = open('all', { columns, rows }).press(keys).shown().trim().split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThan(columns);
    expect(lines.length).toBeLessThan(rows);
  }
});

test('plain: the questions asked for, one after the other', async () => {
  const terminal = new FakeTerminal();
  const { attempt, questions } = aReview();
  printReview({ terminal, markdown }, { number: 7, attempt }, wished(questions, 'flagged'), 'flagged');
  await terminal.settle();
  expect(terminal.written).toContain('DVA-C03, attempt 7 (a1): 1 question of 3 (flagged).');
  expect(terminal.written).toContain('Question 2 of 3.');
  expect(terminal.written).toContain('Card: aws-study show dva-two-card');
  expect(terminal.written).not.toContain('Which store?');
});
