import { describe, expect, test } from 'vitest';
import type { CalculatorName } from '../../../src/domain/calculators/calculator.ts';
import { answers, ask, findings, flags, messages } from './ask.ts';

/** Worked by hand: at a boundary, one below, one above, and where two rules meet. */
type Row = readonly [CalculatorName, string, Readonly<Record<string, unknown>>];

const item = (value: unknown) => JSON.stringify(value);

describe('dynamodb', () => {
  test.each<Row>([
    ['dynamodb', '--operation GetItem --size 4097B', { units: 1 }],
    ['dynamodb', '--operation GetItem --size 4097B --consistency transactional', { units: 4 }],
    ['dynamodb', '--operation GetItem --size 400KB --consistency strong', { units: 100 }],
    ['dynamodb', '--operation GetItem --size 9KB', { units: 1.5 }],
    ['dynamodb', '--operation GetItem --size 1B --rate 1/s', { capacity: 1, units: 0.5 }],
    ['dynamodb', '--operation GetItem --size 5KB --rate 90/min', { capacity: 2, units: 1 }],
    ['dynamodb', '--operation GetItem --size 17KB --consistency transactional --rate 7/s', { capacity: 70 }],
    ['dynamodb', '--operation BatchGetItem --size 1KB,5KB,9KB', { units: 3 }],
    ['dynamodb', '--operation BatchGetItem --size 50x400KB --consistency strong', { units: 5000 }],
    ['dynamodb', '--operation Query --size 7x1.5KB', { units: 1.5 }],
    ['dynamodb', '--operation Query --size 4x1KB,1B --consistency strong', { units: 2 }],
    ['dynamodb', '--operation Scan --size 2000x512B --consistency strong', { units: 250 }],
    ['dynamodb', '--operation Scan --size 1GB', { units: 131_072 }],
    [
      'dynamodb',
      '--operation Query --size 10x512B --index lsi --fetch-size 6KB --consistency strong',
      { units: 22 },
    ],
    ['dynamodb', '--operation TransactGetItems --size 1.5KB,6.5KB --rate 10/s', { capacity: 60 }],
    ['dynamodb', '--operation PutItem --size 1.5KB --rate 100/min', { capacity: 4, units: 2 }],
    ['dynamodb', '--operation TransactWriteItems --size 1.2KB --rate 120/min', { capacity: 8, units: 4 }],
    ['dynamodb', '--operation PutItem --size 2KB --old-size 5KB', { units: 5 }],
    ['dynamodb', '--operation DeleteItem --missing', { units: 1 }],
    [
      'dynamodb',
      '--operation PutItem --size 2.5KB --indexes 1 --index-type lsi --index-change new --rate 10/s',
      { capacity: 60, table: 60 },
    ],
    [
      'dynamodb',
      '--operation UpdateItem --size 2.5KB --indexes 3 --index-change none',
      { units: 3, index: 0 },
    ],
    ['dynamodb', '--rcu 3000 --wcu 1000 --storage 10GB', { partitions: 2 }],
    ['dynamodb', '--rcu 3001 --wcu 1000 --storage 10GB', { partitions: 3 }],
    ['dynamodb', '--rcu 1500 --wcu 500 --storage 10.1GB', { partitions: 2 }],
    ['dynamodb', '--hot-item-size 400KB', { hotReads: 60, hotWrites: 2 }],
    ['dynamodb', '--reads 10M --read-size 4.1KB --consistency strong', { monthlyUsd: 2.5 }],
    ['dynamodb', '--writes 1M --write-kind transactional --write-size 1.2KB', { monthlyUsd: 2.5 }],
  ])('%s %s', (name, line, expected) => {
    expect(answers(name, flags(line))).toMatchObject(expected);
  });

  test.each([
    // pk 2 + 6, n 1 + 3 + 1, ok 2 + 1, none 4 + 1, tags 4 + 3 + 2 + 3, m 1 + 3 + 1 + 1 + 2.
    [{ pk: 'user#1', n: 12345, ok: true, none: null, tags: ['a', 'bb'], m: { x: 1 } }, 41],
    [{ pk: 'x'.repeat(1022) }, 1024],
    [{ pk: '😀'.repeat(256) }, 1026],
    [{ pk: { S: 'k' }, n: { N: '1000000' } }, 6],
    [{ pk: { S: 'é' }, bin: { B: 'aGVsbG8=' }, ss: { SS: ['ab', 'cde'] } }, 4 + 8 + 7],
    [{ pk: { N: '-3.14' }, l: { L: [] }, nul: { NULL: true } }, 6 + 4 + 4],
  ])('%j has %i bytes', (value, itemBytes) => {
    expect(answers('dynamodb', { operation: 'PutItem', item: item(value) })).toMatchObject({
      itemBytes,
      units: Math.ceil(itemBytes / 1024),
    });
  });

  test('a response above 16 MB is charged, and comes in parts', () => {
    expect(findings('dynamodb', flags('--operation BatchGetItem --size 50x400KB'))[0]).toContain(
      'UnprocessedKeys',
    );
  });
});

describe('cidr', () => {
  test.each<Row>([
    [
      'cidr',
      '--cidr 10.0.0.17/28',
      { network: '10.0.0.16/28', first: '10.0.0.20', last: '10.0.0.30', usable: 11 },
    ],
    ['cidr', '--cidr 192.168.1.200/26', { network: '192.168.1.192/26', usable: 59, last: '192.168.1.254' }],
    ['cidr', '--cidr 10.0.0.0/15', { legal: false }],
    ['cidr', '--cidr 10.0.0.5/32', { usable: 0, legal: false, first: 'none' }],
    ['cidr', '--cidr 10.0.0.0/24 --into 3', { prefix: 26, usableEach: 59, spare: ['10.0.0.192/26'] }],
    ['cidr', '--cidr 10.0.0.0/16 --into 257', { prefix: 25, count: 257 }],
    ['cidr', '--cidr 10.0.0.0/16 --prefix /20', { count: 16, usableEach: 4091 }],
    ['cidr', '--cidr 2600:1f16:abc::/56 --into 4', { prefix: 60 }],
    ['cidr', '--hosts 27', { prefix: 27 }],
    ['cidr', '--hosts 28', { prefix: 26 }],
    ['cidr', '--hosts 507', { prefix: 23 }],
    ['cidr', '--hosts "508 hosts"', { prefix: 22 }],
    ['cidr', '--hosts 65531', { prefix: 16 }],
    [
      'cidr',
      '--cidr 10.0.1.0/24 --other 10.0.0.0/16',
      { relation: 'inside', contains: false, overlap: true },
    ],
    ['cidr', '--cidr 10.0.0.0/24 --other 10.0.1.0/24', { relation: 'adjacent', supernet: '10.0.0.0/23' }],
    ['cidr', '--cidr 10.0.0.0/24 --tiers a:100 --azs 1', { leftAddresses: 128 }],
    ['cidr', '--cidr 172.20.0.0/16 --secondary 172.31.0.0/16', { allowed: false }],
    ['cidr', '--cidr 10.4.0.0/16 --secondary 169.254.0.0/24', { allowed: false }],
  ])('%s %s', (name, line, expected) => {
    expect(answers(name, flags(line))).toMatchObject(expected);
  });

  const peering = 'could not be peered';
  test.each([
    ['10.0.0.0/16', '10.0.128.0/17', true],
    ['10.0.0.0/16', '10.1.0.0/16', false],
    // An address in a block is no second VPC.
    ['10.0.0.0/16', '10.0.3.77', false],
  ])('%s and %s: a word on peering is %s', (cidr, other, said) => {
    expect(findings('cidr', { cidr, other }).some((each) => each.includes(peering))).toBe(said);
  });

  test.each([
    ['10.0.0.0/16', '10.0.128.0/17', '10.0.0.0/16 contains 10.0.128.0/17'],
    ['10.0.1.0/24', '10.0.0.0/16', '10.0.1.0/24 lies inside 10.0.0.0/16'],
    ['10.0.1.0/24', '10.0.2.0/24', 'next to each other, with no address in common'],
    ['10.0.1.0/24', '10.0.9.0/24', 'apart, with other addresses between them'],
    ['10.0.1.0/24', '10.0.1.0/24', '10.0.1.0/24 and 10.0.1.0/24 are the same block'],
  ])('%s and %s: %s', (cidr, other, text) => {
    const done = ask('cidr', { cidr, other });
    expect(done.ok && done.result.answers.find(({ name }) => name === 'relation')?.text).toBe(text);
  });
});

describe('sqs', () => {
  test.each<Row>([
    ['sqs', '--lambda-timeout 30s --visibility 30s', { mapping: 'accepted', recommendedVisibility: 180 }],
    ['sqs', '--lambda-timeout 31s --visibility 30s', { mapping: 'rejected' }],
    ['sqs', '--visibility 43200s --wait 20s', { verdict: 'fine' }],
    ['sqs', '--visibility 43201s --wait 20s', { verdict: 'rejected' }],
    ['sqs', '--visibility 1.5s --wait 20s', { verdict: 'rejected' }],
    ['sqs', '--retention 14d --wait 20s', { verdict: 'fine' }],
    ['sqs', '--retention 59s --visibility 5s --wait 20s', { verdict: 'rejected' }],
    ['sqs', '--message-size 65537B --wait 20s', { billed: 2 }],
    [
      'sqs',
      '--rate 1000/s --processing 120s --visibility 10min --wait 20s',
      { inFlight: 120_000, verdict: 'fine' },
    ],
    ['sqs', '--rate 1001/s --processing 120s --visibility 10min --wait 20s', { verdict: 'rejected' }],
    ['sqs', '--at 1h --to 11h', { visibleAt: 43_200 }],
    ['sqs', '--at 1h --to 39601s', { visibleAt: 'call rejected' }],
    ['sqs', '--at 31s --to 600s --visibility 30s', { visibleAt: 'visible already' }],
    ['sqs', '--at 29s --to 0s --visibility 30s', { visibleAt: 29 }],
    ['sqs', '--age 4d --dlq-retention 4d --retention 5d', { left: 0 }],
    ['sqs', '--task polling --wait 10s --consumers 4 --period 1d', { requests: 34_560 }],
    ['sqs', '--task payload --message-size 1MiB', { billed: 16, allowed: true }],
    ['sqs', '--task payload --message-size 10KB --messages 10', { billed: 2 }],
    ['sqs', '--task throughput --rate 3000/s --batch-size 10', { fits: true, calls: 300 }],
    ['sqs', '--task throughput --rate 3001/s --batch-size 10', { fits: false }],
  ])('%s %s', (name, line, expected) => {
    expect(answers(name, flags(line))).toMatchObject(expected);
  });

  test('what is not billed is said first: SQS does not take it', () => {
    const names = (line: string) => Object.keys(answers('sqs', flags(`--task payload ${line}`)));
    expect(names('--message-size 64KB')[0]).toBe('billed');
    expect(names('--message-size 200KB --messages 10')[0]).toBe('allowed');
  });
});

describe('the others', () => {
  test.each<Row>([
    ['kinesis', '--rate 60000/min --record-size 500B', { shards: 1 }],
    ['kinesis', '--rate 60001/min --record-size 500B', { shards: 2 }],
    ['kinesis', '--rate 100/s --record-size 50KB --consumers 3', { shards: 8, in: 5, out: 8 }],
    ['lambda', '--rate 3/s --duration 350ms', { concurrency: 2 }],
    ['lambda', '--rate 1001/s --duration 1s', { concurrency: 1001, throttledPercent: 0.1 }],
    ['lambda', '--concurrency 100 --duration 1.5ms', { maxRate: 1000, byDuration: 100_000 / 1.5 }],
    ['lambda', '--concurrency 100 --duration 100ms', { maxRate: 1000 }],
    ['lambda', '--memory 10GB', { vcpus: 5.789 }],
    ['lambda', '--invocations 3M --memory 512MB --duration 1s --free-tier', { monthlyUsd: 18.73 }],
    ['api-gateway', '--load 15000/s --for 1s', { accepted: 15_000, throttled: 0 }],
    ['api-gateway', '--load 15000/s --for 2s', { accepted: 25_000, throttled: 5000 }],
    ['api-gateway', '--spike 5001', { accepted: 5000, throttled: 1 }],
    ['s3-multipart', '--size 50000MiB', { minPart: 5_242_880, parts: 10_000 }],
    ['s3-multipart', '--size 50001MiB', { minPart: 5_242_985 }],
    ['s3-multipart', '--size 50000GiB', { minPart: 5_368_709_120 }],
    ['s3-multipart', '--size 1GiB --part-size 5MiB', { parts: 205, lastPart: 4 * 1024 ** 2 }],
    ['ebs', '--type gp2 --size 33GiB', { iops: 100 }],
    ['ebs', '--type gp2 --size 5333GiB', { iops: 15_999 }],
    ['ebs', '--type gp2 --iops 3001', { sizeGib: 1001 }],
    ['ebs', '--type gp3 --size 7GiB', { maxIops: 3500, maxThroughput: 875, throughputNow: 750 }],
    ['ebs', '--type gp3 --size 500GiB --throughput 1000MiB/s', { iopsNeeded: 4000, maxThroughput: 2000 }],
    ['ebs', '--type gp3 --throughput 1000MiB/s', { sizeGib: 8, iopsNeeded: 4000 }],
    ['ebs', '--type gp3 --throughput 125MiB/s', { sizeGib: 1, iopsNeeded: 3000 }],
    ['ebs', '--type gp3 --iops "16000 IOPS"', { sizeGib: 32 }],
  ])('%s %s', (name, line, expected) => {
    expect(answers(name, flags(line))).toMatchObject(expected);
  });
});

describe('units as people write them', () => {
  const query = (size: string) => ask('dynamodb', { operation: 'Query', consistency: 'strong', size });
  test.each([
    [
      '1KB,500B',
      [
        [1024, 1],
        [500, 1],
      ],
    ],
    [
      '500B, 3.5KB',
      [
        [500, 1],
        [3584, 1],
      ],
    ],
    ['1,025B', [[1025, 1]]],
    [
      '1,025B,2KB',
      [
        [1025, 1],
        [2048, 1],
      ],
    ],
    ['3KB x 2', [[3072, 2]]],
    ['2 × 3 KB', [[3072, 2]]],
    ['6 kilobytes', [[6144, 1]]],
  ])('%s', (size, groups) => {
    const done = query(size);
    expect(done.ok && done.inputs.find(({ name }) => name === 'size')?.value).toEqual(
      groups.map(([bytes, count]) => ({ bytes, count })),
    );
  });

  test.each([
    ['1,5 KB', 'has a part without a unit (two sizes are 1KB,5KB; the decimal sign is a point)'],
    ['1,5', 'has a part without a unit'],
    ['6XB', 'has the unit "XB", which is not one of a size (B, KB, MB, GB or TB)'],
    ['6 Kb', '(bits)'],
  ])('%s is refused', (size, why) => {
    expect(messages('dynamodb', { operation: 'Query', size })[0]).toContain(why);
    expect(messages('dynamodb', { operation: 'Query', size })[0]).toContain('--size');
    expect(messages('dynamodb', { operation: 'Query', size })[0]).toContain('for example 6KB');
  });

  test.each([
    ['dynamodb', '--operation GetItem --size 6KiB --consistency strong', []],
    ['dynamodb', '--operation GetItem --size 6KB --consistency strong', ['powers of two: KiB']],
    ['dynamodb', '--operation GetItem --size 6 --consistency strong --rate 5', ['unit: B', 'unit: /s']],
    ['dynamodb', '--operation GetItem --size 10k --consistency strong', ['unit: KB']],
    ['dynamodb', '--operation PutItem --size 1KB --old-size 2KB', ['powers of two: KiB']],
    ['ebs', '--type gp2 --size 100', ['unit: GiB']],
    ['s3-multipart', '--size 100GB', ['powers of two: GiB']],
    ['lambda', '--memory 512', ['unit: MB']],
    ['sqs', '--at 20 --to 10min', ['unit: s']],
    ['ebs', '--type gp3 --size 10GiB --throughput 300', ['unit: MiB/s']],
  ] as const)('%s %s says what was understood', (name, line, expected) => {
    const done = ask(name, flags(line));
    expect(done.ok && done.assumed.map(({ why, taken }) => `${why}: ${taken}`)).toEqual(expected);
  });

  test.each(['strongly consistent', 'Strong', 'strong reads', 'strongly-consistent reads'])(
    '"%s"',
    (consistency) => {
      expect(answers('dynamodb', { operation: 'get', size: '4KB', consistency })).toMatchObject({ units: 1 });
    },
  );
});

describe('traps carry the numbers of the question', () => {
  const traps = (name: CalculatorName, line: string) => {
    const done = ask(name, flags(line));
    return done.ok ? done.result.traps.join(' ') : '';
  };
  test.each<readonly [CalculatorName, string, readonly string[]]>([
    [
      'dynamodb',
      '--operation GetItem --size 3KB --rate 80/s',
      ['30 RCU', 'Rounding the half unit of each request up gives 80 RCU', '120 RCU'],
    ],
    [
      'dynamodb',
      '--operation GetItem --size 6KB --rate 12000/min --consistency strong',
      ['300 RCU', '24,000 RCU: divide by 60'],
    ],
    ['dynamodb', '--operation PutItem --size 1.5KB --rate 200/s', ['300 WCU', '200 WCU']],
    ['dynamodb', '--operation TransactWriteItems --size 1.2KB --rate 2/s', ['6 WCU']],
    ['dynamodb', '--rcu 7500 --wcu 3000 --storage 30GB', ['gives 3']],
    ['cidr', '--cidr 10.0.0.0/24 --into 3', ['1 is left over', '/27', '15 in all', '62 each']],
    ['cidr', '--cidr 10.0.1.0/24 --other 10.0.2.0/24', ['a /23 cannot begin at 10.0.1.0']],
    ['sqs', '--lambda-timeout 30s --batching-window 5s', ['180 s', '210 s']],
    ['kinesis', '--rate 5000/s --record-size 2KB', ['records alone gives 5']],
    ['lambda', '--rate 12000/min --duration 350ms', ['4,200']],
    ['api-gateway', '--load 20000/s --for 10s', ['150,000', '100,000']],
    ['ebs', '--type gp2 --iops 16000', ['5,333 GiB', '15,999']],
    ['ebs', '--type io2 --iops 6000', ['120 GiB']],
  ])('%s %s', (name, line, numbers) => {
    for (const number of numbers) expect(traps(name, line)).toContain(number);
  });

  test('no trap gives the right number, or one that nobody would believe', () => {
    expect(traps('dynamodb', '--operation GetItem --size 4KB --rate 10/s --consistency strong')).not.toMatch(
      /gives 10 RCU|be 10 RCU/,
    );
    expect(traps('dynamodb', '--operation GetItem --size 6B --consistency strong')).toBe('');
  });
});

test('money is rounded half a cent up, and cents hide nothing below a dollar', () => {
  const text = (line: string) => {
    const done = ask('dynamodb', flags(line));
    return done.ok ? done.result.answers.map((each) => each.text) : [];
  };
  expect(text('--task cost --mode provisioned --rcu 100 --wcu 50')).toEqual(['$33.22', '$23.73', '$9.49']);
  expect(text('--writes 1M')[0]).toBe('$0.625');
});
