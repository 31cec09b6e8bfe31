import { type Toggled, toggleOption } from '../domain/exam/answering.ts';
import { type Attempt, applyEvent } from '../domain/exam/attempt.ts';
import type { AttemptEvent } from '../domain/exam/attempt-events.ts';
import { isExpired, remainingMs } from '../domain/exam/clock.ts';
import { type ExamQuestion, questionFingerprint } from '../domain/exam/exam-question.ts';
import type { PaperItem } from '../domain/exam/paper.ts';
import type { AttemptLog, Clock, Exams } from '../ports.ts';

export interface ExamSessionParts {
  readonly attempt: Attempt;
  readonly log: AttemptLog;
  readonly clock: Clock;
  readonly exams: Pick<Exams, 'question'>;
}

/** A question as it is asked. */
export interface AskedQuestion {
  readonly index: number;
  readonly item: PaperItem;
  /** undefined: the bank has it no more. */
  readonly question: ExamQuestion | undefined;
  /** The question was edited after the paper was drawn. */
  readonly changed: boolean;
}

/** A mock exam at work. Whatever changes it is on disk when the method returns. @throws UserError where the disk refuses. */
export class ExamSession {
  readonly #parts: ExamSessionParts;
  #attempt: Attempt;

  constructor(parts: ExamSessionParts) {
    this.#parts = parts;
    this.#attempt = parts.attempt;
  }

  get attempt(): Attempt {
    return this.#attempt;
  }

  get isOver(): boolean {
    return this.#attempt.phase.phase === 'submitted';
  }

  get isPaused(): boolean {
    return this.#attempt.phase.phase === 'paused';
  }

  get size(): number {
    return this.#attempt.paper.items.length;
  }

  /** Null: no clock. */
  remainingMs(): number | null {
    return remainingMs(this.#attempt, this.#parts.clock.now());
  }

  /** The time that the paper was given, without pauses; null: no clock. */
  get allowedMs(): number | null {
    const { deadlineMs, startedAtMs } = this.#attempt;
    return deadlineMs === null ? null : deadlineMs - startedAtMs;
  }

  /** The question at an index of the paper; the one on the screen if none is given. */
  question(index = this.#attempt.position): AskedQuestion {
    const item = this.#attempt.paper.items[index];
    if (item === undefined) throw new Error(`the paper has no question ${index}`);
    return askedQuestion(this.#parts.exams, index, item);
  }

  choices(index = this.#attempt.position): readonly number[] {
    return this.#attempt.answers[index] ?? [];
  }

  isFlagged(index = this.#attempt.position): boolean {
    return this.#attempt.flags[index] === true;
  }

  isRevealed(index = this.#attempt.position): boolean {
    return this.#attempt.revealed[index] === true;
  }

  /** Chooses an option (its index in the bank), or takes it back. */
  toggle(option: number): Toggled {
    const toggled = toggleOption(this.question().item, this.choices(), option);
    if (toggled.accepted) this.answer(toggled.choices);
    return toggled;
  }

  answer(choices: readonly number[]): void {
    this.#record({ type: 'answer', atMs: this.#now(), question: this.#attempt.position, choices });
  }

  toggleFlag(): boolean {
    const flagged = !this.isFlagged();
    this.#record({ type: 'flag', atMs: this.#now(), question: this.#attempt.position, flagged });
    return flagged;
  }

  goTo(index: number): void {
    if (index === this.#attempt.position || this.#attempt.paper.items[index] === undefined) return;
    this.#record({ type: 'visit', atMs: this.#now(), question: index });
  }

  /** practice: shows the answer. */
  reveal(): void {
    this.#record({ type: 'reveal', atMs: this.#now(), question: this.#attempt.position });
  }

  pause(): void {
    this.#record({ type: 'pause', atMs: this.#now() });
  }

  resume(): void {
    this.#record({ type: 'resume', atMs: this.#now() });
  }

  /** A terminal goes on with an attempt that was left or cut off. */
  reopen(): void {
    this.#record({ type: 'opened', atMs: this.#now() });
  }

  submit(): void {
    this.#record({ type: 'submitted', atMs: this.#now(), by: 'learner' });
  }

  /** Submits the attempt where its time is up. True where it is over. Ask it before every key and every second. */
  expire(): boolean {
    if (isExpired(this.#attempt, this.#now())) {
      this.#record({ type: 'submitted', atMs: this.#now(), by: 'clock' });
    }
    return this.isOver;
  }

  /** Leaves the attempt to be gone on with. Never fails: answers are on disk already, only the last seconds' count is not. */
  leave(): void {
    try {
      if (!this.isOver && !this.isPaused && !isExpired(this.#attempt, this.#now())) {
        this.#record({ type: 'visit', atMs: this.#now(), question: this.#attempt.position });
      }
    } catch {
      // The disk refused before, and the learner was told.
    } finally {
      this.#parts.log.close();
    }
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  /** Disk first: what the screen shows is never more than what a crash would leave. */
  #record(event: AttemptEvent): void {
    const next = applyEvent(this.#attempt, event);
    if (next.ignored > this.#attempt.ignored) return;
    this.#parts.log.append(event);
    this.#attempt = next;
  }
}

export function askedQuestion(exams: Pick<Exams, 'question'>, index: number, item: PaperItem): AskedQuestion {
  const question = exams.question(item.questionId);
  const fits = question !== undefined && question.options.length === item.order.length;
  return {
    index,
    item,
    question: fits ? question : undefined,
    changed: question !== undefined && questionFingerprint(question) !== item.fingerprint,
  };
}
