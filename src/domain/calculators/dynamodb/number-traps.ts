import { formatNumber } from '../format.ts';
import type { Load } from './load.ts';

/** A mistake, with the units of one request that it gives. */
export interface Mistake {
  readonly units: number;
  /** What they come to at the rate, where table and indexes are rounded up each by itself. */
  readonly capacity?: number;
  readonly sentence: (wrong: string) => string;
}

/** More of them is a list that nobody reads. */
export const TRAPS_SHOWN = 3;
/** Less than this is no figure that anybody would believe. */
const SMALLEST_UNITS = 0.01;

/**
 * Mistakes that lead to another number than the right one, each number once, with the number at the rate given.
 * `right` are the units of one request, `shown` what was answered for the rate.
 */
export function numberTraps(
  load: Load,
  right: number,
  mistakes: readonly (Mistake | undefined)[],
  shown = load.capacity(right),
): readonly string[] {
  const text = (capacity: number) => `${formatNumber(capacity, 2)} ${load.unit}`;
  const seen = new Set([text(shown)]);
  const found: string[] = [];
  for (const mistake of [...mistakes, undivided(load, right)]) {
    if (mistake === undefined || mistake.units < SMALLEST_UNITS) continue;
    const wrong = text(mistake.capacity ?? load.capacity(mistake.units));
    if (seen.has(wrong)) continue;
    seen.add(wrong);
    found.push(mistake.sentence(wrong));
  }
  return found.slice(0, TRAPS_SHOWN);
}

/** 12,000 a minute taken for 12,000 a second. */
function undivided({ rate }: Load, right: number): Mistake | undefined {
  if (rate === undefined || rate.unit === 's' || rate.perSecond === 0) return undefined;
  const seconds = Math.round(rate.amount / rate.perSecond);
  return {
    units: right * seconds,
    sentence: (wrong) =>
      `Taking the rate as one per second gives ${wrong}: divide by ${formatNumber(seconds)}.`,
  };
}
