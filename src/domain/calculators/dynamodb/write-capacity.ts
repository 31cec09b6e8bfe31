import { answer, note, step, warn } from '../answer.ts';
import { type Finding, type Refusal, type Result, refuse, type SizeGroup, type Step } from '../calculator.ts';
import { formatBytes, formatNumber, plural } from '../format.ts';
import type { Rate } from '../quantity.ts';
import { countItems, totalBytes, type WriteOperation } from './capacity-inputs.ts';
import { indexWrites, type SecondaryIndexes } from './index-writes.ts';
import { type CapacityMode, type Gsis, loadOf } from './load.ts';
import { TRAPS_SHOWN } from './number-traps.ts';
import {
  BATCH_MAX_BYTES,
  BATCH_WRITE_MAX_ITEMS,
  SOURCES,
  TRANSACTION_MAX_BYTES,
  TRANSACTION_MAX_ITEMS,
  writeBlocks,
  writeBlocksText,
} from './units.ts';
import { writeTraps } from './write-traps.ts';

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
  const gsis: Gsis | undefined =
    type === 'gsi' && count > 0 ? { tableUnits, count, unitsOfEach: indexUnits / count } : undefined;
  const onTable = load.capacity(gsis === undefined ? perRequest : tableUnits);
  const onIndex = count === 0 ? 0 : load.capacity(indexUnits / count);
  // Table and GSIs are provisioned, and so rounded up, each by itself; LSIs use the capacity of the table.
  const capacityOf = (ofTable: number, ofIndexes: number) =>
    gsis === undefined
      ? load.capacity(ofTable + ofIndexes)
      : load.capacity(ofTable) + count * load.capacity(ofIndexes / count);
  const capacity = capacityOf(tableUnits, indexUnits);
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
      ...load.steps(perRequest, gsis),
    ],
    findings: [...load.findings(perRequest), ...findings(write)],
    traps: [
      ...(inIndexes?.traps ?? []),
      ...writeTraps(write, charged, tableUnits, indexUnits, load, capacityOf),
    ].slice(0, TRAPS_SHOWN),
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
    .map(({ bytes, count }) => `${count === 1 ? '' : `${formatNumber(count)} × `}${writeBlocksText(bytes)}`)
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
