import { answer, step, warn } from '../answer.ts';
import { defineTask, refuse } from '../calculator.ts';
import {
  type Block,
  blockText,
  contains,
  cover,
  groupDigits,
  maskedNote,
  overlaps,
  readBlock,
  SOURCES,
  size,
} from './block.ts';
import { compareTraps, pairSteps, peering, rangeText, relationText, supernetStep } from './compare-words.ts';
import { cidrInput } from './describe.ts';
import { merge, relation } from './relation.ts';

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
    const two = blocks.length === 2;
    return {
      answers: [
        answer('overlap', two ? 'Do they overlap?' : 'Do any two overlap?', overlapping.length > 0),
        answer(
          'relation',
          two ? 'How they lie' : 'The first two',
          relation(first, second),
          '',
          relationText(first, second),
        ),
        answer('contains', 'Does the first contain the second?', contains(first, second)),
        answer(
          'supernet',
          two ? 'One block that is exactly both' : 'One block that is exactly these',
          merged === undefined ? 'none' : blockText(merged),
        ),
        answer('cover', 'Smallest block around them', blockText(whole)),
      ],
      steps: [
        ...blocks.map((block) =>
          step(
            blockText(block),
            `${groupDigits(size(block))} ${size(block) === 1n ? 'address' : 'addresses'}`,
            rangeText(block),
          ),
        ),
        // Of more pairs than one the table says enough.
        ...pairSteps(first, second),
        supernetStep(blocks, merged, whole),
      ],
      findings: [...findings, ...peering(overlapping)],
      traps: compareTraps(blocks, merged, whole),
      sources: [SOURCES.vpcBlocks, SOURCES.peering],
      ...(two
        ? {}
        : {
            table: {
              columns: ['Block', 'Block', 'Relation'],
              rows: pairs.map(({ a, b, is }) => [blockText(a), blockText(b), is]),
            },
          }),
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
