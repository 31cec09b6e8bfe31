import type { Fact, FactOf, NoCard } from '../facts/fact.ts';
import { answerCard, commandCard, listCard, optionsCard, policyCard } from './basic.ts';
import { clozeOf, figureCard } from './cloze.ts';
import { deedCard, definitionCard } from './definition.ts';
import type { Proposal } from './draft.ts';
import { groupCards } from './groups.ts';
import { orderCards } from './order.ts';
import { tableCards } from './table.ts';

/** A paragraph gives at most so many cards: its best. */
const mostOfParagraph = 3;

const withoutCard: Partial<Record<Fact['kind'], NoCard>> = { table: 'fragment', sentence: 'no-target' };

export interface Proposed {
  readonly proposals: Proposal[];
  readonly without: { readonly fact: Fact; readonly why: NoCard }[];
}

/** The cards that facts make, in the order of the notes. */
export function propose(facts: readonly Fact[]): Proposed {
  const made: Proposed = { proposals: [], without: [] };
  const groups = new Map<string, FactOf<'definition'>[]>();
  for (const fact of facts) {
    if (fact.group === undefined || fact.kind !== 'definition') continue;
    const key = `${fact.place.file}:${fact.group}`;
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    group.push(fact);
  }
  const together = new Set<Fact>();
  const ofGroup = new Map<Fact, Proposal[]>();
  for (const group of groups.values()) {
    const { cards, used } = groupCards(group);
    if (cards.length === 0) continue;
    for (const fact of used) together.add(fact);
    ofGroup.set(used[0] as Fact, cards);
  }
  for (const fact of facts) {
    const cards = ofGroup.get(fact) ?? (together.has(fact) ? [] : cardsOf(fact));
    made.proposals.push(...cards);
    if (cards.length === 0 && !together.has(fact))
      made.without.push({ fact, why: withoutCard[fact.kind] ?? 'vague' });
  }
  return trimParagraphs(made, facts);
}

const some = (card: Proposal | undefined): Proposal[] => (card === undefined ? [] : [card]);

function cardsOf(fact: Fact): Proposal[] {
  switch (fact.kind) {
    case 'definition':
      return some(definitionCard(fact) ?? figureCard(fact));
    case 'answer':
      return some(answerCard(fact));
    case 'options':
      return some(optionsCard(fact));
    case 'command':
      return [commandCard(fact)];
    case 'policy':
      return [policyCard(fact)];
    case 'list':
      return some(listCard(fact));
    case 'procedure':
      return orderCards(fact);
    case 'table':
      return tableCards(fact);
    case 'sentence':
      return some(clozeOf(fact) ?? deedCard(fact));
  }
}

function trimParagraphs(made: Proposed, facts: readonly Fact[]): Proposed {
  const paragraphs = new Map<string, Proposal[]>();
  for (const proposal of made.proposals) {
    if (proposal.structure !== 'paragraph') continue;
    const key = `${proposal.place.file}:${proposal.place.line}`;
    const mates = paragraphs.get(key) ?? [];
    if (mates.length === 0) paragraphs.set(key, mates);
    mates.push(proposal);
  }
  const dropped = new Set<Proposal>();
  for (const mates of paragraphs.values()) {
    if (mates.length <= mostOfParagraph) continue;
    const best = [...mates].sort((a, b) => b.worth - a.worth);
    for (const proposal of best.slice(mostOfParagraph)) dropped.add(proposal);
  }
  if (dropped.size === 0) return made;
  const byPlace = new Map(facts.map((fact) => [`${fact.place.file}:${fact.place.line}`, fact]));
  const without = [...dropped].flatMap(({ place }) => {
    const fact = byPlace.get(`${place.file}:${place.line}`);
    return fact === undefined ? [] : [{ fact, why: 'paragraph-full' as const }];
  });
  return {
    proposals: made.proposals.filter((proposal) => !dropped.has(proposal)),
    without: [...made.without, ...without],
  };
}
