import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { examScreen } from '../../../src/terminal/exam/exam-screen.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { anExamSession, type ExamOnDesk, threeQuestions } from '../../support/an-exam-session.ts';
import { minuteMs } from '../../support/fixed-clock.ts';
import { PlayedScreen } from '../../support/play-screen.ts';

const theme = makeTheme({ colors: false, unicode: true });

function play(desk: ExamOnDesk = anExamSession()) {
  const program = examScreen({ session: desk.session, theme, markdown: () => simpleMarkdown(theme) });
  const screen = new PlayedScreen(program);
  return {
    ...desk,
    screen,
    press: (keys: string) => screen.press(keys).shown(),
    tick: () => {
      const step = program.tick?.(program.start);
      return step !== undefined && 'result' in step ? step.result : undefined;
    },
  };
}

const types = (desk: ExamOnDesk) => desk.events.map(({ type }) => type);

test('the first question: number, clock, options, keys; nothing tells what is right', () => {
  const { screen } = play();
  screen.size = { columns: 80, rows: 20 };
  expect(screen.shown()).toMatchInlineSnapshot(`
    "
     DVA-C03 mock exam · question 1 of 3                                30:00 left
    ───────────────────────────────────────────────────────────────────────────────

      Which store?

        ○ A. Table

        ○ B. Bucket

        ○ C. Queue

        ○ D. Topic

     a-d choose   n next   p back   f flag   g go to   r review   x end exam
     ? help   q leave
    "
  `);
});

test('a letter answers, another moves the answer, the same takes it back', () => {
  const { press, session } = play();
  expect(press('b')).toContain('❯ ◉ B. Bucket');
  expect(press('a')).toContain('◉ A. Table');
  expect(session.choices()).toEqual([0]);
  press('a');
  expect(session.choices()).toEqual([]);
});

test('arrows point, space takes, Enter takes and then goes on', () => {
  const { press, session } = play();
  expect(press('down down')).toContain('❯ ○ B. Bucket');
  press('space');
  expect(session.choices()).toEqual([1]);
  press('up return');
  expect(session.choices()).toEqual([0]);
  expect(press('return')).toContain('question 2 of 3');
});

test('Enter without anything pointed at changes no answer', () => {
  const { press, session } = play();
  expect(press('return')).toContain('question 2 of 3');
  expect(session.choices(0)).toEqual([]);
});

describe('several options', () => {
  test('the number is said, and one too many is refused', () => {
    const { press, session } = play();
    expect(press('n')).toContain('Choose TWO.');
    expect(press('a b c')).toContain('Choose TWO. Take one back first.');
    expect(session.choices()).toEqual([0, 1]);
    press('b c');
    expect(session.choices()).toEqual([0, 2]);
  });

  test('Enter does not go on with too few', () => {
    const { press } = play();
    expect(press('n a return')).toContain('question 2 of 3');
  });
});

describe('letters that name options', () => {
  test('with four options f flags; with six it is an option, and F flags', () => {
    const { press, session } = play();
    expect(press('f')).toContain('⚑ flagged');
    expect(press('n n')).toContain('F flag');
    press('f');
    expect(session.choices()).toEqual([5]);
    expect(session.isFlagged()).toBe(false);
    expect(press('F')).toContain('F unflag');
    expect(session.isFlagged()).toBe(true);
  });

  test('with capitals locked the letters of options still answer', () => {
    const { press, session } = play();
    press('B');
    expect(session.choices()).toEqual([1]);
  });
});

test('next and previous stop at the ends; g goes to a number', () => {
  const { press, screen } = play();
  expect(press('p')).toContain('This is the first question.');
  expect(press('right right')).toContain('question 3 of 3');
  expect(press('n')).toContain('This is the last question.');
  expect(press('left')).toContain('question 2 of 3');
  expect(press('g')).toContain('Go to question (1-3):');
  screen.type('3');
  expect(press('return')).toContain('question 3 of 3');
  press('g');
  screen.type('9');
  expect(press('return')).toContain('There is no question "9".');
  expect(press('g escape')).toContain('question 3 of 3');
});

test('review lists how every question stands, by filter, and opens one', () => {
  const { press } = play();
  expect(press('b n a n F r')).toMatchInlineSnapshot(`
    "
     DVA-C03 mock exam · review: 1 of 3 answered    30:00 left
    ───────────────────────────────────────────────────────────
     [a all 3]   u unanswered 2    f flagged 1

        1  answered B
        2  1 of 2 chosen
      ❯ 3  unanswered        ⚑ flagged

     enter open   x end exam   r back   q leave
    "
  `);
  expect(press('u')).not.toContain('answered B');
  expect(press('f')).toMatch(/❯ 3 {2}unanswered +⚑ flagged/);
  expect(press('return')).toContain('question 3 of 3');
  expect(press('r a up up return')).toContain('question 1 of 3');
});

test('the end asks first, and counts what is open', () => {
  const { press, screen, session } = play();
  const shown = press('a f n a x');
  expect(shown).toContain('1 question is unanswered and will count as wrong.');
  expect(shown).toContain('1 question is short of options and will count as wrong.');
  expect(shown).toContain('1 question is flagged for review.');
  expect(press('n')).toContain('question 2 of 3');
  expect(session.isOver).toBe(false);
  screen.press('x y');
  expect(screen.result).toEqual({ why: 'submitted' });
  expect(session.attempt.phase).toMatchObject({ phase: 'submitted', by: 'learner' });
});

test('every change is on disk before the screen shows it; a key that changes nothing writes nothing', () => {
  const desk = play();
  desk.press('a');
  expect(types(desk)).toEqual(['answer']);
  desk.press('f n p ? ? r r down k');
  expect(types(desk)).toEqual(['answer', 'flag', 'visit', 'visit']);
});

test('a full disk ends the screen with its words, and the answer does not count', () => {
  const desk = play();
  desk.press('a');
  const full = new UserError('could not write: the disk is full (ENOSPC).', 'Free some space.');
  desk.refuse(full);
  desk.screen.press('b');
  expect(desk.screen.result).toEqual({ why: 'trouble', error: full });
  expect(desk.session.choices()).toEqual([0]);
});

describe('the clock', () => {
  test('counts down from the deadline, whatever time the screen was asleep', () => {
    const { clock, screen, press } = play();
    expect(screen.shown()).toContain('30:00 left');
    clock.pass(61_000);
    expect(screen.shown()).toContain('28:59 left');
    clock.pass(15 * minuteMs);
    expect(press('a')).toContain('13:59 left');
  });

  test.each([
    // A whole paper: at 10 minutes, at 5, and in the last one.
    [130, 119.99, undefined],
    [130, 120.01, 'Less than 10 minutes left.'],
    [130, 121.5, undefined],
    [130, 125.01, 'Less than 5 minutes left.'],
    [130, 126.5, undefined],
    [130, 129.01, 'Less than 1 minute left.'],
    [130, 129.99, 'Less than 1 minute left.'],
    // A shorter one: at a tenth of its time, and in the last minute.
    [65, 58.99, undefined],
    [65, 59.01, 'Less than 6 minutes left.'],
    [65, 60.5, undefined],
    [65, 63.99, undefined],
    [65, 64.01, 'Less than 1 minute left.'],
    [30, 26.99, undefined],
    [30, 27.01, 'Less than 3 minutes left.'],
    // Of 10 minutes a tenth is the last one; one of 3 minutes or 1 minute does not begin with a warning.
    [10, 8.99, undefined],
    [10, 9.01, 'Less than 1 minute left.'],
    [3, 0, undefined],
    [3, 1.99, undefined],
    [3, 2.01, 'Less than 1 minute left.'],
    [1, 0, undefined],
    [1, 0.49, undefined],
    [1, 0.51, 'Less than 30 seconds left.'],
  ])('of %s minutes after %s it says %s', (minutes, gone, words) => {
    const { clock, screen } = play(anExamSession({ minutes }));
    clock.pass(gone * minuteMs);
    if (words === undefined) expect(screen.shown()).not.toContain('Less than');
    else expect(screen.shown()).toContain(words);
  });

  test('when the time is up the next second submits what was chosen', () => {
    const { clock, press, tick, session } = play();
    press('a');
    clock.pass(30 * minuteMs - 1);
    expect(tick()).toBeUndefined();
    clock.pass(1);
    expect(tick()).toEqual({ why: 'submitted' });
    expect(session.attempt.phase).toMatchObject({ phase: 'submitted', by: 'clock' });
    expect(session.choices(0)).toEqual([0]);
  });

  test('a process that slept past the deadline takes no key any more', () => {
    const { clock, screen, session } = play();
    screen.press('a');
    clock.pass(5 * 60 * minuteMs);
    screen.press('b');
    expect(screen.result).toEqual({ why: 'submitted' });
    expect(session.choices(0)).toEqual([0]);
    expect(session.attempt.milliseconds[0]).toBe(30 * minuteMs);
  });

  test('without a clock it says so and never ends by itself', () => {
    const { clock, screen, tick } = play(anExamSession({ mode: 'untimed', minutes: null }));
    clock.pass(1000 * 60 * minuteMs);
    expect(screen.shown()).toContain('no clock');
    expect(tick()).toBeUndefined();
  });
});

describe('no feedback in an exam', () => {
  test.each(['a', 'b', 'a return p', 'b return p r r'])('keys "%s" show neither why nor verdict', (keys) => {
    const shown = play().press(keys);
    expect(shown).not.toMatch(/Why|Explains|Right|Wrong|✓|✗/);
  });

  test('an exam does not pause', () => {
    const { press, session } = play();
    expect(press('z')).toContain('Only a practice can be paused');
    expect(session.isPaused).toBe(false);
  });
});

describe('practice', () => {
  const practice = () => play(anExamSession({ mode: 'practice' }));

  test('Enter checks, shows every why, and goes on; the answer stands', () => {
    const { press, session } = practice();
    const shown = press('b return');
    expect(shown).toContain('✗ Wrong.');
    expect(shown).toContain('○ A. Table (right answer)');
    expect(shown).toContain('✗ B. Bucket (your answer)');
    expect(shown).toContain('Why queue.');
    expect(shown).toContain('Explains dva-one.');
    expect(press('a')).toContain('can no longer be changed');
    expect(session.choices()).toEqual([1]);
    expect(press('return')).toContain('question 2 of 3');
  });

  test('a pause hides the question and stops the clock', () => {
    const { press, clock, screen } = practice();
    const paused = press('z');
    expect(paused).toContain('Paused with 30:00 left.');
    expect(paused).not.toContain('Which store?');
    clock.pass(3 * 60 * minuteMs);
    expect(screen.shown()).toContain('Paused with 30:00 left.');
    expect(press('return')).toContain('30:00 left');
  });
});

test('q and Ctrl-D leave; help shows the keys and goes back', () => {
  const one = play();
  expect(one.press('?')).toContain('leave; everything is saved, the clock runs on');
  expect(one.press('a')).toContain('question 1 of 3');
  expect(one.session.choices()).toEqual([]);
  one.screen.press('q');
  expect(one.screen.result).toEqual({ why: 'left' });
  const two = play();
  two.screen.ctrl('d');
  expect(two.screen.result).toEqual({ why: 'left' });
});

test('a question that left the bank, or was edited, is said so, and the exam goes on', () => {
  const [first, ...others] = threeQuestions;
  if (first === undefined) throw new Error('no question');
  const without = play(anExamSession({ bank: others }));
  expect(without.screen.shown()).toContain('no longer in the bank');
  expect(without.press('b n')).toContain('question 2 of 3');
  const edited = play(anExamSession({ bank: [{ ...first, stem: 'Which of them?' }, ...others] }));
  expect(edited.screen.shown()).toContain('was edited after this paper was drawn');
});

test.each([
  [40, 15],
  [40, 24],
  [60, 12],
  [200, 60],
])('at %s x %s no line is wider than the window, and every view fits', (columns, rows) => {
  for (const keys of ['a', 'n', 'n n', 'n n a F', 'r', 'r u', 'x', '?', 'g']) {
    const { screen } = play();
    screen.size = { columns, rows };
    screen.press(keys);
    const lines = screen.shown().trim().split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThan(columns);
    expect(lines.length).toBeLessThan(rows);
  }
});

test('without Unicode every sign has a plain one', () => {
  const plain = makeTheme({ colors: false, unicode: false });
  const { session } = anExamSession();
  const screen = new PlayedScreen(
    examScreen({ session, theme: plain, markdown: () => simpleMarkdown(plain) }),
  );
  for (const keys of ['down space f', 'r', 'f', 'r', 'x']) {
    expect(screen.press(keys).shown()).toMatch(/^[\x20-\x7e\n]*$/);
  }
});
