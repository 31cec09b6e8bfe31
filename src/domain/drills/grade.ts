import { parseBlock } from '../calculators/cidr/block.ts';
import { formatNumber } from '../calculators/format.ts';
import { parseDuration, parseMoney, parseNumber, parseSize } from '../calculators/quantity.ts';
import type { Drill, Expected } from './drill.ts';

export interface DrillGrade {
  readonly correct: boolean;
  /** False where the text is no such answer at all (a word for a number, a unit of something else). */
  readonly understood: boolean;
  /** Why it was not understood, or the misconception that leads to exactly this number. */
  readonly sentence?: string;
}

type Read =
  | { readonly ok: true; readonly value: number | string }
  | { readonly ok: false; readonly reason: string };

/** Grades what was typed. Units are forgiven where there are none and converted where there are: 3 min is 180 s. */
export function gradeDrill(drill: Drill, typed: string): DrillGrade {
  const { expected } = drill;
  const read = readAnswer(expected, typed.trim());
  if (!read.ok) return { correct: false, understood: false, sentence: read.reason };
  if (isSame(expected, expected.value, read.value)) return { correct: true, understood: true };
  const trap = drill.traps.find((each) => isSame(expected, each.value, read.value));
  return trap === undefined
    ? { correct: false, understood: true }
    : { correct: false, understood: true, sentence: trap.sentence };
}

function readAnswer(expected: Expected, text: string): Read {
  if (text === '') return { ok: false, reason: 'Nothing was typed.' };
  switch (expected.kind) {
    case 'number':
      return readNumber(text, expected.units);
    case 'seconds':
      return reasoned(parseDuration(text, 's'), 'a time such as 180 s or 3 min');
    case 'bytes':
      return reasoned(parseSize(text, expected.bare), 'a size such as 16 MiB');
    case 'usd':
      return reasoned(parseMoney(text), 'an amount such as $12.50');
    case 'prefix':
      return readPrefix(text);
    case 'block':
      return readBlock(text);
    case 'word':
      return readWord(text, expected);
  }
}

function reasoned(parsed: ReturnType<typeof parseMoney>, wanted: string): Read {
  return parsed.ok ? parsed : { ok: false, reason: `The answer ${parsed.reason}; expected was ${wanted}.` };
}

function readNumber(text: string, units: readonly string[]): Read {
  const parsed = parseNumber(text.replace(/^(?:~|=|≈|ca\.?)\s*/, ''));
  if (!parsed.ok) return { ok: false, reason: `The answer ${parsed.reason}; expected was a number.` };
  const { number, rest } = parsed.value;
  const scaled = /^(k|K|M)(?![A-Za-z])\s*(.*)$/.exec(rest);
  const factor = scaled === null ? 1 : scaled[1] === 'M' ? 1_000_000 : 1000;
  const word = plain(scaled?.[2] ?? rest);
  if (word !== '' && !units.some((unit) => plain(unit) === word)) {
    return {
      ok: false,
      reason: `"${rest}" is not the unit asked for${units[0] === undefined ? '' : ` (${units[0]})`}.`,
    };
  }
  return { ok: true, value: number * factor };
}

/** `/24`, `24` and 255.255.255.0 are the same prefix. */
function readPrefix(text: string): Read {
  const match = /^(?:a\s+)?\/?\s*(\d{1,3})$/i.exec(text);
  if (match !== null) return { ok: true, value: Number(match[1]) };
  const mask = parseBlock(text);
  if (!('problem' in mask) && mask.family === 4 && mask.prefix === 32) {
    const bits = mask.first.toString(2).padStart(32, '0');
    if (/^1*0*$/.test(bits)) return { ok: true, value: bits.replace(/0/g, '').length };
  }
  return { ok: false, reason: 'Expected was a prefix length such as /24.' };
}

function readBlock(text: string): Read {
  if (/^(none|no|nothing|-)$/i.test(text)) return { ok: true, value: 'none' };
  const block = parseBlock(text);
  if ('problem' in block) return { ok: false, reason: `The answer ${block.problem}.` };
  if (block.masked) return { ok: false, reason: 'The block has host bits set.' };
  return { ok: true, value: blockKey(text) };
}

function readWord(text: string, expected: Expected & { readonly kind: 'word' }): Read {
  const word = plain(text);
  const yes = ['y', 'yes', 'true', 'ja', 'ok'];
  const no = ['n', 'no', 'false', 'nein'];
  const meant = yes.includes(word) ? 'yes' : no.includes(word) ? 'no' : word;
  if (expected.value === 'yes' || expected.value === 'no') {
    return meant === 'yes' || meant === 'no'
      ? { ok: true, value: meant }
      : { ok: false, reason: 'Expected was yes or no.' };
  }
  const accepted = [expected.value, ...expected.accepted].some((each) => plain(each) === word);
  return { ok: true, value: accepted ? expected.value : word };
}

/** Money to a cent, other numbers to half a unit of the last place that a person would write. */
function isSame(expected: Expected, right: number | string, given: number | string): boolean {
  // What was typed is a key already.
  if (expected.kind === 'block') return blockKey(String(right)) === given;
  if (typeof right === 'string' || typeof given === 'string') return right === given;
  const difference = Math.abs(right - given);
  if (expected.kind === 'usd') return difference < 0.0051 + right * 1e-6;
  if (expected.kind === 'prefix') return difference === 0;
  // 48.83 GiB for 48.828125: a size is right to a thousandth.
  if (expected.kind === 'bytes') return difference <= right * 1e-3;
  // What the program itself would print for the number must count as the number.
  return (
    difference <= 1e-9 * Math.max(1, Math.abs(right)) || formatNumber(right, 2) === formatNumber(given, 2)
  );
}

/** An address and its /32 are one, and so are two spellings of an IPv6 block. */
function blockKey(text: string): string {
  const block = parseBlock(text);
  return 'problem' in block ? text : `${block.family}:${block.first}/${block.prefix}`;
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s.]+/g, '')
    .replace(/persecond$|\/sec$/, '/s');
}
