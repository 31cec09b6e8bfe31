/** An outdated name, or an outdated claim, and what holds today. */
export interface StaleTerm {
  /** name: wrong wherever it stands. claim: wrong where it is stated as true. */
  readonly kind: 'name' | 'claim';
  /** Tried on one sentence at a time; the first group, if there is one, is what is shown. */
  readonly pattern: RegExp;
  /** A sentence that says this is not meant. */
  readonly unless?: RegExp;
  /** true: also where the sentence speaks of the past. */
  readonly evenAsPast?: boolean;
  /** The current fact, one sentence. */
  readonly message: string;
  readonly source?: string;
}

/** Words with which a text states a limit, as against a scenario that has some size. */
const limitWords = [
  'max(?:imum)?',
  'limit(?:ed|s)?',
  'at most',
  'no more than',
  "(?:cannot|can't|must not|may not) exceed",
  'exceeds?',
  'larger than',
  'cap(?:ped)?',
  'quota',
  '(?:can|may) (?:\\w+ ){1,3}(?:only )?up to',
  '(?:supports?|allows?|accepts?|takes?|holds?) (?:\\w+ ){0,3}up to',
].join('|');

/** A sentence about a subject that gives a value as its limit: all of these, in any order. */
export function limit(subject: string, value: string): RegExp {
  return new RegExp(
    `^(?=.*\\b(?:${subject}))(?=.*\\b(?:${limitWords})\\b).*?(?<![\\d,.])(${value})\\b`,
    'is',
  );
}
