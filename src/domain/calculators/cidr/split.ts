import { answer, note, step, warn } from '../answer.ts';
import { type Bar, defineTask } from '../calculator.ts';
import { formatNumber } from '../format.ts';
import {
  addressText,
  type Block,
  blockAt,
  blockText,
  countValue,
  groupDigits,
  maskedNote,
  readBlock,
  SOURCES,
  size,
  sizeOfPrefix,
  usableAddresses,
} from './block.ts';
import { cidrInput } from './describe.ts';
import { LISTED_MAX, newPrefix, tooMany } from './split-prefix.ts';

const DRAWN_MAX = 32;
/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const SUBNETS_DEFAULT = 200;

export const split = defineTask({
  name: 'split',
  summary: 'equal subnets, how many or how large',
  inputs: {
    cidr: cidrInput,
    into: {
      kind: 'count',
      min: 1,
      max: 65_536,
      noun: 'subnet',
      asked: true,
      label: 'How many',
      help: 'How many equal subnets are needed.',
      example: '6',
    },
    prefix: {
      kind: 'count',
      min: 0,
      max: 128,
      slash: true,
      label: 'New prefix',
      help: 'Prefix length of the subnets, instead of their number.',
      example: '24',
    },
  },
  compute(inputs) {
    const block = readBlock('cidr', inputs.cidr);
    if ('problems' in block) return block;
    const prefix = newPrefix(block, inputs.into, inputs.prefix);
    if (typeof prefix !== 'number') return prefix;
    const made = sizeOfPrefix(block.family, block.prefix) / sizeOfPrefix(block.family, prefix);
    if (made > BigInt(LISTED_MAX)) {
      return tooMany(block, prefix, made, inputs);
    }
    const needed = inputs.into ?? Number(made);
    const all = subnetsOf(block, prefix);
    const used = all.slice(0, needed);
    const spare = all.slice(needed);
    const usableEach = usableAddresses(block.family, prefix);
    const usableTotal = usableEach * BigInt(needed);
    const growth = prefix - block.prefix;
    const bar = drawBar(block, all, needed);
    return {
      answers: [
        answer('prefix', 'Prefix of each', prefix, '', `/${prefix}`),
        answer('usableEach', 'Usable addresses each', countValue(usableEach), '', groupDigits(usableEach)),
        answer('count', 'Subnets', used.length),
        answer('subnets', 'They are', used.map(blockText), '', shorten(used)),
        answer('spare', 'Left over', spare.map(blockText), '', spare.length === 0 ? 'none' : shorten(spare)),
        answer(
          'usableTotal',
          'Usable addresses in all',
          countValue(usableTotal),
          '',
          groupDigits(usableTotal),
        ),
        ...(spare.length === 0
          ? [
              answer(
                'lost',
                'Addresses lost to AWS',
                countValue(size(block) - usableTotal),
                '',
                groupDigits(size(block) - usableTotal),
              ),
            ]
          : []),
      ],
      steps: [
        ...(inputs.into === undefined
          ? []
          : [step('bits to add', bitsText(inputs.into, block, prefix), growth)]),
        step('new prefix', `/${block.prefix} + ${growth}`, `/${prefix}`),
        step(
          'subnets made',
          `2^${growth}`,
          `${groupDigits(made)}${spare.length > 0 ? `, ${formatNumber(spare.length)} left over` : ''}`,
        ),
        step('usable each', `2^(${block.family === 4 ? 32 : 128} − ${prefix}) − 5`, groupDigits(usableEach)),
      ],
      findings: [
        ...(block.masked ? [warn(maskedNote(inputs.cidr, block))] : []),
        ...(used.length > SUBNETS_DEFAULT
          ? [note('A VPC has 200 subnets by default: more need a higher quota.')]
          : []),
      ],
      traps: traps(block, prefix, inputs.into, made),
      sources: [SOURCES.subnetSizing, SOURCES.vpcBlocks],
      table: {
        columns: ['Subnet', 'First usable', 'Last usable', 'Usable'],
        rows: used
          .slice(0, DRAWN_MAX)
          .map((each) => [
            blockText(each),
            addressText(each.family, each.first + 4n),
            addressText(each.family, each.last - 1n),
            groupDigits(usableEach),
          ]),
      },
      ...(bar === undefined ? {} : { bar }),
    };
  },
  examples: [
    {
      title: 'three Availability Zones with two tiers',
      inputs: { cidr: '10.0.0.0/16', into: '6' },
      expect: { prefix: 19, usableEach: 8187, spare: ['10.0.192.0/19', '10.0.224.0/19'] },
    },
    {
      title: 'a /22 into /24',
      inputs: { cidr: '10.20.0.0/22', prefix: '24' },
      expect: { subnets: ['10.20.0.0/24', '10.20.1.0/24', '10.20.2.0/24', '10.20.3.0/24'] },
    },
    {
      title: 'as many subnets as AWS allows',
      inputs: { task: 'split', cidr: '10.0.0.0/24' },
      expect: { count: 16, prefix: 28, usableTotal: 176, lost: 80 },
    },
    {
      title: 'the IPv6 block of a VPC into /64',
      inputs: { cidr: '2001:db8:0:ab00::/56', prefix: '64' },
      expect: { count: 256 },
    },
  ],
});

/** How many bits make so many; those of IPv6 subnets come four at a time. */
function bitsText(into: number, block: Block, prefix: number): string {
  const bits = `ceil(log2 ${formatNumber(into)})`;
  return Math.ceil(Math.log2(into)) === prefix - block.prefix
    ? bits
    : `ceil((${block.prefix} + ${bits}) ÷ 4) × 4 − ${block.prefix}`;
}

export function subnetsOf(block: Block, prefix: number): readonly Block[] {
  const step = sizeOfPrefix(block.family, prefix);
  const made: Block[] = [];
  for (let first = block.first; first <= block.last; first += step)
    made.push(blockAt(block.family, first, prefix));
  return made;
}

function shorten(blocks: readonly Block[]): string {
  const texts = blocks.slice(0, 8).map(blockText).join(', ');
  return blocks.length > 8 ? `${texts} … ${blockText(blocks.at(-1) as Block)}` : texts;
}

function drawBar(block: Block, all: readonly Block[], used: number): Bar | undefined {
  if (all.length > DRAWN_MAX) return undefined;
  const segments = all.map((each, index) => ({
    label: index < used ? blockText(each) : `free ${blockText(each)}`,
    share: 1 / all.length,
  }));
  return { label: blockText(block), segments };
}

function traps(block: Block, prefix: number, into: number | undefined, made: bigint): readonly string[] {
  const found: string[] = [];
  if (into !== undefined && BigInt(into) < made) {
    found.push(
      `${formatNumber(into)} is no power of two: the split makes ${groupDigits(made)}, and ${made - BigInt(into) === 1n ? '1 is' : `${groupDigits(made - BigInt(into))} are`} left over.`,
    );
  }
  if (into !== undefined && into > 2) {
    const added = block.prefix + into;
    const longest = block.family === 4 ? 32 : 128;
    if (added <= longest && added !== prefix)
      found.push(`Adding the number of subnets to the prefix gives /${added}: n more bits make 2^n of them.`);
  }
  if (block.family === 4 && prefix > block.prefix) {
    const subnets = BigInt(into ?? made);
    found.push(
      `Every subnet loses five addresses of its own, ${groupDigits(subnets * 5n)} in all, not five once; subtracting two leaves ${groupDigits(sizeOfPrefix(4, prefix) - 2n)} each.`,
    );
  }
  return found;
}
