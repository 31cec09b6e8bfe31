import { calculators } from '../domain/calculators/index.ts';
import type { Card, DrawCalc } from '../domain/cards/index.ts';

/** What draws and computes the calc cards among these, its calculators loaded; undefined where there is none. */
export async function loadCalculators(cards: readonly Card[]): Promise<DrawCalc | undefined> {
  const names = [...new Set(cards.flatMap((card) => (card.kind === 'calc' ? [card.calculator] : [])))];
  if (names.length === 0) return undefined;
  const [{ drawCalcWith }, ...loaded] = await Promise.all([
    import('../domain/cards/draw-calc.ts'),
    ...names.map((name) => calculators[name].load()),
  ]);
  return drawCalcWith(Object.fromEntries(loaded.map(({ calculator }) => [calculator.name, calculator])));
}
