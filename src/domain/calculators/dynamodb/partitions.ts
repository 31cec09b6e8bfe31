import { answer, note, step, warn } from '../answer.ts';
import { type Answer, defineTask, refuse, type Step } from '../calculator.ts';
import { ceilUnits, formatNumber } from '../format.ts';
import { BYTES } from '../quantity.ts';
import {
  CONSISTENCIES,
  ITEM_MAX_BYTES,
  PARTITION_MAX_BYTES,
  PARTITION_MAX_RCU,
  PARTITION_MAX_WCU,
  readBlocks,
  readBlocksText,
  readFactor,
  readUnits,
  SOURCES,
  writeBlocks,
  writeBlocksText,
} from './units.ts';

export const partitions = defineTask({
  name: 'partitions',
  summary: 'partitions of a table and the limit of a hot item',
  inputs: {
    rcu: {
      kind: 'count',
      noun: 'RCU',
      default: '0',
      quiet: true,
      label: 'RCU',
      help: 'Read capacity units provisioned.',
      example: '7500',
    },
    wcu: {
      kind: 'count',
      noun: 'WCU',
      default: '0',
      quiet: true,
      label: 'WCU',
      help: 'Write capacity units provisioned.',
      example: '3000',
    },
    storage: {
      kind: 'size',
      bare: 'GB',
      default: '0GB',
      quiet: true,
      label: 'Data stored',
      help: 'Data in the table.',
      example: '30GB',
    },
    'hot-item-size': {
      kind: 'size',
      max: ITEM_MAX_BYTES,
      label: 'Size of a hot item',
      help: 'Size of the item that everybody wants.',
      example: '6KB',
    },
    consistency: {
      kind: 'choice',
      choices: CONSISTENCIES,
      default: 'eventual',
      quiet: true,
      label: 'Consistency',
      help: 'Consistency of the reads of the hot item.',
      example: 'strong',
    },
  },
  compute(inputs) {
    const hotBytes = inputs['hot-item-size'];
    const hasTable = inputs.rcu + inputs.wcu + inputs.storage > 0;
    if (!hasTable && hotBytes === undefined) {
      return refuse(
        'rcu',
        'Neither capacity nor storage nor a hot item is given.',
        'Give for example --rcu 7500 --wcu 3000 --storage 30GB, or --hot-item-size 6KB.',
      );
    }
    const answers: Answer[] = [];
    const steps: Step[] = [];
    const traps: string[] = [];
    if (hasTable) {
      const share = inputs.rcu / PARTITION_MAX_RCU + inputs.wcu / PARTITION_MAX_WCU;
      const byCapacity = ceilUnits(share);
      const bySize = Math.ceil(inputs.storage / PARTITION_MAX_BYTES);
      const most = Math.max(1, byCapacity, bySize);
      answers.push(answer('partitions', 'Partitions at least', most));
      const apart = ceilUnits(inputs.rcu / PARTITION_MAX_RCU) + ceilUnits(inputs.wcu / PARTITION_MAX_WCU);
      if (apart > most)
        traps.push(
          `Rounding reads and writes up separately gives ${formatNumber(apart)}: a partition serves both, so their shares are added first.`,
        );
      if (byCapacity > bySize && bySize > 0)
        traps.push(`Counting 10 GB each gives ${formatNumber(bySize)}: here the capacity needs more.`);
      if (bySize > byCapacity && byCapacity > 0)
        traps.push(
          `Counting the capacity alone gives ${formatNumber(byCapacity)}: here the data needs more.`,
        );
      steps.push(
        step(
          'by capacity',
          `ceil(${formatNumber(inputs.rcu)} ÷ 3,000 + ${formatNumber(inputs.wcu)} ÷ 1,000) = ceil(${formatNumber(share, 2)})`,
          byCapacity,
        ),
        step('by size', `ceil(${formatNumber(inputs.storage / BYTES.GB)} GB ÷ 10 GB)`, bySize),
        step('the larger one', `max(1, ${byCapacity}, ${bySize})`, most),
      );
    }
    if (hotBytes !== undefined) {
      const perRead = readUnits(readBlocks(hotBytes), inputs.consistency);
      const perWrite = writeBlocks(hotBytes);
      const reads = Math.floor(PARTITION_MAX_RCU / perRead);
      const writes = Math.floor(PARTITION_MAX_WCU / perWrite);
      if (reads !== PARTITION_MAX_RCU)
        traps.push(
          `3,000 RCU are not 3,000 reads a second: one of this item takes ${formatNumber(perRead)} RCU, which leaves ${formatNumber(reads)}.`,
        );
      answers.push(
        answer('hotReads', 'Reads of one item at most', reads, '/s'),
        answer('hotWrites', 'Writes of one item at most', writes, '/s'),
      );
      steps.push(
        step(
          'reads of a hot item',
          `floor(3,000 RCU ÷ (${readBlocksText(hotBytes)} × ${readFactor(inputs.consistency)}))`,
          `${formatNumber(reads)}/s`,
        ),
        step(
          'writes of a hot item',
          `floor(1,000 WCU ÷ ${writeBlocksText(hotBytes)})`,
          `${formatNumber(writes)}/s`,
        ),
      );
    }
    return {
      answers,
      steps,
      findings: [
        warn(
          '3,000 RCU and 1,000 WCU hold for each partition, in on-demand mode too; more capacity on the table does not help one hot key.',
        ),
        note(
          'The count of partitions is a rule of thumb: AWS no longer documents one and splits partitions by itself.',
        ),
      ],
      traps: [
        ...traps,
        'Burst (300 s of unused capacity) and adaptive capacity even things out, but do not lift the limit of a partition.',
      ],
      sources: [SOURCES.partitions, SOURCES.burst],
    };
  },
  examples: [
    {
      title: '7,500 RCU, 3,000 WCU and 30 GB',
      inputs: { rcu: '7500', wcu: '3000', storage: '30GB' },
      expect: { partitions: 6 },
    },
    {
      title: 'a hot item of 6 KB, read strongly',
      inputs: { 'hot-item-size': '6KB', consistency: 'strong' },
      expect: { hotReads: 1500, hotWrites: 166 },
    },
  ],
});
