import { eachQuestion } from './question-rule.ts';

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
const words = ['', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];

const demand = /\b(?:select|choose|pick)\s+(?:any\s+|the\s+|exactly\s+)?(one|two|three|four|five|[1-5])\b/gi;
const question = /\b(?:which|what)\s+(?:combination\s+of\s+)?(two|three|four|five|[2-5])\s+(?!of\b)[a-z]/gi;

export const countWords = eachQuestion(
  'count-words',
  'error',
  'The stem says how many to select where it is more than one, and says it right.',
  ({ stem, choose }, say) => {
    const asked = [...asking(stem).matchAll(demand), ...asking(stem).matchAll(question)];
    const counts = asked.map((match) => numbers[match[1]?.toLowerCase() ?? ''] ?? Number(match[1]));
    const wrong = counts.findIndex((count) => count !== choose);
    if (wrong !== -1) {
      say(
        ['stem'],
        `The stem says "${asked[wrong]?.[0]}", but choose is ${choose}.`,
        choose === 1
          ? 'Take the count out of the stem, or set choose.'
          : `Write "(Select ${words[choose]}.)", or set choose.`,
      );
    } else if (choose > 1 && counts.length === 0) {
      say(
        ['stem'],
        `The stem does not say that ${choose} options are right.`,
        `End it with "(Select ${words[choose]}.)".`,
      );
    }
  },
);

/** From the sentence with the last question mark on: before it, a team may well "choose two Regions". */
function asking(stem: string): string {
  const mark = stem.lastIndexOf('?');
  if (mark === -1) return stem;
  const starts = [...stem.matchAll(/[.!?:]\s+/g)].map((match) => match.index + match[0].length);
  return stem.slice(starts.findLast((start) => start <= mark) ?? 0);
}
