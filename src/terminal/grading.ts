import { type Grade, gradeNames, parseGrade } from '../domain/scheduling/memory.ts';
import type { FutureOf } from '../study/futures.ts';
import { intervalLabel } from './words.ts';

/** The futures a learner chooses from: all four, or again and good. Keys and digits are places in this list, from 1. */
export const offeredGrades = (futures: readonly FutureOf[], twoGrades: boolean): readonly FutureOf[] =>
  twoGrades ? futures.filter(({ grade }) => grade === 1 || grade === 3) : futures;

/** `2d`, `<1m`; nothing where an answer stores nothing and the card does not come back in this session: in a cram. */
export const whenLabel = ({ intervalDays, backInMs }: FutureOf): string =>
  intervalDays === undefined && backInMs === undefined
    ? ''
    : intervalLabel({ intervalDays: intervalDays ?? 0, ...(backInMs === undefined ? {} : { backInMs }) });

/** `Grade: 1 again <1m, 2 good 3d. Enter takes good.` */
export function gradePrompt(offered: readonly FutureOf[], suggested: Grade): string {
  const choices = offered.map((future, index) =>
    `${index + 1} ${gradeNames[future.grade]} ${whenLabel(future)}`.trimEnd(),
  );
  return `Grade: ${choices.join(', ')}. Enter takes ${gradeNames[suggested]}.`;
}

/** A grade as typed: its name, or its place in the list. Undefined where it is none of those offered. */
export function readGrade(typed: string, offered: readonly FutureOf[]): Grade | undefined {
  const grade = /^\d$/.test(typed) ? offered[Number(typed) - 1]?.grade : parseGrade(typed);
  return offered.find((future) => future.grade === grade)?.grade;
}
