import { wordsIn } from '../inline.ts';

/** What tells that something goes by itself, or does not: then "automatically or manually" is no question. */
export const saysHow =
  /\b(?:auto\w*|manual\w*|cannot|can't|can not|by hand|on (?:its|their|your) own|themselves|itself|add(?:s|ed)? the details)\b/i;

/** "Physical server" is set against a virtual one, not against a logical one. */
export const isMachine = (text: string): boolean =>
  /^physical (?:servers?|machines?|hosts?|hardware|worlds?|devices?|networks?)\b/i.test(text);

/** A denial in a clause about something else, or beside another one, is known from the rest. */
export function givesNegation(text: string, start: number, found: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(start + found.length)];
  return (
    start === 0 ||
    /\b(?:if|when|unless|while|because)\b[^,]*$/i.test(before) ||
    /\b(?:which|that|who|so|because|since|as|it)(?: (?:you|they|it|there))?\s+$/i.test(before) ||
    /\b(?:not|never|cannot|no|only|instead|but|unless|without|even if)\b|n't\b/i.test(`${before} ${after}`)
  );
}

/** "There are two sides to it": how many is no fact. */
const isIdleCount = /^\s+(?:sides?|things?|reasons?|pieces|stories|lessons?)\b/i;

const counted =
  /^\s+(?:\w+ )?(?:options?|types?|ways?|kinds?|modes?|categor(?:y|ies)|parts?|things?|steps?|methods?|sorts?|cases?|forms?)(?: of [\w ]{1,40})?\s*[.,;:]?\s*$/i;

/** Whether only this answer fits the gap, as far as the form of the sentence shows. */
export function isOnly(text: string, start: number, end: number): boolean {
  const [before, answer, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (/\balso\b/i.test(before)) return false;
  // How many kinds there are is worth nothing without the kinds.
  if (
    /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$/i.test(answer) &&
    (counted.test(after) || isIdleCount.test(after))
  )
    return false;
  if (/^[`$]?\d/.test(answer))
    return !(/^`?0\b/.test(answer) && /\b(?:which|that|so)\b[^.]*\b(?:prevent|block|stop)/i.test(after));
  if (/^(?:one|once)$/i.test(answer))
    return !/\bonly\b/i.test(before) && !/\bat a time\b|\bonly\b/i.test(after);
  const unquoted = before.replace(/["'(]+$/, '');
  // At the head of a sentence nothing leads to the answer.
  if (unquoted.trim() === '' || /^(?:if|when|secondly,?|the|new)\s*$/i.test(unquoted)) return false;
  if (/^(?:an?)\s*$/i.test(unquoted) && !/^ (?:is|are) /.test(after)) return false;
  // One of several: the others fit as well.
  if (
    /^"?\s*(?:,(?! (?:which|so|but|where|who|because|while|if|when|then|and (?:it|you|they))\b)|\/|&|(?:and|or) (?!(?:it|you|they|is|are|can|will|has|have|must)\b))/i.test(
      after,
    )
  )
    return false;
  if (/(?:,|\/|&|\band|\bor)(?: (?:an?|the|your|its))?\s*["'(]*$/i.test(before)) return false;
  if (/\b(?:eg|e\.g|like|such as|including)\s*[,.:]?\s*(?:an?|the)?\s*$/i.test(before)) return false;
  return wordsIn(before).length >= 2 || wordsIn(after).length >= 4;
}
