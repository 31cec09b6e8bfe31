import { answer, note, step, warn, wrong } from '../answer.ts';
import { defineTask, type Finding, refuse } from '../calculator.ts';
import { formatNumber } from '../format.ts';
import {
  addressText,
  type Block,
  blockText,
  contains,
  isLegal,
  maskedNote,
  overlaps,
  parseBlock,
  readBlock,
  SOURCES,
  size,
} from './block.ts';
import { cidrInput } from './describe.ts';

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html: five by default, 50 on request. */
const BLOCKS_DEFAULT = 5;
const BLOCKS_MAX = 50;

const RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '198.19.0.0/16'];

/**
 * Which secondary IPv4 blocks a VPC takes: /16 to /28, no overlap, none from another private range than the primary
 * block, and neither 10.0.0.0/16 beside 10.0.0.0/15 nor 172.31.0.0/16 (of the default VPC) beside 172.16.0.0/12.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
function secondaryProblems(primary: Block, present: readonly Block[], added: Block): readonly string[] {
  const problems: string[] = [];
  const text = blockText(added);
  if (added.family !== 4) return [`${text} is no IPv4 block.`];
  if (!isLegal(added, 'vpc')) problems.push(`${text}: AWS takes /16 to /28.`);
  const clash = present.find((block) => overlaps(block, added));
  if (clash !== undefined) problems.push(`${text} overlaps ${blockText(clash)}.`);
  if (overlaps(sure('169.254.0.0/16'), added))
    problems.push(`${text} is link-local (169.254.0.0/16), which no VPC may use.`);
  const ranges = RANGES.map(sure);
  const home = ranges.find((range) => contains(range, primary));
  const foreign = ranges.find((range) => range !== home && overlaps(range, added));
  if (foreign !== undefined) {
    problems.push(
      `${text} belongs to the range ${blockText(foreign)}, which a VPC with the primary block ${blockText(primary)} may not use.`,
    );
  }
  if (clash !== undefined) return problems;
  const isTenLow = present.some((block) => overlaps(sure('10.0.0.0/15'), block));
  if (isTenLow && contains(sure('10.0.0.0/16'), added))
    problems.push(`${text} is in 10.0.0.0/16, which a VPC with a block in 10.0.0.0/15 may not add.`);
  if (home !== undefined && blockText(home) === '172.16.0.0/12' && overlaps(sure('172.31.0.0/16'), added))
    problems.push(
      `${text} is in 172.31.0.0/16 (default VPCs), which a VPC with a block in 172.16.0.0/12 may not add.`,
    );
  return problems;
}

export const secondary = defineTask({
  name: 'secondary',
  summary: 'whether a VPC takes more blocks',
  inputs: {
    cidr: cidrInput,
    secondary: {
      kind: 'cidrs',
      required: true,
      label: 'Secondary blocks',
      help: 'Blocks to add to the VPC, in this order.',
      example: '10.1.0.0/16,100.64.0.0/16',
    },
  },
  compute(inputs) {
    const primary = readBlock('cidr', inputs.cidr);
    if ('problems' in primary) return primary;
    if (primary.family !== 4 || !isLegal(primary, 'vpc')) {
      return refuse(
        'cidr',
        `--cidr: ${blockText(primary)} cannot be the IPv4 block of a VPC.`,
        'Give an IPv4 block from /16 to /28.',
      );
    }
    const present: Block[] = [primary];
    const findings: Finding[] = primary.masked ? [note(maskedNote(inputs.cidr, primary))] : [];
    const rows: (readonly string[])[] = [[blockText(primary), 'primary']];
    for (const text of inputs.secondary) {
      const block = readBlock('secondary', text);
      if ('problems' in block) return block;
      const problems = secondaryProblems(primary, present, block);
      findings.push(...problems.map(wrong));
      rows.push([blockText(block), problems.length === 0 ? 'added' : 'refused']);
      if (problems.length === 0) present.push(block);
    }
    if (present.length > BLOCKS_MAX) findings.push(wrong(`A VPC has ${BLOCKS_MAX} IPv4 blocks at most.`));
    else if (present.length > BLOCKS_DEFAULT)
      findings.push(
        warn(
          `A VPC has ${BLOCKS_DEFAULT} IPv4 blocks by default: these ${present.length} need a higher quota (up to ${BLOCKS_MAX}).`,
        ),
      );
    const total = present.reduce((sum, block) => sum + Number(size(block)), 0);
    const refused = rows.filter((row) => row[1] === 'refused').length;
    return {
      answers: [
        answer('allowed', 'All can be added', refused === 0),
        answer('blocks', 'Blocks of the VPC', present.map(blockText)),
        answer('total', 'Addresses', total),
        answer(
          'dns',
          'DNS server',
          addressText(4, primary.first + 2n),
          '',
          `${addressText(4, primary.first + 2n)} (primary block + 2), also 169.254.169.253`,
        ),
      ],
      steps: [
        step('addresses', present.map((block) => formatNumber(Number(size(block)))).join(' + '), total),
      ],
      findings,
      traps: [
        'A block cannot be resized: growth comes from secondary blocks, and the DNS server stays at the primary block + 2.',
      ],
      sources: [SOURCES.vpcBlocks, SOURCES.quotas],
      table: { columns: ['Block', 'State'], rows },
    };
  },
  examples: [
    {
      title: 'one that fits and one from another private range',
      inputs: { cidr: '10.2.0.0/16', secondary: '10.3.0.0/16,192.168.0.0/16' },
      expect: { allowed: false, blocks: ['10.2.0.0/16', '10.3.0.0/16'] },
    },
    {
      title: 'shared address space',
      inputs: { cidr: '172.31.0.0/16', secondary: '100.64.0.0/16' },
      expect: { allowed: true, total: 131072, dns: '172.31.0.2' },
    },
  ],
});

/** For blocks written in this file. */
function sure(text: string): Block {
  const block = parseBlock(text);
  if ('problem' in block) throw new Error(`${text} ${block.problem}`);
  return block;
}
