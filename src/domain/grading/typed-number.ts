import type { ExpectedNumber } from '../question.ts';

/** Factors to a base unit of each dimension: seconds, bytes, percent. K, M, G count in 1,024s, as AWS means them. */
const dimensions: Record<string, Record<string, number>> = {
  time: {
    ms: 0.001,
    millisecond: 0.001,
    s: 1,
    sec: 1,
    second: 1,
    m: 60,
    min: 60,
    minute: 60,
    h: 3600,
    hr: 3600,
    hour: 3600,
    d: 86_400,
    day: 86_400,
    week: 604_800,
    year: 31_536_000,
  },
  size: {
    b: 1,
    byte: 1,
    kb: 1024,
    kib: 1024,
    kilobyte: 1024,
    kibibyte: 1024,
    mb: 1024 ** 2,
    mib: 1024 ** 2,
    megabyte: 1024 ** 2,
    mebibyte: 1024 ** 2,
    gb: 1024 ** 3,
    gib: 1024 ** 3,
    gigabyte: 1024 ** 3,
    gibibyte: 1024 ** 3,
    tb: 1024 ** 4,
    tib: 1024 ** 4,
    terabyte: 1024 ** 4,
    tebibyte: 1024 ** 4,
    pb: 1024 ** 5,
    pib: 1024 ** 5,
    petabyte: 1024 ** 5,
    pebibyte: 1024 ** 5,
  },
  share: { '%': 1, percent: 1 },
};

function factorOf(unit: string): { dimension: string; factor: number } | undefined {
  const name = unit.toLowerCase();
  for (const [dimension, units] of Object.entries(dimensions)) {
    const factor = units[name] ?? (name.length > 2 ? units[name.replace(/s$/, '')] : undefined);
    if (factor !== undefined) return { dimension, factor };
  }
  return undefined;
}

const numberWords: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** "1,000 ms", "1.5MB", "five minutes", "5 min." → amount and unit as written. Undefined where it is no number. */
export function readNumber(typed: string): { amount: number; unit: string } | undefined {
  // Money is written before its number, a rate after it: "$12.50", "200/s".
  const plainly = typed
    .trim()
    .replace(/\.$/, '')
    .replace(/^(?:us)?\$\s*/i, '');
  const parts = /^([a-z]+|[-+]?[\d.,_ ]*\d)\s*([a-z%/][a-z%/ -]*)?$/i.exec(plainly);
  if (parts === null) return undefined;
  const [, digits = '', unit = ''] = parts;
  const word = numberWords[digits.toLowerCase()];
  const plain = digits.replace(/(?<=\d)[,_ ](?=\d{3}(?!\d))/g, '');
  const amount = word ?? (/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN);
  return Number.isFinite(amount) ? { amount, unit: unit.trim() } : undefined;
}

/**
 * Is a typed number the expected one? A missing unit is forgiven, a convertible one converted ("0.5 minutes" is
 * 30 seconds), one of another dimension is wrong; counting words ("messages") are not compared.
 */
export function isExpectedNumber(typed: string, expected: ExpectedNumber): boolean {
  const given = readNumber(typed);
  if (given === undefined) return false;
  const wanted = factorOf(expected.unit ?? '');
  const written = factorOf(given.unit);
  const rounding = Math.abs(expected.value) * 1e-9;
  const fits = (amount: number) => Math.abs(amount - expected.value) <= expected.tolerance + rounding;
  if (wanted === undefined || given.unit === '')
    return written === undefined || wanted !== undefined ? fits(given.amount) : false;
  if (written === undefined || written.dimension !== wanted.dimension) return false;
  const ratio = written.factor / wanted.factor;
  if (fits(given.amount * ratio)) return true;
  // Written in thousands: "0.4 MB" for 400 KB is what most people mean.
  const steps = Math.round(Math.log(ratio) / Math.log(1024));
  return wanted.dimension === 'size' && 1024 ** steps === ratio && fits(given.amount * 1000 ** steps);
}
