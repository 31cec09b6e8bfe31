import { deckLines } from '../authoring/compile/deck-lines.ts';
import {
  acceptCard,
  acceptCards,
  type Changed,
  lineOfCard,
  mergeCards,
  rejectCard,
} from '../authoring/compile/review-deck.ts';
import type { Card, Deck } from '../domain/cards/index.ts';
import { UserError } from '../errors.ts';
import type { Files, Workshop } from '../ports.ts';
import type { DraftCard, ReviewTally } from '../terminal/review/review-parts.ts';

export interface ReviewDeskParts {
  readonly file: string;
  readonly workshop: Workshop;
  readonly files: Files;
}

interface Read {
  readonly text: string;
  readonly deck: Deck;
  /** Comments above each card, by its id. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

/** A decision: what was done, or why it was not. */
type Decided = { readonly said: string } | { readonly refused: string };

const wordsOf = (decided: Decided): string => ('said' in decided ? decided.said : decided.refused);

const noChanges: ReviewTally = { accepted: 0, rejected: 0, merged: 0 };

/** A deck's file under review: each decision is checked, written, and can be taken back. */
export class ReviewDesk {
  readonly #parts: ReviewDeskParts;
  #read: Read;
  #stamp: string | undefined;
  /** What stood in the file before each decision, and what it was counted as. */
  readonly #before: { readonly text: string; readonly tally: ReviewTally }[] = [];
  tally: ReviewTally = noChanges;

  /** @throws UserError where the file is no deck, or is broken. */
  constructor(parts: ReviewDeskParts) {
    this.#parts = parts;
    const read = this.#load();
    if (typeof read === 'string')
      throw new UserError(read, `Run "aws-study deck lint ${parts.file}" for all that is wrong.`);
    this.#read = read;
    this.#stamp = parts.files.stamp(parts.file);
  }

  get deck(): Deck {
    return this.#read.deck;
  }

  drafts(): DraftCard[] {
    this.#refresh();
    const { deck, notes } = this.#read;
    return deck.cards
      .filter((card) => card.status === 'draft')
      .map((card) => ({ card, notes: notes.get(card.id) ?? [] }));
  }

  lineOf(id: string): number {
    return lineOfCard(this.#read.text, id);
  }

  accept(id: string): string {
    return wordsOf(this.#change((text) => acceptCard(text, id), 'accepted', 'Accepted.'));
  }

  /** All of these in one change. @throws UserError where that cannot be done. */
  acceptAll(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const said = `${ids.length} accepted.`;
    const decided = this.#change((text) => acceptCards(text, new Set(ids)), 'accepted', said, ids.length);
    if ('refused' in decided)
      throw new UserError(decided.refused, `Run "aws-study deck lint ${this.#parts.file}".`);
  }

  reject(id: string): string {
    return wordsOf(
      this.#change((text) => rejectCard(text, id), 'rejected', 'Rejected: it is out of the file.'),
    );
  }

  merge(id: string): string {
    this.#refresh();
    const { cards } = this.#read.deck;
    const index = cards.findIndex((card) => card.id === id);
    const [first, second] = [cards[index], cards[index + 1]] as [Card | undefined, Card | undefined];
    if (first === undefined || second === undefined) return 'There is no card below it to merge with.';
    const said = 'Merged with the next; look at it once more.';
    return wordsOf(this.#change((text) => mergeCards(text, first, second), 'merged', said));
  }

  undo(): string {
    this.#refresh();
    const last = this.#before.pop();
    if (last === undefined) return 'There is no change to take back.';
    this.#write(last.text);
    this.tally = last.tally;
    return 'Taken back.';
  }

  /** Reads the file anew; a sentence where it is broken: then the last good state stays in sight. */
  reread(): string | undefined {
    const read = this.#load();
    this.#stamp = this.#parts.files.stamp(this.#parts.file);
    if (typeof read === 'string') return `${read} Edit it again.`;
    if (read.text !== this.#read.text) this.#before.push({ text: this.#read.text, tally: this.tally });
    this.#read = read;
    return undefined;
  }

  /** Takes in what an editor in another window wrote. */
  #refresh(): void {
    if (this.#parts.files.stamp(this.#parts.file) !== this.#stamp) this.reread();
  }

  #change(change: (text: string) => Changed, counted: keyof ReviewTally, said: string, count = 1): Decided {
    this.#refresh();
    const changed = change(this.#read.text);
    if ('refused' in changed) return changed;
    const { file, workshop } = this.#parts;
    const checked = workshop.parse(changed.text, file);
    // A change that would break the deck is not made, whatever the reason.
    if ('problems' in checked)
      return { refused: `This would break the deck: ${checked.problems[0]?.message ?? ''}. Edit it.` };
    this.#before.push({ text: this.#read.text, tally: this.tally });
    this.#write(changed.text);
    this.tally = { ...this.tally, [counted]: this.tally[counted] + count };
    return { said };
  }

  #write(text: string): void {
    const { file, files } = this.#parts;
    files.write(file, text, { overwrite: true });
    const read = this.#load();
    if (typeof read !== 'string') this.#read = read;
    this.#stamp = files.stamp(file);
  }

  /** The deck, or a sentence on why it cannot be read. */
  #load(): Read | string {
    const { file, workshop } = this.#parts;
    const [found] = workshop.decks([file]);
    if (found === undefined) return `${file} is no deck.`;
    if ('problems' in found) {
      const [first] = found.problems;
      return `${file}:${first?.line ?? 1}: ${first?.message ?? 'this is no deck'}.`;
    }
    return { text: found.text, deck: found.deck, notes: notesIn(found.text) };
  }
}

function notesIn(text: string): Map<string, string[]> {
  const found = deckLines(text);
  const notes = new Map<string, string[]>();
  for (const { id, from, start } of found?.cards ?? []) {
    const above = (found?.lines ?? []).slice(from, start).map((line) => line.replace(/^\s*#\s?/, ''));
    notes.set(
      id,
      above.filter((line) => /[\p{L}\p{N}]/u.test(line)),
    );
  }
  return notes;
}
