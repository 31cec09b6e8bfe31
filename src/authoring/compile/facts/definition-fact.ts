import { namesIn } from '../gazetteer.ts';
import { clean, wordsIn } from '../inline.ts';
import type { Place } from '../place.ts';
import { capitalised, withoutExample, withoutStop } from '../sentences.ts';
import {
  dependsOnBefore,
  hasLocalName,
  isInstruction,
  isScreenWork,
  refersElsewhere,
} from '../vocabulary.ts';
import { type DefinitionShape, howOf } from './definition.ts';
import type { Context, Fact, NoCard } from './fact.ts';
import { namesListed } from './lists.ts';

export interface Given {
  readonly context: Context;
  readonly place: Place;
  readonly group?: string;
}

export const longestMeaningWords = 45;

/** A sentence that leads over to what stands below it, and says nothing without that. */
export const endsOpen = (text: string): boolean =>
  /(?:\b(?:as|and|or|with|to|by|for|of|like|that|becomes?|is|are|be|the|an?|from|in|on|using|such as|including|eg|via)|[,:(-])[\s.]*$/i.test(
    text,
  );

/** "Message group ID: give a message group ID", "Elastic Network Interface: ENIs are …": the term explains itself. */
function isCircular(term: string, meaning: string): boolean {
  const own = new Set(wordsIn(term).filter((word) => word.length > 2));
  const words = wordsIn(meaning).filter((word) => word.length > 3);
  const again = words.filter((word) => own.has(word) || own.has(word.replace(/s$/, ''))).length;
  if (again > 0 && words.length - again <= 2) return true;
  const initials = term.match(/\b[A-Z]/g)?.join('') ?? '';
  return (
    initials.length >= 2 &&
    new RegExp(`^(?:an? |the )?${initials}s?\\b (?:can|is|are|will|may|must)\\b`).test(meaning)
  );
}

/** Nothing stands right of the sign that does not stand left of it. */
const isSame = (term: string, meaning: string): boolean => {
  const own = new Set(wordsIn(term));
  return (
    wordsIn(meaning).every((word) => own.has(word)) || (own.size === 1 && own.has(wordsIn(meaning)[0] ?? ''))
  );
};

/** A term with its meaning as a fact, or why it is none. */
export function definitionFact(
  { term, how: first }: DefinitionShape,
  head: string,
  given: Given & { readonly quoted: boolean; readonly children: number },
): Fact | NoCard {
  // "It is a queue" answers "what is it" from "a queue" on.
  const source = head.replace(
    /^(?:(?:it|they) )?(?:is|are) (?=(?:an?|the|one)\b)|^(?:it|they) (?!is\b|are\b|can\b|will\b)(?=[a-z]+)/i,
    '',
  );
  const { text: words, example } = withoutExample(clean(source).text);
  const meaning = capitalised(withoutStop(words.replace(/^will (?=[a-z])/i, '')));
  const how = first === 'means' ? howOf(term, meaning) : first;
  const count = wordsIn(meaning).length;
  const { context, place, quoted } = given;
  const names = how === 'means' || how === 'is' || how === 'names' ? namesListed(term, meaning) : undefined;
  if (names !== undefined && !context.cutOff && context.label !== '')
    return { kind: 'list', structure: 'list', lead: term, items: names, context, place, quoted };
  if (given.context.cutOff && (how === 'means' || how === 'of')) return 'points-back';
  if (count === 0 || endsOpen(meaning) || /^\([^()]*\)$/.test(meaning)) return 'fragment';
  if (
    count <= 2 &&
    how === 'means' &&
    !/\d|`/.test(meaning) &&
    namesIn(meaning).length === 0 &&
    given.group === undefined
  )
    return 'fragment';
  const isSigned = how === 'names' || how === 'leads';
  if (
    (isSigned ? isSame(term, meaning) : isCircular(term, meaning)) ||
    /^(?:for|in|on|at|with|by|to) (?:every|each|all|the|any)\b/i.test(meaning)
  )
    return 'fragment';
  if (given.context.label === '' && (how === 'means' || how === 'of')) return 'fragment';
  if (given.context.lab && (how === 'means' || how === 'of' || how === 'leads')) return 'instruction';
  if (
    how === 'leads' &&
    (isScreenWork(`${term} ${meaning}`) ||
      isInstruction(meaning) ||
      /\b(?:select|open|choose|go to|click)\b/i.test(term))
  )
    return 'instruction';
  if (count > longestMeaningWords) return 'too-long';
  if (dependsOnBefore(meaning) && !/^(?:that|which)\b/i.test(meaning)) return 'points-back';
  if (refersElsewhere(meaning)) return 'points-back';
  if (hasLocalName(`${term} ${meaning}`)) return 'local-name';
  if (isScreenWork(meaning) || (isInstruction(meaning) && isScreenWork(term))) return 'instruction';
  // "There are two options:" with the options below: the list is the fact.
  if (/:$/.test(head.trim()) && given.children > 0) return 'fragment';
  return {
    kind: 'definition',
    structure: 'definition',
    ...{ term, meaning, how, context, place, quoted },
    ...(example === undefined ? {} : { example }),
  };
}
