import { type Attempt, sameChoices } from './attempt.ts';
import type { PaperItem } from './paper.ts';

export type Completeness = 'unanswered' | 'incomplete' | 'answered';

/** incomplete: fewer options than the question asks for, which scores nothing. */
export function completeness(item: PaperItem, choices: readonly number[]): Completeness {
  if (choices.length === 0) return 'unanswered';
  return choices.length < item.choose ? 'incomplete' : 'answered';
}

/** All or nothing: every key and no other option. */
export function isRight(item: PaperItem, choices: readonly number[]): boolean {
  return sameChoices([...choices].sort(ascending), [...item.keys].sort(ascending));
}

export type Toggled =
  | { readonly accepted: true; readonly choices: readonly number[] }
  /** All the options that the question asks for are chosen: one must go first. */
  | { readonly accepted: false; readonly choose: number };

/**
 * What is chosen after pressing an option (its index in the bank). A single answer moves; of several, a chosen one is
 * taken back, and one too many is refused.
 */
export function toggleOption(item: PaperItem, choices: readonly number[], option: number): Toggled {
  if (choices.includes(option)) return { accepted: true, choices: choices.filter((one) => one !== option) };
  if (item.choose === 1) return { accepted: true, choices: [option] };
  if (choices.length >= item.choose) return { accepted: false, choose: item.choose };
  return { accepted: true, choices: [...choices, option].sort(ascending) };
}

export type ReviewFilter = 'all' | 'unanswered' | 'flagged';

/** Indexes of the questions a review screen lists; an incomplete answer is among the unanswered. */
export function reviewList(attempt: Attempt, filter: ReviewFilter): number[] {
  return attempt.paper.items.flatMap((item, index) => {
    const open = completeness(item, attempt.answers[index] ?? []) !== 'answered';
    const listed = filter === 'all' || (filter === 'unanswered' ? open : attempt.flags[index] === true);
    return listed ? [index] : [];
  });
}

function ascending(a: number, b: number): number {
  return a - b;
}
