import type { Blueprint } from '../../../domain/exam/blueprint.ts';
import type { ExamQuestion, QuestionBank } from '../../../domain/exam/exam-question.ts';
import type { Severity } from '../../../domain/problem.ts';

/** What a rule found, before it has a file and a line. */
export interface QuestionFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** Absent where the whole bank is meant. */
  readonly questionId?: string;
  /** From the root of the bank: `['questions', 3, 'options', 1, 'text']`. */
  readonly path: readonly (string | number)[];
  /** One sentence of what is wrong. */
  readonly message: string;
  /** One sentence of what to do. */
  readonly hint: string;
}

/** What the rules must know beside the bank. */
export interface QuestionLintContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly blueprints: readonly Blueprint[];
  /** Ids of all cards; absent: links are not checked. */
  readonly knownCardIds?: ReadonlySet<string>;
  /** false: the bank is one file of several, so what is missing or uneven in it says little. Default true. */
  readonly wholeBank?: boolean;
}

/** A bank is best all questions of a family: balance, twins and ids are judged over all of it. */
export interface QuestionRule {
  /** As in `--rule option-why`. */
  readonly name: string;
  readonly summary: string;
  readonly check: (bank: QuestionBank, context: QuestionLintContext) => QuestionFinding[];
}

type Say = (path: readonly (string | number)[], message: string, hint: string) => void;

/** A rule that looks at one question at a time; `say` takes the path within the question. */
export function eachQuestion(
  name: string,
  severity: Severity,
  summary: string,
  look: (question: ExamQuestion, say: Say, context: QuestionLintContext) => void,
): QuestionRule {
  return {
    name,
    summary,
    check: (bank, context) =>
      bank.questions.flatMap((question, index) => {
        const findings: QuestionFinding[] = [];
        const say: Say = (path, message, hint) => {
          const whole = ['questions', index, ...path];
          findings.push({ rule: name, severity, questionId: question.id, path: whole, message, hint });
        };
        look(question, say, context);
        return findings;
      }),
  };
}

/** A rule about the bank as a whole: `look` gives the message and the hint, or nothing. */
export function wholeBank(
  name: string,
  summary: string,
  look: (
    questions: readonly ExamQuestion[],
    context: QuestionLintContext,
  ) => readonly [string, string] | undefined,
): QuestionRule {
  return {
    name,
    summary,
    check: (bank, context) => {
      const found = context.wholeBank === false ? undefined : look(bank.questions, context);
      if (found === undefined) return [];
      const [message, hint] = found;
      return [{ rule: name, severity: 'warning', path: ['questions'], message, hint }];
    },
  };
}

/** Every text of a question with its path in it. */
export function textsOf(question: ExamQuestion): [path: (string | number)[], text: string][] {
  return [
    [['stem'], question.stem],
    ...question.options.flatMap((option, index): [(string | number)[], string][] => [
      [['options', index, 'text'], option.text],
      [['options', index, 'why'], option.why],
    ]),
    [['explanation'], question.explanation],
  ];
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Balance means little in a handful of questions. */
export const fewestForBalance = 20;
