import { load } from 'js-yaml';
import type { Problem } from '../../domain/problem.ts';
import type { DeckFile } from '../../ports.ts';
import { cardKeys, inOrder } from '../format/key-order.ts';
import { todoPattern } from './cards/todo.ts';

type ReadDeck = Extract<DeckFile, { deck: object }>;

export interface FileRule {
  /** As in `--rule key-order`. */
  readonly name: string;
  readonly summary: string;
  readonly check: (file: ReadDeck) => readonly Problem[];
}

const keyOrder: FileRule = {
  name: 'key-order',
  summary: 'Fields of a card stand in the order that all cards have.',
  check(file) {
    return file.deck.cards.flatMap((card, index): Problem[] => {
      const path = ['cards', index];
      const asWritten = file.fields(index);
      const wanted = inOrder(asWritten, cardKeys(card.kind));
      const wrong = asWritten.find((name, at) => name !== wanted[at]);
      if (wrong === undefined) return [];
      return [
        {
          rule: 'key-order',
          severity: 'warning',
          file: file.file,
          ...file.place([...path, wrong]),
          id: card.id,
          message: `"${wrong}" is out of its place`,
          hint: `Order the fields ${wanted.join(', ')}: --fix does it.`,
        },
      ];
    });
  },
};

const trailingSpace: FileRule = {
  name: 'trailing-space',
  summary: 'No spaces at line ends, except where they are part of a text.',
  check(file) {
    const stripped = withoutTrailingSpace(file.text);
    if (stripped === undefined) return [];
    return file.text.split('\n').flatMap((line, index): Problem[] => {
      const kept = line.replace(/[ \t\r]+$/, '');
      if (kept === line.replace(/\r$/, '')) return [];
      return [
        {
          rule: 'trailing-space',
          severity: 'warning',
          file: file.file,
          line: index + 1,
          column: kept.length + 1,
          message: 'there is space at the end of the line',
          hint: 'Remove it: --fix does it.',
        },
      ];
    });
  },
};

/** The text without space at line ends; undefined where there is none, or where that would change what it means. */
export function withoutTrailingSpace(text: string): string | undefined {
  if (!/[ \t](?:\r?\n|$)/.test(text)) return undefined;
  const stripped = text.replace(/[ \t]+(?=\r?\n|$)/g, '');
  try {
    return JSON.stringify(load(stripped)) === JSON.stringify(load(text)) ? stripped : undefined;
  } catch {
    return undefined;
  }
}

const headTodo: FileRule = {
  name: 'todo',
  summary: 'Nothing is left to be filled in.',
  check(file) {
    return (['title', 'summary'] as const).flatMap((field): Problem[] =>
      todoPattern.test(file.deck[field] ?? '')
        ? [
            {
              rule: 'todo',
              severity: 'warning',
              file: file.file,
              ...file.place([field]),
              message: `${field} is still to be written`,
              hint: 'Write it in the place of the TODO.',
            },
          ]
        : [],
    );
  },
};

/** Rules about a file as it is written, rather than about what its cards say. */
export const fileRules: readonly FileRule[] = [keyOrder, trailingSpace, headTodo];
