import { basename } from 'node:path';
import type { Blueprint } from '../domain/exam/blueprint.ts';
import { blueprintSchema } from '../domain/exam/blueprint-schema.ts';
import { examKey } from '../domain/exam/exam-code.ts';
import type { Problem } from '../domain/problem.ts';
import { isFault, readYaml, type YamlFile } from './read-yaml.ts';
import { schemaProblems } from './schema-problems.ts';

export type ExamResult =
  | { readonly blueprint: Blueprint; readonly yaml: YamlFile }
  | { readonly problems: readonly Problem[] };

/** Reads the text of `exams/<code>.yaml`: the blueprint, or everything that is wrong with it, each with its place. */
export function parseExam(source: string, file: string): ExamResult {
  const yaml = readYaml(source.replace(/^\uFEFF/, ''));
  if (isFault(yaml)) return { problems: [{ rule: 'yaml', severity: 'error', file, ...yaml }] };
  const result = blueprintSchema.safeParse(yaml.value, { reportInput: true });
  if (!result.success) return { problems: schemaProblems(result.error, yaml, file) };
  const blueprint = result.data;
  const named = basename(file).replace(/\.ya?ml$/i, '');
  if (named.toLowerCase() === examKey(blueprint.code)) return { blueprint, yaml };
  const problem: Problem = {
    rule: 'exam-name',
    severity: 'error',
    file,
    ...yaml.place(['code']),
    message: `the exam is ${blueprint.code}, but its file is called "${named}"`,
    hint: `Call the file ${examKey(blueprint.code)}.yaml.`,
  };
  return { problems: [problem] };
}
