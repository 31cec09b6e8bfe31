import fc from 'fast-check';
import type { InputKind, InputSpec, Task } from '../../../src/domain/calculators/calculator.ts';
import { all } from './ask.ts';

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

export function anyText(spec: InputSpec): fc.Arbitrary<string> {
  return spec.kind === 'choice' ? fc.constantFrom(...spec.choices, 'nonsense') : TEXTS[spec.kind];
}

/** An example of the task with some inputs exchanged or added: far from every example little would be answered. */
export function rawInputs(task: Task): fc.Arbitrary<Record<string, string>> {
  const rarely = (spec: InputSpec) =>
    fc.oneof({ arbitrary: fc.constant(undefined), weight: 8 }, { arbitrary: anyText(spec), weight: 1 });
  const changes = fc.record(
    Object.fromEntries(Object.entries(task.inputs).map(([name, spec]) => [name, rarely(spec)])),
  );
  return fc
    .tuple(fc.constantFrom(...task.examples), changes)
    .map(([example, changed]) => withChanges(example.inputs, Object.entries(changed)));
}

/** An example of the task with up to three inputs exchanged, added or (`undefined`) taken out. */
export function changedExample(
  task: Task,
  textOf: (spec: InputSpec) => fc.Arbitrary<string | undefined>,
): fc.Arbitrary<Record<string, string>> {
  const change = fc
    .constantFrom(...Object.entries(task.inputs))
    .chain(([name, spec]) => textOf(spec).map((text) => [name, text] as const));
  return fc
    .tuple(fc.constantFrom(...task.examples), fc.array(change, { maxLength: 3 }))
    .map(([example, changes]) => {
      const left = Object.entries(example.inputs).filter(
        ([name]) => !changes.some(([changed, text]) => changed === name && text === undefined),
      );
      return withChanges(Object.fromEntries(left), changes);
    });
}

const withChanges = (
  inputs: Readonly<Record<string, string>>,
  changes: readonly (readonly [string, string | undefined])[],
) =>
  ({
    ...inputs,
    ...Object.fromEntries(changes.filter(([, text]) => text !== undefined)),
  }) as Record<string, string>;

export const tasks = Object.values(all).flatMap((calculator) =>
  calculator.tasks.map((task) => ({ calculator, task })),
);
