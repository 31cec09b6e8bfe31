import { wordsIn } from '../inline.ts';
import { withoutStop } from '../sentences.ts';
import { hasVerb } from '../vocabulary.ts';

/** More than a learner can say, and compare with what he said. */
const mostWords = 20;

/** What is still bearable where no joint allows a cut. */
const mostWordsUncut = 24;

export interface ShortAnswer {
  readonly answer: string;
  /** What was cut off: it goes to the explanation. */
  readonly tail?: string;
}

/** Where a second statement begins: cut whatever the length. */
const splices: readonly RegExp[] = [
  /; /,
  /, (?=so that\b)/i,
  /,? (?=that (?:enables?|allows?|lets?|helps?) (?:you|users|us|customers|developers|teams) )/i,
];

/** Where an answer may end when it is too long. */
const joints: readonly RegExp[] = [
  /, (?=(?:which|who|where|but|then|so|and it|it|they|once|while|in order to|because|since) )/i,
  / (?=so that\b)/i,
  /, (?=(?:and|or) (?:it|they|then|so|you) )/i,
  /, (?=(?:just|not|especially|including|such as) )/i,
  / (?=by [a-z]+ing )/,
];

const isWhole = (text: string): boolean =>
  text.split('(').length === text.split(')').length &&
  (text.match(/`/g)?.length ?? 0) % 2 === 0 &&
  (text.match(/"/g)?.length ?? 0) % 2 === 0 &&
  wordsIn(text).length >= 3 &&
  !/\b(?:as|and|or|with|to|by|for|of|like|is|are|the|an?|from|in|on|not)$/i.test(text);

function cutAt(text: string, pattern: RegExp, fewest = 3): ShortAnswer | undefined {
  const at = text.search(pattern);
  if (at < 0) return undefined;
  const answer = withoutStop(text.slice(0, at));
  return isWhole(answer) && wordsIn(answer).length >= fewest
    ? { answer, tail: withoutStop(text.slice(at).replace(/^[;,\s]+/, '')) }
    : undefined;
}

/** ", The default policy has …": a comma, a capital and a verb are a sentence of its own. */
function splicedSentence(text: string): ShortAnswer | undefined {
  for (const match of text.matchAll(/, (?=(?:The|It|This|They|You|There|If|When|A|An|HDD|SSD)\b)/g)) {
    const answer = withoutStop(text.slice(0, match.index));
    const tail = withoutStop(text.slice(match.index + 2));
    if (isWhole(answer) && hasVerb(tail)) return { answer, tail };
  }
  return undefined;
}

/** `$0.02 per GB, kept for longer`: a price and what is said beside it. */
const priced = /^(\$[\d.,]*\d(?: per (?:[\d,]+ )?[\w-]+)?)(?:, | )(?!per )(?=\S)(.+)$/;

/** An answer of at most some twenty words, and what was cut off it; undefined where it cannot be made that short. */
export function shortAnswer(text: string): ShortAnswer | undefined {
  const price = priced.exec(text);
  if (price !== null) return { answer: price[1] ?? text, tail: price[2] ?? '' };
  let { answer, tail }: ShortAnswer = splicedSentence(text) ?? { answer: text };
  const join = (cut: ShortAnswer | undefined) => {
    if (cut === undefined) return;
    tail = [cut.tail, tail].filter((part) => part !== undefined && part !== '').join('. ');
    answer = cut.answer;
  };
  // What is left must still say what the thing is.
  for (const splice of splices)
    join(cutAt(answer, splice, splice.source.includes('that') && !splice.source.includes('so that') ? 8 : 3));
  for (const joint of joints) if (wordsIn(answer).length > mostWords) join(cutAt(answer, joint));
  if (wordsIn(answer).length > mostWordsUncut) return undefined;
  return tail === undefined || tail === '' ? { answer } : { answer, tail };
}
