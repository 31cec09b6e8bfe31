import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AttemptEvent, AttemptMode } from '../../src/domain/exam/attempt-events.ts';
import { type ExamQuestion, entryOf } from '../../src/domain/exam/exam-question.ts';
import type { World } from '../../src/ports.ts';
import { AttemptStore } from '../../src/storage/attempt-store.ts';
import { checkAttempts } from '../../src/study/exam-check.ts';
import { exam } from '../domain/exam/an-exam.ts';
import { threeQuestions } from '../support/an-exam-session.ts';
import { dayMs, FixedClock, minuteMs, morning } from '../support/fixed-clock.ts';
import { tempFolder } from '../support/temp-home.ts';

const [firstQuestion, ...otherQuestions] = threeQuestions as [ExamQuestion, ...ExamQuestion[]];

/** A home with attempts at three questions in 30 minutes, looked at with the bank as it is now. */
function aHome(bank: readonly ExamQuestion[] = threeQuestions) {
  const folder = join(tempFolder('attempts'), 'attempts');
  const store = new AttemptStore(folder);
  const clock = new FixedClock();
  const items = threeQuestions.map((question) => {
    const { id, choose, keys, fingerprint, options } = entryOf(question);
    const order = [...Array(options).keys()];
    return { questionId: id, domainId: '1', taskId: '1.2', choose, keys, order, scored: true, fingerprint };
  });
  const world = {
    clock,
    exams: async () => ({
      blueprints: () => [exam('DVA-C03')],
      entries: () => bank.map((question) => ({ ...entryOf(question), cards: [] })),
      question: (id: string) => bank.find((one) => one.id === id),
    }),
    attempts: async () => store,
  } as unknown as World;
  return {
    clock,
    folder,
    file: (id: string) => join(folder, `${id}.jsonl`),
    check: () => checkAttempts(world),
    /** An attempt with these events after its start; its terminal is closed unless it is to stay open. */
    attempt(
      id: string,
      events: readonly AttemptEvent[] = [],
      { mode = 'timed' as AttemptMode, code = 'DVA-C03', stays = false } = {},
    ) {
      const log = store.start({
        type: 'started',
        atMs: morning,
        format: 1,
        attemptId: id,
        mode,
        seed: 1,
        deadlineMs: mode === 'untimed' ? null : morning + 30 * minuteMs,
        paper: { exam: code, items },
      });
      for (const event of events) log.append(event);
      if (!stays) log.close();
    },
  };
}

const ended: AttemptEvent = { type: 'submitted', atMs: morning + minuteMs, by: 'learner' };

test('nothing to say: no attempts, or all of them whole', async () => {
  const home = aHome();
  expect(await home.check()).toEqual([
    { area: 'attempts', severity: 'ok', message: 'No exam was taken yet.' },
  ]);
  home.attempt('a1', [ended]);
  expect(await home.check()).toMatchObject([{ severity: 'ok', message: '1 attempt at exams, readable.' }]);
  home.attempt('a2');
  expect(await home.check()).toMatchObject([
    { severity: 'ok', message: '2 attempts at exams, all of them readable.' },
  ]);
});

test('a file that holds no attempt: a warning with its place and what to do', async () => {
  const home = aHome();
  home.attempt('a1', [ended]);
  writeFileSync(home.file('a2'), '{"type":"sta');
  mkdirSync(home.file('a3'));
  const findings = await home.check();
  expect(findings).toHaveLength(2);
  expect(findings[0]).toMatchObject({
    area: 'attempts',
    severity: 'warning',
    message: expect.stringMatching(/a2\.jsonl: line 1: the last line is cut short/),
    remedy: expect.stringContaining('delete it'),
  });
  expect(findings[1]).toMatchObject({
    severity: 'warning',
    message: expect.stringMatching(/a3\.jsonl: cannot be read: the path is a folder/),
  });
});

test.each<[string, AttemptEvent[], boolean]>([
  ['an attempt that is over', [ended], false],
  ['one that goes on', [], true],
])('an unreadable line in %s: a note with its number', async (_, events, asksToLook) => {
  const home = aHome();
  home.attempt('a1', events);
  appendFileSync(home.file('a1'), 'noise\n{"type":"answer","at');
  const [finding, ...others] = await home.check();
  expect(others).toEqual([]);
  const line = events.length + 2;
  expect(finding?.severity).toBe('note');
  expect(finding?.message).toContain(`attempt 1 (a1): line ${line}: this line is not a readable event`);
  expect(finding?.message).toContain(`; line ${line + 1}: the last line is cut short`);
  expect(finding?.remedy !== undefined).toBe(asksToLook);
});

test('time that is up without an end is a note; not before, not elsewhere, not in a practice', async () => {
  const home = aHome();
  home.attempt('a1');
  home.attempt('a2', [], { mode: 'practice' });
  home.attempt('a3', [], { mode: 'untimed' });
  home.attempt('a4', [], { stays: true });
  home.attempt('a5', [ended]);
  home.clock.pass(29 * minuteMs);
  expect(await home.check()).toMatchObject([{ severity: 'ok' }]);
  home.clock.pass(2 * dayMs);
  expect(await home.check()).toEqual([
    {
      area: 'attempts',
      severity: 'note',
      message: 'attempt 1 (a1): its time was up on 2026-11-20, and it is not scored yet.',
      remedy: '"aws-study exam --resume" scores it with what was chosen.',
    },
  ]);
});

test.each<[string, readonly ExamQuestion[]]>([
  ['left the bank', otherQuestions],
  ['got another option', [{ ...firstQuestion, options: firstQuestion.options.slice(1) }, ...otherQuestions]],
])('a question that %s: a warning while it is to be answered, a note after', async (_, bank) => {
  const home = aHome(bank);
  home.attempt('a1', [ended]);
  home.attempt('a2');
  expect(await home.check()).toMatchObject([
    { severity: 'note', message: expect.stringContaining('attempt 1 (a1): 1 of its 3 questions') },
    {
      severity: 'warning',
      message: expect.stringContaining('attempt 2 (a2): 1 of its 3 questions'),
      remedy: expect.stringContaining('--resume'),
    },
  ]);
});

test('an exam that this version does not have is a note', async () => {
  const home = aHome();
  home.attempt('a1', [ended], { code: 'XYZ-C09' });
  expect(await home.check()).toMatchObject([
    { severity: 'note', message: expect.stringContaining('is of XYZ-C09') },
  ]);
});

test('a folder that cannot be read is an error', async () => {
  const home = aHome();
  writeFileSync(home.folder, '');
  expect(await home.check()).toMatchObject([
    { area: 'attempts', severity: 'error', message: expect.stringContaining('not a folder') },
  ]);
});
