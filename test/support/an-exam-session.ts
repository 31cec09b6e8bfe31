import { type Attempt, startAttempt } from '../../src/domain/exam/attempt.ts';
import type { AttemptEvent, AttemptMode } from '../../src/domain/exam/attempt-events.ts';
import { type ExamQuestion, entryOf } from '../../src/domain/exam/exam-question.ts';
import type { PaperItem } from '../../src/domain/exam/paper.ts';
import type { AttemptLog } from '../../src/ports.ts';
import { ExamSession } from '../../src/study/exam-session.ts';
import { FixedClock, minuteMs } from './fixed-clock.ts';

/** A question with the given options; those that begin with "=" are right. */
export function asked(id: string, stem: string, options: readonly string[]): ExamQuestion {
  return {
    id,
    tasks: { 'dva-c03': '1.2' },
    stem,
    choose: options.filter((text) => text.startsWith('=')).length,
    options: options.map((text) => ({
      text: text.replace(/^=/, ''),
      correct: text.startsWith('='),
      why: `Why ${text.replace(/^=/, '').toLowerCase()}.`,
    })),
    explanation: `Explains ${id}.`,
    cards: [`${id}-card`],
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/welcome.html'],
    asOf: '2026-11-20',
    difficulty: 2,
  };
}

/** Three questions: one of four, two of five, one of six (so that a to f name options). */
export const threeQuestions: readonly ExamQuestion[] = [
  asked('dva-one', 'Which store?', ['=Table', 'Bucket', 'Queue', 'Topic']),
  asked('dva-two', 'Which two?', ['=Retry', 'Wait', '=Back off', 'Fail', 'Sleep']),
  asked('dva-six', 'Which of six?', ['Ada', 'Bea', 'Cleo', 'Dora', 'Edith', '=Fay']),
];

export interface ExamOnDesk {
  readonly session: ExamSession;
  readonly clock: FixedClock;
  /** What is on disk. */
  readonly events: AttemptEvent[];
  /** From now on the disk refuses with this. */
  refuse(error: Error): void;
}

/** An exam over the given questions, options in the bank's order, that begins now and has so many minutes. */
export function anExamSession(
  options: {
    readonly mode?: AttemptMode;
    readonly minutes?: number | null;
    readonly questions?: readonly ExamQuestion[];
    readonly clock?: FixedClock;
    /** The bank as it is now, where it is another than the paper was drawn from. */
    readonly bank?: readonly ExamQuestion[];
  } = {},
): ExamOnDesk {
  const { mode = 'timed', minutes = 30, questions = threeQuestions, clock = new FixedClock() } = options;
  const bank = options.bank ?? questions;
  const items = questions.map((question): PaperItem => {
    const { id, choose, keys, fingerprint, options: count } = entryOf(question);
    const order = [...Array(count).keys()];
    return { questionId: id, domainId: '1', taskId: '1.2', choose, keys, order, scored: true, fingerprint };
  });
  const attempt: Attempt = startAttempt({
    type: 'started',
    atMs: clock.now(),
    format: 1,
    attemptId: 'a1',
    mode,
    seed: 1,
    deadlineMs: minutes === null ? null : clock.now() + minutes * minuteMs,
    paper: { exam: 'DVA-C03', items },
  });
  const events: AttemptEvent[] = [];
  let trouble: Error | undefined;
  const log: AttemptLog = {
    append(event) {
      if (trouble !== undefined) throw trouble;
      events.push(event);
    },
    close() {},
  };
  const exams = { question: (id: string) => bank.find((one) => one.id === id) };
  return {
    session: new ExamSession({ attempt, log, clock, exams }),
    clock,
    events,
    refuse: (error) => {
      trouble = error;
    },
  };
}
