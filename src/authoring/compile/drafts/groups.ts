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
export function groupCards(whole: readonly Definition[]): {
  readonly cards: Proposal[];
  readonly used: readonly Definition[];
} {
  const group = whole.filter(({ term, meaning, how }) => how !== 'of' && !tellsItself(term, meaning));
  const parts = Math.ceil(group.length / mostPairs);
  const size = Math.ceil(group.length / Math.max(1, parts));
  const used: Definition[] = [];
  const cards = Array.from({ length: parts }, (_, part) =>
    group.slice(part * size, (part + 1) * size),
  ).flatMap((part) => {
    const made = cardsOfPart(part);
    if (made.length > 0) used.push(...part);
    return made;
  });
  return { cards, used };
}

function cardsOfPart(group: readonly Definition[]): Proposal[] {
  if (group.length < fewestPairs) return [];
  const terms = group.map(({ term }) => term);
  const meanings = group.map(({ meaning }) => meaning);
  if (!allDiffer(terms) || !allDiffer(meanings)) return [];
  // Prices are asked for as prices.
  const priced = meanings.filter((meaning) => meaning.startsWith('$')).length;
  if (priced > 0 && priced < meanings.length) return [];
  // A figure among words, or a word among figures, is no answer that anybody would mistake for another.
  const figures = meanings.filter((meaning) => /\d/.test(meaning)).length;
  const alike = figures === 0 || figures === meanings.length;
  return alike && meanings.every((meaning) => wordsIn(meaning).length <= 4)
    ? choiceCards(group)
    : matchCard(group);
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
  const isSigned = group.some(({ how }) => how === 'names');
  return [
    {
      body: {
        kind: 'match',
        front: labelled(
          context.label,
          `match each name with what ${isSigned ? 'belongs to it' : 'it stands for'}.`,
        ),
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
