import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { seededRandom } from '../../../src/domain/chance.ts';
import { startAttempt } from '../../../src/domain/exam/attempt.ts';
import type { Blueprint } from '../../../src/domain/exam/blueprint.ts';
import { blueprintSchema } from '../../../src/domain/exam/blueprint-schema.ts';
import { examKey } from '../../../src/domain/exam/exam-code.ts';
import { type ExamQuestion, entryOf } from '../../../src/domain/exam/exam-question.ts';
import { drawPaper, type PaperItem } from '../../../src/domain/exam/paper.ts';

const examsFolder = new URL('../../../exams/', import.meta.url);

export const examFiles = readdirSync(examsFolder).filter((name) => name.endsWith('.yaml'));

export function readExam(file: string): unknown {
  return load(readFileSync(new URL(file, examsFolder), 'utf8'));
}

export const shipped: readonly Blueprint[] = examFiles.map((file) => blueprintSchema.parse(readExam(file)));

export function exam(code: string): Blueprint {
  const found = shipped.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no exam ${code}`);
  return found;
}

/** Four options, the first is the key; or five, with the first two. */
export function aQuestion(changes: Partial<ExamQuestion> = {}): ExamQuestion {
  const choose = changes.choose ?? 1;
  return {
    id: 'dva-lambda-retries-01',
    tasks: { 'dva-c03': '1.2' },
    stem: 'A function fails. What should the developer do?',
    choose,
    options: Array.from({ length: choose === 1 ? 4 : 5 }, (_, index) => ({
      text: `Does thing ${index}`,
      correct: index < choose,
      why: `Because of ${index}.`,
    })),
    explanation: 'It is so.',
    cards: ['lambda-async-retries'],
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html'],
    asOf: '2026-11-20',
    difficulty: 2,
    ...changes,
  };
}

/** As many questions per domain as told, spread over the tasks of the domain; every fifth has two keys. */
export function aBank(blueprint: Blueprint, perDomain: readonly number[]): ExamQuestion[] {
  return blueprint.domains.flatMap((domain, index) =>
    Array.from({ length: perDomain[index] ?? 0 }, (_, number) =>
      aQuestion({
        id: `${blueprint.family}-d${domain.id}-q${number}`,
        tasks: { [examKey(blueprint.code)]: domain.tasks[number % domain.tasks.length]?.id ?? '' },
        choose: number % 5 === 4 ? 2 : 1,
      }),
    ),
  );
}

export function anItem(changes: Partial<PaperItem> = {}): PaperItem {
  return {
    questionId: 'dva-q',
    domainId: '1',
    taskId: '1.1',
    choose: 1,
    keys: [0],
    order: [0, 1, 2, 3],
    scored: true,
    fingerprint: '',
    ...changes,
  };
}

/** An attempt at a full paper of DVA-C03 that begins at time 0 and has 130 minutes. */
export function anAttempt(mode: 'timed' | 'practice' | 'untimed' = 'timed', items?: readonly PaperItem[]) {
  const blueprint = exam('DVA-C03');
  const bank = aBank(blueprint, [20, 17, 14, 14]).map(entryOf);
  const drawn = drawPaper({ blueprint, bank, lastSeenMs: new Map(), random: seededRandom(7) }).paper;
  return startAttempt({
    type: 'started',
    atMs: 0,
    format: 1,
    attemptId: 'a1',
    mode,
    seed: 7,
    deadlineMs: mode === 'untimed' ? null : 130 * 60_000,
    paper: items === undefined ? drawn : { exam: blueprint.code, items },
  });
}
