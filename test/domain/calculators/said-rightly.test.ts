import { describe, expect, test } from 'vitest';
import type { CalculatorName } from '../../../src/domain/calculators/calculator.ts';
import { ask, flags, messages } from './ask.ts';

/** What a result says beside its answers: the working, the traps, what was assumed. */
function said(name: CalculatorName, line: string) {
  const done = ask(name, flags(line));
  if (!done.ok) throw new Error(done.problems.map(({ message }) => message).join(' '));
  return {
    steps: done.result.steps.map(({ expression, value }) => `${expression} = ${value}`),
    traps: done.result.traps.join(' '),
    assumed: done.assumed.map(({ text }) => text),
    taken: done.assumed.map(({ taken }) => taken),
  };
}

describe('a mistake is made with all parts of a request alike', () => {
  const lsi = '--operation Query --size 3x3KB --index lsi --fetch-size 5KB';
  test.each([
    // Items of 9 KB, and three of 5 KB fetched: 9 + 15 steps of 1 KB; (9 + 15) ÷ 4 without rounding.
    ['dynamodb', lsi, 'Without rounding it would be 3 RCU'],
    ['dynamodb', lsi, 'Counting in steps of 1 KB gives 12 RCU'],
    // ceil(4.5 ÷ 4) twice; (3 + 3) × ½ = 3 RCU are right.
    [
      'dynamodb',
      '--operation Query --size 9KB --index lsi --fetch-size 9KB',
      'Halving the size before rounding gives 4 RCU',
    ],
    // 1,536 B in the table and 600 B in the index: 2,136 ÷ 1,024.
    [
      'dynamodb',
      '--operation PutItem --size 1536B --indexes 1 --index-type lsi --projected-size 600B',
      'Without rounding it would be 2.09 WCU',
    ],
    // The new size alone: 2 in the table, 2 in each index.
    [
      'dynamodb',
      '--operation UpdateItem --size 1.5KB --old-size 3.2KB --indexes 2 --index-type lsi --rate 100/s',
      'Counting only the new size gives 600 WCU',
    ],
    // 1.5 KB + 1.5 KB = 3 KB in the table; entries of 0.6 KB each: 1.2 KB, 2 units.
    [
      'dynamodb',
      '--operation BatchWriteItem --size 2x1.5KB --indexes 1 --index-type lsi --projected-size 600B',
      'Adding the sizes before rounding gives 5 WCU',
    ],
    // Doubled: ceil(3 KB).
    [
      'dynamodb',
      '--operation TransactWriteItems --size 1.5KB',
      'Doubling the size before rounding gives 3 WCU',
    ],
  ] as const)('%s %s: %s', (name, line, trap) => {
    expect(said(name, line).traps).toContain(trap);
  });

  test('halving both parts before rounding may come out right, and is then no trap', () => {
    // ceil(4.5 ÷ 4) + 3 × ceil(2.5 ÷ 4) = 5 RCU, which another trap has said already.
    expect(said('dynamodb', lsi).traps).not.toContain('Halving');
    expect(said('dynamodb', lsi).traps).not.toMatch(/ 2 RCU/);
  });
});

describe('table and GSIs are rounded up each by itself', () => {
  const slow = '--operation PutItem --size 1KB --rate 10/min --indexes 1';
  test.each([
    [slow, 'ceil(0.1667) + 1 × ceil(0.1667) = 2 WCU'],
    [`${slow} --index-type lsi`, 'ceil(0.3333) = 1 WCU'],
    ['--operation PutItem --size 1KB --rate 10/s --indexes 2', '10/s × 3 = 30 WCU'],
    [
      '--operation PutItem --size 1.5KB --rate 90/min --indexes 2 --index-change none',
      '90/min × 2 (90/min = 1.5/s) = 3 WCU',
    ],
  ])('%s ends with %s', (line, last) => {
    expect(said('dynamodb', line).steps.at(-1)).toBe(last);
  });

  test('what one rounding would give is a trap beside the answer of two', () => {
    // 70/min × 2 = 2.33 WCU: 2 + 2 are right, and the table alone would be 2.
    expect(said('dynamodb', '--operation PutItem --size 1KB --rate 70/min --indexes 1').traps).toContain(
      'Counting the table alone gives 2 WCU',
    );
    // 6/min × (1 + 1): 1 + 1 are right; the table alone is 1, as is one rounding of both.
    expect(said('dynamodb', '--operation PutItem --size 1KB --rate 6/min --indexes 1').traps).toContain(
      'Counting the table alone gives 1 WCU',
    );
  });

  test('on-demand is not rounded', () => {
    expect(said('dynamodb', `${slow} --mode on-demand`).steps.at(-1)).toMatch(/= 0\.3333 WRU$/);
  });
});

describe('the smallest volume', () => {
  test.each([
    ['--type io1 --iops 100', 'max(4, ceil(100 ÷ 50 IOPS per GiB)) = 4 GiB'],
    ['--type io1 --iops 201', 'ceil(201 ÷ 50 IOPS per GiB) = 5 GiB'],
    ['--type io2 --iops 3000', 'max(4, ceil(3,000 ÷ 1,000 IOPS per GiB)) = 4 GiB'],
    ['--type gp2 --iops 50', '100 IOPS come with every gp2 volume = 1 GiB'],
    ['--type gp3 --throughput 1000.3MiB/s', 'ceil(4,002 ÷ 500 IOPS per GiB) = 9 GiB'],
  ])('%s: %s', (line, last) => {
    expect(said('ebs', line).steps.at(-1)).toBe(last);
  });

  test('the rule of another type is told with the smallest size of that type', () => {
    expect(said('ebs', '--type io1 --iops 1000').traps).toContain('and would give 4 GiB');
    expect(said('ebs', '--type io1 --iops 150').traps).not.toContain('rule of io2');
  });

  test.each(['io1', 'io2'])('%s has 100 IOPS at least, with a size and without', (type) => {
    expect(messages('ebs', flags(`--type ${type} --iops 99`))).toEqual([
      `--iops: ${type} has 100 IOPS at least. Give for example --iops 100, or take gp3, which has 3,000 at every size.`,
    ]);
    const done = ask('ebs', flags(`--type ${type} --size 10GiB --iops 99`));
    expect(done.ok && done.result.findings[0]?.text).toBe(`${type} has 100 IOPS at least.`);
  });
});

describe('what was not written is said', () => {
  test.each([
    ['2K x 100', '--size 2K x 100 has half a unit and is taken as 2 KB x 100'],
    ['100x2K', '--size 100x2K has half a unit and is taken as 100x2 KB'],
    ['100 x 2', '--size 100 x 2 has no unit and is taken as 100 x 2 B'],
    ['6', '--size 6 has no unit and is taken as 6 B'],
    ['2M', '--size 2M has half a unit and is taken as 2 MiB'],
  ])('--size "%s"', (size, text) => {
    const done = ask('dynamodb', { operation: 'Query', consistency: 'strong', size });
    expect(done.ok && done.assumed.map((each) => each.text)).toEqual([text]);
  });

  test.each([
    ['ebs', '--type gp3 --size 10GiB --throughput 130', 'MiB/s', '130 MiB/s'],
    ['ebs', '--type gp2 --size 100', 'GiB', '100 GiB'],
    // The memory of a function is known in MB, and a DynamoDB item in KB.
    ['lambda', '--memory 512', 'MB', '512 MB'],
    ['dynamodb', '--operation GetItem --size 2k --consistency strong', 'KB', '2 KB'],
  ] as const)('%s %s is taken in %s, as the results say', (name, line, unit, text) => {
    expect(said(name, line).taken).toEqual([unit]);
    expect(said(name, line).assumed[0]).toMatch(new RegExp(`taken as ${text}$`));
  });

  test.each(['250Mb/s', '250 Mbit/s', '250Mbps', '2Gib/s'])('%s are bits', (throughput) => {
    const [message] = messages('ebs', { type: 'gp3', size: '10GiB', throughput });
    expect(message).toContain('which is not one of a throughput (bits)');
  });
});

describe('a split that cannot be', () => {
  const would = (prefix: number) => `the subnets would be /${prefix}, and AWS takes /16 to /28`;
  test.each([
    [
      '--cidr 10.0.0.0/8 --into 4',
      `--into: ${would(10)}: they are too large for a subnet. Give a number from 129 to 4,096, or a smaller block.`,
    ],
    [
      '--cidr 10.0.0.0/8 --into 128',
      `--into: ${would(15)}: they are too large for a subnet. Give a number from 129 to 4,096, or a smaller block.`,
    ],
    [
      '--cidr 0.0.0.0/0 --into 4',
      `--into: ${would(2)}: they are too large for a subnet. Give a smaller block.`,
    ],
    [
      '--cidr 10.0.0.0/26 --into 8',
      `--into: ${would(29)}, so that 10.0.0.0/26 has room for 4 at most. Give a number up to 4, or a larger block.`,
    ],
    [
      '--cidr 10.0.0.0/30 --into 2',
      `--into: ${would(31)}, so that 10.0.0.0/30 has room for none. Give a larger block.`,
    ],
    [
      '--cidr 10.0.0.0/8 --into 65536',
      '--into: 10.0.0.0/8 holds 65,536 blocks of /24, more than can be listed. Give a number up to 4,096.',
    ],
    [
      '--cidr 10.0.0.0/8 --prefix 24',
      '--prefix: 10.0.0.0/8 holds 65,536 blocks of /24, more than can be listed. Give a prefix of /20 or less.',
    ],
    [
      '--cidr 10.0.0.0/8 --task split',
      '--cidr: 10.0.0.0/8 holds 1,048,576 blocks of /28, more than can be listed. Give --prefix 20 or less.',
    ],
    [
      '--cidr 2001:db8::/32 --into 6',
      '--into: the subnets would be /36, and AWS takes /44 to /64 in steps of 4: they are too large for a subnet. Give a number from 257 to 4,096, or a smaller block.',
    ],
  ])('%s', (line, message) => {
    expect(messages('cidr', flags(line))).toEqual([message]);
  });

  test.each(['10.0.0.0/8 --into 129', '10.0.0.0/8 --into 4096', '2001:db8::/32 --into 257'])(
    'what a hint names can be had: %s',
    (line) => {
      expect(ask('cidr', flags(`--cidr ${line}`))).toMatchObject({ ok: true });
    },
  );
});

test.each(['projected-size', 'fetch-size'])('--%s is no more than an item', (name) => {
  const line = {
    'projected-size': '--operation PutItem --size 1KB --indexes 1',
    'fetch-size': '--operation Query --size 1KB --index lsi',
  }[name] as string;
  expect(ask('dynamodb', { ...flags(line), [name]: '400KB' })).toMatchObject({ ok: true });
  expect(messages('dynamodb', { ...flags(line), [name]: '10GB' })[0]).toMatch(/above the maximum of 400 KB/);
});
