import { note, step, warn } from '../answer.ts';
import { type Finding, type Refusal, type Result, refuse, type SizeGroup, type Step } from '../calculator.ts';
import { formatBytes, formatNumber, formatRate, plural } from '../format.ts';
import type { Rate } from '../quantity.ts';
import { countItems, describeSizes, type ReadOperation, sumBlocks, totalBytes } from './capacity-inputs.ts';
import { type CapacityMode, loadOf } from './load.ts';
import { readTraps } from './read-traps.ts';
import {
  BATCH_GET_MAX_ITEMS,
  BATCH_MAX_BYTES,
  CONSISTENCIES,
  type Consistency,
  factorText,
  PAGE_MAX_BYTES,
  readBlocks,
  readBlocksText,
  readUnits,
  SOURCES,
  TRANSACTION_MAX_BYTES,
  TRANSACTION_MAX_ITEMS,
} from './units.ts';

export interface Read {
  readonly operation: ReadOperation;
  readonly sizes: readonly SizeGroup[];
  readonly rate: Rate | undefined;
  readonly consistency: Consistency;
  readonly missing: boolean;
  readonly returned: number | undefined;
  readonly index: 'table' | 'gsi' | 'lsi';
  readonly fetchBytes: number | undefined;
  readonly mode: CapacityMode;
}

/** Read units of one request and of the load. Sources: the pages under `SOURCES`. */
export function readCapacity(read: Read): Result | Refusal {
  const refusal = impossible(read);
  if (refusal !== undefined) return refusal;
  const load = loadOf('read', read.mode, read.rate);
  const { unit } = load;
  const cumulative = read.operation === 'Query' || read.operation === 'Scan';
  const blocks = cumulative ? readBlocks(totalBytes(read.sizes)) : sumBlocks(read.sizes);
  const fetchBlocks =
    read.fetchBytes === undefined ? 0 : countItems(read.sizes) * readBlocks(read.fetchBytes);
  const perRequest = readUnits(blocks + fetchBlocks, read.consistency);
  return {
    answers: load.answers(perRequest),
    steps: [
      ...roundingSteps(read, cumulative, blocks),
      ...(fetchBlocks > 0
        ? [
            step(
              'fetch from the table',
              `${plural(countItems(read.sizes), 'item')} × ${readBlocksText(read.fetchBytes ?? 0)}`,
              plural(fetchBlocks, 'block'),
            ),
          ]
        : []),
      step(
        `${read.consistency === 'transactional' ? 'transactional' : `${read.consistency} consistency`}`,
        `${formatNumber(blocks + fetchBlocks)} × ${factorText(read.consistency)}`,
        `${formatNumber(perRequest)} ${unit} a request`,
      ),
      ...load.steps(perRequest),
    ],
    findings: [...load.findings(perRequest), ...findings(read, cumulative)],
    traps: readTraps(read, cumulative, blocks, fetchBlocks, load),
    sources: [SOURCES.operations, ...(read.index === 'table' ? [] : [SOURCES[read.index]]), SOURCES.limits],
    table: {
      columns: [
        'Consistency',
        `${unit} a request`,
        ...(read.rate === undefined ? [] : [`for ${formatRate(read.rate)}`]),
      ],
      rows: CONSISTENCIES.filter((each) => isPossible(read, each)).map((each) => {
        const units = readUnits(blocks + fetchBlocks, each);
        const atRate = read.rate === undefined ? [] : [`${formatNumber(load.capacity(units))} ${unit}`];
        return [each, formatNumber(units), ...atRate];
      }),
    },
  };
}

function isPossible(read: Read, consistency: Consistency): boolean {
  if (read.operation === 'TransactGetItems') return consistency === 'transactional';
  if (read.index === 'gsi') return consistency === 'eventual';
  return consistency !== 'transactional' || read.operation === 'GetItem';
}

function impossible(read: Read): Refusal | undefined {
  const { operation, consistency, index } = read;
  const items = countItems(read.sizes);
  const bytes = totalBytes(read.sizes);
  if (!isPossible(read, consistency)) {
    return index === 'gsi'
      ? refuse(
          'consistency',
          `--consistency: a GSI cannot be read with ${consistency} consistency.`,
          'Give eventual, or read the table or an LSI.',
        )
      : refuse(
          'consistency',
          `--consistency: ${operation} cannot be transactional.`,
          'Give strong or eventual, or --operation TransactGetItems.',
        );
  }
  if (operation === 'GetItem' && items > 1) {
    return refuse(
      'size',
      '--size: GetItem reads one item.',
      'Give one size, or --operation BatchGetItem or Query.',
    );
  }
  if (operation === 'BatchGetItem' && items > BATCH_GET_MAX_ITEMS) {
    return refuse(
      'size',
      `--size: BatchGetItem takes at most 100 items, not ${formatNumber(items)}.`,
      'Split it over several requests, for example --size 100x1KB.',
    );
  }
  if (operation === 'TransactGetItems' && (items > TRANSACTION_MAX_ITEMS || bytes > TRANSACTION_MAX_BYTES)) {
    return refuse(
      'size',
      `--size: a transaction takes at most 100 items and 4 MB, not ${formatNumber(items)} items of ${formatBytes(bytes)}.`,
      'Split it over several transactions, for example --size 100x1KB.',
    );
  }
  return undefined;
}

function roundingSteps(read: Read, cumulative: boolean, blocks: number): readonly Step[] {
  const sizes = describeSizes(read.sizes);
  if (read.missing) return [step('item does not exist', 'at least 1 block', '1 block of 4 KB')];
  if (cumulative) {
    const bytes = totalBytes(read.sizes);
    return [
      step('size evaluated', sizes, formatBytes(bytes)),
      step('round the sum up to 4 KB', readBlocksText(bytes), `${plural(blocks, 'block')} of 4 KB`),
    ];
  }
  const each = read.sizes
    .map(({ bytes, count }) => `${count === 1 ? '' : `${formatNumber(count)} × `}${readBlocksText(bytes)}`)
    .join(' + ');
  return [
    step(
      countItems(read.sizes) > 1 ? 'round each item up to 4 KB' : 'round the size up to 4 KB',
      each,
      `${plural(blocks, 'block')} of 4 KB`,
    ),
  ];
}

function findings(read: Read, cumulative: boolean): readonly Finding[] {
  const found: Finding[] = [];
  const bytes = totalBytes(read.sizes);
  const pages = Math.ceil(bytes / PAGE_MAX_BYTES);
  if (cumulative && pages > 1) {
    found.push(
      note(
        `A page ends at 1 MB: this takes ${formatNumber(pages)} requests in a row, and the sum of each is rounded up by itself.`,
      ),
    );
  }
  if (read.operation === 'BatchGetItem' && bytes > BATCH_MAX_BYTES) {
    found.push(
      warn(
        `A response holds 16 MB of the ${formatBytes(bytes)}: the rest comes back as UnprocessedKeys and must be asked for again. The units are those of all of it.`,
      ),
    );
  }
  if (read.index === 'gsi')
    found.push(note('A GSI has capacity of its own; reads of it do not use the capacity of the table.'));
  return found;
}
