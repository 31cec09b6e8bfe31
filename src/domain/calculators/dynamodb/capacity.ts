import { defineTask, type Refusal, type Result, refuse, type SizeGroup } from '../calculator.ts';
import { formatBytes } from '../format.ts';
import {
  capacityInputs,
  READ_OPERATIONS,
  type ReadOperation,
  type WriteOperation,
} from './capacity-inputs.ts';
import { measureItem } from './item-size.ts';
import { readCapacity } from './read-capacity.ts';
import { ITEM_MAX_BYTES, SOURCES } from './units.ts';
import { writeCapacity } from './write-capacity.ts';

export const capacity = defineTask({
  name: 'capacity',
  summary: 'read and write units of an operation',
  inputs: capacityInputs,
  compute(inputs) {
    const measured = measure(inputs.size, inputs.item, inputs.missing);
    if ('problems' in measured) return measured;
    const large = measured.sizes.find(({ bytes }) => bytes > ITEM_MAX_BYTES);
    const cumulative = inputs.operation === 'Query' || inputs.operation === 'Scan';
    // One figure for a whole Query is what exam questions give, so only single items are held to 400 KB.
    if ((large !== undefined && !cumulative) || (inputs['old-size'] ?? 0) > ITEM_MAX_BYTES) {
      const flag = large === undefined ? 'old-size' : 'size';
      return refuse(
        flag,
        `--${flag}: an item has 400 KB at most, not ${formatBytes(large?.bytes ?? inputs['old-size'] ?? 0)}.`,
        'Keep large values in S3 and their key in the item.',
      );
    }
    const common = { sizes: measured.sizes, rate: inputs.rate, missing: inputs.missing, mode: inputs.mode };
    if (isRead(inputs.operation)) {
      return withItem(
        measured,
        readCapacity({
          ...common,
          operation: inputs.operation,
          consistency:
            inputs.operation === 'TransactGetItems' ? 'transactional' : (inputs.consistency ?? 'eventual'),
          returned: inputs.returned,
          index: inputs.index ?? 'table',
          fetchBytes: inputs['fetch-size'],
        }),
      );
    }
    const indexed = inputs['projected-size'] ?? inputs['index-change'] ?? inputs['index-type'];
    if (indexed !== undefined && (inputs.indexes ?? 0) === 0) {
      return refuse(
        'indexes',
        '--indexes is missing: how many secondary indexes hold the item?',
        'Give a number, for example --indexes 1.',
      );
    }
    return withItem(
      measured,
      writeCapacity({
        ...common,
        operation: inputs.operation as WriteOperation,
        oldBytes: inputs['old-size'],
        conditionFails: inputs['condition-fails'],
        indexes: {
          count: inputs.indexes ?? 0,
          type: inputs['index-type'] ?? 'gsi',
          change: inputs['index-change'] ?? 'projected',
          projectedBytes: inputs['projected-size'],
        },
      }),
    );
  },
  examples: [
    {
      title: '80 strongly consistent reads a second of 3 KB',
      inputs: { operation: 'GetItem', size: '3KB', rate: '80/s', consistency: 'strong' },
      expect: { capacity: 80, units: 1 },
    },
    {
      title: '100 eventually consistent reads a second of 15 KB',
      inputs: { operation: 'GetItem', size: '15KB', rate: '100/s', consistency: 'eventual' },
      expect: { capacity: 200, units: 2 },
    },
    {
      title: 'a Query over 100 items of 1 KB',
      inputs: { operation: 'Query', size: '100x1KB', consistency: 'strong' },
      expect: { units: 25 },
    },
    {
      title: 'a batch of two items',
      inputs: { operation: 'BatchGetItem', size: '1.5KB,6.5KB', consistency: 'strong' },
      expect: { units: 3 },
    },
    {
      title: '12,000 writes a minute of 1.5 KB',
      inputs: { operation: 'PutItem', size: '1.5KB', rate: '12000/min' },
      expect: { capacity: 400, units: 2 },
    },
    {
      title: 'an update that shrinks the item',
      inputs: { operation: 'UpdateItem', size: '0.4KB', 'old-size': '3.2KB' },
      expect: { units: 4 },
    },
    {
      title: 'a write that moves the item in two GSIs',
      inputs: {
        operation: 'PutItem',
        size: '1.5KB',
        indexes: '2',
        'index-change': 'key',
        'projected-size': '600B',
      },
      expect: { units: 6, index: 2 },
    },
  ],
});

type Sizes = { readonly sizes: readonly SizeGroup[]; readonly file?: ReturnType<typeof measureItem> };

function measure(
  sizes: readonly SizeGroup[] | undefined,
  item: string | undefined,
  missing: boolean,
): Sizes | Refusal {
  if (item === undefined) return { sizes: sizes ?? (missing ? [{ bytes: 0, count: 1 }] : []) };
  if (sizes !== undefined) return refuse('item', '--item and --size were both given.', 'Give one of them.');
  const file = measureItem(item);
  if ('problem' in file)
    return refuse(
      'item',
      `--item: the file ${file.problem}.`,
      'Give a JSON file such as {"id": "a1", "visits": 12}.',
    );
  if (file.bytes === 0)
    return refuse(
      'item',
      '--item: the item has no attributes, and without a key there is none.',
      'Give a JSON file such as {"id": "a1", "visits": 12}.',
    );
  return { sizes: [{ bytes: file.bytes, count: 1 }], file };
}

/** Shows how the size of an item came about. */
function withItem(measured: Sizes, result: Result | Refusal): Result | Refusal {
  const file = measured.file;
  if (file === undefined || 'problem' in file || 'problems' in result) return result;
  return {
    ...result,
    answers: [
      ...result.answers,
      { name: 'itemBytes', label: 'Item size', value: file.bytes, unit: 'B', text: formatBytes(file.bytes) },
    ],
    steps: [
      {
        label: 'measure the item',
        expression: file.attributes.map(({ name, type, bytes }) => `${name} (${type}) ${bytes}`).join(' + '),
        value: `${file.bytes} B`,
      },
      ...result.steps,
    ],
    sources: [...result.sources, SOURCES.itemSize],
  };
}

function isRead(operation: string): operation is ReadOperation {
  return (READ_OPERATIONS as readonly string[]).includes(operation);
}
