import { type Block, contains, cover } from './block.ts';

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
