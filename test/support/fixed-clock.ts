import type { Clock } from '../../src/ports.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Friday, 2026-11-20, 08:00 UTC. */
export const morning = Date.UTC(2026, 10, 20, 8);

/** The study day of that morning, with the default rollover. */
export const today = 20_777;

/** A clock that stands still until it is told to move. */
export class FixedClock implements Clock {
  #nowMs: number;
  readonly #offset: (atMs: number) => number;

  constructor(nowMs = morning, offset: number | ((atMs: number) => number) = 0) {
    this.#nowMs = nowMs;
    this.#offset = typeof offset === 'number' ? () => offset : offset;
  }

  now(): number {
    return this.#nowMs;
  }

  zoneOffset(atMs: number): number {
    return this.#offset(atMs);
  }

  pass(ms: number): void {
    this.#nowMs += ms;
  }
}
