import { staleBehaviour } from './stale-terms/behaviour.ts';
import { type ClosedService, closedServices } from './stale-terms/closed-services.ts';
import { staleLimits } from './stale-terms/limits.ts';
import { staleNames } from './stale-terms/names.ts';
import type { StaleTerm } from './stale-terms/stale-term.ts';

/** Outdated names and claims that still stand in many notes, checked 2026-11-20. */
export const staleTerms: readonly StaleTerm[] = [...staleNames, ...staleLimits, ...staleBehaviour];

export interface StaleMatch {
  readonly found: string;
  readonly term: StaleTerm;
}

export interface ClosedMatch {
  readonly found: string;
  readonly term: ClosedService;
}

/** A sentence that tells of the change teaches it; only one that states the old fact as today's is stale. */
const tellsOfThePast =
  /\b(?:no longer|formerly|former|used to|previous(?:ly)?|until|renamed|rename|(?:limit|maximum|quota|cap|default|name|size) was|was (?:called|named|limited|capped)|old(?:er)?|legacy|deprecated|retired|replaced|replaces|successor|predecessor|outdated|superseded|raised from|grew from|before (?:\w+ )?20\d\d|is now|are now|ended|in maintenance)\b/i;

/** Sentence by sentence, each term at most once a sentence. */
export function staleTermsIn(text: string): StaleMatch[] {
  return text.split(/(?<=[.!?])\s+|\n{2,}/).flatMap((sentence) => {
    const past = tellsOfThePast.test(sentence);
    return staleTerms.flatMap((term): StaleMatch[] => {
      if (past && term.evenAsPast !== true) return [];
      const match = term.pattern.exec(sentence);
      if (match === null || term.unless?.test(sentence) === true) return [];
      return [{ found: match.slice(1).find((group) => group !== undefined) ?? match[0], term }];
    });
  });
}

/** What is being left is not what is recommended: "migrate from …", "replace …", "instead of …". */
const leaving =
  /\b(?:from|off|replac\w+|instead of|rather than|retir\w+|leav\w+|without) (?:the |an? |its |AWS |Amazon )*$/i;

export function closedServicesIn(text: string): ClosedMatch[] {
  return closedServices.flatMap((term): ClosedMatch[] => {
    const match = term.pattern.exec(text);
    return match === null || leaving.test(text.slice(0, match.index)) ? [] : [{ found: match[0], term }];
  });
}
