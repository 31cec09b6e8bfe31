import { basename } from 'node:path';
import type { z } from 'zod';
import { type Deck, deckSchema } from '../domain/cards/schema.ts';
import { noteOf } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { isFault, readYaml, type YamlFile, type YamlPath } from './read-yaml.ts';
import { pathText, sentence, typeWords } from './schema-problems.ts';

export interface ParsedDeck {
  readonly deck: Deck;
  /** Line of each card, from 1. */
  readonly lines: readonly number[];
  readonly yaml: YamlFile;
}

export type DeckResult = { readonly parsed: ParsedDeck } | { readonly problems: readonly Problem[] };

/** The id of the card that a path leads into, for the message. */
function cardAt(value: unknown, path: YamlPath): string | undefined {
  const cards = (value as { cards?: unknown } | null)?.cards;
  const card = path[0] === 'cards' && Array.isArray(cards) ? cards[path[1] as number] : undefined;
  const id = (card as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? noteOf(id) : undefined;
}

/** The field as an author names it: within a card from the card on. */
function fieldName(path: YamlPath): string {
  if (path.length === 0) return 'the file';
  const [list, index] = path;
  if (list !== 'cards' || typeof index !== 'number') return pathText(path);
  return path.length === 2 ? `card ${index + 1}` : pathText(path.slice(2));
}

function wordsFor(issue: z.core.$ZodIssue): { message: string; hint: string } {
  const path = issue.path as YamlPath;
  const field = fieldName(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        message: `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}${path.length > 2 ? ` in ${field}` : ''}`,
        hint: 'Remove it, or correct its spelling.',
      };
    case 'invalid_type': {
      const missing = issue.input === undefined;
      if (missing) return { message: `${field} is missing`, hint: `Add ${field}.` };
      return typeWords(field, issue.expected, issue.message);
    }
    case 'invalid_union':
      if (path.length > 3)
        return {
          message: `${field} is not valid`,
          hint: 'Write one value, {from, to, step, unit} or {choices, unit}.',
        };
      return {
        message: `${field}: this kind of card does not exist`,
        hint: 'Use one of basic, cloze, choice, text, order, match, calc.',
      };
    default:
      return {
        message: `${field} is not valid`,
        hint: sentence(issue.message),
      };
  }
}

/** Reads the text of a deck file: the deck, or everything that is wrong with it, each with its place. */
export function parseDeck(source: string, file: string): DeckResult {
  const yaml = readYaml(source.replace(/^\uFEFF/, ''));
  if (isFault(yaml)) return { problems: [{ rule: 'yaml', severity: 'error', file, ...yaml }] };
  const result = deckSchema.safeParse(yaml.value, { reportInput: true });
  const problem = (path: YamlPath, rule: string, words: { message: string; hint: string }): Problem => {
    const id = cardAt(yaml.value, path);
    return {
      rule,
      severity: 'error',
      file,
      ...yaml.place(path),
      ...(id === undefined ? {} : { id }),
      ...words,
    };
  };
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const path = issue.path as YamlPath;
      const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] as string] : path;
      return problem(at, 'schema', wordsFor(issue));
    });
    return { problems };
  }
  const deck = result.data;
  const problems = identityProblems(deck, file, problem);
  return problems.length > 0 ? { problems } : { parsed: { deck, lines: yaml.lines('cards'), yaml } };
}

/** What the schema of one card cannot see: the file's name, prefixes, ids given twice. Progress hangs on ids. */
function identityProblems(
  deck: Deck,
  file: string,
  problem: (path: YamlPath, rule: string, words: { message: string; hint: string }) => Problem,
): Problem[] {
  const problems: Problem[] = [];
  const named = basename(file).replace(/\.ya?ml$/i, '');
  if (named !== deck.deck) {
    problems.push(
      problem(['deck'], 'deck-name', {
        message: `the deck is called "${deck.deck}", but its file "${named}"`,
        hint: 'Give both the same name.',
      }),
    );
  }
  const seen = new Map<string, number>();
  deck.cards.forEach((card, index) => {
    const first = seen.get(card.id);
    if (first !== undefined) {
      problems.push(
        problem(['cards', index, 'id'], 'id-unique', {
          message: `the id "${card.id}" is used twice`,
          hint: 'Give each card an id of its own: progress hangs on it.',
        }),
      );
    }
    seen.set(card.id, index);
    if (!card.id.startsWith(`${deck.deck}-`)) {
      problems.push(
        problem(['cards', index, 'id'], 'id-prefix', {
          message: `the id "${card.id}" does not start with "${deck.deck}-"`,
          hint: `Call it "${deck.deck}-${card.id}".`,
        }),
      );
    }
  });
  return problems;
}
