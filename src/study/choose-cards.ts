import { kindNames } from '../domain/cards/index.ts';
import { nearest } from '../domain/nearest.ts';
import { UserError } from '../errors.ts';
import type { LibraryEntry } from '../ports.ts';

/** What the learner asked for: several values of one kind widen it, several kinds narrow it. */
export interface Filter {
  readonly decks?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
}

const suggest = (wrong: string, known: readonly string[]): string => {
  const near = nearest(wrong, known);
  return near === undefined
    ? `There is: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`
    : `Did you mean "${near}"?`;
};

function check(
  what: string,
  wanted: readonly string[] | undefined,
  known: ReadonlySet<string>,
  within = '',
): void {
  const wrong = wanted?.find((one) => !known.has(one));
  if (wrong !== undefined) {
    throw new UserError(`there is no ${what} "${wrong}"${within}.`, suggest(wrong, [...known].sort()));
  }
}

/** A topic that other decks have is none of those that were named. */
function checkTopics(entries: readonly LibraryEntry[], { decks, topics }: Filter): void {
  const among = decks === undefined ? entries : entries.filter((entry) => decks.includes(entry.deck));
  const known = new Set(
    among.flatMap(({ deck, topic }) => (decks?.length === 1 ? [topic] : [topic, `${deck}/${topic}`])),
  );
  const bare =
    decks?.length === 1
      ? topics?.map((one) => (one.startsWith(`${decks[0]}/`) ? one.slice(one.indexOf('/') + 1) : one))
      : topics;
  check('topic', bare, known, decks === undefined ? '' : ` in ${decks.join(', ')}`);
}

/** A topic is named alone (`indexes`) or with its deck (`dynamodb/indexes`). */
const isTopic = (entry: LibraryEntry, topics: readonly string[]) =>
  topics.includes(entry.topic) || topics.includes(`${entry.deck}/${entry.topic}`);

/** @throws UserError for a deck, topic, tag or kind that does not exist, with the nearest one that does. */
export function chooseCards<Entry extends LibraryEntry>(
  entries: readonly Entry[],
  filter: Filter,
): readonly Entry[] {
  const { decks, topics, tags, kinds } = filter;
  if (decks === undefined && topics === undefined && tags === undefined && kinds === undefined)
    return entries;
  check('deck', decks, new Set(entries.map((entry) => entry.deck)));
  check('kind', kinds, new Set(kindNames));
  if (topics !== undefined) checkTopics(entries, filter);
  if (tags !== undefined) check('tag', tags, new Set(entries.flatMap((entry) => entry.tags)));
  return entries.filter(
    (entry) =>
      (decks?.includes(entry.deck) ?? true) &&
      (kinds?.includes(entry.kind) ?? true) &&
      (topics === undefined || isTopic(entry, topics)) &&
      (tags === undefined || tags.some((tag) => entry.tags.includes(tag))),
  );
}

/**
 * The card of an id as typed: a whole id, or that of a note that makes one card only.
 * @throws UserError where there is none or several, with what to write instead.
 */
export function findCard<Entry extends LibraryEntry>(entries: readonly Entry[], typed: string): Entry {
  const exact = entries.find((entry) => entry.id === typed);
  if (exact !== undefined) return exact;
  const parts = entries.filter((entry) => entry.note === typed);
  if (parts.length === 1) return parts[0] as Entry;
  if (parts.length > 1) {
    throw new UserError(
      `"${typed}" makes ${parts.length} cards.`,
      `Name one: ${parts.map((entry) => entry.id).join(', ')}.`,
    );
  }
  if (entries.some((entry) => entry.deck === typed))
    throw new UserError(
      `"${typed}" is a deck: name a card.`,
      'Find its id with "aws-study search <words>", such as the words of its question.',
    );
  const near = nearest(
    typed,
    entries.map((entry) => entry.id),
  );
  throw new UserError(
    `there is no card "${typed}".`,
    near === undefined ? 'Find its id with "aws-study search <words>".' : `Did you mean "${near}"?`,
  );
}
