import { describe, expect, test } from 'vitest';
import type { CalculatorName } from '../../../src/domain/calculators/calculator.ts';
import examples from '../../fixtures/calculators-examples.json' with { type: 'json' };
import { answers, flags } from './ask.ts';

/** `pick` turns the answers into the form that the example has. */
type Call = readonly [CalculatorName, string | readonly string[], Pick];
type Pick = string | ((found: readonly Readonly<Record<string, unknown>>[]) => unknown);

const block = (text: string): Call => [
  'cidr',
  `--cidr ${text}`,
  ([found]) => ({
    total: found?.total,
    usable: found?.usable,
    first: found?.first,
    last: found?.last,
    reserved: found?.reserved,
    netmask: found?.netmask,
  }),
];
const hosts = (count: number): Call => [
  'cidr',
  `--hosts ${count}`,
  ([found]) => ({ prefix: found?.prefix, usable: found?.usable }),
];
const gp2 = (gib: number): Call => ['ebs', `--type gp2 --size ${gib}GiB`, 'iops'];

const CALLS: Readonly<Record<string, Call>> = {
  '80 strongly consistent reads/s of 3 KB items': [
    'dynamodb',
    '--operation GetItem --consistency strong --size 3KB --rate 80/s',
    'capacity',
  ],
  '80 eventually consistent reads/s of 3 KB items': [
    'dynamodb',
    '--operation GetItem --consistency eventual --size 3KB --rate 80/s',
    'capacity',
  ],
  '100 eventually consistent reads/s of 15 KB items': [
    'dynamodb',
    '--operation GetItem --consistency eventual --size 15KB --rate 100/s',
    'capacity',
  ],
  '10 strongly consistent reads/s of 4.1 KB items': [
    'dynamodb',
    '--operation GetItem --consistency strong --size 4.1KB --rate 10/s',
    'capacity',
  ],
  'exactly 4096 bytes strong': ['dynamodb', '--operation GetItem --consistency strong --size 4096B', 'units'],
  '4097 bytes strong': ['dynamodb', '--operation GetItem --consistency strong --size 4097B', 'units'],
  '25 transactional reads/s of 6 KB items': [
    'dynamodb',
    '--operation TransactGetItems --size 6KB --rate 25/s',
    'capacity',
  ],
  '8 KB item: strong / eventual / transactional': [
    'dynamodb',
    ['strong', 'eventual', 'transactional'].map(
      (each) => `--operation GetItem --size 8KB --consistency ${each}`,
    ),
    (found) => found.map((each) => each.units),
  ],
  'BatchGetItem strong of 1.5 KB + 6.5 KB items': [
    'dynamodb',
    '--operation BatchGetItem --consistency strong --size 1.5KB,6.5KB',
    'units',
  ],
  'Query strong returning 100 items of 1 KB each': [
    'dynamodb',
    '--operation Query --consistency strong --size 100x1KB',
    'units',
  ],
  'BatchGetItem strong of 100 items of 1 KB each': [
    'dynamodb',
    '--operation BatchGetItem --consistency strong --size 100x1KB',
    'units',
  ],
  '10 writes/s of 2 KB': ['dynamodb', '--operation PutItem --size 2KB --rate 10/s', 'capacity'],
  '6 writes/s of 4.5 KB': ['dynamodb', '--operation PutItem --size 4.5KB --rate 6/s', 'capacity'],
  '120 writes/min of 2 KB': ['dynamodb', '--operation PutItem --size 2KB --rate 120/min', 'capacity'],
  '1 write/s of 512 bytes': ['dynamodb', '--operation PutItem --size 512B --rate 1/s', 'capacity'],
  '1,025-byte item': ['dynamodb', '--operation PutItem --size 1,025B', 'units'],
  '50 transactional writes/s of 1.2 KB': [
    'dynamodb',
    '--operation TransactWriteItems --size 1.2KB --rate 50/s',
    'capacity',
  ],
  'BatchWriteItem 500 bytes + 3.5 KB': ['dynamodb', '--operation BatchWriteItem --size 500B,3.5KB', 'units'],
  'UpdateItem: 3.2 KB item shrinks to 0.4 KB': [
    'dynamodb',
    '--operation UpdateItem --old-size 3.2KB --size 0.4KB',
    'units',
  ],
  'UpdateItem of one small attribute on a 17 KB item': [
    'dynamodb',
    '--operation UpdateItem --size 17KB',
    'units',
  ],
  'min partitions heuristic for 7,500 RCU + 3,000 WCU, 30 GB': [
    'dynamodb',
    '--rcu 7,500 --wcu 3,000 --storage 30GB',
    'partitions',
  ],
  'on-demand us-east-1: 50M 1.5 KB writes + 200M eventual 3 KB reads per month (USD)': [
    'dynamodb',
    '--writes 50M --write-size 1.5KB --reads 200M --read-size 3KB --consistency eventual',
    'monthlyUsd',
  ],
  '10.0.0.0/28': block('10.0.0.0/28'),
  '10.0.0.0/27': block('10.0.0.0/27'),
  '10.0.1.0/24': block('10.0.1.0/24'),
  '10.0.0.0/20': block('10.0.0.0/20'),
  '10.0.0.0/16': block('10.0.0.0/16'),
  '172.31.16.0/20': block('172.31.16.0/20'),
  '192.168.4.0/22': block('192.168.4.0/22'),
  'split 10.0.0.0/16 into 6 equal subnets (3 AZ x 2 tiers)': [
    'cidr',
    '--cidr 10.0.0.0/16 --into 6',
    ([found]) => ({
      newprefix: found?.prefix,
      subnets: found?.subnets,
      usable_each: found?.usableEach,
      spare: found?.spare,
    }),
  ],
  '10.20.0.0/22 -> 4 x /24': ['cidr', '--cidr 10.20.0.0/22 --prefix 24', 'subnets'],
  'largest equal split of 10.0.0.0/24 into AWS-legal subnets': [
    'cidr',
    '--task split --cidr 10.0.0.0/24',
    ([found]) => ({
      count: found?.count,
      prefix: found?.prefix,
      usable_each: found?.usableEach,
      usable_total: found?.usableTotal,
      lost: found?.lost,
    }),
  ],
  'smallest AWS subnet for 250 hosts': hosts(250),
  'smallest AWS subnet for 252 hosts': hosts(252),
  'smallest AWS subnet for 12 hosts': hosts(12),
  'smallest AWS subnet for 11 hosts': hosts(11),
  'Lambda timeout 30 s, no batch window: recommended visibility': [
    'sqs',
    '--lambda-timeout 30s',
    'recommendedVisibility',
  ],
  'Lambda timeout 30 s, batch window 5 s': [
    'sqs',
    '--lambda-timeout 30s --batching-window 5s',
    'recommendedVisibility',
  ],
  'Lambda timeout 900 s, window 300 s': [
    'sqs',
    '--lambda-timeout 900s --batching-window 300s',
    'recommendedVisibility',
  ],
  'Lambda timeout 60 s with queue visibility 30 s': [
    'sqs',
    '--lambda-timeout 60s --visibility 30s',
    ([found]) =>
      found?.mapping === 'rejected'
        ? 'invalid: mapping creation is rejected (function timeout > visibility timeout)'
        : found,
  ],
  'received t=0 with VT 30; ChangeMessageVisibility(600) at t=20: visible again at': [
    'sqs',
    '--visibility 30s --to 600s --at 20s',
    'visibleAt',
  ],
  'largest ChangeMessageVisibility accepted at t=3600': ['sqs', '--at 3600s', 'largest'],
  'VT 300 s, maxReceiveCount 5: earliest move to DLQ after first receive (s)': [
    'sqs',
    '--visibility 300s --max-receives 5',
    'earliestDeadLetter',
  ],
  'VT 12 h, maxReceiveCount 10, retention 4 d': [
    'sqs',
    '--visibility 12h --max-receives 10 --retention 4d',
    ([found]) => `${found?.fate}: 10*12h = ${Number(found?.earliestDeadLetter) / 3600} h > 96 h`,
  ],
  'standard: source retention 4 d, moved to DLQ after 3 d, DLQ retention 4 d: time left in DLQ (days)': [
    'sqs',
    '--type standard --retention 4d --age 3d --dlq-retention 4d',
    'leftDays',
  ],
  'FIFO same case (timestamp resets): days left': [
    'sqs',
    '--type fifo --retention 4d --age 3d --dlq-retention 4d',
    'leftDays',
  ],
  '5,000 rec/s of 2 KB, 2 shared consumers': [
    'kinesis',
    '--rate 5,000/s --record-size 2KB --consumers 2',
    ([found]) => ({
      in: found?.in,
      rec: found?.records,
      out: found?.out,
      shards: found?.shards,
    }),
  ],
  '200 rps x 350 ms -> concurrency': ['lambda', '--rate 200rps --duration 350ms', 'concurrency'],
  'max rps at concurrency 100 with 20 ms duration': [
    'lambda',
    '--concurrency 100 --duration 20ms',
    ([found]) => ({ by_duration: found?.byDuration, cap_10x: found?.maxRate }),
  ],
  '10M invocations, 512 MB, 120 ms x86 (USD, no free tier)': [
    'lambda',
    '--invocations 10M --memory 512MB --duration 120ms --architecture x86',
    'monthlyUsd',
  ],
  'min part size for 100 GiB object (bytes)': ['s3-multipart', '--size 100GiB', 'minPart'],
  'min part size for 5 TiB': ['s3-multipart', '--size 5TiB', 'minPart'],
  'max multipart object': [
    's3-multipart',
    '--part-size 5GiB',
    ([found]) => {
      const gib = Number(found?.largestObject) / 1024 ** 3;
      return `${gib} GiB = ${(gib / 1024).toFixed(1)} TiB`;
    },
  ],
  'gp2 20 GiB baseline IOPS': gp2(20),
  'gp2 100 GiB baseline IOPS': gp2(100),
  'gp2 334 GiB baseline IOPS': gp2(334),
  'gp2 1000 GiB baseline IOPS': gp2(1000),
  'gp2 5334 GiB baseline IOPS': gp2(5334),
  'gp2 100 GiB burst seconds at 3,000 IOPS': ['ebs', '--type gp2 --size 100GiB', 'burstSeconds'],
};

describe('worked examples', () => {
  test.each(examples.map((example) => [example.cat, example.case, example.answer] as const))(
    '%s: %s',
    (_, name, expected) => {
      const call = CALLS[name];
      if (call === undefined) throw new Error('not bound to a calculator');
      const [calculator, lines, pick] = call;
      const found = [lines].flat().map((line) => answers(calculator, flags(line)));
      expect(typeof pick === 'string' ? found[0]?.[pick] : pick(found)).toEqual(expected);
    },
  );

  test('every call belongs to an example', () => {
    expect(Object.keys(CALLS).sort()).toEqual(examples.map((example) => example.case).sort());
    expect(examples).toHaveLength(59);
  });
});
