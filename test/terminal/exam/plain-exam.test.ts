import { describe, expect, test } from 'vitest';
import { Interrupted } from '../../../src/errors.ts';
import { plainExam } from '../../../src/terminal/exam/plain-exam.ts';
import { simpleMarkdown } from '../../../src/terminal/markdown.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { anExamSession, type ExamOnDesk } from '../../support/an-exam-session.ts';
import { FakeTerminal } from '../../support/fake-terminal.ts';
import { minuteMs } from '../../support/fixed-clock.ts';

const markdown = simpleMarkdown(makeTheme({ colors: false, unicode: true }));

function begin(desk: ExamOnDesk = anExamSession(), waits = false) {
  const terminal = new FakeTerminal(80, 24);
  const begun = { times: 0 };
  const start = () => {
    begun.times += 1;
    return desk.session;
  };
  const outcome = plainExam({ begin: start, waits, terminal, markdown }).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  return {
    ...desk,
    terminal,
    outcome,
    begun,
    /** What is printed after a line. */
    async line(text: string): Promise<string> {
      const before = terminal.written.length;
      terminal.input.write(`${text}\n`);
      await terminal.settle();
      return terminal.written.slice(before);
    },
  };
}

describe('before the clock', () => {
  test('Enter begins', async () => {
    const { line, terminal, begun } = begin(undefined, true);
    await terminal.settle();
    expect(terminal.written).toBe('Press Enter to begin, or type q to leave:\n');
    expect(begun.times).toBe(0);
    expect(await line('')).toContain('Question 1 of 3.');
    expect(begun.times).toBe(1);
  });

  test('what a script answers at once is for the first question', async () => {
    const { line, terminal } = begin(undefined, true);
    await terminal.settle();
    const said = await line('b');
    expect(said).toContain('Question 1 of 3.');
    expect(said).toContain('Saved: B.');
  });

  test.each(['q', 'quit', undefined])('%s begins nothing', async (typed) => {
    const { terminal, outcome, begun } = begin(undefined, true);
    if (typed === undefined) terminal.input.end();
    else terminal.input.write(`${typed}\n`);
    expect(await outcome).toEqual({ result: 'left' });
    expect(begun.times).toBe(0);
  });
});

test('a conversation: no cursor is moved, every answer is acknowledged', async () => {
  const { line, terminal, outcome, session } = begin();
  await terminal.settle();
  expect(terminal.written).toContain('Question 1 of 3. 30 minutes left.');
  expect(await line('b')).toContain('Saved: B.');
  expect(await line('A')).toContain('Saved: A.');
  expect(await line('')).toContain('Choose TWO.');
  expect(await line('a')).toContain('Saved: A. Choose TWO.');
  expect(await line('a b c')).toContain('Choose TWO. Nothing was changed.');
  expect(await line('a, c')).toContain('Saved: A, C.');
  expect(await line('goto 3')).toContain('F. Fay');
  expect(await line('f')).toContain('Saved: F.');
  expect(await line('flag')).toContain('Flagged.');
  expect(await line('goto 9')).toContain('The last question is 3.');
  expect(await line('goto x')).toContain('Write goto 12.');
  expect(await line('review flagged')).toMatch(/3: answered F, flagged\n3 of 3 answered, 1 flagged/);
  expect(await line('check')).toContain('Answers are shown after the end.');
  expect(await line('pause')).toContain('Only a practice can be paused');
  expect(await line('help')).toContain('the clock runs on');
  expect(await line('end')).toContain('1 question is flagged for review.');
  expect(await line('yes')).toBe('');
  expect(await outcome).toEqual({ result: 'submitted' });
  expect(session.attempt.answers).toEqual([[0], [0, 2], [5]]);
  expect(terminal.written).not.toContain('\u001B');
});

test('with options to f, f answers; the word flag flags', async () => {
  const { line, session } = begin();
  await line('goto 3');
  await line('f');
  expect([session.choices(), session.isFlagged()]).toEqual([[5], false]);
});

describe('the end of input and of time', () => {
  test('end of input leaves', async () => {
    const { line, terminal, outcome, session } = begin();
    await line('b');
    terminal.input.end();
    expect(await outcome).toEqual({ result: 'left' });
    expect(session.isOver).toBe(false);
  });

  test('the end of input at the last question whether to end is no yes', async () => {
    const { line, terminal, outcome } = begin();
    await line('end');
    terminal.input.end();
    expect(await outcome).toEqual({ result: 'left' });
  });

  test('a line that comes too late does not count', async () => {
    const { line, clock, outcome, session } = begin();
    await line('b');
    clock.pass(31 * minuteMs);
    await line('a');
    expect(await outcome).toEqual({ result: 'submitted' });
    expect(session.choices(0)).toEqual([1]);
    expect(session.attempt.phase).toMatchObject({ by: 'clock' });
  });

  test('nobody need press a key for the time to end', async () => {
    const { line, clock, outcome } = begin();
    await line('b');
    clock.pass(31 * minuteMs);
    expect(await outcome).toEqual({ result: 'submitted' });
  });

  test('each warning of the clock is said once', async () => {
    const { line, clock, terminal } = begin(anExamSession({ minutes: 130 }));
    clock.pass(120.5 * minuteMs);
    expect(await line('b')).toContain('Less than 10 minutes left.');
    expect(await line('a')).not.toContain('Less than');
    clock.pass(5 * minuteMs);
    expect(await line('b')).toContain('Less than 5 minutes left.');
    clock.pass(4 * minuteMs);
    expect(await line('b')).toContain('Less than 1 minute left.');
    await line('a');
    expect(terminal.written.match(/Less than/g)).toHaveLength(3);
  });

  test('a short exam does not warn from its start', async () => {
    const { line } = begin(anExamSession({ minutes: 3 }));
    expect(await line('b')).not.toContain('Less than');
  });

  test('a signal interrupts', async () => {
    const { line, terminal, outcome } = begin();
    await line('b');
    terminal.interrupt(new Interrupted());
    expect(await outcome).toEqual({ error: expect.any(Interrupted) });
  });
});

test('practice: check tells what is right and why; paused, it shows no question', async () => {
  const { line, clock, session } = begin(anExamSession({ mode: 'practice' }));
  expect(await line('check')).toContain('Answer first.');
  await line('b');
  const shown = await line('check');
  expect(shown).toContain('Wrong. Your answer: B.\nRight answer: A.\nRight: A. Table\nWhy: Why table.');
  expect(shown).toContain('Source: https://docs.aws.amazon.com/lambda/latest/dg/welcome.html');
  expect(await line('a')).toContain('can no longer be changed');
  expect(await line('next')).toContain('Question 2 of 3. 30 minutes left.');
  const paused = await line('pause');
  expect(paused).toContain('Paused.');
  clock.pass(60 * minuteMs);
  expect(await line('resume')).toContain('Question 2 of 3. 30 minutes left.');
  expect(session.isPaused).toBe(false);
});
