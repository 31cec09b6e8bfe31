import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/domain/calculators/calculate.ts';
import type { InputSpec, Result } from '../../../src/domain/calculators/calculator.ts';
import { hasArithmetic, judge } from './arithmetic.ts';
import { anyText, changedExample, tasks } from './raw-inputs.ts';

/** Numbers that do not come out even, in units that differ: roundings show. */
const uneven = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 99_999 }),
  fc.integer({ min: 1, max: 9999 }).map((hundredths) => hundredths / 100),
);
const inUnits = (...units: readonly string[]) =>
  fc.tuple(uneven, fc.constantFrom(...units)).map(([amount, unit]) => `${amount}${unit}`);
const aSize = inUnits('B', 'B', 'KB', 'KB', 'KB', 'MB', 'GB', 'GB');

function unevenText(spec: InputSpec): fc.Arbitrary<string> {
  switch (spec.kind) {
    case 'size':
      return aSize;
    case 'sizes':
      return fc.oneof(
        aSize,
        fc.array(aSize, { minLength: 1, maxLength: 3 }).map((each) => each.join('+')),
        fc.tuple(fc.integer({ min: 1, max: 30 }), aSize).map(([count, size]) => `${count}x${size}`),
      );
    case 'rate':
      return inUnits('/s', '/s', '/min', '/h', '/d');
    case 'throughput':
      return inUnits('MB/s', 'MB/s', 'KB/s', 'MB/min');
    case 'duration':
      return inUnits('ms', 's', 's', 'min', 'h', 'd');
    case 'count':
      return fc.oneof(...[30, 300, 99_999].map((max) => fc.integer({ min: 1, max }))).map(String);
    default:
      return anyText(spec);
  }
}

const unevenOrNone = (spec: InputSpec) =>
  fc.oneof({ arbitrary: unevenText(spec), weight: 8 }, { arbitrary: fc.constant(undefined), weight: 1 });

/** What a result claims: every step, and every equation in the words of a trap or a finding. */
function claims({ steps, traps, findings }: Result): readonly string[] {
  const worded = [...traps, ...findings.map(({ text }) => text)].flatMap(
    (text) => text.match(/[\d$][\d,.]*(?: [×÷+−] [\d$][\d,.]*)+ = \$?\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [],
  );
  // "overlap" has two comparisons of addresses, which the laws of blocks hold; the reader here knows numbers.
  const said = steps
    .filter(({ label }) => label !== 'overlap' && label !== 'containment')
    .flatMap(({ expression, value }) => `${expression} = ${value}`.split('; '));
  return [...said, ...worded];
}

describe('every arithmetic that is printed is true', () => {
  test.each(tasks)('$calculator.name $task.name', ({ calculator, task }) => {
    let judged = 0;
    fc.assert(
      fc.property(changedExample(task, unevenOrNone), (raw) => {
        const done = calculate(calculator, { ...raw, task: task.name });
        if (!done.ok) return;
        for (const claim of claims(done.result)) {
          const verdict = judge(claim);
          // Words may say what they like; a formula must be one that can be reckoned.
          if (verdict === 'words') expect(hasArithmetic(claim), claim).toBe(false);
          else expect(`${claim}: ${verdict}`).toBe(`${claim}: true`);
          if (verdict === 'true') judged += 1;
        }
      }),
      { numRuns: 2500 },
    );
    expect(judged).toBeGreaterThan(500);
  });
});

test('the working of a DynamoDB operation ends with the first of its answers', () => {
  const { calculator, task } = tasks[0] ?? expect.fail('no tasks');
  const number = (text: string | undefined) => /^[\d,.]+/.exec(text ?? '')?.[0];
  let compared = 0;
  fc.assert(
    fc.property(changedExample(task, unevenOrNone), (raw) => {
      const done = calculate(calculator, { ...raw, task: task.name });
      if (!done.ok) return;
      const { steps, answers } = done.result;
      expect(number(steps.at(-1)?.value)).toBe(number(answers[0]?.text));
      compared += 1;
    }),
    { numRuns: 2500 },
  );
  expect(compared).toBeGreaterThan(200);
});

describe('the reader of arithmetic', () => {
  test.each([
    ['ceil(6 KB ÷ 4 KB) = 2 blocks of 4 KB', 'true'],
    ['ceil(6 KB ÷ 4 KB) = 3 blocks of 4 KB', 'false'],
    ['ceil(0.3333) = 2 WCU', 'false'],
    ['ceil(50 ÷ 50 IOPS per GiB) = 4 GiB', 'false'],
    ['max(4, ceil(50 ÷ 50 IOPS per GiB)) = 4 GiB', 'true'],
    ['1,000 WCU ÷ ceil(6 KB ÷ 1 KB) = 166/s', 'false'],
    ['10/min × 2 (10/min = 0.1667/s) = 0.3333 WCU', 'true'],
    ['10/min × 2 (10/min = 0.2/s) = 0.3333 WCU', 'false'],
    ['5 h − 3 d = 0 s', 'false'],
    ['3 × 1 h 30 min + 5 s = 16,205 s', 'true'],
    ['12 × ½ = 6 RCU a request', 'true'],
    ['50 + 5 ≤ 64 addresses, in each of 2 zones = /26, 59 usable', 'true'],
    ['60 + 5 ≤ 64 addresses, in each of 2 zones = /26, 59 usable', 'false'],
    ['50,000,000 × 2 WRU × $0.625 per million = $62.50', 'true'],
    ['50,000,000 × 2 WRU × $0.625 per million = $62.40', 'false'],
    ['5,400,000 ÷ (3,000 − 3 × 809) = about 2 h 37 min 4 s', 'true'],
    ['5,400,000 ÷ (3,000 − 3 × 809) = 2 h 37 min 4 s', 'false'],
    ['/16 + 3 = /19', 'true'],
    ['/16 + 3 = /20', 'false'],
    ['10.0.0.255 + 1 = 10.0.1.0', 'true'],
    ['standard queue = nearly unlimited', 'words'],
  ])('%s is %s', (claim, verdict) => {
    expect(judge(claim)).toBe(verdict);
  });
});
