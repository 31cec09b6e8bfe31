import { answer, step, warn } from '../answer.ts';
import { defineTask, refuse } from '../calculator.ts';
import {
  type Block,
  blockText,
  contains,
  cover,
  maskedNote,
  overlaps,
  readBlock,
  SOURCES,
  size,
} from './block.ts';
import { cidrInput } from './describe.ts';

export type Relation = 'equal' | 'contains' | 'inside' | 'adjacent' | 'apart';

/** Blocks are equal, one inside the other, or disjoint: two CIDR blocks never overlap in part. */
export function relation(a: Block, b: Block): Relation {
  if (a.family !== b.family) return 'apart';
  if (a.first === b.first && a.last === b.last) return 'equal';
  if (contains(a, b)) return 'contains';
  if (contains(b, a)) return 'inside';
  return a.last + 1n === b.first || b.last + 1n === a.first ? 'adjacent' : 'apart';
}

/** The one block that is exactly these together, if there is one. */
export function merge(blocks: readonly [Block, ...Block[]]): Block | undefined {
  const whole = cover(blocks);
  const inOrder = [...blocks].sort((a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : b.last > a.last ? 1 : -1,
  );
  let at = whole.first;
  for (const block of inOrder) {
    if (block.first > at) return undefined;
    if (block.last >= at) at = block.last + 1n;
  }
  return at === whole.last + 1n ? whole : undefined;
}

export const compare = defineTask({
  name: 'compare',
  summary: 'overlap, containment and the common supernet of two or more blocks',
  inputs: {
    cidr: cidrInput,
    other: {
      kind: 'cidrs',
      required: true,
      label: 'Other blocks',
      help: 'One or more blocks or addresses to compare with.',
      example: '10.0.128.0/17',
    },
  },
  compute(inputs) {
    const first = readBlock('cidr', inputs.cidr, false);
    if ('problems' in first) return first;
    const blocks: [Block, ...Block[]] = [first];
    const findings = first.masked ? [warn(maskedNote(inputs.cidr, first))] : [];
    for (const text of inputs.other) {
      const block = readBlock('other', text, false);
      if ('problems' in block) return block;
      if (block.family !== first.family)
        return refuse(
          'other',
          `--other: ${text} is not of the same IP version as ${inputs.cidr}.`,
          'Compare IPv4 with IPv4 and IPv6 with IPv6.',
        );
      if (block.masked) findings.push(warn(maskedNote(text, block)));
      blocks.push(block);
    }
    const second = blocks[1];
    if (second === undefined)
      return refuse('other', '--other is empty.', 'Give a block such as 10.0.128.0/17.');
    const pairs = blocks.flatMap((a, index) =>
      blocks.slice(index + 1).map((b) => ({ a, b, is: relation(a, b) })),
    );
    const overlapping = pairs.filter(({ a, b }) => overlaps(a, b));
    const merged = merge(blocks);
    const whole = cover(blocks);
    return {
      answers: [
        answer('overlap', blocks.length === 2 ? 'They overlap' : 'Any two overlap', overlapping.length > 0),
        answer('relation', `${blockText(first)} and ${blockText(second)}`, relation(first, second)),
        answer('contains', `${blockText(first)} contains ${blockText(second)}`, contains(first, second)),
        answer('supernet', 'Together they are the block', merged === undefined ? 'none' : blockText(merged)),
        answer('cover', 'Smallest block over all', blockText(whole)),
      ],
      steps: [
        ...blocks.map((block) => step(blockText(block), 'first … last address', rangeText(block))),
        step('overlap', 'a.first ≤ b.last and b.first ≤ a.last', overlapping.length > 0 ? 'yes' : 'no'),
        step(
          'common supernet',
          'no gap, and the lower block begins where the larger one does',
          merged === undefined ? 'no' : blockText(merged),
        ),
      ],
      findings:
        overlapping.length > 0
          ? [
              ...findings,
              warn(
                'VPCs with overlapping blocks cannot be peered, nor routed through one transit gateway without translation.',
              ),
            ]
          : findings,
      traps: traps(blocks, merged, whole),
      sources: [SOURCES.vpcBlocks, SOURCES.peering],
      ...(blocks.length > 2
        ? {
            table: {
              columns: ['Block', 'Block', 'Relation'],
              rows: pairs.map(({ a, b, is }) => [blockText(a), blockText(b), is]),
            },
          }
        : {}),
    };
  },
  examples: [
    {
      title: 'a block inside another',
      inputs: { cidr: '10.0.0.0/16', other: '10.0.128.0/17' },
      expect: { overlap: true, relation: 'contains', contains: true },
    },
    {
      title: 'adjacent, but not aligned',
      inputs: { cidr: '10.0.1.0/24', other: '10.0.2.0/24' },
      expect: { overlap: false, relation: 'adjacent', supernet: 'none', cover: '10.0.0.0/22' },
    },
    {
      title: 'two halves',
      inputs: { cidr: '10.0.2.0/24', other: '10.0.3.0/24' },
      expect: { supernet: '10.0.2.0/23' },
    },
    {
      title: 'an address',
      inputs: { cidr: '10.0.0.0/20', other: '10.0.16.1' },
      expect: { contains: false, relation: 'apart' },
    },
  ],
});

function rangeText(block: Block): string {
  const [from] = blockText({ ...block, prefix: 0 }).split('/');
  const [to] = blockText({ ...block, first: block.last, prefix: 0 }).split('/');
  return `${from} … ${to}`;
}

function traps(blocks: readonly Block[], merged: Block | undefined, whole: Block): readonly string[] {
  const [a, b] = blocks;
  if (a === undefined || b === undefined || merged !== undefined || blocks.length !== 2) return [];
  if (relation(a, b) !== 'adjacent') return [];
  const why =
    size(a) === size(b)
      ? 'the lower one does not begin at a multiple of the doubled size'
      : 'they differ in size';
  return [
    `Adjacent alone is not enough for a supernet: ${why}; ${blockText(whole)} would take in foreign addresses.`,
  ];
}
