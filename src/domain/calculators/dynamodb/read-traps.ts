import { formatNumber, plural } from '../format.ts';
import { BYTES } from '../quantity.ts';
import { countItems, sumBlocks, totalBytes } from './capacity-inputs.ts';
import type { Load } from './load.ts';
import { type Mistake, numberTraps } from './number-traps.ts';
import type { Read } from './read-capacity.ts';
import { factorText, READ_BLOCK_BYTES, readBlocks, readUnits } from './units.ts';

/** What read units would be by the usual mistakes, for these numbers. */
export function readTraps(
  read: Read,
  cumulative: boolean,
  blocks: number,
  fetchBlocks: number,
  load: Load,
): readonly string[] {
  const { consistency, sizes } = read;
  const bytes = totalBytes(sizes);
  const units = (each: number) => readUnits(each + fetchBlocks, consistency);
  const right = units(blocks);
  const sum = readBlocks(bytes);
  /** A mistake in rounding is made with what is read first and with what is fetched from the table alike. */
  const inBoth = (blocksOf: (bytes: number) => number) =>
    (cumulative ? blocksOf(bytes) : sizes.reduce((all, each) => all + each.count * blocksOf(each.bytes), 0)) +
    (read.fetchBytes === undefined ? 0 : countItems(sizes) * blocksOf(read.fetchBytes));
  const mistakes: (Mistake | undefined)[] = [
    cumulative
      ? {
          units: units(sumBlocks(sizes)),
          sentence: (wrong) =>
            `Rounding every item up gives ${wrong}, as in BatchGetItem; Query and Scan add the sizes first.`,
        }
      : {
          units: units(sum),
          sentence: (wrong) =>
            `Adding the sizes before rounding gives ${wrong}; that holds for Query and Scan only, each item of ${read.operation} is rounded up.`,
        },
    {
      units: readUnits(
        inBoth((each) => each / READ_BLOCK_BYTES),
        consistency,
      ),
      sentence: (wrong) =>
        `Without rounding it would be ${wrong}: the size goes up to 4 KB first, ${consistency === 'strong' ? 'and then counts' : `then comes the × ${factorText(consistency)}`}.`,
    },
    consistency === 'eventual'
      ? {
          units: Math.ceil(right),
          sentence: (wrong) =>
            `Rounding the half unit of each request up gives ${wrong}: half a unit stays half.`,
        }
      : undefined,
    consistency === 'eventual'
      ? {
          units: inBoth((each) => readBlocks(each / 2)),
          sentence: (wrong) => `Halving the size before rounding gives ${wrong}: round first, then halve.`,
        }
      : undefined,
    consistency === 'transactional'
      ? {
          units: inBoth((each) => readBlocks(each * 2)),
          sentence: (wrong) => `Doubling the size before rounding gives ${wrong}: round first, then double.`,
        }
      : undefined,
    {
      units: readUnits(
        inBoth((each) => Math.ceil(each / BYTES.KB)),
        consistency,
      ),
      sentence: (wrong) =>
        `Counting in steps of 1 KB gives ${wrong}: that is for writes, reads go in steps of 4 KB.`,
    },
  ];
  const filtered =
    read.returned === undefined
      ? []
      : [
          `The filter lets ${plural(read.returned, 'item')} through, but all ${formatNumber(countItems(sizes))} evaluated are charged; a projection or COUNT changes nothing either.`,
        ];
  return read.missing
    ? ['A read that finds nothing is not free: it counts as one of the smallest item.']
    : [...filtered, ...numberTraps(load, right, mistakes)];
}
