import type { Blueprint } from '../../domain/exam/blueprint.ts';
import type { ExamQuestion } from '../../domain/exam/exam-question.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ExamFile } from '../../ports.ts';
import { lintQuestions } from './questions/index.ts';

export interface BankLintContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly blueprints: readonly Blueprint[];
  /** Ids of the notes that questions may link. */
  readonly notes: ReadonlySet<string>;
}

type ReadBank = Extract<ExamFile, { family: string }>;

/** Where a question of the merged bank came from. */
interface Origin {
  readonly file: ReadBank;
  readonly index: number;
}

/** The files of a family are one bank: balance, twins and ids are judged over all of it. */
export function lintBanks(files: readonly ExamFile[], context: BankLintContext): Problem[] {
  const banks = files.filter((file): file is ReadBank => 'bank' in file);
  const families = [...new Set(banks.map(({ family }) => family))];
  return families.flatMap((family) =>
    lintFamily(
      banks.filter((bank) => bank.family === family),
      context,
    ),
  );
}

function lintFamily(banks: readonly ReadBank[], { today, blueprints, notes }: BankLintContext): Problem[] {
  const questions: ExamQuestion[] = [];
  const origins: Origin[] = [];
  for (const file of banks) {
    for (const [index, question] of file.bank.questions.entries()) {
      questions.push(question);
      origins.push({ file, index });
    }
  }
  const first = banks[0];
  const wholeBank = banks.every((bank) => bank.wholeFamily);
  const findings = lintQuestions({ questions }, { today, blueprints, knownCardIds: notes, wholeBank });
  return findings.flatMap(({ questionId, path, ...finding }): readonly Problem[] => {
    const origin = typeof path[1] === 'number' ? origins[path[1]] : undefined;
    const file = origin?.file ?? first;
    if (file === undefined) return [];
    // Paths lead through the merged bank; a place is looked up in the file the question stands in.
    const inFile = origin === undefined ? path : ['questions', origin.index, ...path.slice(2)];
    return [
      {
        ...finding,
        file: file.file,
        ...file.place(inFile),
        ...(questionId === undefined ? {} : { id: questionId }),
      },
    ];
  });
}
