/** What a reviewer must look at. */
export type FlagName =
  | 'numeric'
  | 'stale'
  | 'contradiction'
  | 'spelling'
  | 'short-parent'
  | 'doubt'
  | 'quotation'
  | 'personal-data';

export interface Flag {
  readonly name: FlagName;
  /** The current fact, the other note's place, the kinds of data that were replaced. */
  readonly detail?: string;
}

export const flagMeaning: Readonly<Record<FlagName, string>> = {
  numeric: 'holds a number, a limit or a price: check it',
  stale: 'AWS has changed this',
  contradiction: 'another line of the notes says otherwise',
  spelling: 'a word that may be another, or a name that is spelt otherwise',
  'short-parent': 'hangs on a parent of a word or two: is the context enough?',
  doubt: 'the writer was not sure',
  quotation: 'quoted: put it in your own words',
  'personal-data': 'held personal data, which was replaced',
};

export const flagText = ({ name, detail }: Flag): string =>
  detail === undefined ? name : `${name}: ${detail}`;
