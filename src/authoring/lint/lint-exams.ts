import { type Blueprint, replacementOf } from '../../domain/exam/blueprint.ts';
import { type CardIndex, selectCards } from '../../domain/exam/card-selectors.ts';
import { examKey } from '../../domain/exam/exam-code.ts';
import { byPlace, type Problem } from '../../domain/problem.ts';
import type { ExamFile } from '../../ports.ts';
import { isAwsSource } from './aws-source.ts';
import { lintBanks } from './lint-banks.ts';
import { yearBefore } from './year-before.ts';

export interface ExamLintContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Exams that are known beside the files. */
  readonly blueprints: readonly Blueprint[];
  /** Cards of the decks, by everything that selects them. */
  readonly cards: CardIndex;
  /** Ids of the notes of the decks. */
  readonly notes: ReadonlySet<string>;
}

type ReadExam = Extract<ExamFile, { blueprint: Blueprint }>;

/** All problems of exams and question banks: those that kept them from being read, and what the rules say of the others. */
export function lintExams(files: readonly ExamFile[], context: ExamLintContext): Problem[] {
  const unread = files.flatMap((file) => ('problems' in file ? file.problems : []));
  const exams = files.filter((file): file is ReadExam => 'blueprint' in file);
  const own = new Set(exams.map(({ blueprint }) => blueprint.code));
  const blueprints = [
    ...exams.map(({ blueprint }) => blueprint),
    ...context.blueprints.filter(({ code }) => !own.has(code)),
  ];
  const asked = new Set(
    files.flatMap((file) =>
      'bank' in file ? file.bank.questions.flatMap(({ tasks }) => Object.keys(tasks)) : [],
    ),
  );
  const found = exams.flatMap((file) => [
    ...checkLinks(file, exams, blueprints),
    ...checkFacts(file, context.today),
    // An exam that nobody can take yet may wait for its cards.
    ...(asked.has(examKey(file.blueprint.code)) ? checkCards(file, context.cards) : []),
  ]);
  const banks = lintBanks(files, { ...context, blueprints });
  return [...unread, ...found, ...banks].sort(byPlace);
}

function problemAt({ file, place, blueprint }: ReadExam) {
  return (
    path: readonly (string | number)[],
    rule: string,
    severity: Problem['severity'],
    message: string,
    hint: string,
  ): Problem => ({ rule, severity, file, ...place(path), id: blueprint.code, message, hint });
}

/** Codes are unique, and what one exam says of another is true of both. */
function checkLinks(file: ReadExam, exams: readonly ReadExam[], blueprints: readonly Blueprint[]): Problem[] {
  const { blueprint } = file;
  const say = problemAt(file);
  const problems: Problem[] = [];
  const twin = exams.find((one) => one !== file && one.blueprint.code === blueprint.code);
  if (twin !== undefined) {
    const message = `${blueprint.code} is also in ${twin.file}`;
    problems.push(say(['code'], 'exam-unique', 'error', message, 'Keep one of them.'));
  }
  for (const field of ['supersedes', 'replacedBy'] as const) {
    const code = blueprint[field];
    if (code !== undefined && !blueprints.some((one) => one.code === code)) {
      const message = `there is no exam ${code}`;
      problems.push(say([field], 'exam-link', 'error', message, 'Correct the code, or add its file.'));
    }
  }
  const old = blueprints.find(({ code }) => code === blueprint.supersedes);
  const next = old === undefined ? undefined : replacementOf(blueprints, old);
  if (old !== undefined && next !== blueprint.code) {
    const message = `${old.code} says that ${next} replaces it`;
    problems.push(say(['supersedes'], 'exam-link', 'error', message, 'Let both files say the same.'));
  }
  return problems;
}

function checkFacts(file: ReadExam, today: string): Problem[] {
  const { sources, asOf } = file.blueprint;
  const say = problemAt(file);
  const problems = sources.flatMap((source, index) =>
    isAwsSource(source)
      ? []
      : say(
          ['sources', index],
          'exam-source',
          'error',
          `${source} is not an AWS page`,
          'Cite the exam guide or another page of AWS.',
        ),
  );
  if (asOf < yearBefore(today)) {
    const hint = 'Check dates, weights and tasks against the exam guide, then set asOf.';
    problems.push(say(['asOf'], 'exam-as-of', 'warning', `last checked on ${asOf}, over a year ago`, hint));
  }
  return problems;
}

/** Selectors may name decks that are still to be written, but each task needs something to study. */
function checkCards(file: ReadExam, cards: CardIndex): Problem[] {
  const say = problemAt(file);
  return file.blueprint.domains.flatMap((domain, domainIndex) =>
    domain.tasks.flatMap((task, taskIndex) => {
      if (selectCards(task.cards, cards).cardIds.length > 0) return [];
      const path = ['domains', domainIndex, 'tasks', taskIndex, 'cards'];
      const message = `no card teaches task ${task.id} (${task.title})`;
      return say(path, 'task-cards', 'warning', message, 'Select decks, topics, tags or cards that exist.');
    }),
  );
}
