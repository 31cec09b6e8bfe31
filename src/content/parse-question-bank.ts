import type { QuestionBank } from '../domain/exam/exam-question.ts';
import { questionBankSchema } from '../domain/exam/question-bank-schema.ts';
import type { Problem } from '../domain/problem.ts';
import { isFault, readYaml, type YamlFile } from './read-yaml.ts';
import { schemaProblems } from './schema-problems.ts';

export type BankResult =
  | { readonly bank: QuestionBank; readonly yaml: YamlFile }
  | { readonly problems: readonly Problem[] };

/** Reads the text of a question bank's file: the questions, or everything that is wrong with it, each with its place. */
export function parseQuestionBank(source: string, file: string): BankResult {
  const yaml = readYaml(source.replace(/^\uFEFF/, ''));
  if (isFault(yaml)) return { problems: [{ rule: 'yaml', severity: 'error', file, ...yaml }] };
  const result = questionBankSchema.safeParse(yaml.value, { reportInput: true });
  if (!result.success) return { problems: schemaProblems(result.error, yaml, file, 'questions') };
  return { bank: result.data, yaml };
}
