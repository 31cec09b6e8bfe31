import type { DrillId } from '../../../src/domain/drills/ids.ts';

/**
 * The right answer worked out from the words of the question alone, with formulas of its own: what a learner with
 * a pocket calculator would do. Nothing here touches the calculators.
 */
export type Oracle = (question: string) => number | string;

const KB = 1024;
const units = (size: number, block: number) => Math.ceil(size / block);

function numbers(text: string): readonly number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([match]) =>
    Number(match.replace(/,(?=\d{3})/g, '').replace(/,$/, '')),
  );
}

function sizes(text: string): readonly number[] {
  return [...text.matchAll(/([\d,]+(?:\.\d+)?) (KB|bytes)/g)].map(
    ([, number = '', unit]) => Number(number.replace(/,/g, '')) * (unit === 'KB' ? KB : 1),
  );
}

function grab(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern} is not in "${text}"`);
  return Number(found.replace(/,/g, ''));
}

function perSecond(text: string): readonly [number, number] {
  return [grab(text, /makes ([\d,]+) /), text.includes('per minute') ? 60 : 1];
}

/** In whole halves of a unit, so that nothing is lost before the last rounding. */
function load(text: string, halfUnits: number): number {
  const [amount, seconds] = perSecond(text);
  return Math.ceil((amount * halfUnits) / (2 * seconds));
}

const one = (text: string) => sizes(text)[0] ?? Number.NaN;
const factor = (text: string) => (text.includes('with strong') ? 1 : 0.5);

function address(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

function blocks(
  text: string,
): readonly { readonly first: number; readonly size: number; readonly prefix: number }[] {
  return [...text.matchAll(/(\d+\.\d+\.\d+\.\d+)\/(\d+)/g)].map(([, first = '', prefix]) => ({
    first: address(first),
    size: 2 ** (32 - Number(prefix)),
    prefix: Number(prefix),
  }));
}

function firstBlock(text: string) {
  const [block] = blocks(text);
  if (block === undefined) throw new Error(`no block in "${text}"`);
  return block;
}

export const oracles: Readonly<Record<DrillId, Oracle>> = {
  'dynamodb-rcu-strong': (text) => load(text, 2 * units(one(text), 4 * KB)),
  'dynamodb-rcu-eventual': (text) => load(text, units(one(text), 4 * KB)),
  'dynamodb-rcu-transactional': (text) => load(text, 4 * units(one(text), 4 * KB)),
  'dynamodb-query': (text) => units(grab(text, /evaluates (\d+)/) * one(text), 4 * KB) * factor(text),
  'dynamodb-batch-get': (text) =>
    sizes(text).reduce((sum, size) => sum + units(size, 4 * KB), 0) * factor(text),
  'dynamodb-wcu': (text) => load(text, 2 * units(one(text), KB)),
  'dynamodb-wcu-transactional': (text) => load(text, 4 * units(one(text), KB)),
  'dynamodb-update': (text) =>
    Math.max(
      ...sizes(text)
        .slice(1)
        .map((size) => units(size, KB)),
    ),
  'dynamodb-gsi-key': (text) => {
    const indexes = text.includes('one GSI') ? 1 : grab(text, /of (\d) GSIs/);
    const [item = 0, entry = 0] = sizes(text);
    return units(item, KB) + indexes * units(entry, KB) * (text.includes('partition key') ? 2 : 1);
  },
  'cidr-usable': (text) => firstBlock(text).size - 5,
  'cidr-last': (text) => {
    const { first, size } = firstBlock(text);
    return dotted(text.includes('the first') ? first + 4 : first + size - 2);
  },
  'cidr-smallest': (text) => {
    const hosts = grab(text, /for ([\d,]+) instances/);
    for (let prefix = 28; ; prefix -= 1) if (2 ** (32 - prefix) - 5 >= hosts) return prefix;
  },
  'cidr-split': (text) => {
    const tiers = text.includes('one tier') ? 1 : grab(text, /(\d) tiers/);
    const needed = tiers * grab(text, /of (\d) Avail/);
    const { prefix } = firstBlock(text);
    let bits = 0;
    while (2 ** bits < needed) bits += 1;
    return text.includes('Which prefix') ? prefix + bits : 2 ** (32 - prefix - bits) - 5;
  },
  'cidr-overlap': (text) => {
    const [a, b] = blocks(text);
    if (a === undefined || b === undefined) throw new Error('two blocks');
    return a.first < b.first + b.size && b.first < a.first + a.size ? 'yes' : 'no';
  },
  'cidr-supernet': (text) => {
    const { first, size, prefix } = firstBlock(text);
    return first % (2 * size) === 0 ? `${dotted(first)}/${prefix - 1}` : 'none';
  },
  'sqs-lambda-visibility': (text) => {
    const [timeout = 0, window = 0] = numbers(text);
    return 6 * timeout + window;
  },
  'sqs-extend': (text) => {
    if (text.includes('largest')) return 12 * 3600 - 3600 * (numbers(text)[0] ?? 0);
    const [, , at = 0, to = 0] = numbers(text);
    return at + to;
  },
  'sqs-dead-letter-age': (text) => {
    const [, kept = 0, age = 0] = numbers(text);
    return text.includes('A FIFO') ? kept : kept - age;
  },
  'sqs-dead-letter-earliest': (text) => numbers(text).reduce((product, each) => product * each, 1),
  'sqs-consumers': (text) => {
    const [rate = 0, milliseconds = 0] = numbers(text);
    return Math.ceil((rate * milliseconds) / 1000);
  },
  'kinesis-shards': (text) => {
    const [rate = 0, kilobytes = 0] = numbers(text);
    const consumers = text.includes('One consumer') ? 1 : grab(text, /(\d) consumers/);
    return Math.max(
      Math.ceil(rate / 1000),
      Math.ceil((rate * kilobytes) / 1024),
      Math.ceil((rate * kilobytes * consumers) / 2048),
    );
  },
  'kinesis-fan-out': (text) => {
    const [rate = 0, kilobytes = 0] = numbers(text);
    return Math.max(Math.ceil(rate / 1000), Math.ceil((rate * kilobytes) / 1024));
  },
  'lambda-concurrency': (text) => {
    const [rate = 0, milliseconds = 0] = numbers(text);
    return Math.ceil((rate * milliseconds) / 1000);
  },
  'lambda-max-rate': (text) => {
    const [environments = 0, milliseconds = 0] = numbers(text);
    return Math.min((environments * 1000) / milliseconds, environments * 10);
  },
  'lambda-cost': (text) => {
    const [millions = 0, megabytes = 0, milliseconds = 0] = numbers(text.replace('x86', ''));
    const gbSeconds = millions * 1000 * milliseconds * (megabytes / 1024);
    return Math.round((millions * 0.2 + gbSeconds * 0.0000166667) * 100) / 100;
  },
  'api-gateway-load': (text) => {
    const [limit = 0, burst = 0, offered = 0, seconds = 0] = numbers(text);
    return Math.min(offered * seconds, burst + limit * seconds);
  },
  'api-gateway-spike': (text) => {
    const [, burst = 0, arriving = 0] = numbers(text.replace('429', ''));
    return arriving - burst;
  },
  's3-multipart-parts': (text) => {
    const [size = 0, part = 1] = numbers(text);
    return Math.ceil((size * (text.includes(' GiB') ? 1024 : 1)) / part);
  },
  's3-multipart-largest': (text) => (numbers(text)[0] ?? 0) * 1024 ** 2 * 10_000,
  'ebs-gp2-baseline': (text) => Math.min(16_000, Math.max(100, 3 * grab(text, /of ([\d,]+) GiB/))),
  'ebs-gp2-burst': (text) => Math.round(5_400_000 / (3000 - 3 * grab(text, /of ([\d,]+) GiB/))),
  'ebs-gp3-ceiling': (text) => Math.min(80_000, Math.max(3000, 500 * grab(text, /of ([\d,]+) GiB/))),
};
