/**
 * Quantities as people write them: `6KB`, `1.5 MiB`, `200/s`, `12,000/min`, `30s`, `1h30m`, `50M`.
 *
 * A number without a unit takes the default unit of its input and says so (`assumed`); a unit that does not
 * belong to the quantity is refused with a reason, never guessed.
 */

/** A value in its base unit, or the reason why the text is not one. `assumed` names a unit that was not written. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly assumed?: string }
  | { readonly ok: false; readonly reason: string };

/** A rate with the unit it was written in, so that a multiplication can stay exact: 100/min × 3 is 5/s, not 5.0…1. */
export interface Rate {
  readonly perSecond: number;
  readonly amount: number;
  readonly unit: RateUnit;
}

export type RateUnit = 's' | 'min' | 'h' | 'd';
export type SizeUnit = 'B' | 'KB' | 'MB' | 'GB' | 'TB';
export type DurationUnit = 'ms' | 's' | 'min' | 'h' | 'd';

/** AWS means powers of two: 1 KB = 1,024 bytes (docs: DynamoDB capacity units, Kinesis shards, EBS volumes). */
export const BYTES: Readonly<Record<SizeUnit, number>> = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
};

const SECONDS: Readonly<Record<DurationUnit, number>> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
};

const NUMBER = /^\s*([+-]?)((?:\d{1,3}(?:[,_]\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)\s*(.*?)\s*$/s;

/** Splits `12,000 reads/min` into 12000 and `reads/min`. */
export function parseNumber(text: string): Parsed<{ readonly number: number; readonly rest: string }> {
  const match = NUMBER.exec(text);
  if (match === null)
    return { ok: false, reason: text.trim() === '' ? 'is empty' : 'does not start with a number' };
  if (match[1] === '-') return { ok: false, reason: 'is negative' };
  const number = Number((match[2] ?? '').replace(/[,_]/g, ''));
  if (!Number.isFinite(number)) return { ok: false, reason: 'is not a finite number' };
  const rest = match[3] ?? '';
  if (/^[.,_]\d/.test(rest)) {
    return { ok: false, reason: 'has a number that cannot be read (the decimal sign is a point)' };
  }
  return { ok: true, value: { number, rest } };
}

/** Bytes. KB, KiB and kb are 1,024 bytes, and so is a lone K, which says so; Kb, Mb and Gb (bits) are refused. */
export function parseSize(text: string, bare: SizeUnit = 'B'): Parsed<number> {
  const parsed = parseNumber(text);
  if (!parsed.ok) return parsed;
  const { number, rest } = parsed.value;
  if (rest === '') return { ok: true, value: number * BYTES[bare], assumed: bare };
  const unit = sizeUnit(rest);
  if (unit === undefined)
    return {
      ok: false,
      reason: wrongUnit(rest, 'a size', isBits(rest) ? ' (bits)' : ' (B, KB, MB, GB or TB)'),
    };
  const value = number * BYTES[unit];
  return rest.length === 1 && unit !== 'B' ? { ok: true, value, assumed: unit } : { ok: true, value };
}

/** Whether a size is written with a unit that others take for a power of ten: KB, but not KiB. */
export function looksDecimal(text: string): boolean {
  return /[kmgt]b\b|(?:kilo|mega|giga|tera)byte/i.test(text);
}

function sizeUnit(word: string): SizeUnit | undefined {
  if (/^(b|bytes?)$/i.test(word)) return 'B';
  const long = /^(k|m|g|t)(?:ilo|ega|iga|era|ibi|ebi)bytes?$/i.exec(word);
  if (long !== null) return `${(long[1] ?? '').toUpperCase()}B` as SizeUnit;
  const match = /^([kKMGTmgt])(?:i?B|ib|b)?$/.exec(word);
  if (match === null || isBits(word)) return undefined;
  const letter = (match[1] ?? '').toUpperCase();
  // A lone lower-case m, g or t is minutes, grams or a slip of the finger.
  if (/^[mgt]$/.test(word)) return undefined;
  return `${letter}B` as SizeUnit;
}

function isBits(word: string): boolean {
  return /^[KMGT]i?b$/.test(word) || /bits?$/i.test(word) || /bps$/i.test(word);
}

const PER: ReadonlyMap<string, RateUnit> = new Map([
  ...(['s', 'sec', 'second', 'seconds'] as const).map((word) => [word, 's'] as const),
  ...(['min', 'minute', 'minutes'] as const).map((word) => [word, 'min'] as const),
  ...(['h', 'hr', 'hour', 'hours'] as const).map((word) => [word, 'h'] as const),
  ...(['d', 'day', 'days'] as const).map((word) => [word, 'd'] as const),
]);

const NOUN =
  '(?:reads?|writes?|gets?|puts?|updates?|deletes?|quer(?:y|ies)|scans?|requests?|reqs?|records?|recs?|messages?|msgs?|items?|calls?|hits?|invocations?|events?|transactions?|operations?|ops)';
const RATE = new RegExp(`^(k|m|thousand|million)?\\s*${NOUN}?\\s*(?:/|per\\s|an?\\s)\\s*([a-z]+)$`, 'i');

/** Things per second: `200/s`, `12000/min`, `10 k reads per second`, `50 rps`. */
export function parseRate(text: string, bare: RateUnit = 's'): Parsed<Rate> {
  const parsed = parseNumber(text);
  if (!parsed.ok) return parsed;
  const { number, rest } = parsed.value;
  if (rest === '') return { ok: true, value: rate(number, bare), assumed: `/${bare}` };
  if (/^(rps|tps|qps)$/i.test(rest)) return { ok: true, value: rate(number, 's') };
  if (/^rpm$/i.test(rest)) return { ok: true, value: rate(number, 'min') };
  const match = RATE.exec(rest);
  const unit = PER.get(match?.[2]?.toLowerCase() ?? '');
  // A small m could be thousandths: only M is a million.
  if (match === null || unit === undefined || match[1] === 'm') {
    const hint = /\/m$/.test(rest) ? ' (a minute is /min)' : ' (per what? /s, /min, /h or /d)';
    return { ok: false, reason: wrongUnit(rest, 'a rate', hint) };
  }
  return { ok: true, value: rate(number * multiple(match[1]), unit) };
}

function rate(amount: number, unit: RateUnit): Rate {
  return { perSecond: amount / SECONDS[unit], amount, unit };
}

/** rate × n per second, divided last: exact where the division comes out even. */
export function timesRate(given: Rate, factor: number): number {
  return (given.amount * factor) / SECONDS[given.unit];
}

/** Bytes per second: `10 MB/s`, `600KB/min`. */
export function parseThroughput(text: string, bare: SizeUnit = 'MB'): Parsed<number> {
  const parsed = parseNumber(text);
  if (!parsed.ok) return parsed;
  const { number, rest } = parsed.value;
  if (rest === '') return { ok: true, value: number * BYTES[bare], assumed: `${bare}/s` };
  const match = /^([A-Za-z]+)\s*(?:\/|per\s)\s*([A-Za-z]+)$/.exec(rest);
  const size = sizeUnit(match?.[1] ?? '');
  const per = PER.get(match?.[2]?.toLowerCase() ?? '');
  if (size === undefined || per === undefined) {
    return {
      ok: false,
      reason: wrongUnit(
        rest,
        'a throughput',
        isBits(match?.[1] ?? rest) ? ' (bits)' : ' (a size per second)',
      ),
    };
  }
  return { ok: true, value: (number * BYTES[size]) / SECONDS[per] };
}

const DURATION_UNITS: ReadonlyMap<string, number> = new Map([
  ...['ms', 'millisecond', 'milliseconds'].map((word) => [word, 0.001] as const),
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((word) => [word, 1] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((word) => [word, 60] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((word) => [word, 3600] as const),
  ...['d', 'day', 'days'].map((word) => [word, 86_400] as const),
  ...['w', 'week', 'weeks'].map((word) => [word, 604_800] as const),
]);

/** Seconds: `30s`, `350ms`, `1h30m`, `4d`, `15 minutes`. */
export function parseDuration(text: string, bare: DurationUnit = 's'): Parsed<number> {
  let rest = text.trim();
  let seconds = 0;
  let smallest = Number.POSITIVE_INFINITY;
  do {
    const parsed = parseNumber(rest);
    if (!parsed.ok) return parsed;
    const { number, rest: after } = parsed.value;
    if (after === '' && smallest === Number.POSITIVE_INFINITY) {
      return { ok: true, value: number * SECONDS[bare], assumed: bare };
    }
    const match = /^([a-zA-Z]+)\s*(.*)$/s.exec(after);
    const word = match?.[1] ?? '';
    // A lone M is months or millions; 30S and 4 Days are plain.
    const unit = DURATION_UNITS.get(word === 'M' ? word : word.toLowerCase());
    // In 1h30m every unit must be smaller than the one before: 30m1h is a slip.
    if (unit === undefined || unit >= smallest) {
      return { ok: false, reason: wrongUnit(after, 'a time', ' (ms, s, min, h or d)') };
    }
    // 350 × 0.001 is not 0.35 in binary; 350 ÷ 1000 is.
    seconds += unit === 0.001 ? number / 1000 : number * unit;
    smallest = unit;
    rest = match?.[2] ?? '';
  } while (rest !== '');
  return { ok: true, value: seconds };
}

/** A plain number of things: `1,000`, `10k`, `50M`, `2 million`, and with the noun "host" `250 hosts`. */
export function parseCount(text: string, noun?: string): Parsed<number> {
  const parsed = parseNumber(text);
  if (!parsed.ok) return parsed;
  const { number, rest: words } = parsed.value;
  const rest = noun === undefined ? words : words.replace(new RegExp(`\\b${noun}s?$`, 'i'), '').trim();
  if (rest === '') return { ok: true, value: number };
  if (!/^(k|K|M|thousand|million|billion)$/.test(rest))
    return { ok: false, reason: wrongUnit(rest, 'a number') };
  return { ok: true, value: number * multiple(rest) };
}

/** US dollars: `$0.20`, `0.2 USD`. */
export function parseMoney(text: string): Parsed<number> {
  const parsed = parseNumber(text.replace(/^\s*(?:US)?\$\s*/, ''));
  if (!parsed.ok) return parsed;
  const { number, rest } = parsed.value;
  if (rest !== '' && !/^(usd|us\$|\$|dollars?)$/i.test(rest))
    return { ok: false, reason: wrongUnit(rest, 'an amount in USD') };
  return { ok: true, value: number };
}

function multiple(word: string | undefined): number {
  if (word === undefined) return 1;
  if (/^(?:k|thousand)$/i.test(word)) return 1000;
  return /^(?:M|million)$/i.test(word) ? 1_000_000 : 1_000_000_000;
}

function wrongUnit(word: string, quantity: string, more = ''): string {
  return `has the unit "${word}", which is not one of ${quantity}${more}`;
}
