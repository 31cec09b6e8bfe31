import { describe, expect, test } from 'vitest';
import { allInputs, calculate } from '../../../src/domain/calculators/calculate.ts';
import { calculatorNames, calculators } from '../../../src/domain/calculators/index.ts';
import { readInput } from '../../../src/domain/calculators/read-input.ts';
import { all, flags } from './ask.ts';

const everyTask = Object.values(all).flatMap((calculator) =>
  calculator.tasks.map((task) => ({ calculator, task, name: `${calculator.name} ${task.name}` })),
);
const everyExample = everyTask.flatMap(({ calculator, task, name }) =>
  task.examples.map((example) => ({ calculator, task, example, name: `${name}: ${example.title}` })),
);

describe('the examples in the code', () => {
  test.each(everyExample)('$name', ({ calculator, task, example }) => {
    const done = calculate(calculator, example.inputs);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    expect(done.task).toBe(task.name);
    const found = Object.fromEntries(done.result.answers.map((each) => [each.name, each.value]));
    expect(found).toMatchObject(example.expect);
  });

  test.each(everyTask)('$name has an example', ({ task }) => {
    expect(task.examples.length).toBeGreaterThan(0);
  });
});

describe('every result', () => {
  test.each(everyExample)(
    '$name has steps with numbers, sources at AWS and no gap in its texts',
    ({ calculator, example }) => {
      const done = calculate(calculator, example.inputs);
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      const { result } = done;
      expect(result.answers.length).toBeGreaterThan(0);
      expect(result.steps.length).toBeGreaterThan(0);
      expect(result.sources.length).toBeGreaterThan(0);
      for (const source of result.sources)
        expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com)\//);
      expect(new Set(result.answers.map((each) => each.name)).size).toBe(result.answers.length);
      expect(JSON.stringify(result)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      if (result.bar !== undefined) {
        expect(result.bar.segments.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 9);
      }
      for (const row of result.table?.rows ?? []) expect(row).toHaveLength(result.table?.columns.length ?? 0);
    },
  );
});

describe('the list', () => {
  test.each(calculatorNames)('%s loads under its name, and its example works', async (name) => {
    const { calculator } = await calculators[name].load();
    expect(calculator.name).toBe(name);
    const [first, ...rest] = calculators[name].example.split(' ');
    expect(first).toBe(name);
    expect(calculate(calculator, flags(rest.join(' ')))).toMatchObject({ ok: true });
  });

  test('has every calculator', () => {
    expect([...calculatorNames].sort()).toEqual(Object.keys(all).sort());
  });
});

describe('inputs', () => {
  test.each(everyTask)('$name: examples and defaults can be read', ({ task }) => {
    for (const [name, spec] of Object.entries(task.inputs)) {
      expect(readInput(name, spec, spec.example)).toMatchObject({ ok: true });
      if (spec.default !== undefined) expect(readInput(name, spec, spec.default)).toMatchObject({ ok: true });
      expect(spec.help).toMatch(/\.$/);
      expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(name).not.toBe('task');
      for (const other of spec.unless ?? []) expect(task.inputs).toHaveProperty(other);
      if (spec.when !== undefined) expect(task.inputs).toHaveProperty(spec.when.input);
    }
  });

  test.each(Object.values(all))('$name: an input means the same in every task', (calculator) => {
    for (const { name, spec, tasks } of allInputs(calculator)) {
      for (const task of calculator.tasks.filter((each) => tasks.includes(each.name))) {
        expect(task.inputs[name]?.kind).toBe(spec.kind);
      }
    }
  });
});
