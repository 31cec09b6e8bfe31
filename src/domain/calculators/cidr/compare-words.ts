import { step, warn } from '../answer.ts';
import type { Finding, Step } from '../calculator.ts';
import { addressText, type Block, blockText, contains, groupDigits, overlaps, size } from './block.ts';
import { relation } from './relation.ts';

/** How two blocks lie to each other, in words. */
export function relationText(a: Block, b: Block): string {
  const [one, other] = [blockText(a), blockText(b)];
  switch (relation(a, b)) {
    case 'equal':
      return `${one} and ${other} are the same block`;
    case 'contains':
      return `${one} contains ${other}`;
    case 'inside':
      return `${one} lies inside ${other}`;
    case 'adjacent':
      return 'next to each other, with no address in common';
    case 'apart':
      return 'apart, with other addresses between them';
  }
}

const firstOf = (block: Block) => addressText(block.family, block.first);
const lastOf = (block: Block) => addressText(block.family, block.last);
export const rangeText = (block: Block) => `${firstOf(block)} to ${lastOf(block)}`;
const yes = (is: boolean) => (is ? 'yes' : 'no');

/** Both tests with the addresses put in: each begins before the other ends; the second begins and ends in the first. */
export function pairSteps(a: Block, b: Block): readonly Step[] {
  return [
    step('overlap', `${firstOf(a)} ≤ ${lastOf(b)} and ${firstOf(b)} ≤ ${lastOf(a)}`, yes(overlaps(a, b))),
    step('containment', `${firstOf(b)} ≥ ${firstOf(a)} and ${lastOf(b)} ≤ ${lastOf(a)}`, yes(contains(a, b))),
  ];
}

export function supernetStep(blocks: readonly Block[], merged: Block | undefined, whole: Block): Step {
  const apart = blocks.every((a, index) => blocks.slice(index + 1).every((b) => !overlaps(a, b)));
  const sizes = blocks.map(size);
  const sum = `${sizes.map(groupDigits).join(' + ')} = ${groupDigits(sizes.reduce((all, each) => all + each))} addresses`;
  const around = `${blockText(whole)} around them has ${groupDigits(size(whole))}`;
  const expression = apart
    ? `${sum}; ${around}`
    : `${blockText(whole)} ${merged === undefined ? 'has others too' : 'is all of them and no more'}`;
  return step('supernet', expression, merged === undefined ? 'none' : blockText(merged));
}

/** A subnet inside its VPC overlaps too, and so does an address: only two VPCs are in trouble. */
export function peering(
  overlapping: readonly { readonly a: Block; readonly b: Block }[],
): readonly Finding[] {
  const bits = { 4: 32, 6: 128 } as const;
  const isNetwork = (block: Block) => block.prefix < bits[block.family];
  return overlapping.some(({ a, b }) => isNetwork(a) && isNetwork(b))
    ? [
        warn(
          'Two VPCs with these blocks could not be peered, nor routed through one transit gateway without translation. A subnet inside its VPC is fine.',
        ),
      ]
    : [];
}

export function compareTraps(
  blocks: readonly Block[],
  merged: Block | undefined,
  whole: Block,
): readonly string[] {
  const [a, b] = blocks;
  if (a === undefined || b === undefined || blocks.length !== 2) return [];
  const is = relation(a, b);
  if (is === 'contains' || is === 'inside') {
    const [outer, inner] = is === 'contains' ? [a, b] : [b, a];
    return outer.first === inner.first
      ? [
          'The same first address with another prefix is not another network: the longer prefix is a part of it.',
        ]
      : [
          `${firstOf(inner)} looks like another network than ${firstOf(outer)}, but a /${outer.prefix} goes on to ${lastOf(outer)}.`,
        ];
  }
  if (is === 'apart')
    return [`${blockText(whole)} would hold both, but it takes in addresses that belong to neither.`];
  if (is !== 'adjacent' || merged !== undefined) return [];
  const lower = a.first < b.first ? a : b;
  const why =
    size(a) === size(b)
      ? `a /${a.prefix - 1} cannot begin at ${firstOf(lower)}, which is no multiple of its ${groupDigits(size(a) * 2n)} addresses`
      : 'they differ in size';
  return [
    `Adjacent alone is not enough for a supernet: ${why}; ${blockText(whole)} would take in foreign addresses.`,
  ];
}
