import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/domain/calculators/calculate.ts';
import type { InputKind, InputSpec, Task } from '../../../src/domain/calculators/calculator.ts';
import { commandLine } from '../../../src/domain/calculators/command-line.ts';
import { all, flags } from './ask.ts';

const number = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 5, 10, 100, 1000, 4096, 4097),
  fc.integer({ min: 0, max: 1_000_000 }),
);
const withUnit = (units: readonly string[]) =>
  fc.tuple(number, fc.constantFrom(...units)).map(([amount, unit]) => `${amount}${unit}`);
const size = withUnit(['', 'B', 'KB', 'MiB', 'GB', 'TiB']);

const BLOCKS = [
  '10.0.0.0/16',
  '10.0.1.7/24',
  '192.168.0.0/28',
  '0.0.0.0/0',
  '255.255.255.255/32',
  '2001:db8::/56',
  '::/0',
  'fe80::/128',
  '10.0.0.0',
  'x',
];

/** Texts of every kind, mostly meaningful, at the edges and beyond them. */
const TEXTS: Readonly<Record<Exclude<InputKind, 'choice'>, fc.Arbitrary<string>>> = {
  size,
  sizes: fc.array(size, { minLength: 1, maxLength: 3 }).map((each) => each.join('+')),
  rate: withUnit(['', '/s', '/min', '/h', '/day']),
  throughput: withUnit(['', 'MB/s', 'KB/min']),
  duration: withUnit(['', 'ms', 's', 'min', 'h', 'd']),
  count: number.map(String),
  money: number.map((amount) => `$${amount}`),
  switch: fc.constantFrom('true', 'false'),
  cidr: fc.constantFrom(...BLOCKS),
  cidrs: fc.array(fc.constantFrom(...BLOCKS), { maxLength: 3 }).map((each) => each.join(',')),
  text: fc.constantFrom('a:5', 'public:50,app:200,db:20', 'a:/28,b:/20', 'a', 'a:0', 'a:70000'),
  'json-file': fc.constantFrom('{}', '{"id":"a"}', '[]', '{', 'null', '{"n":{"N":"1"}}'),
};

function textOf(spec: InputSpec): fc.Arbitrary<string> {
  return spec.kind === 'choice' ? fc.constantFrom(...spec.choices, 'nonsense') : TEXTS[spec.kind];
}

/** An example of the task with some inputs exchanged or added: far from every example little would be answered. */
function rawInputs(task: Task): fc.Arbitrary<Record<string, string>> {
  const rarely = (spec: InputSpec) =>
    fc.oneof({ arbitrary: fc.constant(undefined), weight: 8 }, { arbitrary: textOf(spec), weight: 1 });
  const changes = fc.record(
    Object.fromEntries(Object.entries(task.inputs).map(([name, spec]) => [name, rarely(spec)])),
  );
  return fc.tuple(fc.constantFrom(...task.examples), changes).map(
    ([example, changed]) =>
      ({
        ...example.inputs,
        ...Object.fromEntries(Object.entries(changed).filter(([, text]) => text !== undefined)),
      }) as Record<string, string>,
  );
}

const tasks = Object.values(all).flatMap((calculator) =>
  calculator.tasks.map((task) => ({ calculator, task })),
);

describe('whatever is typed', () => {
  test.each(tasks)(
    '$calculator.name $task.name answers with numbers or says which flag is wrong',
    ({ calculator, task }) => {
      let answered = 0;
      fc.assert(
        fc.property(rawInputs(task), (raw) => {
          const done = calculate(calculator, { ...raw, task: task.name });
          if (!done.ok) {
            expect(done.problems.length).toBeGreaterThan(0);
            for (const problem of done.problems) {
              expect(`${problem.message} ${problem.hint}`).not.toMatch(/NaN|undefined|Infinity|\[object/);
              expect(problem.message).toMatch(/[.?!]$|: .*[.?]/);
              expect([...Object.keys(task.inputs), 'task']).toContain(problem.input);
            }
            return;
          }
          answered += 1;
          const { result } = done;
          expect(JSON.stringify(result)).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
          for (const each of result.answers) {
            if (typeof each.value === 'number')
              expect(each.value >= 0 && !Object.is(each.value, -0)).toBe(true);
            expect(each.text).not.toMatch(/^$|e\+/);
          }
          for (const segment of result.bar?.segments ?? []) expect(segment.share).toBeGreaterThan(0);
        }),
        { numRuns: 300 },
      );
      expect(answered).toBeGreaterThan(15);
    },
  );
});

describe('an example as a command line', () => {
  const examples = tasks.flatMap(({ calculator, task }) =>
    task.examples.map((example) => ({ calculator, example })),
  );
  test.each(examples)('$calculator.name: $example.title', ({ calculator, example }) => {
    const line = commandLine(calculator.name, example.inputs);
    expect(line.startsWith(`calc ${calculator.name} --`)).toBe(true);
    expect(flags(line)).toEqual(example.inputs);
  });

  test('what a shell would take apart is quoted', () => {
    expect(commandLine('cidr', { tiers: 'a b:5', cidr: '10.0.0.0/16' })).toBe(
      'calc cidr --tiers "a b:5" --cidr 10.0.0.0/16',
    );
    expect(commandLine('cidr', { tiers: '$x"' })).toBe('calc cidr --tiers "\\$x\\""');
  });
});
