import type { FactOf } from '../facts/fact.ts';
import { wordsIn } from '../inline.ts';
import { labelWithout } from './basic.ts';
import { labelled, type Proposal } from './draft.ts';

const fewestPairs = 3;
const mostPairs = 7;
const longestRightChars = 90;

/** Whether an answer has words of its own term in it: as a partner it would find itself. */
export const tellsItself = (left: string, right: string): boolean => {
  const own = wordsIn(left).filter((word) => word.length > 3);
  const words = new Set(wordsIn(right));
  return own.some((word) => words.has(word));
};

/** Names all different and meanings all different, whatever their case. */
export const allDiffer = (values: readonly string[]): boolean =>
  new Set(values.map((value) => wordsIn(value).join(' '))).size === values.length;

type Definition = FactOf<'definition'>;

/**
 * Definitions that stand side by side and are short become one card of pairs, or a choice each, where the other
 * meanings are the wrong answers. Returns nothing where each is better asked for on its own.
 */
export function groupCards(group: readonly Definition[]): Proposal[] {
  if (group.length < fewestPairs || group.length > mostPairs) return [];
  const terms = group.map(({ term }) => term);
  const meanings = group.map(({ meaning }) => meaning);
  if (!allDiffer(terms) || !allDiffer(meanings)) return [];
  if (group.some(({ term, meaning, how }) => tellsItself(term, meaning) || how === 'of')) return [];
  return meanings.every((meaning) => wordsIn(meaning).length <= 4) ? choiceCards(group) : matchCard(group);
}

function common(group: readonly Definition[]) {
  const [first, last] = [group[0] as Definition, group.at(-1) as Definition];
  const place = { ...first.place, endLine: last.place.endLine };
  return {
    context: first.context,
    place,
    structure: first.structure,
    quoted: group.some(({ quoted }) => quoted),
  };
}

function matchCard(group: readonly Definition[]): Proposal[] {
  if (group.some(({ meaning }) => meaning.length > longestRightChars)) return [];
  const { context } = group[0] as Definition;
  const pairs = group.map(({ term, meaning }) => ({ left: term, right: meaning }));
  return [
    {
      body: {
        kind: 'match',
        front: labelled(context.label, 'match each name with what it stands for.'),
        pairs,
      },
      ...common(group),
      claim: pairs.map(({ left, right }) => `${left}: ${right}`).join('; '),
      worth: 8,
    },
  ];
}

function choiceCards(group: readonly Definition[]): Proposal[] {
  return group.map((fact) => {
    const { term, meaning, context } = fact;
    const others = group.filter((other) => other !== fact).slice(0, 3);
    return {
      body: {
        kind: 'choice',
        stem: labelled(
          labelWithout(context.label, term),
          `which belongs to **${term.replace(/[*`]/g, '')}**?`,
        ),
        choose: 1,
        options: [
          { text: meaning, correct: true, why: `${term}: ${meaning}.` },
          ...others.map((other) => ({ text: other.meaning, why: `${other.term}: ${other.meaning}.` })),
        ],
      },
      // The wrong answers are from the lines beside it: its place holds all of them.
      ...common(group),
      claim: `${term}: ${meaning}`,
      worth: 8,
    };
  });
}
