import type { SizeGroup } from '../calculator.ts';
import { BYTES } from '../quantity.ts';
import { countItems, totalBytes } from './capacity-inputs.ts';
import { indexEntries, indexUnits } from './index-writes.ts';
import type { Load } from './load.ts';
import { type Mistake, numberTraps } from './number-traps.ts';
import { READ_BLOCK_BYTES, writeBlocks } from './units.ts';
import type { Write } from './write-capacity.ts';

/** What write units would be by the usual mistakes, for these numbers. */
export function writeTraps(
  write: Write,
  charged: readonly SizeGroup[],
  tableUnits: number,
  ofIndexes: number,
  load: Load,
  capacityOf: (tableUnits: number, ofIndexes: number) => number,
): readonly string[] {
  const { indexes } = write;
  const factor = write.operation === 'TransactWriteItems' ? 2 : 1;
  const mistake = (table: number, inIndexes: number, sentence: Mistake['sentence']): Mistake => ({
    units: table + inIndexes,
    capacity: capacityOf(table, inIndexes),
    sentence,
  });
  /** A mistake in rounding is made with the items and with their index entries alike. */
  const inBoth = (
    sentence: Mistake['sentence'],
    blocksOf: (bytes: number) => number,
    items = charged,
    together = (groups: readonly SizeGroup[]) => groups,
  ) =>
    mistake(
      together(items).reduce((all, { bytes, count }) => all + count * blocksOf(bytes), 0) * factor,
      ofIndexes > 0 ? indexUnits(indexes, together(indexEntries(indexes, items)), blocksOf) : 0,
      sentence,
    );
  const mistakes: (Mistake | undefined)[] = [
    ofIndexes > 0
      ? {
          units: tableUnits,
          capacity: load.capacity(tableUnits),
          sentence: (wrong) => `Counting the table alone gives ${wrong}: the indexes are written as well.`,
        }
      : undefined,
    countItems(charged) > 1
      ? inBoth(
          (wrong) => `Adding the sizes before rounding gives ${wrong}; each item is rounded up by itself.`,
          writeBlocks,
          charged,
          (groups) => [{ bytes: totalBytes(groups), count: 1 }],
        )
      : undefined,
    factor === 2
      ? mistake(
          charged.reduce((all, { bytes, count }) => all + count * writeBlocks(bytes * factor), 0),
          ofIndexes,
          (wrong) => `Doubling the size before rounding gives ${wrong}: round first, then double.`,
        )
      : undefined,
    write.oldBytes !== undefined
      ? inBoth(
          (wrong) => `Counting only the new size gives ${wrong}: the larger of old and new counts.`,
          writeBlocks,
          write.sizes,
        )
      : undefined,
    inBoth(
      (wrong) => `Without rounding it would be ${wrong}: each size goes up to whole KB first.`,
      (bytes) => bytes / BYTES.KB,
    ),
    inBoth(
      (wrong) => `Counting in steps of 4 KB gives ${wrong}: that is for reads, writes go in steps of 1 KB.`,
      (bytes) => Math.ceil(bytes / READ_BLOCK_BYTES),
    ),
  ];
  const shown = capacityOf(tableUnits, ofIndexes);
  return [
    ...(write.missing
      ? ['A delete that finds nothing is not free: it counts as one of the smallest item.']
      : []),
    ...(write.conditionFails ? ['A write whose condition fails is not free.'] : []),
    ...(write.operation === 'UpdateItem'
      ? ['An update is charged by the whole item, not by the attributes it changes.']
      : []),
    ...(write.missing ? [] : numberTraps(load, tableUnits + ofIndexes, mistakes, shown)),
  ];
}
