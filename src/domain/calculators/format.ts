import { BYTES, type Rate, type SizeUnit } from './quantity.ts';

/**
 * 12345.5 → "12,345.5": thousands by comma, at most `decimals` digits after the point, no trailing zeros. A number
 * shown whole is whole: 3.00002 does not become 3, of which a ceiling would be 3, but keeps the digits to its first
 * that tells.
 */
export function formatNumber(value: number, decimals = 4): string {
  if (!Number.isFinite(value) || (value >= 0 && value < 1000 && Number.isInteger(value)))
    return String(value);
  const fixed = Number.isInteger(value) ? String(value) : value.toFixed(tellingDecimals(value, decimals));
  if (fixed.includes('e')) return fixed;
  const [whole = '0', fraction = ''] = fixed.split('.');
  const kept = fraction.replace(/0+$/, '');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (kept === '' ? '' : `.${kept}`);
}

/** As many digits as asked for, or as many as show that the number is not whole. */
function tellingDecimals(value: number, decimals: number): number {
  const off = Math.abs(value - Math.round(value));
  return off <= dust(value) ? decimals : Math.max(decimals, Math.min(20, Math.ceil(-Math.log10(off))));
}

const SIZE_NAMES: readonly (readonly [SizeUnit, string])[] = [
  ['TB', 'TiB'],
  ['GB', 'GiB'],
  ['MB', 'MiB'],
  ['KB', 'KB'],
];

/** 6144 → "6 KB", 1572864 → "1.5 MiB", 4097 → "4,097 B": the largest unit that shows the value exactly. */
export function formatBytes(bytes: number): string {
  for (const [unit, name] of SIZE_NAMES) {
    const amount = bytes / BYTES[unit];
    if (amount >= 0.5 && Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-9)
      return `${formatNumber(amount, 2)} ${name}`;
  }
  return `${formatNumber(bytes)} B`;
}

/** The same with two decimals at most, for a size that no unit shows exactly: 10737419 → "10.24 MiB". */
export function formatBytesRounded(bytes: number): string {
  for (const [unit, name] of SIZE_NAMES) {
    if (bytes >= BYTES[unit]) return `${formatNumber(bytes / BYTES[unit], 2)} ${name}`;
  }
  return `${formatNumber(bytes, 1)} B`;
}

const DURATION_NAMES: readonly (readonly [number, string])[] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** 5400 → "1 h 30 min", 0.35 → "350 ms". */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds < 1) return `${formatNumber(seconds * 1000, 2)} ms`;
  const words: string[] = [];
  let left = seconds;
  for (const [unit, name] of DURATION_NAMES) {
    const amount = unit === 1 ? left : Math.floor(left / unit);
    if (amount > 0) words.push(`${formatNumber(amount, 3)} ${name}`);
    left -= amount * unit;
  }
  return words.length === 0 ? '0 s' : words.join(' ');
}

/** Seconds first, as exam answers are given, the readable form beside: 5700 → "5,700 s (1 h 35 min)". */
export function formatSeconds(seconds: number): string {
  return seconds < 60
    ? formatDuration(seconds)
    : `${formatNumber(seconds, 3)} s (${formatDuration(seconds)})`;
}

export function formatRate(given: Rate): string {
  return `${formatNumber(given.amount)}/${given.unit}`;
}

/** Dollars with cents, half a cent up, with more digits where cents would hide the amount: 0.00052 → "$0.00052". */
export function formatMoney(usd: number): string {
  const digits = usd !== 0 && Math.abs(usd) < 1 ? 6 : 2;
  // 23.725 is 23.72499… in binary, and a bill would say 23.73.
  const fixed = (usd + Math.sign(usd) * 1e-9).toFixed(digits);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const kept = digits === 2 ? fraction : fraction.replace(/0+$/, '').padEnd(2, '0');
  return `$${formatNumber(Number(whole))}.${kept}`;
}

/** 1 item, 2 items. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Rounds up, but not on the dust that binary division leaves: 4.000000000001 is 4. For unit counts, not for bytes. */
export function ceilUnits(value: number): number {
  // Adding 0 makes the -0 that a ceiling of -0.000000001 is a plain 0.
  return Math.ceil(value - dust(value)) + 0;
}

/** What binary arithmetic may have left on a number: a share of it, so that it is far less than one of anything. */
function dust(value: number): number {
  return Math.abs(value) * 1e-12;
}

/** 4.5 h → "4 h 30 min", 1928.57 s → "about 32 min 9 s": whole seconds, and said where they are rounded. */
export function formatWholeSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) <= dust(seconds)
    ? formatDuration(whole)
    : `about ${formatDuration(whole)}`;
}

/** `formula` comes to `value`, of which the whole part counts: `floor(…)` where there is more. */
export function floorText(formula: string, value: number): string {
  return Number.isInteger(value) ? formula : `floor(${formula})`;
}

/** A formula that never comes to less than `least`, which is written only where it decides. */
export function atLeast(least: string, formula: string, decides: boolean): string {
  return decides ? `max(${least}, ${formula})` : formula;
}
