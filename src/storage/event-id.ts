import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let lastAt = -1;
let lastTail = 0n;

function digits(value: bigint, count: number): string {
  let text = '';
  for (let rest = value; text.length < count; rest /= 32n)
    text = (alphabet[Number(rest % 32n)] ?? '0') + text;
  return text;
}

/** The 10 characters of an id that tell its time. */
export const timeDigits = (atMs: number): string => digits(BigInt(Math.max(0, atMs)), 10);

/**
 * A ULID (https://github.com/ulid/spec): 10 characters of time, 16 of chance; within one millisecond the tail counts
 * up, so that a terminal's events keep their order.
 */
export function eventId(atMs: number): string {
  lastTail = atMs === lastAt ? lastTail + 1n : BigInt(`0x${randomBytes(9).toString('hex')}`);
  lastAt = atMs;
  return timeDigits(atMs) + digits(lastTail, 16);
}
