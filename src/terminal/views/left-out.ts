import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';

export interface LeftOutCard {
  readonly card: string;
  /** Null where it is in no deck any more. */
  readonly deck: string | null;
  readonly state: 'suspended' | 'buried';
  /** Day on which a buried card is asked again, YYYY-MM-DD. */
  readonly until: string | null;
}

/** Cards that are asked no more for now, below their decks; the ids are whole, to be copied. */
export function leftOutView(theme: Theme, cards: readonly LeftOutCard[]): string {
  if (cards.length === 0) return 'No card is suspended or buried.';
  const lines = [theme.strong(`${plural(cards.length, 'card')} left out`)];
  let deck: string | null | undefined;
  for (const one of cards) {
    if (one.deck !== deck) lines.push(`  ${one.deck ?? 'in no deck any more'}`);
    deck = one.deck;
    const state = one.until === null ? one.state : `buried until ${one.until}`;
    lines.push(`    ${one.card}  ${theme.dim(state)}`);
  }
  lines.push('', '"aws-study unsuspend <card>" brings one back.');
  return lines.join('\n');
}
