import { dependsOnBefore } from '../vocabulary.ts';
import { isCapitals } from './shapes.ts';

/** `X = Y`, `X -> Y`, `X :: Y`, `X: Y`, `X - Y`, `X ..... Y`: a name, a sign, and what it is. */
const namesSomething =
  /^(?!https?:)[^=|]{1,70}?(?:\s=\s|\s?->\s|\s?::\s?(?=\S)|(?<!\b\d{1,2}):\s|\s[-\u2013\u2014]\s|\s?\.{4,}\s?)\S/;

const isWhole = (text: string): boolean => /[.!?]["')*_]{0,3}$/.test(text);

const longestLine = 220;

/**
 * Whether lines without markers are each a fact of its own, and no running text that was broken where the window ended:
 * most of them name something or end as sentences do, and none goes on from the one before.
 */
export function isLineWise(lines: readonly string[]): boolean {
  if (lines.length < 2 || lines.some((text) => text.length > longestLine)) return false;
  const facts = lines.filter((text) => namesSomething.test(text) || isWhole(text)).length;
  if (facts < lines.length * 0.7) return false;
  return lines.every((text, index) => {
    const before = lines[index - 1] ?? '';
    if (namesSomething.test(text)) return true;
    if (/^(?:it|its)\b/i.test(text) || dependsOnBefore(text)) return false;
    return index === 0 || isWhole(before) || namesSomething.test(before) || !/^[a-z]/.test(text);
  });
}

/** `Kinds of queues:`, `Kaufoptionen:` at the head of such lines. */
export const isLeadLine = (text: string): boolean =>
  (/^[^:]{2,60}:$/.test(text) && text.split(/\s+/).length <= 8) || isCapitals(text);
