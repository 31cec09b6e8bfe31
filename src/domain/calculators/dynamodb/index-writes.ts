import { step } from '../answer.ts';
import type { SizeGroup, Step } from '../calculator.ts';
import { formatBytes, formatNumber, plural } from '../format.ts';
import { writeBlocks } from './units.ts';

type IndexChange = 'new' | 'removed' | 'projected' | 'key' | 'none';

export interface SecondaryIndexes {
  readonly count: number;
  readonly type: 'gsi' | 'lsi';
  readonly change: IndexChange;
  /** Undefined: projection ALL, the entry is as large as the item. */
  readonly projectedBytes: number | undefined;
}

const WRITES: Readonly<Record<IndexChange, number>> = { new: 1, removed: 1, projected: 1, key: 2, none: 0 };

const WHY: Readonly<Record<IndexChange, string>> = {
  new: 'a new entry is put',
  removed: 'the entry is deleted',
  projected: 'the entry is put again',
  key: 'the index key changes: delete the old entry, put the new one',
  none: 'nothing projected changes',
};

/** The entries that items have in an index. */
export function indexEntries(
  { projectedBytes }: SecondaryIndexes,
  items: readonly SizeGroup[],
): readonly SizeGroup[] {
  return items.map(({ bytes, count }) => ({ bytes: projectedBytes ?? bytes, count }));
}

/** Units of all indexes for entries of which each takes so many blocks. */
export function indexUnits(
  { count, change }: SecondaryIndexes,
  entries: readonly SizeGroup[],
  blocksOf: (bytes: number) => number = writeBlocks,
): number {
  return count * WRITES[change] * sumOf(entries, blocksOf);
}

const sumOf = (groups: readonly SizeGroup[], blocksOf: (bytes: number) => number) =>
  groups.reduce((sum, { bytes, count }) => sum + count * blocksOf(bytes), 0);

/**
 * What one write of the table adds in its indexes: one write of the projected size where an entry appears,
 * disappears or changes, two where the index key changes, none where nothing projected changes.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes
 */
export function indexWrites(
  indexes: SecondaryIndexes,
  items: readonly SizeGroup[],
  unit: string,
): { readonly units: number; readonly steps: readonly Step[]; readonly traps: readonly string[] } {
  if (indexes.count === 0) return { units: 0, steps: [], traps: [] };
  const writes = WRITES[indexes.change];
  const entries = indexEntries(indexes, items);
  const blocks = sumOf(entries, writeBlocks);
  const units = indexUnits(indexes, entries);
  const name = indexes.type.toUpperCase();
  const size = indexes.projectedBytes === undefined ? 'the whole item' : formatBytes(indexes.projectedBytes);
  const steps = [
    step(
      `${plural(indexes.count, name)}, ${WHY[indexes.change]}`,
      `${formatNumber(indexes.count)} × ${plural(writes, 'write')} × ${plural(blocks, 'block')} (${size})`,
      `${formatNumber(units)} ${unit}`,
    ),
  ];
  const traps =
    indexes.change === 'key'
      ? [
          `One write for a changed index key gives ${formatNumber(units / 2)} ${unit} for the ${name}s instead of ${formatNumber(units)}: the entry moves, which is a delete and a put.`,
        ]
      : [];
  return { units, steps, traps };
}
