import { likeness, wordRuns } from '../likeness.ts';
import { askedField, askedText, type CardFinding, type CardRule } from './card-rule.ts';

/** Share of common runs of three words from which two fronts count as one. */
const tooAlike = 0.75;

export const duplicateFront: CardRule = {
  name: 'duplicate-front',
  summary: 'No two cards of a deck ask the same, or nearly so.',
  check({ cards }) {
    const findings: CardFinding[] = [];
    // Only cards that share a run of words can be alike: an index keeps a deck of thousands quick.
    const runs = cards.map((card) => wordRuns(askedText(card)));
    const holders = new Map<string, number[]>();
    cards.forEach((card, index) => {
      const mine = runs[index] ?? new Set<string>();
      const near = new Map<number, number>();
      for (const run of mine) {
        const others = holders.get(run) ?? [];
        // A run that half the deck shares ("what is the …") tells nothing.
        if (others.length <= 50) for (const other of others) near.set(other, (near.get(other) ?? 0) + 1);
        holders.set(run, [...others, index]);
      }
      for (const other of near.keys()) {
        const twin = cards[other];
        if (
          twin === undefined ||
          likeness(mine, runs[other]) < tooAlike ||
          (twin.fact !== undefined && twin.fact === card.fact)
        )
          continue;
        findings.push({
          rule: 'duplicate-front',
          severity: 'warning',
          cardId: card.id,
          path: ['cards', index, askedField(card)],
          message: `this asks nearly the same as "${twin.id}"`,
          hint: 'Drop one, ask something else, or give both the same "fact" so that they are siblings.',
        });
        break;
      }
    });
    return findings;
  },
};
