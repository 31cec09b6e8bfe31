import type { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import type { YamlFile, YamlPath } from './read-yaml.ts';

interface Words {
  readonly message: string;
  readonly hint: string;
}

/** A hint is a sentence: capital, full stop. */
export const sentence = (text: string) =>
  `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

/** What the value should be, in words for people who write YAML. */
const shapes: Record<string, [what: string, hint: string]> = {
  string: ['text', 'Write text here, in quotes if YAML reads it as something else.'],
  number: ['a number', 'Write a number, without quotes.'],
  int: ['a whole number', 'Write a whole number, without quotes.'],
  boolean: ['true or false', 'Write true or false, without quotes.'],
  array: ['a list', 'Write a list: one "- …" for each item.'],
  object: ['a mapping', 'Write fields, one "name: value" on a line.'],
};

export const pathText = (path: YamlPath) =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');

/** A value of the wrong type: what it should be. */
export function typeWords(field: string, expected: string, message: string): Words {
  const [what, hint] = shapes[expected] ?? [`a ${expected}`, sentence(message)];
  return { message: `${field} must be ${what}`, hint };
}

function wordsFor(issue: z.core.$ZodIssue, path: YamlPath): Words {
  const field = pathText(path) || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => `"${key}"`).join(', ');
      const where = path.length === 0 ? '' : ` in ${field}`;
      return { message: `unknown field ${names}${where}`, hint: 'Remove it, or correct its spelling.' };
    }
    case 'invalid_type':
      return issue.input === undefined
        ? { message: `${field} is missing`, hint: `Add ${field}.` }
        : typeWords(field, issue.expected, issue.message);
    case 'custom':
      return { message: issue.message, hint: `Correct ${field}.` };
    default:
      return { message: `${field} is not valid`, hint: sentence(issue.message) };
  }
}

/** The item of a top-level list that a path leads into, by its id. */
function idAt(value: unknown, [list, index]: YamlPath): string | undefined {
  const items = (value as Record<string, unknown> | null)?.[String(list)];
  const item = Array.isArray(items) && typeof index === 'number' ? items[index] : undefined;
  const id = (item as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** What a schema refuses, in words, each with its place in the file. Fields of list items are named from the item on. */
export function schemaProblems(
  error: z.ZodError,
  yaml: YamlFile,
  file: string,
  list?: string,
): readonly Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path as YamlPath;
    const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] as string] : path;
    const inItem = list !== undefined && path[0] === list && typeof path[1] === 'number';
    const id = inItem ? idAt(yaml.value, path) : undefined;
    return {
      rule: 'schema',
      severity: 'error',
      file,
      ...yaml.place(at),
      ...(id === undefined ? {} : { id }),
      ...wordsFor(issue, inItem ? path.slice(2) : path),
    };
  });
}
