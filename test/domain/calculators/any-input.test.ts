import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/domain/calculators/calculate.ts';
import { commandLine } from '../../../src/domain/calculators/command-line.ts';
import { flags } from './ask.ts';
import { rawInputs, tasks } from './raw-inputs.ts';

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
