import { byPlace, type Problem } from '../../domain/problem.ts';
import type { DeckFile } from '../../ports.ts';
import { lintCards } from './cards/index.ts';
import { fileRules } from './file-rules.ts';

/** All problems of deck files: those that kept them from being read, and what the rules say of the others. */
export function lintDecks(files: readonly DeckFile[], today: string): Problem[] {
  const problems = files.flatMap((file): readonly Problem[] => {
    if ('problems' in file) return file.problems;
    const inCards = lintCards(file.deck, { today, shipped: file.shipped });
    return [
      ...fileRules.flatMap((rule) => rule.check(file)),
      ...inCards.map(({ cardId, path, ...finding }) => ({
        ...finding,
        ...file.place(path),
        file: file.file,
        id: cardId,
      })),
    ];
  });
  return [...problems, ...sharedIds(files)].sort(byPlace);
}

/** Ids and former ids across decks: progress hangs on them, so none may mean two cards. */
function sharedIds(files: readonly DeckFile[]): Problem[] {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const file of files) {
    if ('problems' in file) continue;
    file.deck.cards.forEach((card) => {
      if (!owner.has(card.id)) owner.set(card.id, file.file);
    });
  }
  for (const file of files) {
    if ('problems' in file) continue;
    file.deck.cards.forEach((card, index) => {
      const other = owner.get(card.id);
      const say = (path: readonly (string | number)[], rule: string, message: string, hint: string) =>
        problems.push({
          rule,
          severity: 'error',
          file: file.file,
          ...file.place(path),
          id: card.id,
          message,
          hint,
        });
      if (other !== undefined && other !== file.file) {
        say(
          ['cards', index, 'id'],
          'id-unique',
          `the id "${card.id}" is also used in ${other}`,
          'Give one of them another id.',
        );
      }
      (card.previousIds ?? []).forEach((id, place) => {
        if (owner.has(id))
          say(
            ['cards', index, 'previousIds', place],
            'previous-id',
            `the former id "${id}" is in use`,
            'Remove it here, or rename the other card.',
          );
      });
    });
  }
  return problems;
}
