import { resolve } from 'node:path';
import { isDeckPath } from '../domain/deck-path.ts';
import { UserError } from '../errors.ts';
import type { Desk } from '../study/open-desk.ts';
import type { SessionWish } from '../study/plan-session.ts';
import { safeLine } from '../terminal/safe-question.ts';
import type { Request } from './command.ts';
import { commandAgain, quoted } from './command-again.ts';

/** What the command line asks for. @throws UserError where that can be nothing. */
export function wishOf({ args, options }: Pick<Request, 'args' | 'options'>, desk: Desk) {
  refuseNothing(options);
  const decks = [
    ...args.filter((word) => !isDeckPath(word)),
    ...args.filter(isDeckPath).map((path) => deckAt(desk, path)),
  ];
  return {
    decks: decks.length === 0 ? undefined : decks,
    topics: options.topic as string[] | undefined,
    tags: options.tag as string[] | undefined,
    kinds: options.kind as string[] | undefined,
    newCards: options.new as number | undefined,
    cards: options.limit as number | undefined,
    cram: options.cram === true,
    aheadDays: options.ahead as number | undefined,
  } satisfies SessionWish;
}

/** A session of no cards or no minutes would say "nothing is due", which is not why it ends. */
function refuseNothing(options: Request['options']): void {
  const empty = (['limit', 'minutes'] as const).find((name) => options[name] === 0);
  if (empty !== undefined)
    throw new UserError(`--${empty} 0 leaves nothing to ask.`, `Give 1 or more, such as --${empty} 10.`);
}

/**
 * Name of the deck in a file given by its path.
 * @throws UserError where it cannot be used: a file that was asked for is not passed over with a warning.
 */
function deckAt({ shelf }: Desk, path: string): string {
  const file = resolve(path);
  const found = shelf.decks.find((deck) => deck.file === file);
  if (found !== undefined) return found.deck;
  if (shelf.entries.some((entry) => `${entry.deck}/${entry.topic}` === path))
    throw new UserError(`"${path}" is a topic, not a deck.`, `Write --topic ${path}.`);
  const problems = shelf.problems.filter((problem) => problem.file === file);
  const [first] = problems;
  const place = first === undefined || first.rule === 'file' ? '' : `:${first.line}:${first.column}`;
  throw new UserError(
    `${safeLine(`${path}${place}`)}: ${safeLine(first?.message ?? 'this is no deck')}.`,
    problems.length > 1
      ? `It has ${problems.length} problems: run "aws-study deck lint ${path}".`
      : safeLine(first?.hint ?? 'Check the path.'),
  );
}

/**
 * The command that goes on with what was asked for. Limits of one sitting (--limit, --minutes, --new) are left out.
 *
 * @param also such as `--new 10`; takes the place of the same option
 */
export function goOnCommand({ args, options }: Pick<Request, 'args' | 'options'>, also = ''): string {
  const many = (['topic', 'tag', 'kind'] as const).flatMap((name) =>
    ((options[name] as string[] | undefined) ?? []).map((value) => `--${name} ${quoted(value)}`),
  );
  const asked = [
    options.ahead === undefined ? '' : `--ahead ${options.ahead}`,
    options.cram === true ? '--cram' : '',
  ].filter((flag) => flag !== '' && flag.split(' ')[0] !== also.split(' ')[0]);
  return commandAgain(['quiz', ...args.map(quoted), ...many, ...asked, also], options);
}
