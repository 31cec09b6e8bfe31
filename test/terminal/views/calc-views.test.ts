import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/domain/calculators/calculate.ts';
import { calculators } from '../../../src/domain/calculators/index.ts';
import { calculatorNames } from '../../../src/domain/calculators/names.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';
import { barLines, tableLines } from '../../../src/terminal/views/calc-drawing.ts';
import { calcHelpView, calcListView } from '../../../src/terminal/views/calc-help.ts';
import { calcResultView } from '../../../src/terminal/views/calc-result.ts';
import { widthOf } from '../../../src/terminal/wrap.ts';
import { all, flags } from '../../domain/calculators/ask.ts';

const page = (columns: number, unicode = true) => ({ columns, unicode, colors: false });
const framed = (text: string) => `\n${text}\n`;

function result(name: keyof typeof all, line: string, columns: number, unicode = true): string {
  const done = calculate(all[name], flags(line));
  if (!done.ok) throw new Error(done.problems.map(({ message }) => message).join());
  return framed(calcResultView(page(columns, unicode), done));
}

describe('a result: answer, steps, trap, source', () => {
  const reads = '--operation GetItem --size 6KB --rate 200/s --consistency strong';
  test('at 100 columns', () => {
    expect(result('dynamodb', reads, 100)).toMatchInlineSnapshot(`
      "
      Capacity to provision  400 RCU
      Units of one request   2 RCU

      Steps
        round the size up to 4 KB  ceil(6 KB ÷ 4 KB) = 2 blocks of 4 KB
        strong consistency         2 × 1 = 2 RCU a request
        times the rate             200/s × 2 = 400 RCU

        Consistency    RCU a request  for 200/s
        strong                     2  400 RCU
        eventual                   1  200 RCU
        transactional              4  800 RCU

      Traps
        · Without rounding it would be 300 RCU: the size goes up to 4 KB first, and then counts.
        · Counting in steps of 1 KB gives 1,200 RCU: that is for writes, reads go in steps of 4 KB.

      Assumed
        KB is read as KiB (1,024 bytes), as AWS counts.

      Source
        https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
        https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
      "
    `);
  });
  test('at 40 columns', () => {
    expect(result('dynamodb', reads, 40)).toMatchInlineSnapshot(`
      "
      Capacity to provision
        400 RCU
      Units of one request
        2 RCU

      Steps
        round the size up to 4 KB
          ceil(6 KB ÷ 4 KB) = 2 blocks of 4
          KB
        strong consistency
          2 × 1 = 2 RCU a request
        times the rate
          200/s × 2 = 400 RCU

        strong
          RCU a request 2  for 200/s 400 RCU
        eventual
          RCU a request 1  for 200/s 200 RCU
        transactional
          RCU a request 4  for 200/s 800 RCU

      Traps
        · Without rounding it would be 300
          RCU: the size goes up to 4 KB
          first, and then counts.
        · Counting in steps of 1 KB gives
          1,200 RCU: that is for writes,
          reads go in steps of 4 KB.

      Assumed
        KB is read as KiB (1,024 bytes), as
        AWS counts.

      Source
        https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
        https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
      "
    `);
  });
  test('in ASCII', () => {
    expect(result('dynamodb', reads, 100, false)).toMatchInlineSnapshot(`
      "
      Capacity to provision  400 RCU
      Units of one request   2 RCU

      Steps
        round the size up to 4 KB  ceil(6 KB / 4 KB) = 2 blocks of 4 KB
        strong consistency         2 x 1 = 2 RCU a request
        times the rate             200/s x 2 = 400 RCU

        Consistency    RCU a request  for 200/s
        strong                     2  400 RCU
        eventual                   1  200 RCU
        transactional              4  800 RCU

      Traps
        - Without rounding it would be 300 RCU: the size goes up to 4 KB first, and then counts.
        - Counting in steps of 1 KB gives 1,200 RCU: that is for writes, reads go in steps of 4 KB.

      Assumed
        KB is read as KiB (1,024 bytes), as AWS counts.

      Source
        https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
        https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
      "
    `);
  });
});

describe('a VPC plan: a table and a bar', () => {
  const plan = '--cidr 10.0.0.0/22 --tiers public:50,app:200 --azs 2';
  test('at 100 columns', () => {
    expect(result('cidr', plan, 100)).toMatchInlineSnapshot(`
      "
      Addresses used       640
      Left over            10.0.2.128/25, 10.0.3.0/24
      Addresses left over  384

      Subnet  Zone  Block         Hosts  Usable  Spare
      app     a     10.0.0.0/24     200     251     51
      app     b     10.0.1.0/24     200     251     51
      public  a     10.0.2.0/26      50      59      9
      public  b     10.0.2.64/26     50      59      9

      10.0.0.0/22
      [aaaaaaaaaaaaaaabbbbbbbbbbbbbbbccccdddd......................]
      a app-a 25%   b app-b 25%   c public-a 6.3%   d public-b 6.3%   . free 38%

      Steps
        public  50 + 5 ≤ 64 addresses, in each of 2 zones = /26, 59 usable
        app     200 + 5 ≤ 256 addresses, in each of 2 zones = /24, 251 usable
        sum     2 × 64 + 2 × 256 = 640 of 1,024
        order   the largest first, so that each begins at a multiple of its size = 384 left over

      Trap
        Small subnets first would leave gaps: a block may only begin at a multiple of its own size.

      Source
        https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
        https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
      "
    `);
  });
  test('at 40 columns', () => {
    expect(result('cidr', plan, 40)).toMatchInlineSnapshot(`
      "
      Addresses used
        640
      Left over
        10.0.2.128/25, 10.0.3.0/24
      Addresses left over
        384

      app
        Zone a  Block 10.0.0.0/24
        Hosts 200  Usable 251  Spare 51
      app
        Zone b  Block 10.0.1.0/24
        Hosts 200  Usable 251  Spare 51
      public
        Zone a  Block 10.0.2.0/26
        Hosts 50  Usable 59  Spare 9
      public
        Zone b  Block 10.0.2.64/26
        Hosts 50  Usable 59  Spare 9

      10.0.0.0/22
      [aaaaaaaabbbbbbbbcccddd............]
      a app-a 25%   b app-b 25%
      c public-a 6.3%   d public-b 6.3%
      . free 38%

      Steps
        public
          50 + 5 ≤ 64 addresses, in each of
          2 zones = /26, 59 usable
        app
          200 + 5 ≤ 256 addresses, in each
          of 2 zones = /24, 251 usable
        sum
          2 × 64 + 2 × 256 = 640 of 1,024
        order
          the largest first, so that each
          begins at a multiple of its size =
          384 left over

      Trap
        Small subnets first would leave
        gaps: a block may only begin at a
        multiple of its own size.

      Source
        https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
        https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
      "
    `);
  });
});

test('settings: what is wrong stands below the answer', () => {
  expect(result('sqs', '--lambda-timeout 60s --visibility 30s', 100)).toMatchInlineSnapshot(`
    "
    Recommended visibility timeout  360 s (6 min)
    Event source mapping            rejected
    These settings                  rejected

    ✗ wrong: The mapping is rejected: the function timeout (1 min) exceeds the visibility timeout (30
      s).

    Steps
      recommended visibility  6 × 1 min + 0 s = 360 s

    Trap
      A visibility timeout equal to the function timeout (60 s) is accepted, but leaves Lambda no time
      to retry a throttled batch.

    Assumed
      --retention is not given and taken as 4d.
      --wait is not given and taken as 0s.

    Source
      https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
      https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
      https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    "
  `);
});

test('colors say nothing that words do not', () => {
  const done = calculate(all.sqs, { 'lambda-timeout': '60s' });
  if (!done.ok) throw new Error('no result');
  const strip = (text: string) => text.replace(/\u001B\[\d+m/g, '');
  const colored = calcResultView({ columns: 80, unicode: true, colors: true }, done);
  expect(colored).toContain('\u001B[');
  expect(strip(colored)).toBe(calcResultView(page(80), done));
});

test.each([40, 60, 100, 200])(
  'nothing but an address is wider than %i columns, and in ASCII nothing is not',
  (columns) => {
    for (const name of calculatorNames) {
      for (const task of all[name].tasks) {
        for (const { inputs } of task.examples) {
          const done = calculate(all[name], inputs);
          if (!done.ok) continue;
          const lines = calcResultView(page(columns, false), done).split('\n');
          for (const line of lines) {
            if (!line.includes('https://')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
            expect(line).toMatch(/^[\x20-\x7e]*$/);
          }
        }
      }
      const help = calcHelpView(page(columns, false), all[name]).split('\n');
      expect(Math.max(...help.map(widthOf))).toBeLessThanOrEqual(columns);
      for (const line of help) expect(line).toMatch(/^[\x20-\x7e]*$/);
    }
    const list = calcListView(
      page(columns),
      calculatorNames.map((name) => [name, calculators[name]] as const),
    );
    expect(Math.max(...list.split('\n').map(widthOf))).toBeLessThanOrEqual(columns);
  },
);

describe('drawing', () => {
  const theme = makeTheme({ colors: false, unicode: false });
  const segments = (...shares: number[]) =>
    shares.map((share, index) => ({ label: index === 0 ? 'free' : `s${index}`, share }));

  test.each([
    [[0.5, 0.5], 30, 30],
    [[0.999, 0.001], 59, 1],
    [[0.25, 0.25, 0.25, 0.25], 15, 15],
    [[1], 60, 0],
  ])('%j: %i cells are free, %i of the next', (shares, free, next) => {
    const [, bar = ''] = barLines(theme, { label: 'all', segments: segments(...shares) }, 90);
    expect(bar).toHaveLength(62);
    expect([bar.split('.').length - 1, bar.split('a').length - 1]).toEqual([free, next]);
  });

  test('more segments than cells are not drawn', () => {
    expect(barLines(theme, { label: 'all', segments: segments(...Array(70).fill(1 / 70)) }, 90)).toEqual([]);
  });

  test('a table that does not fit becomes a paragraph for each row', () => {
    const table = { columns: ['Subnet', 'First', 'Usable'], rows: [['10.0.0.0/19', '10.0.0.4', '8,187']] };
    expect(tableLines(theme, table, 60)).toEqual([
      'Subnet       First     Usable',
      '10.0.0.0/19  10.0.0.4   8,187',
    ]);
    expect(tableLines(theme, table, 24)).toEqual(['10.0.0.0/19', '  First 10.0.0.4', '  Usable 8,187']);
  });
});
