import type { Attempt } from '../domain/exam/attempt.ts';
import type { AttemptEvent, StartedEvent } from '../domain/exam/attempt-events.ts';
import type { Blueprint } from '../domain/exam/blueprint.ts';
import type { ExamQuestion, QuestionBank, QuestionEntry } from '../domain/exam/exam-question.ts';
import type { JournalTrouble } from '../domain/journal/trouble.ts';
import type { Problem } from '../domain/problem.ts';

type Place = (path: readonly (string | number)[]) => { readonly line: number; readonly column: number };

/** An exam, or one file of a question bank, as an author works on it; or what keeps it from being read. */
export type ExamFile =
  | { readonly file: string; readonly blueprint: Blueprint; readonly place: Place }
  | {
      readonly file: string;
      readonly bank: QuestionBank;
      /** Folder of the bank, such as `dva`. */
      readonly family: string;
      readonly shipped: boolean;
      /** All files of the bank are being looked at, so that balance and coverage can be judged. */
      readonly wholeFamily: boolean;
      readonly place: Place;
    }
  | { readonly file: string; readonly problems: readonly Problem[] };

/** A question of the bank as it is listed: all that drawing and scoring need, without its text. */
export interface BankEntry extends QuestionEntry {
  /** Notes to study after a miss. */
  readonly cards: readonly string[];
}

/** Exams and their questions. */
export interface Exams {
  blueprints(): readonly Blueprint[];
  entries(): readonly BankEntry[];
  /** The whole text of a question, read when it is shown; undefined where the bank has it no more. */
  question(id: string): ExamQuestion | undefined;
}

/** An attempt at a mock exam as it stands on disk. */
export interface StoredAttempt {
  readonly attempt: Attempt;
  /** Questions (indexes in the paper) that were on the screen. */
  readonly shown: ReadonlySet<number>;
}

/** Where the events of one attempt go. It is this terminal's alone until it is closed. */
export interface AttemptLog {
  /** On disk when it returns. @throws UserError where the disk refuses, or another terminal took the attempt over. */
  append(event: AttemptEvent): void;
  close(): void;
}

export interface Attempts {
  /** All attempts, oldest first, and what was wrong in their files. */
  list(): { readonly attempts: readonly StoredAttempt[]; readonly trouble: readonly JournalTrouble[] };
  /** Whether a living process has the attempt open. */
  isOpen(attemptId: string): boolean;
  /** A name for a new attempt, such as `2026-11-20-0935-k3fq`; it begins with the given time. */
  newId(time: string): string;
  /** Makes the attempt's file. @throws UserError where the disk refuses. */
  start(event: StartedEvent): AttemptLog;
  /** Opens an attempt to go on with. @throws UserError where another terminal has it open. */
  open(attemptId: string): { readonly log: AttemptLog; readonly stored: StoredAttempt };
}
