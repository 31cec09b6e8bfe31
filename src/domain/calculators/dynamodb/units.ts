import { atLeast, formatBytes } from '../format.ts';
import { BYTES } from '../quantity.ts';

/**
 * Capacity units of single items. 1 read unit = one strongly consistent read of up to 4 KB, 1 write unit = one
 * write of up to 1 KB, KB = 1,024 bytes. Sizes are rounded up per item first; halves and doubles come after.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export const READ_BLOCK_BYTES = 4 * BYTES.KB;
const WRITE_BLOCK_BYTES = BYTES.KB;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const ITEM_MAX_BYTES = 400 * BYTES.KB;
export const BATCH_GET_MAX_ITEMS = 100;
export const BATCH_WRITE_MAX_ITEMS = 25;
export const BATCH_MAX_BYTES = 16 * BYTES.MB;
export const TRANSACTION_MAX_ITEMS = 100;
export const TRANSACTION_MAX_BYTES = 4 * BYTES.MB;
export const PAGE_MAX_BYTES = BYTES.MB;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
export const PARTITION_MAX_RCU = 3000;
export const PARTITION_MAX_WCU = 1000;
export const PARTITION_MAX_BYTES = 10 * BYTES.GB;

export type Consistency = 'strong' | 'eventual' | 'transactional';

export const CONSISTENCIES = ['strong', 'eventual', 'transactional'] as const;

const READ_FACTOR: Readonly<Record<Consistency, number>> = { strong: 1, eventual: 0.5, transactional: 2 };

/** Blocks of 4 KB, at least one: a read of an item that is not there costs one too. */
export function readBlocks(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / READ_BLOCK_BYTES));
}

/** Blocks of 1 KB, at least one. */
export function writeBlocks(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / WRITE_BLOCK_BYTES));
}

/** "ceil(6 KB ÷ 4 KB)": how `readBlocks` comes to its number. */
export function readBlocksText(bytes: number): string {
  return atLeast('1', `ceil(${formatBytes(bytes)} ÷ 4 KB)`, bytes === 0);
}

/** "ceil(6 KB ÷ 1 KB)": how `writeBlocks` comes to its number. */
export function writeBlocksText(bytes: number): string {
  return atLeast('1', `ceil(${formatBytes(bytes)} ÷ 1 KB)`, bytes === 0);
}

/** Blocks × 1, ½ or 2: the factor applies to the rounded number. */
export function readUnits(blocks: number, consistency: Consistency): number {
  return blocks * READ_FACTOR[consistency];
}

export function readFactor(consistency: Consistency): number {
  return READ_FACTOR[consistency];
}

/** ½ reads better than 0.5 in a formula. */
export function factorText(consistency: Consistency): string {
  return consistency === 'eventual' ? '½' : String(readFactor(consistency));
}

export const SOURCES = {
  operations: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html',
  itemSize: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html',
  limits: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html',
  gsi: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html',
  lsi: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html',
  partitions: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
  burst: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html',
  onDemandPrice: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  provisionedPrice: 'https://aws.amazon.com/dynamodb/pricing/provisioned/',
} as const;
