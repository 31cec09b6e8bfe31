import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/domain/chance.ts';
import { orderTemplates } from '../../../src/domain/drills/order-templates.ts';
import type { CardProgress } from '../../../src/domain/journal/progress.ts';
import { today } from '../../support/fixed-clock.ts';

const seen = (due: number, more: Partial<CardProgress> = {}): CardProgress => ({
  reviews: 1,
  lapses: 0,
  stabilityDays: 3,
  difficulty: 5,
  lastDay: today - 3,
  due,
  ...more,
});

const order = (cards: Record<string, CardProgress | undefined>, seed = 1) =>
  orderTemplates(Object.keys(cards), (name) => cards[name], today, seededRandom(seed)).map(
    ({ template, reason }) => `${template} ${reason}`,
  );

describe('due first, then new, then what is due soonest', () => {
  test('the most overdue first', () => {
    const cards = {
      later: seen(today + 9),
      fresh: undefined,
      soon: seen(today + 1),
      yesterday: seen(today - 1),
      lastWeek: seen(today - 7),
      now: seen(today),
    };
    expect(order(cards)).toEqual([
      'lastWeek due',
      'yesterday due',
      'now due',
      'fresh new',
      'soon ahead',
      'later ahead',
    ]);
  });

  test('boosted before all; suspended and buried not at all', () => {
    const cards = {
      overdue: seen(today - 30),
      boosted: seen(today + 30, { boosted: 'missed' }),
      suspended: seen(today - 1, { suspended: true }),
      buried: seen(today - 1, { buriedUntil: today + 1 }),
      unburied: seen(today - 1, { buriedUntil: today }),
    };
    expect(order(cards)).toEqual(['boosted due', 'overdue due', 'unburied due']);
  });

  test('new ones in an order that the seed decides', () => {
    const cards = Object.fromEntries([...'abcdefgh'].map((name) => [name, undefined]));
    expect(order(cards, 1)).toEqual(order(cards, 1));
    expect(order(cards, 1)).not.toEqual(order(cards, 2));
    expect(order(cards, 1).sort()).toEqual([...'abcdefgh'].map((name) => `${name} new`));
  });
});
