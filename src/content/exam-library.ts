import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint } from '../domain/exam/blueprint.ts';
import type { ExamQuestion } from '../domain/exam/exam-question.ts';
import { UserError } from '../errors.ts';
import type { BankEntry, Exams } from '../ports.ts';
import type { PackedQuestion } from './pack-questions.ts';

/** Exams and questions that ship with the program, compiled at build: `exams.json` and `questions.lines`. */
export interface ShippedExams {
  readonly blueprints: readonly Blueprint[];
  readonly questions: readonly PackedQuestion[];
}

export class ExamLibrary implements Exams {
  readonly #folder: string;
  #shipped: ShippedExams | undefined;
  #byId: Map<string, PackedQuestion> | undefined;
  #handle: number | undefined;
  readonly #read = new Map<string, ExamQuestion>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  blueprints(): readonly Blueprint[] {
    return this.#load().blueprints;
  }

  entries(): readonly BankEntry[] {
    return this.#load().questions;
  }

  question(id: string): ExamQuestion | undefined {
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    this.#byId ??= new Map(this.#load().questions.map((entry) => [entry.id, entry]));
    const entry = this.#byId.get(id);
    if (entry === undefined) return undefined;
    const question = this.#readText(entry);
    this.#read.set(id, question);
    return question;
  }

  /** The file stays open: an update that exchanges it in the middle of an exam does not reach this process. */
  #readText({ offset, length }: PackedQuestion): ExamQuestion {
    this.#handle ??= openSync(join(this.#folder, 'questions.lines'), 'r');
    const bytes = Buffer.alloc(length);
    readSync(this.#handle, bytes, 0, length, offset);
    return JSON.parse(bytes.toString('utf8')) as ExamQuestion;
  }

  #load(): ShippedExams {
    if (this.#shipped !== undefined) return this.#shipped;
    const path = join(this.#folder, 'exams.json');
    try {
      this.#shipped = JSON.parse(readFileSync(path, 'utf8')) as ShippedExams;
      return this.#shipped;
    } catch (error) {
      throw new UserError(
        `the shipped exams could not be read (${path}).`,
        'Run "npm run build", or install again.',
        { cause: error },
      );
    }
  }
}
