import { type Blueprint, defaultExam, examNotice, findExam } from '../domain/exam/blueprint.ts';
import { examKey } from '../domain/exam/exam-code.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import type { BankEntry, Exams, World } from '../ports.ts';

/** What every exam command needs: exams, questions and the learner's calendar day. */
export interface ExamShelf {
  readonly exams: Exams;
  readonly blueprints: readonly Blueprint[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

export async function openExamShelf(world: World): Promise<ExamShelf> {
  const exams = await world.exams();
  const today = isoDay(studyDay(world.clock.now(), (atMs) => world.clock.zoneOffset(atMs), 0));
  return { exams, blueprints: exams.blueprints(), today };
}

/** @throws UserError for a code that no exam has, with the nearest one. */
export function examOf({ blueprints }: ExamShelf, code: string): Blueprint {
  const found = findExam(blueprints, code);
  if (found.found) return found.blueprint;
  throw new UserError(
    `there is no exam "${code}".`,
    `${found.nearest === undefined ? '' : `Did you mean ${found.nearest}? `}"aws-study exam list" shows all.`,
  );
}

/** The exam that was named, else the one the learner prepares for, else the newest of the developer family. */
export async function chosenExam(
  shelf: ExamShelf,
  world: World,
  code: string | undefined,
): Promise<Blueprint> {
  if (code !== undefined) return examOf(shelf, code);
  const { exam, examDate } = (await world.settings()).read();
  if (exam !== undefined) return examOf(shelf, exam);
  // Who has a date prepares for the version that is delivered on it, not for the one that ends before.
  const day = examDate !== undefined && examDate > shelf.today ? examDate : shelf.today;
  const blueprint = defaultExam(shelf.blueprints, day);
  if (blueprint === undefined) throw new UserError('there is no exam.', 'Name one: "aws-study exam <code>".');
  return blueprint;
}

export const noticeOf = ({ blueprints, today }: ExamShelf, blueprint: Blueprint): string | undefined =>
  examNotice(blueprints, blueprint, today);

/** Questions that count in a version of an exam. */
export function questionsFor({ exams }: ExamShelf, { code }: Blueprint): readonly BankEntry[] {
  const key = examKey(code);
  return exams.entries().filter((entry) => entry.tasks[key] !== undefined);
}

/** @throws UserError where the bank has nothing for an exam, with the exams that it has something for. */
export function requireQuestions(shelf: ExamShelf, blueprint: Blueprint): void {
  if (questionsFor(shelf, blueprint).length > 0) return;
  const served = shelf.blueprints
    .map((one) => ({ code: one.code, count: questionsFor(shelf, one).length }))
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => `${code} (${count})`);
  throw new UserError(
    `there are no questions for ${blueprint.code} yet.`,
    served.length === 0
      ? 'No exam has questions yet.'
      : `There are questions for ${served.join(' and ')}. Cards of its topics: "aws-study quiz".`,
  );
}
