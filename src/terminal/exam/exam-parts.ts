import type { ReviewFilter } from '../../domain/exam/answering.ts';
import type { ExamSession } from '../../study/exam-session.ts';
import type { Trouble } from '../durable.ts';
import type { Step } from '../screen.ts';
import type { TextParts } from './question-lines.ts';

export interface ExamScreenParts extends TextParts {
  readonly session: ExamSession;
}

/** What is on the screen, beside what the session knows. */
export interface ExamModel {
  readonly at: 'question' | 'goto' | 'review' | 'end' | 'help' | 'paused';
  /** Place of the option pointed at; nothing is pointed at before an arrow is pressed. */
  readonly pointer: number | undefined;
  readonly note: string;
  readonly typed: string;
  readonly filter: ReviewFilter;
  /** Row of the review list under the pointer. */
  readonly row: number;
  /** Where the confirmation goes back to. */
  readonly from: 'question' | 'review';
}

/** Trouble: the disk refused, or another terminal took over. */
export type ExamEnd = { readonly why: 'submitted' | 'left' } | Trouble;

export type ExamStep = Step<ExamModel, ExamEnd>;
