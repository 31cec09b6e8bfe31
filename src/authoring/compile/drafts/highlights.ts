import { contrastOf } from '../contrasts.ts';
import { type CleanText, wordsIn } from '../inline.ts';

/** A piece of a sentence that can be asked for: what stands there follows from the rest. */
export interface Target {
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
  readonly worth: number;
}

/** What the writer has highlighted is what he wants to be asked for, whatever stands around it. */
export function highlighted({ text, spans }: CleanText, label: string): Target[] {
  const marks = spans
    .filter(({ mark }) => mark === 'highlight')
    .map((span) => withAbbreviation(text, { ...span, worth: 12 }));
  let [open, last] = ['', 0];
  for (const { start, end } of marks) {
    open += `${text.slice(last, start)} `;
    last = end;
  }
  const rest = wordsIn(`${open} ${text.slice(last)} ${label}`);
  const isAsked = ({ start, end }: Target) => {
    const words = wordsIn(text.slice(start, end));
    // Nothing is asked where half of the sentence is marked, or the answer stands beside its gap.
    return (
      words.length >= 1 &&
      words.length <= 6 &&
      !words.every((word) => rest.includes(word)) &&
      !/::|\{\{|\}\}/.test(text.slice(start, end))
    );
  };
  if (rest.length < 2 || marks.length > 4) return [];
  return marks.filter(isAsked).map(({ start, end, worth }) => {
    const pair = contrastOf.get(text.slice(start, end).toLowerCase());
    return { start, end, worth, ...(pair === undefined ? {} : { hint: pair.join(' or ') }) };
  });
}

/** `Availability Zone (AZ)`: the short form beside the blank would give it away, so it is part of it. */
export function withAbbreviation(text: string, target: Target): Target {
  const short = /^ \([A-Z][A-Za-z0-9]{1,6}\)/.exec(text.slice(target.end));
  return short === null || target.hint !== undefined
    ? target
    : { ...target, end: target.end + short[0].length };
}
