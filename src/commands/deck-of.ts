import type { Deck } from '../domain/cards/index.ts';
import { UserError } from '../errors.ts';
import type { DeckFile } from '../ports.ts';
import { safeLine } from '../terminal/safe-question.ts';

/** The deck of a file that was asked for. @throws UserError where it cannot be read. */
export function deckOf(file: DeckFile): Deck {
  if (!('problems' in file)) return file.deck;
  const [problem] = file.problems;
  throw new UserError(
    `${safeLine(file.file)} cannot be read: ${safeLine(problem?.message ?? 'it is no deck')}.`,
    `Run "aws-study deck lint ${safeLine(file.file)}".`,
  );
}
