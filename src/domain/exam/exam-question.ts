import { fingerprint } from '../fingerprint.ts';

/** One question of a bank, as `question-bank-schema.ts` reads it. All texts are Markdown. */
export interface ExamQuestion {
  readonly id: string;
  /** Lower-case exam code → task id: `{'dva-c02': '1.2', 'dva-c03': '1.2'}`. */
  readonly tasks: Readonly<Record<string, string>>;
  readonly stem: string;
  /** How many options are right. */
  readonly choose: number;
  readonly options: readonly ExamOption[];
  readonly explanation: string;
  readonly examNote?: string | undefined;
  /** Cards to study after a miss. */
  readonly cards: readonly string[];
  readonly sources: readonly string[];
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly difficulty: 1 | 2 | 3;
}

export interface ExamOption {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
}

export interface QuestionBank {
  readonly questions: readonly ExamQuestion[];
}

/** Indexes of the right options, ascending. */
export function keysOf(question: ExamQuestion): number[] {
  return question.options.flatMap((option, index) => (option.correct ? [index] : []));
}

/** As much of a question as a paper is drawn from: an index of a bank holds these, the texts stay on disk. */
export interface QuestionEntry {
  readonly id: string;
  readonly tasks: Readonly<Record<string, string>>;
  readonly choose: number;
  /** How many options there are. */
  readonly options: number;
  /** Indexes of the right options, ascending. */
  readonly keys: readonly number[];
  readonly fingerprint: string;
}

export function entryOf(question: ExamQuestion): QuestionEntry {
  return {
    id: question.id,
    tasks: question.tasks,
    choose: question.choose,
    options: question.options.length,
    keys: keysOf(question),
    fingerprint: questionFingerprint(question),
  };
}

/** A question can be asked only if it has the keys it promises and something else to choose. */
export function isPlayable({ keys, choose, options }: QuestionEntry): boolean {
  return keys.length === choose && choose < options;
}

/** Changes when the stem, an option or a key does: tells whether an attempt asked the question as it now stands. */
export function questionFingerprint(question: ExamQuestion): string {
  const options = question.options.map((option) => [option.text, option.correct]);
  return fingerprint(JSON.stringify([question.stem, question.choose, options]));
}
