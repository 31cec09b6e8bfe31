/** Words that answer each other: the hint names both, so that the blank has one right answer. */
const contrasts: readonly (readonly string[])[] = [
  ['stateful', 'stateless'],
  ['public', 'private'],
  ['synchronously', 'asynchronously'],
  ['synchronous', 'asynchronous'],
  ['inbound', 'outbound'],
  ['encrypted', 'unencrypted'],
  ['horizontal', 'vertical'],
  ['horizontally', 'vertically'],
  ['physically', 'logically'],
  ['physical', 'logical'],
  ['temporary', 'permanent'],
  ['long-term', 'short-term'],
  ['globally', 'regionally'],
  ['enabled', 'disabled'],
  ['mutable', 'immutable'],
  ['explicitly', 'implicitly'],
  ['strongly', 'eventually'],
  ['relational', 'non-relational'],
  ['push', 'pull'],
  ['pushes', 'pulls'],
  ['polls', 'is pushed'],
  ['poll', 'are pushed'],
  ['before', 'after'],
  ['soft', 'hard'],
  ['persistent', 'non-persistent'],
  ['automatically', 'manually'],
  ['mandatory', 'optional'],
];

/** Each of them as a word of its own. */
export const wholeWord = new Map(
  contrasts.flat().map((word) => [word, new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'i')] as const),
);
export const contrastOf = new Map(contrasts.flatMap((words) => words.map((word) => [word, words] as const)));
export const contrastPattern = new RegExp(
  `(?<![\\w-])(?:${[...contrastOf.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`,
  'gi',
);
