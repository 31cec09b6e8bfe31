import { answer, note, step, warn } from '../answer.ts';
import { type Finding, type Refusal, type Result, refuse, type SizeGroup, type Step } from '../calculator.ts';
import { formatBytes, formatNumber, plural } from '../format.ts';
import type { Rate } from '../quantity.ts';
import { countItems, totalBytes, type WriteOperation } from './capacity-inputs.ts';
import { indexWrites, type SecondaryIndexes } from './index-writes.ts';
import { type CapacityMode, type Load, loadOf } from './load.ts';
import { type Mistake, numberTraps, TRAPS_SHOWN } from './number-traps.ts';
import {
  BATCH_MAX_BYTES,
  BATCH_WRITE_MAX_ITEMS,
  SOURCES,
  TRANSACTION_MAX_BYTES,
  TRANSACTION_MAX_ITEMS,
  writeBlocks,
} from './units.ts';

export interface Write {
  readonly operation: WriteOperation;
  readonly sizes: readonly SizeGroup[];
  readonly rate: Rate | undefined;
  readonly missing: boolean;
  readonly oldBytes: number | undefined;
  readonly conditionFails: boolean;
  readonly indexes: SecondaryIndexes;
  readonly mode: CapacityMode;
}

/** Write units of one request and of the load, secondary indexes included. */
export function writeCapacity(write: Write): Result | Refusal {
  const refusal = impossible(write);
  if (refusal !== undefined) return refusal;
  const load = loadOf('write', write.mode, write.rate);
  const { unit } = load;
  const factor = write.operation === 'TransactWriteItems' ? 2 : 1;
  const charged = chargedSizes(write);
  const blocks = charged.reduce((sum, { bytes, count }) => sum + count * writeBlocks(bytes), 0);
  const tableUnits = blocks * factor;
  // Nothing reaches an index when the condition fails or nothing is there to delete.
  const inIndexes =
    write.conditionFails || write.missing ? undefined : indexWrites(write.indexes, charged, unit);
  const indexUnits = inIndexes?.units ?? 0;
  const perRequest = tableUnits + indexUnits;
  const { count, type } = write.indexes;
  const onTable = load.capacity(type === 'lsi' ? perRequest : tableUnits);
  const onIndex = count === 0 ? 0 : load.capacity(indexUnits / count);
  // Table and GSIs are provisioned, and so rounded up, each by itself.
  const capacity = type === 'lsi' ? onTable : onTable + count * onIndex;
  const answers = [...load.answers(perRequest, capacity)];
  if (count > 0) {
    const lsi = type === 'lsi';
    answers.push(
      answer('table', lsi ? 'of the table, its LSIs included' : 'of the table', onTable, unit),
      answer('index', lsi ? 'of that for each LSI' : 'of each GSI, on its own capacity', onIndex, unit),
    );
  }
  return {
    answers,
    steps: [
      ...sizeSteps(write),
      ...roundingSteps(charged, blocks),
      ...(factor === 2
        ? [step('transactional', `${formatNumber(blocks)} × 2`, `${formatNumber(tableUnits)} ${unit}`)]
        : []),
      ...(inIndexes?.steps ?? []),
      ...(indexUnits > 0
        ? [
            step(
              'table and indexes',
              `${formatNumber(tableUnits)} + ${formatNumber(indexUnits)}`,
              `${formatNumber(perRequest)} ${unit} a request`,
            ),
          ]
        : []),
      ...load.steps(perRequest, capacity),
    ],
    findings: [...load.findings(perRequest), ...findings(write)],
    traps: [...(inIndexes?.traps ?? []), ...traps(write, charged, perRequest, indexUnits, load)].slice(
      0,
      TRAPS_SHOWN,
    ),
    sources: [
      SOURCES.operations,
      ...(write.indexes.count > 0 ? [SOURCES[write.indexes.type]] : []),
      SOURCES.limits,
    ],
  };
}

/** The larger one of the item before and after; a delete of nothing counts as the smallest item. */
function chargedSizes(write: Write): readonly SizeGroup[] {
  if (write.missing) return [{ bytes: 0, count: 1 }];
  const old = write.oldBytes ?? 0;
  return write.sizes.map(({ bytes, count }) => ({ bytes: Math.max(bytes, old), count }));
}

function impossible(write: Write): Refusal | undefined {
  const { operation } = write;
  const items = countItems(write.sizes);
  const bytes = totalBytes(write.sizes);
  const many = `not ${formatNumber(items)} items of ${formatBytes(bytes)}`;
  if (operation === 'BatchWriteItem') {
    if (items <= BATCH_WRITE_MAX_ITEMS && bytes <= BATCH_MAX_BYTES) return undefined;
    return refuse(
      'size',
      `--size: BatchWriteItem takes at most 25 puts and deletes and 16 MB, ${many}.`,
      'Split it over several requests, for example --size 25x1KB.',
    );
  }
  if (operation === 'TransactWriteItems') {
    if (items <= TRANSACTION_MAX_ITEMS && bytes <= TRANSACTION_MAX_BYTES) return undefined;
    return refuse(
      'size',
      `--size: a transaction takes at most 100 items and 4 MB, ${many}.`,
      'Split it over several transactions, for example --size 100x1KB.',
    );
  }
  return items > 1
    ? refuse('size', `--size: ${operation} writes one item.`, 'Give one size, or --operation BatchWriteItem.')
    : undefined;
}

function sizeSteps(write: Write): readonly Step[] {
  if (write.missing) return [step('item does not exist', 'at least 1 block', '1 block of 1 KB')];
  const size = formatBytes(write.sizes[0]?.bytes ?? 0);
  if (write.oldBytes === undefined) {
    return write.conditionFails ? [step('condition fails', 'charged as if it were written', size)] : [];
  }
  const larger = formatBytes(Math.max(write.oldBytes, write.sizes[0]?.bytes ?? 0));
  const label = write.conditionFails
    ? 'condition fails: the larger one is charged'
    : 'the larger of before and after';
  return [step(label, `max(${formatBytes(write.oldBytes)}, ${size})`, larger)];
}

function roundingSteps(charged: readonly SizeGroup[], blocks: number): readonly Step[] {
  const each = charged
    .map(
      ({ bytes, count }) =>
        `${count === 1 ? '' : `${formatNumber(count)} × `}ceil(${formatBytes(bytes)} ÷ 1 KB)`,
    )
    .join(' + ');
  return [
    step(
      countItems(charged) > 1 ? 'round each item up to 1 KB' : 'round the size up to 1 KB',
      each,
      `${plural(blocks, 'block')} of 1 KB`,
    ),
  ];
}

function findings(write: Write): readonly Finding[] {
  const found: Finding[] = [];
  if (write.indexes.count > 0 && write.indexes.type === 'gsi') {
    found.push(warn('A GSI with too little write capacity throttles the writes to the table as well.'));
  }
  if (write.indexes.count > 0 && write.indexes.type === 'lsi') {
    found.push(note('With an LSI all items of one partition key together may take 10 GB at most.'));
  }
  if (write.operation === 'DeleteItem') {
    found.push(
      note(
        'A delete by TTL uses no write capacity, except for its copies in other Regions of a global table.',
      ),
    );
  }
  if (write.operation === 'BatchWriteItem') {
    found.push(
      note(
        'A put that replaces an item is charged by the larger of old and new; BatchWriteItem cannot update.',
      ),
    );
  }
  return found;
}

function traps(
  write: Write,
  charged: readonly SizeGroup[],
  right: number,
  indexUnits: number,
  load: Load,
): readonly string[] {
  const factor = write.operation === 'TransactWriteItems' ? 2 : 1;
  const bytes = totalBytes(charged);
  const items = countItems(charged);
  const sum = (blocks: (bytes: number) => number) =>
    charged.reduce((all, each) => all + each.count * blocks(each.bytes), 0);
  const mistakes: (Mistake | undefined)[] = [
    indexUnits > 0
      ? {
          units: right - indexUnits,
          sentence: (wrong) => `Counting the table alone gives ${wrong}: the indexes are written as well.`,
        }
      : undefined,
    items > 1
      ? {
          units: writeBlocks(bytes) * factor + indexUnits,
          sentence: (wrong) =>
            `Adding the sizes before rounding gives ${wrong}; each item is rounded up by itself.`,
        }
      : undefined,
    factor === 2
      ? {
          units: sum((each) => writeBlocks(each * 2)),
          sentence: (wrong) => `Doubling the size before rounding gives ${wrong}: round first, then double.`,
        }
      : undefined,
    write.oldBytes !== undefined
      ? {
          units: writeBlocks(write.sizes[0]?.bytes ?? 0) + indexUnits,
          sentence: (wrong) => `Counting only the new size gives ${wrong}: the larger of old and new counts.`,
        }
      : undefined,
    {
      units: (bytes / 1024) * factor + indexUnits,
      sentence: (wrong) => `Without rounding it would be ${wrong}: each size goes up to whole KB first.`,
    },
    {
      units: sum((each) => Math.ceil(each / 4096)) * factor + indexUnits,
      sentence: (wrong) =>
        `Counting in steps of 4 KB gives ${wrong}: that is for reads, writes go in steps of 1 KB.`,
    },
  ];
  return [
    ...(write.missing
      ? ['A delete that finds nothing is not free: it counts as one of the smallest item.']
      : []),
    ...(write.conditionFails ? ['A write whose condition fails is not free.'] : []),
    ...(write.operation === 'UpdateItem'
      ? ['An update is charged by the whole item, not by the attributes it changes.']
      : []),
    ...(write.missing ? [] : numberTraps(load, right, mistakes)),
  ];
}
