import { ceilUnits, formatNumber } from '../calculators/format.ts';
import type { Random } from '../chance.ts';
import { pick, type Trap, whole } from './drill.ts';

export const KB = 1024;

export interface Size {
  readonly text: string;
  readonly bytes: number;
}

export interface DrawnRate {
  readonly text: string;
  readonly words: string;
  readonly amount: number;
  readonly seconds: number;
}

/** Sizes where rounding matters: on a boundary, a byte above it, a little above it, in between. */
export function drawSize(random: Random, blockKb: number, maxBlocks: number): Size {
  const blocks = whole(random, 1, maxBlocks);
  const edge = blocks * blockKb;
  switch (pick(random, ['edge', 'byte', 'tenth', 'between', 'between'])) {
    case 'edge':
      return { text: `${formatNumber(edge)} KB`, bytes: edge * KB };
    case 'byte':
      return { text: `${formatNumber(edge * KB + 1)} bytes`, bytes: edge * KB + 1 };
    case 'tenth':
      return kilobytes(edge * 10 + 1);
    default:
      return kilobytes((blocks - 1) * blockKb * 10 + whole(random, 1, blockKb * 10));
  }
}

export function kilobytes(tenths: number): Size {
  return { text: `${formatNumber(tenths / 10)} KB`, bytes: (tenths / 10) * KB };
}

/** Mostly per second; now and then per minute, which is converted before the last rounding. */
export function drawRate(random: Random, things: string): DrawnRate {
  if (random() < 0.25) {
    const amount = whole(random, 1, 60) * 60;
    return {
      text: `${amount}/min`,
      words: `${formatNumber(amount)} ${things} per minute`,
      amount,
      seconds: 60,
    };
  }
  const amount =
    pick(random, [5, 10, 20, 25, 40, 50, 80, 100, 120, 200, 250, 500]) + pick(random, [0, 0, 0, 1]);
  return { text: `${amount}/s`, words: `${formatNumber(amount)} ${things} per second`, amount, seconds: 1 };
}

export function perSecond(rate: DrawnRate, units: number): number {
  return ceilUnits((rate.amount * units) / rate.seconds);
}

export function minuteTrap(rate: DrawnRate, units: number): readonly Trap[] {
  return rate.seconds === 1
    ? []
    : [{ value: ceilUnits(rate.amount * units), sentence: 'The rate is per minute: divide it by 60.' }];
}

export const read4 = (bytes: number) => Math.ceil(bytes / (4 * KB));
export const write1 = (bytes: number) => Math.ceil(bytes / KB);
