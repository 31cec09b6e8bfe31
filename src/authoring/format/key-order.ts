import type { KindName } from '../../domain/cards/index.ts';

/** In which order fields stand in a file: what a card is, what it asks and answers, what it teaches, where it comes from. */
const content: Readonly<Record<KindName, readonly string[]>> = {
  basic: ['front', 'back', 'reverse'],
  cloze: ['text'],
  choice: ['stem', 'choose', 'options'],
  text: ['front', 'accept', 'number'],
  order: ['front', 'steps'],
  match: ['front', 'pairs'],
  calc: ['front', 'calculator', 'task', 'ask', 'inputs'],
};

const before = ['id', 'kind', 'topic'];
const after = ['why', 'examNote', 'fact', 'tags', 'sources', 'asOf', 'previousIds', 'status'];
const everyContent = [...new Set(Object.values(content).flat())];

const inside: Readonly<Record<string, readonly string[]>> = {
  options: ['text', 'correct', 'why'],
  pairs: ['left', 'right'],
  number: ['value', 'unit', 'tolerance'],
  domains: ['id', 'title', 'weight', 'tasks'],
  tasks: ['id', 'title', 'cards'],
  scale: ['from', 'to'],
};

export const deckKeys: readonly string[] = ['deck', 'title', 'summary', 'cards'];

const bankKeys = ['questions'];
const questionKeys = [
  ...['id', 'tasks', 'stem', 'choose', 'options', 'explanation', 'examNote'],
  ...['cards', 'sources', 'asOf', 'difficulty'],
];
const examKeys = [
  ...['code', 'family', 'title', 'availableFrom', 'lastDay', 'supersedes', 'replacedBy'],
  ...[
    'questions',
    'scored',
    'minutes',
    'extraMinutes',
    'pass',
    'scale',
    'priceUsd',
    'domains',
    'sources',
    'asOf',
  ],
];

/** The fields of a card in their order; of every kind where its kind is not known. */
export const cardKeys = (kind: unknown): readonly string[] => [
  ...before,
  ...(typeof kind === 'string' && Object.hasOwn(content, kind) ? content[kind as KindName] : everyContent),
  ...after,
];

/**
 * The order of fields of the mapping at a path of a deck, exam or question bank; undefined where the order is the
 * author's. `kind` is the card's, where the path leads to one.
 */
export function keyOrderAt(path: readonly (string | number)[], rootKeys: readonly string[], kind?: unknown) {
  if (path.length === 0)
    return rootKeys.includes('code') ? examKeys : rootKeys.includes('questions') ? bankKeys : deckKeys;
  const names = path.filter((step) => typeof step === 'string');
  const [list] = names;
  if (path.length === 2 && list === 'cards') return cardKeys(kind);
  if (path.length === 2 && list === 'questions') return questionKeys;
  // A question's own "tasks" names exam versions: its order is the author's.
  const name = names.at(-1) ?? '';
  return list === 'questions' && name === 'tasks' ? undefined : inside[name];
}

/** Names in canonical order, those that are not known last, as they came. */
export function inOrder(names: readonly string[], order: readonly string[]): string[] {
  const rank = (name: string) => {
    const place = order.indexOf(name);
    return place === -1 ? order.length : place;
  };
  return [...names].sort((a, b) => rank(a) - rank(b));
}
