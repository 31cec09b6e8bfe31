import { nearest } from '../../domain/nearest.ts';
import type { Problem } from '../../domain/problem.ts';
import { UserError } from '../../errors.ts';
import { cardRules } from './cards/index.ts';
import { fileRules } from './file-rules.ts';
import { questionRules } from './questions/index.ts';

export interface RuleEntry {
  readonly name: string;
  readonly summary: string;
}

/** What is checked before any rule can look: that a file is one, and that ids mean one thing. */
const reading: readonly RuleEntry[] = [
  { name: 'file', summary: 'The file can be read.' },
  { name: 'yaml', summary: 'The file is one YAML document without aliases.' },
  { name: 'schema', summary: 'Fields are those of the format, and of the right shape.' },
  { name: 'deck-name', summary: 'A deck is named as its file.' },
  { name: 'id-unique', summary: 'No two cards have the same id, within a deck or across decks.' },
  { name: 'id-prefix', summary: "A card's id starts with its deck's name." },
  { name: 'previous-id', summary: 'A former id is not in use any more.' },
  { name: 'exam-name', summary: 'An exam is named as its file.' },
  { name: 'exam-unique', summary: 'No two files are the same exam.' },
  { name: 'exam-link', summary: 'Exams that replace each other say so in both files.' },
  { name: 'exam-source', summary: 'Exams cite pages of AWS.' },
  { name: 'exam-as-of', summary: 'Exams were checked within the last year.' },
  { name: 'task-cards', summary: 'Every task of an exam selects cards that exist.' },
];

/** Every rule by name, each once: decks and question banks have some in common. */
export const lintRules: readonly RuleEntry[] = [
  ...new Map(
    [...reading, ...fileRules, ...cardRules, ...questionRules].map(({ name, summary }) => [
      name,
      { name, summary },
    ]),
  ).values(),
];

/** Problems of the named rules only; all where none is named. @throws UserError for a rule that does not exist. */
export function ofRules(
  problems: readonly Problem[],
  rules: readonly string[] | undefined,
): readonly Problem[] {
  if (rules === undefined || rules.length === 0) return problems;
  const names = lintRules.map(({ name }) => name);
  const unknown = rules.find((rule) => !names.includes(rule));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    throw new UserError(
      `there is no rule "${unknown}".`,
      near === undefined ? `Rules: ${names.join(', ')}.` : `Did you mean "${near}"?`,
    );
  }
  return problems.filter(({ rule }) => rules.includes(rule));
}
