import { describe, expect, test } from 'vitest';
import type { Answer, CalculatorName } from '../../../src/domain/calculators/calculator.ts';
import { answers, findings, flags } from './ask.ts';

describe('answers', () => {
  test.each<readonly [CalculatorName, string, Readonly<Record<string, Answer['value']>>]>([
    [
      'cidr',
      '--cidr 10.0.0.0/26 --other 10.0.0.192/26',
      { supernet: 'none', cover: '10.0.0.0/24', relation: 'apart' },
    ],
    [
      'cidr',
      '--cidr 10.0.0.0/26 --other 10.0.0.64/26,10.0.0.128/25',
      { supernet: '10.0.0.0/24', overlap: false },
    ],
    [
      'sqs',
      '--lambda-timeout 15min --batching-window 5min --visibility 12h',
      { recommendedVisibility: 5700, mapping: 'accepted' },
    ],
    [
      'sqs',
      '--visibility 30s --max-receives 3 --delay 15min --retention 10min',
      { earliestDeadLetter: 90, fate: 'expires first' },
    ],
    ['sqs', '--visibility 30s --max-receives 20 --retention 10min', { fate: 'expires first' }],
    [
      'sqs',
      '--visibility 30s --max-receives 19 --retention 10min',
      { fate: 'reaches the dead-letter queue' },
    ],
    ['sqs', '--at 0s --to 12h', { visibleAt: 43_200, largest: 43_200 }],
    ['sqs', '--at 1s --to 12h', { visibleAt: 'call rejected', largest: 43_199 }],
    ['sqs', '--age 13d --retention 14d --dlq-retention 4d', { left: 0 }],
    ['sqs', '--task dead-letter --max-receives 5 --visibility 1h --dlq-retention 1d', { left: 68_400 }],
    ['sqs', '--type fifo --rate 3000/s --batch-size 10 --task throughput', { fits: true, calls: 300 }],
    ['sqs', '--type standard --rate 3000/s --task throughput', { fits: true, calls: 3000 }],
    ['sqs', '--rate 3001/s --batch-size 10 --task throughput', { fits: false }],
    ['sqs', '--rate 20000/s --high-throughput', { fits: true }],
    ['sqs', '--message-size 64KB --messages 1', { billed: 1, cycle: 3, allowed: true }],
    ['sqs', '--message-size 65537B --messages 1', { billed: 2, cycle: 5 }],
    ['sqs', '--message-size 1MiB --messages 1', { billed: 16, allowed: true }],
    ['sqs', '--message-size 1048577B --messages 1', { allowed: false }],
    ['sqs', '--message-size 1KB --messages 11', { allowed: false }],
    ['sqs', '--period 30d --consumers 4 --wait 20s', { requests: 518_400 }],
    ['kinesis', '--rate 1000/s --record-size 1KB', { shards: 1, in: 1, records: 1, out: 1 }],
    ['kinesis', '--rate 1001/s --record-size 1KB', { shards: 2, in: 1, records: 2 }],
    ['kinesis', '--rate 60/min --record-size 10B --consumers 0', { shards: 1, out: 0 }],
    ['kinesis', '--rate 2000/s --record-size 1KB --consumers 5', { shards: 5, out: 5 }],
    ['kinesis', '--rate 2000/s --record-size 1KB --consumers 5 --fan-out', { shards: 2, out: 1 }],
    ['lambda', '--rate 6000/min --duration 1.5s', { concurrency: 150, throttledPercent: 0 }],
    ['lambda', '--rate 3000/s --duration 2s --quota 10000', { concurrency: 6000, scalingSeconds: 50 }],
    [
      'lambda',
      '--rate 20000/s --duration 10ms',
      { concurrency: 200, quotaNeeded: 2000, throttledPercent: 50 },
    ],
    ['lambda', '--concurrency 50 --duration 100ms', { maxRate: 500, byDuration: 500, cap: 500 }],
    ['lambda', '--concurrency 50 --duration 200ms', { maxRate: 250 }],
    ['lambda', '--memory 10240MB', { vcpus: 5.789 }],
    ['lambda', '--invocations 3M --memory 1GB --duration 1s', { monthlyUsd: 50.6, gbSeconds: 3_000_000 }],
    ['lambda', '--invocations 3M --memory 1GB --duration 1s --architecture arm64', { computeUsd: 40 }],
    [
      'lambda',
      '--invocations 3M --memory 1GB --duration 1s --free-tier',
      { requestsUsd: 0.4, computeUsd: 43.33 },
    ],
    [
      'api-gateway',
      '--load 10000/s --for 60s',
      { accepted: 600_000, throttled: 0, firstThrottle: 'never', refill: 0.5 },
    ],
    ['api-gateway', '--load 15000/s --for 1s', { accepted: 15_000, throttled: 0, firstThrottle: 'never' }],
    ['api-gateway', '--load 15000/s --for 2s', { accepted: 25_000, throttled: 5000, firstThrottle: 1 }],
    [
      'api-gateway',
      '--load 100/s --stage-limit 50/s --plan-limit 10/s --burst 20 --for 10s',
      { effectiveRate: 10, accepted: 120, throttled: 880 },
    ],
    ['api-gateway', '--spike 3000 --load 12000/s --for 1s', { accepted: 15_000, throttled: 0 }],
    [
      's3-multipart',
      '--size 1GiB',
      { minPart: 5_242_880, parts: 205, lastPart: 4_194_304, suggested: 8_388_608 },
    ],
    ['s3-multipart', '--size 50000GiB', { minPart: 5_368_709_120, parts: 10_000 }],
    ['s3-multipart', '--size 52428800001B', { minPart: 5_242_881 }],
    ['s3-multipart', '--part-size 5MiB', { largestObject: 52_428_800_000 }],
    ['ebs', '--type gp2 --size 1', { iops: 100, burstSeconds: 1802 }],
    ['ebs', '--type gp2 --size 500GiB', { iops: 1500, burstSeconds: 3600, throughput: 250 }],
    ['ebs', '--type gp2 --size 16TiB', { iops: 16_000 }],
    ['ebs', '--type gp2 --iops 3000', { sizeGib: 1000 }],
    ['ebs', '--type gp3 --size 1GiB', { maxIops: 3000, iops: 3000, maxThroughput: 750 }],
    ['ebs', '--type gp3 --size 160GiB --iops 80000', { maxIops: 80_000, maxThroughput: 2000 }],
    ['ebs', '--type gp3 --iops 16000', { sizeGib: 32 }],
    ['ebs', '--type io1 --size 100GiB', { maxIops: 5000 }],
    ['ebs', '--type io1 --size 2000GiB', { maxIops: 64_000 }],
    ['ebs', '--type io2 --size 64TiB', { maxIops: 256_000, maxThroughput: 4000 }],
    ['ebs', '--type io2 --iops 64000', { sizeGib: 64 }],
  ])('%s %s', (name, line, expected) => {
    expect(answers(name, flags(line))).toMatchObject(expected);
  });
});

describe('what is wrong with the settings', () => {
  test.each<readonly [CalculatorName, string, readonly string[]]>([
    [
      'sqs',
      '--wait 20s --visibility 30s --max-receives 20 --retention 10min',
      ['warning: A failing message expires after 10 min'],
    ],
    ['sqs', '--wait 20s --visibility 30s --max-receives 19 --retention 10min', []],
    ['sqs', '--at 30s --to 60s --visibility 30s', ['error: After 30 s the message is visible again']],
    ['sqs', '--at 29s --to 60s --visibility 30s', []],
    ['dynamodb', '--operation PutItem --size 1B --rate 4000/s --mode on-demand', ['warning: One partition']],
    [
      'dynamodb',
      '--operation PutItem --size 1B --rate 4001/s --mode on-demand',
      ['warning: One partition', 'warning: A new on-demand table serves 4,000 writes'],
    ],
    [
      'dynamodb',
      '--operation GetItem --size 1B --rate 24001/s --mode on-demand',
      ['warning: One partition', 'warning: A new on-demand table serves 12,000 reads'],
    ],
    ['sqs', '--wait 20s', []],
    ['sqs', '', ['warning: Receive wait time 0']],
    ['sqs', '--lambda-timeout 60s --visibility 30s', ['error: The mapping is rejected']],
    [
      'sqs',
      '--lambda-timeout 60s --visibility 359s',
      ['warning: The visibility timeout is below the recommended 360 s'],
    ],
    ['sqs', '--lambda-timeout 60s --visibility 360s', []],
    [
      'sqs',
      '--lambda-timeout 16min --visibility 12h',
      ['error: The Lambda timeout is 960 s (16 min); AWS takes 1 s to 900 s (15 min).'],
    ],
    [
      'sqs',
      '--lambda-timeout 1s --visibility 10min --batch-size 100',
      ['error: A batch of more than 10 messages needs a batching window'],
    ],
    ['sqs', '--lambda-timeout 1s --visibility 10min --batch-size 100 --batching-window 1s', []],
    [
      'sqs',
      '--lambda-timeout 1s --visibility 10min --batch-size 10001 --batching-window 1s',
      ['error: A batch from a standard queue'],
    ],
    [
      'sqs',
      '--lambda-timeout 1s --visibility 10min --type fifo --batch-size 11',
      ['error: A batch from a FIFO queue'],
    ],
    [
      'sqs',
      '--lambda-timeout 1s --visibility 10min --type fifo --batching-window 5s',
      ['error: A batching window is not supported'],
    ],
    [
      'sqs',
      '--lambda-timeout 1s --visibility 10min --max-receives 4',
      ['warning: maxReceiveCount 4 is below 5'],
    ],
    [
      'sqs',
      '--wait 20s --visibility 13h',
      ['error: The visibility timeout is 46,800 s (13 h); AWS takes 0 s to 43,200 s (12 h).'],
    ],
    ['sqs', '--wait 21s', ['error: The receive wait time is 21 s; AWS takes 0 s to 20 s.']],
    [
      'sqs',
      '--wait 20s --retention 15d --delay 16min',
      [
        'error: The retention is 1,296,000 s (15 d); AWS takes 60 s (1 min) to 1,209,600 s (14 d).',
        'error: The delay is 960 s (16 min); AWS takes 0 s to 900 s (15 min).',
      ],
    ],
    ['sqs', '--wait 20s --retention 59s', ['error: The retention is 59 s']],
    ['sqs', '--wait 20s --message-size 1025KB', ['error: A message is 1,025 KB']],
    ['sqs', '--wait 20s --processing 31s', ['warning: Work takes 31 s, but after 30 s']],
    [
      'sqs',
      '--wait 20s --processing 13h --visibility 12h',
      ['warning: Work takes 13 h', 'error: A message can be hidden for 12 h'],
    ],
    ['sqs', '--wait 20s --rate 5000/s --processing 25s', ['error: 125,000 messages would be in flight']],
    [
      'sqs',
      '--wait 20s --retention 4d --dlq-retention 4d',
      ['warning: The dead-letter queue must keep messages longer'],
    ],
    ['sqs', '--wait 20s --retention 4d --dlq-retention 14d', []],
    [
      'sqs',
      '--wait 20s --visibility 12h --max-receives 10',
      ['warning: A failing message expires after 4 d'],
    ],
    ['sqs', '--wait 20s --type fifo --rate 301/s', ['warning: 301 calls a second exceed the 300']],
    ['sqs', '--wait 20s --type fifo --rate 3000/s --batch-size 10', ['note: Messages of one group']],
    ['sqs', '--at 40s --to 60s --visibility 30s', ['error: After 30 s the message is visible again']],
    ['sqs', '--at 1h --to 12h', ['error: The call is rejected']],
    ['kinesis', '--rate 1/s --record-size 2MiB', ['warning: A record above 1 MiB']],
    ['kinesis', '--rate 1/s --record-size 1KB --retention 12h', ['error: Records are kept']],
    ['kinesis', '--rate 1/s --record-size 1KB --consumers 6', ['warning: A shard answers 5 GetRecords']],
    ['api-gateway', '--timeout 31s --api http', ['error: An HTTP API waits 30 s']],
    ['api-gateway', '--cache-ttl 2h', ['error: The TTL of the cache']],
    ['api-gateway', '--cache-ttl 1h', []],
    ['ebs', '--type gp3 --size 10GiB --iops 6000', ['error: 6,000 IOPS are more than 5,000']],
    ['ebs', '--type gp3 --size 10GiB --throughput 1000MiB/s', ['warning: 1,000 MiB/s need 4,000 IOPS']],
    ['ebs', '--type gp3 --size 10GiB --iops 2000', ['error: gp3 has 3,000 IOPS at least.']],
  ])('%s %s', (name, line, expected) => {
    const found = findings(name, flags(line));
    expect(found).toEqual(expected.map((each) => expect.stringContaining(each)));
    expect(found).toHaveLength(expected.length);
  });
});
