import { expect, test, vi } from 'vitest';
import type { Request } from '../../src/commands/command.ts';
import { sittingOf, takeExam } from '../../src/commands/exam-take.ts';
import type { World } from '../../src/ports.ts';
import type { ExamShelf } from '../../src/study/exam-shelf.ts';
import { anExamSession } from '../support/an-exam-session.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

vi.mock('../../src/terminal/exam/run-exam.ts', () => {
  throw new Error('the chunk of the screen is gone');
});

test('an exam that was opened again is closed and told of, also where its screen cannot be loaded', async () => {
  const { session } = anExamSession();
  const leave = vi.spyOn(session, 'leave');
  const terminal = new FakeTerminal(100, 30);
  const world = { terminal } as unknown as World;
  const request = { world, options: { home: '/tmp/x' } } as unknown as Request;
  await expect(takeExam(request, {} as ExamShelf, sittingOf(session))).rejects.toThrow();
  expect(leave).toHaveBeenCalledTimes(1);
  expect(terminal.written).toContain('Saved: 0 of 3 answered.');
  expect(terminal.written.replace(/\s+/g, ' ')).toContain(
    'Go on with "aws-study exam --resume --home /tmp/x".',
  );
  expect(terminal.written).not.toContain('nothing is saved');
});
