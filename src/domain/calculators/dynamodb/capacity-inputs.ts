import type { InputSpecs, SizeGroup } from '../calculator.ts';
import { formatBytes, formatNumber } from '../format.ts';
import { CONSISTENCIES, ITEM_MAX_BYTES, readBlocks } from './units.ts';

export const READ_OPERATIONS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'] as const;
const WRITE_OPERATIONS = [
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchWriteItem',
  'TransactWriteItems',
] as const;

export type ReadOperation = (typeof READ_OPERATIONS)[number];
export type WriteOperation = (typeof WRITE_OPERATIONS)[number];

const INDEXED_WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

export const capacityInputs = {
  operation: {
    kind: 'choice',
    choices: [...READ_OPERATIONS, ...WRITE_OPERATIONS],
    required: true,
    label: 'Operation',
    help: 'The API operation.',
    example: 'GetItem',
  },
  size: {
    kind: 'sizes',
    bare: 'B',
    required: true,
    unless: ['item', 'missing'],
    label: 'Item size',
    help: 'Size of the item, or of each item of the request (1.5KB,6.5KB or 100x1KB). For Query and Scan the items evaluated, before any filter.',
    example: '6KB',
  },
  item: {
    kind: 'json-file',
    label: 'Item file',
    help: 'A JSON file with an item; its size is measured by the rules of DynamoDB.',
    example: 'item.json',
  },
  rate: {
    kind: 'rate',
    asked: true,
    label: 'Requests',
    help: 'How many such requests there are in a second, minute, hour or day; without it, the units of one request.',
    example: '200/s',
  },
  consistency: {
    kind: 'choice',
    choices: CONSISTENCIES,
    asked: true,
    default: 'eventual',
    when: {
      input: 'operation',
      is: ['GetItem', 'BatchGetItem', 'Query', 'Scan'],
      else: 'Leave it out: GetItem, BatchGetItem, Query and Scan have a consistency; TransactGetItems and TransactWriteItems are transactional by themselves.',
    },
    label: 'Consistency',
    help: 'Consistency of the read. DynamoDB reads eventually consistent unless told otherwise.',
    example: 'strong',
  },
  missing: {
    kind: 'switch',
    when: { input: 'operation', is: ['GetItem', 'DeleteItem'] },
    label: 'Item does not exist',
    help: 'The item asked for does not exist.',
    example: 'true',
  },
  returned: {
    kind: 'count',
    when: { input: 'operation', is: ['Query', 'Scan'] },
    label: 'Items left by the filter',
    help: 'How many items a filter expression lets through. Changes nothing, and the working says why.',
    example: '10',
  },
  index: {
    kind: 'choice',
    choices: ['table', 'gsi', 'lsi'],
    default: 'table',
    quiet: true,
    when: { input: 'operation', is: ['Query', 'Scan'] },
    label: 'Read from',
    help: 'The table, or a secondary index; the size is then that of the projected entries.',
    example: 'gsi',
  },
  'fetch-size': {
    kind: 'size',
    max: ITEM_MAX_BYTES,
    when: { input: 'index', is: ['lsi'] },
    label: 'Table item size',
    help: 'Size of the whole table item, where the query asks an LSI for attributes that it does not project.',
    example: '6KB',
  },
  'old-size': {
    kind: 'size',
    when: { input: 'operation', is: ['PutItem', 'UpdateItem'] },
    label: 'Size before',
    help: 'Size of the item before the write, where there was one. The larger one is charged.',
    example: '3.2KB',
  },
  'condition-fails': {
    kind: 'switch',
    when: { input: 'operation', is: ['PutItem', 'UpdateItem', 'DeleteItem'] },
    label: 'Condition fails',
    help: 'The condition expression is false, so that nothing is written.',
    example: 'true',
  },
  indexes: {
    kind: 'count',
    default: '0',
    quiet: true,
    max: 25,
    when: { input: 'operation', is: INDEXED_WRITES },
    label: 'Secondary indexes',
    help: 'How many secondary indexes hold the item.',
    example: '2',
  },
  'index-type': {
    kind: 'choice',
    choices: ['gsi', 'lsi'],
    when: { input: 'operation', is: INDEXED_WRITES },
    label: 'Kind of index',
    help: 'A GSI (taken if nothing is given) has capacity of its own, an LSI uses that of the table.',
    example: 'gsi',
  },
  'index-change': {
    kind: 'choice',
    choices: ['new', 'removed', 'projected', 'key', 'none'],
    when: { input: 'operation', is: INDEXED_WRITES },
    label: 'Change in the index',
    help: 'What the write does to an index entry: new, removed, a projected attribute or the index key changes, or none. Without it, one write per index.',
    example: 'key',
  },
  'projected-size': {
    kind: 'size',
    max: ITEM_MAX_BYTES,
    when: { input: 'operation', is: INDEXED_WRITES },
    label: 'Projected size',
    help: 'Size of the index entry; without it, of the whole item (projection ALL).',
    example: '600B',
  },
  mode: {
    kind: 'choice',
    choices: ['provisioned', 'on-demand'],
    default: 'provisioned',
    quiet: true,
    label: 'Capacity mode',
    help: 'Provisioned counts RCU and WCU, on-demand counts request units. They are rounded alike.',
    example: 'on-demand',
  },
} as const satisfies InputSpecs;

export function countItems(groups: readonly SizeGroup[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

export function totalBytes(groups: readonly SizeGroup[]): number {
  return groups.reduce((sum, group) => sum + group.count * group.bytes, 0);
}

/** "100 × 1 KB + 6.5 KB". */
export function describeSizes(groups: readonly SizeGroup[]): string {
  return groups
    .map(({ bytes, count }) =>
      count === 1 ? formatBytes(bytes) : `${formatNumber(count)} × ${formatBytes(bytes)}`,
    )
    .join(' + ');
}

/** Blocks of 4 KB, each item rounded up by itself. */
export function sumBlocks(sizes: readonly SizeGroup[]): number {
  return sizes.reduce((sum, { bytes, count }) => sum + count * readBlocks(bytes), 0);
}
