import type { InputProblem, InputSpec, SizeGroup } from './calculator.ts';
import { formatBytes, formatDuration, formatNumber } from './format.ts';
import {
  type Parsed,
  parseCount,
  parseDuration,
  parseMoney,
  parseRate,
  parseSize,
  parseThroughput,
} from './quantity.ts';

export type ReadInput =
  | { readonly ok: true; readonly value: unknown; readonly assumed?: string }
  | { readonly ok: false; readonly problem: InputProblem };

const EXPECTED: Readonly<Record<InputSpec['kind'], string>> = {
  size: 'a size with its unit',
  sizes: 'one or more sizes with their units',
  rate: 'a rate per second, minute, hour or day',
  throughput: 'an amount of data per second',
  duration: 'a time with its unit',
  count: 'a number',
  money: 'an amount in USD',
  choice: 'one of a few words',
  switch: 'yes or no',
  cidr: 'an address block in CIDR form',
  cidrs: 'address blocks in CIDR form, separated by commas',
  text: 'some text',
  'json-file': 'a file with JSON in it',
};

/** What an input wants, for help and for messages: "a size with its unit, for example 6KB". */
export function expectation(spec: InputSpec): string {
  const wanted = spec.kind === 'choice' ? `one of ${spec.choices.join(', ')}` : EXPECTED[spec.kind];
  return `${wanted}, for example ${spec.example}`;
}

/** Reads the text of one input. Used for flags and for answers to prompts alike. */
export function readInput(name: string, spec: InputSpec, text: string): ReadInput {
  const parsed = parse(spec, text.trim());
  if (!parsed.ok) {
    return {
      ok: false,
      problem: {
        input: name,
        message: `--${name}: "${shorten(text)}" ${parsed.reason}.`,
        hint: `Give ${expectation(spec)}.`,
      },
    };
  }
  if (parsed.assumed === undefined) return parsed;
  return { ...parsed, assumed: `--${name} ${text.trim()} has no unit and is taken as ${parsed.assumed}` };
}

function parse(spec: InputSpec, text: string): Parsed<unknown> {
  switch (spec.kind) {
    case 'size':
      return within(parseSize(text, spec.bare), spec, formatBytes);
    case 'sizes':
      return parseSizes(text, spec);
    case 'rate':
      return parseRate(text, spec.bare);
    case 'throughput':
      return parseThroughput(text, spec.bare);
    case 'duration':
      return within(parseDuration(text, spec.bare), spec, formatDuration);
    case 'count':
      return whole(within(parseCount(text), spec, formatNumber), spec.fraction === true);
    case 'money':
      return parseMoney(text);
    case 'choice':
      return parseChoice(text, spec.choices);
    case 'switch':
      return parseSwitch(text);
    case 'cidrs':
      return { ok: true, value: text.split(/[,\s]+/).filter((part) => part !== '') };
    case 'cidr':
    case 'text':
    case 'json-file':
      return text === '' ? { ok: false, reason: 'is empty' } : { ok: true, value: text };
  }
}

function within(
  parsed: Parsed<number>,
  limits: { readonly min?: number; readonly max?: number },
  format: (value: number) => string,
): Parsed<number> {
  if (!parsed.ok) return parsed;
  const { min, max } = limits;
  if (min !== undefined && parsed.value < min)
    return { ok: false, reason: `is below the minimum of ${format(min)}` };
  if (max !== undefined && parsed.value > max)
    return { ok: false, reason: `is above the maximum of ${format(max)}` };
  return parsed;
}

function whole(parsed: Parsed<number>, fraction: boolean): Parsed<number> {
  if (!parsed.ok || fraction || Number.isInteger(parsed.value)) return parsed;
  return { ok: false, reason: 'is not a whole number' };
}

/** `1.5KB,6.5KB` · `1.5KB + 6.5KB` · `100x1KB`. A comma inside 1,025B is a thousands separator. */
function parseSizes(
  text: string,
  spec: InputSpec & { readonly kind: 'sizes' },
): Parsed<readonly SizeGroup[]> {
  const groups: SizeGroup[] = [];
  let assumed: string | undefined;
  for (const part of text.split(/\s*(?:\+|;|,(?!\d{3}(?!\d)))\s*/)) {
    const match = /^(\d[\d,_]*)\s*(?:x|×|\*)\s*(.+)$/i.exec(part);
    const count =
      match === null ? ({ ok: true, value: 1 } as const) : whole(parseCount(match[1] ?? ''), false);
    const size = parseSize(match?.[2] ?? part, spec.bare);
    if (!count.ok) return count;
    if (!size.ok) return size;
    const checked = within(size, spec, formatBytes);
    if (!checked.ok) return checked;
    if (count.value < 1) return { ok: false, reason: 'has a count of 0' };
    if (size.assumed !== undefined) assumed = size.assumed;
    groups.push({ bytes: size.value, count: count.value });
  }
  return assumed === undefined ? { ok: true, value: groups } : { ok: true, value: groups, assumed };
}

function parseChoice(text: string, choices: readonly string[]): Parsed<string> {
  const wanted = plain(text);
  const begun = choices.filter((choice) => plain(choice).startsWith(wanted));
  // "put" is PutItem, since nothing else begins so; "batch" could be two things and is refused.
  const only = wanted !== '' && begun.length === 1 ? begun[0] : undefined;
  const found = choices.find((choice) => plain(choice) === wanted) ?? only;
  return found === undefined ? { ok: false, reason: 'is not a choice' } : { ok: true, value: found };
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

function parseSwitch(text: string): Parsed<boolean> {
  if (/^(true|yes|y|on|1|)$/i.test(text)) return { ok: true, value: true };
  if (/^(false|no|n|off|0)$/i.test(text)) return { ok: true, value: false };
  return { ok: false, reason: 'is neither yes nor no' };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
