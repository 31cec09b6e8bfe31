import { flagMeaning } from '../authoring/compile/flags/flag.ts';
import { todoPattern } from '../authoring/lint/cards/todo.ts';
import type { DraftCard } from '../terminal/review/review-parts.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { plural } from '../terminal/words.ts';
import type { Request } from './command.ts';
import type { ReviewDesk } from './review-desk.ts';

/** A draft that waits for a person, and why. */
interface Left {
  readonly id: string;
  readonly flags: readonly string[];
}

/** Accepts every draft that nothing speaks against; says what was left, and why. */
export function acceptAll({ world, options, json }: Request, desk: ReviewDesk, named: string): undefined {
  const drafts = desk.drafts().map((draft) => ({ id: draft.card.id, flags: flagsOf(draft) }));
  const isOpen = ({ flags }: Left) =>
    options.withFlags === true ? !flags.includes('todo') : flags.length === 0;
  const accepted = drafts.filter(isOpen).map(({ id }) => id);
  const left = drafts.filter((draft) => !isOpen(draft));
  desk.acceptAll(accepted);
  const { print } = world.terminal;
  if (json) {
    print(JSON.stringify({ deck: desk.deck.deck, accepted, left }));
    return undefined;
  }
  print(`${plural(accepted.length, 'draft')} accepted${left.length === 0 ? ', none left.' : '.'}`);
  if (left.length === 0) return undefined;
  print(`${plural(left.length, 'draft')} left for you: ${tally(left)}.`);
  print(`  aws-study deck review ${named}   go through them`);
  if (options.withFlags !== true)
    print(`  aws-study deck review ${named} --accept-all --with-flags   take them as they are`);
  return undefined;
}

const names = Object.keys(flagMeaning).join('|');
const flagPattern = new RegExp(`(?:^|, )(${names})(?=$|[,:])`, 'g');

/** What the comments above a draft warn of, and whether it is finished at all. */
function flagsOf({ card, notes }: DraftCard): string[] {
  const marks = notes.flatMap((note) => safeLine(note).split(' \u00B7 '));
  const flags = marks.flatMap((mark) => {
    if (mark.startsWith('changed:')) return ['changed'];
    if (!mark.startsWith('flags:')) return [];
    const known = [...mark.slice('flags:'.length).trim().matchAll(flagPattern)].map(([, name = '']) => name);
    return known.length === 0 ? ['flagged'] : known;
  });
  if (todoPattern.test(JSON.stringify(card))) flags.push('todo');
  return [...new Set(flags)];
}

/** `3 numeric, 1 stale`: most frequent first; a draft counts under each of its flags. */
function tally(left: readonly Left[]): string {
  const counts = new Map<string, number>();
  for (const flag of left.flatMap(({ flags }) => flags)) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([flag, count]) => `${count} ${flag}`)
    .join(', ');
}
