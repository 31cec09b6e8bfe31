import { answer, note, step, warn, wrong } from './answer.ts';
import { type Calculator, defineTask, type Finding, type Step } from './calculator.ts';
import {
  atLeast,
  ceilUnits,
  formatBytes,
  formatDuration,
  formatNumber,
  formatRate,
  plural,
} from './format.ts';
import { BYTES, timesRate } from './quantity.ts';

/** A shard takes 1 MB/s or 1,000 records/s and gives 2 MB/s. https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const SHARD_IN_BYTES = BYTES.MB;
const SHARD_IN_RECORDS = 1000;
const SHARD_OUT_BYTES = 2 * BYTES.MB;
const GET_RECORDS_PER_SECOND = 5;
const RECORD_DEFAULT_BYTES = BYTES.MB;
const RECORD_MAX_BYTES = 10 * BYTES.MB;

const SOURCES = [
  'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
  'https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html',
];

const shards = defineTask({
  name: 'shards',
  summary: 'shards for a load of records and consumers',
  inputs: {
    rate: {
      kind: 'rate',
      required: true,
      label: 'Records',
      help: 'Records written in a second, minute, hour or day.',
      example: '5000/s',
    },
    'record-size': {
      kind: 'size',
      max: RECORD_MAX_BYTES,
      required: true,
      label: 'Record size',
      help: 'Size of a record.',
      example: '2KB',
    },
    consumers: {
      kind: 'count',
      asked: true,
      default: '1',
      label: 'Consumers',
      help: 'Applications that read the whole stream.',
      example: '2',
    },
    'fan-out': {
      kind: 'switch',
      label: 'Enhanced fan-out',
      help: 'Every consumer has 2 MB/s of its own from each shard.',
      example: 'true',
    },
    retention: {
      kind: 'duration',
      bare: 'h',
      label: 'Retention',
      help: 'How long records are kept.',
      example: '7d',
    },
  },
  compute(inputs) {
    const bytes = inputs['record-size'];
    const inBytes = timesRate(inputs.rate, bytes);
    // With enhanced fan-out each consumer has a pipe of its own, so that only one of them counts.
    const readers = inputs['fan-out'] ? Math.min(1, inputs.consumers) : inputs.consumers;
    const outBytes = inBytes * readers;
    const byIn = ceilUnits(inBytes / SHARD_IN_BYTES);
    const byRecords = ceilUnits(inputs.rate.perSecond / SHARD_IN_RECORDS);
    const byOut = ceilUnits(outBytes / SHARD_OUT_BYTES);
    const count = Math.max(1, byIn, byRecords, byOut);
    const mb = (amount: number) => `${formatNumber(amount / BYTES.MB, 2)} MB/s`;
    const steps: readonly Step[] = [
      step('written', `${formatRate(inputs.rate)} × ${formatBytes(bytes)}`, mb(inBytes)),
      step('shards by data in', `ceil(${mb(inBytes)} ÷ 1 MB/s)`, byIn),
      step('shards by records', `ceil(${formatNumber(inputs.rate.perSecond)}/s ÷ 1,000/s)`, byRecords),
      step('shards by data out', `ceil(${mb(inBytes)} × ${plural(readers, 'consumer')} ÷ 2 MB/s)`, byOut),
      step(
        'the largest',
        atLeast('1', `max(${byIn}, ${byRecords}, ${byOut})`, byIn + byRecords + byOut === 0),
        count,
      ),
    ];
    const without = Math.max(1, byIn, byRecords);
    const shared = Math.max(without, ceilUnits((inBytes * inputs.consumers) / SHARD_OUT_BYTES));
    return {
      answers: [
        answer('shards', 'Shards', count),
        answer('in', 'by data in', byIn),
        answer('records', 'by records', byRecords),
        answer('out', 'by data out', byOut),
      ],
      steps,
      findings: findings(bytes, inputs.consumers, inputs['fan-out'], inputs.retention),
      traps: [
        ...(without < count
          ? [`Without the consumers it would be ${without}: they share 2 MB/s of each shard.`]
          : []),
        ...(shared > count
          ? [`Shared consumers would need ${shared} shards: enhanced fan-out gives each its own 2 MB/s.`]
          : []),
        ...(byRecords < byIn
          ? [
              `Counting records alone gives ${Math.max(1, byRecords)}: at this size 1 MB/s is full before 1,000 records are.`,
            ]
          : []),
        ...(byRecords > byIn
          ? [
              `Reckoning with megabytes alone gives ${Math.max(1, byIn, byOut)}: small records hit the 1,000 records a second first.`,
            ]
          : []),
      ],
      sources: SOURCES,
    };
  },
  examples: [
    {
      title: 'two consumers share the shards',
      inputs: { rate: '5000/s', 'record-size': '2KB', consumers: '2' },
      expect: { shards: 10, in: 10, records: 5, out: 10 },
    },
    {
      title: 'many small records',
      inputs: { rate: '9000/s', 'record-size': '100B' },
      expect: { shards: 9, in: 1 },
    },
    {
      title: 'four consumers with enhanced fan-out',
      inputs: { rate: '3000/s', 'record-size': '1KB', consumers: '4', 'fan-out': 'true' },
      expect: { shards: 3, out: 2 },
    },
  ],
});

function findings(
  bytes: number,
  consumers: number,
  fanOut: boolean,
  retention: number | undefined,
): readonly Finding[] {
  const found: Finding[] = [];
  if (bytes > RECORD_DEFAULT_BYTES)
    found.push(
      warn(
        'A record above 1 MiB needs the maximum record size of the stream raised (up to 10 MiB since October 2025).',
      ),
    );
  if (!fanOut && consumers > GET_RECORDS_PER_SECOND) {
    found.push(
      warn(
        `A shard answers 5 GetRecords a second for all: ${formatNumber(consumers)} consumers cannot even poll once a second each.`,
      ),
    );
  } else if (!fanOut && consumers > 1) {
    found.push(
      note(
        `A shard answers 5 GetRecords a second for all: each consumer polls every ${formatDuration(consumers / GET_RECORDS_PER_SECOND)} at best.`,
      ),
    );
  }
  if (fanOut && consumers > 20)
    found.push(
      warn('A stream has 20 consumers with enhanced fan-out by default (50 in on-demand advantage mode).'),
    );
  if (retention !== undefined && (retention < 86_400 || retention > 365 * 86_400))
    found.push(wrong('Records are kept from 24 h to 365 d.'));
  return found;
}

export const calculator: Calculator = {
  name: 'kinesis',
  title: 'Kinesis Data Streams shards',
  tasks: [shards],
};
