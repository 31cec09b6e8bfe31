import { nearest } from '../nearest.ts';
import type {
  Calculator,
  InputKind,
  InputProblem,
  InputSpec,
  InputSpecs,
  Result,
  Task,
} from './calculator.ts';
import type { Rate } from './quantity.ts';
import { type Assumption, expectation, readInput } from './read-input.ts';

/** Inputs as text, by name: from flags, from prompts. A `json-file` carries the text of the file, a switch "true". */
export type RawInputs = Readonly<Record<string, string | undefined>>;

/** An input as it was understood: `text` as typed (or the default), `value` in `unit`. */
interface GivenInput {
  readonly name: string;
  readonly text: string;
  readonly value: unknown;
  readonly unit: string;
  readonly assumed: boolean;
}

export type Calculation =
  | {
      readonly ok: true;
      readonly task: string;
      readonly inputs: readonly GivenInput[];
      /** Defaults taken and units understood without being written. */
      readonly assumed: readonly Assumption[];
      readonly result: Result;
    }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** The task named by `task`, or the first that knows every input given. */
export function chooseTask(calculator: Calculator, raw: RawInputs): Task | InputProblem {
  const named = raw.task;
  const known = calculator.tasks.map((task) => task.name).join(', ');
  if (named !== undefined) {
    const task = calculator.tasks.find((each) => each.name === named.trim().toLowerCase());
    return (
      task ??
      problem('task', `--task: "${named}" is not a task of ${calculator.name}.`, `Give one of ${known}.`)
    );
  }
  const names = givenNames(raw);
  const task = calculator.tasks.find((each) => names.every((name) => Object.hasOwn(each.inputs, name)));
  if (task !== undefined) return task;
  const stranger = names.find((name) => !calculator.tasks.some((each) => Object.hasOwn(each.inputs, name)));
  if (stranger !== undefined) {
    return problem(
      stranger,
      `--${stranger} is not an input of ${calculator.name}.`,
      meantFlag(calculator, stranger),
    );
  }
  const flags = names.map((name) => `--${name}`).join(', ');
  return problem(
    'task',
    `No task of ${calculator.name} takes all of ${flags}.`,
    `Choose with --task: ${known}.`,
  );
}

/** Names of inputs that must still be given, in the order to ask for them. */
export function missingInputs(task: Task, raw: RawInputs): readonly string[] {
  return Object.entries(task.inputs)
    .filter(([name, spec]) => raw[name] === undefined && isNeeded(spec, task.inputs, raw))
    .map(([name]) => name);
}

/** Names of inputs that are not given and have a meaning with the others, needed or not, in the order to ask for them. */
export function openInputs(task: Task, raw: RawInputs): readonly string[] {
  return Object.entries(task.inputs)
    .filter(([name, spec]) => raw[name] === undefined && applies(spec, task.inputs, raw))
    .map(([name]) => name);
}

/** What somebody is asked who gave nothing yet: all that is needed, and what decides the most beside it. */
export function usualInputs(task: Task, raw: RawInputs): readonly string[] {
  const needed = missingInputs(task, raw);
  return openInputs(task, raw).filter((name) => needed.includes(name) || task.inputs[name]?.asked === true);
}

/** Names of the inputs of a task that have a meaning with those given, or are given. */
export function meaningfulInputs(task: Task, raw: RawInputs): readonly string[] {
  return Object.entries(task.inputs)
    .filter(([name, spec]) => raw[name] !== undefined || applies(spec, task.inputs, raw))
    .map(([name]) => name);
}

/** All inputs of all tasks, in order, each with the tasks that take it: for flags, help and completion. */
export function allInputs(
  calculator: Calculator,
): readonly { readonly name: string; readonly spec: InputSpec; readonly tasks: readonly string[] }[] {
  const found = new Map<string, { name: string; spec: InputSpec; tasks: string[] }>();
  for (const task of calculator.tasks) {
    for (const [name, spec] of Object.entries(task.inputs)) {
      const entry = found.get(name);
      if (entry === undefined) found.set(name, { name, spec, tasks: [task.name] });
      else entry.tasks.push(task.name);
    }
  }
  return [...found.values()];
}

/** Reads, checks and computes. All problems at once; nothing is computed while there is one. */
export function calculate(calculator: Calculator, raw: RawInputs): Calculation {
  const task = chooseTask(calculator, raw);
  if (!('compute' in task)) return { ok: false, problems: [task] };
  const problems: InputProblem[] = [];
  const assumed: Assumption[] = [];
  const inputs: GivenInput[] = [];
  const values: Record<string, unknown> = {};
  for (const name of givenNames(raw)) {
    if (!Object.hasOwn(task.inputs, name)) {
      problems.push(
        problem(
          name,
          `--${name} is not an input of ${calculator.name} --task ${task.name}.`,
          'Leave it out.',
        ),
      );
    }
  }
  for (const [name, spec] of Object.entries(task.inputs)) {
    const text = raw[name];
    if (spec.kind === 'switch') values[name] = false;
    if (!applies(spec, task.inputs, raw)) {
      if (text !== undefined) problems.push(pointless(name, spec, raw, task.inputs));
      continue;
    }
    const used = text ?? spec.default;
    if (used === undefined) {
      if (isNeeded(spec, task.inputs, raw)) {
        problems.push(
          problem(name, `--${name} is missing: ${lowerFirst(spec.help)}`, `Give ${expectation(spec)}.`),
        );
      }
      continue;
    }
    const read = readInput(name, spec, used);
    if (!read.ok) {
      problems.push(read.problem);
      continue;
    }
    values[name] = read.value;
    inputs.push(givenInput(name, spec, used, read.value, text === undefined));
    if (text === undefined && spec.quiet !== true) assumed.push(byDefault(name, used));
    if (text !== undefined && read.assumed !== undefined) assumed.push(read.assumed);
  }
  if (problems.length > 0) return { ok: false, problems };
  const result = task.compute(values);
  if ('problems' in result) return { ok: false, problems: result.problems };
  return { ok: true, task: task.name, inputs, assumed: saidOnce(assumed), result };
}

const byDefault = (input: string, taken: string): Assumption => ({
  input,
  why: 'default',
  taken,
  text: `--${input} is not given and taken as ${taken}`,
});

/** What KB means is said once, for whichever input comes first. */
function saidOnce(assumed: readonly Assumption[]): readonly Assumption[] {
  const first = assumed.find((each) => each.why === 'powers of two');
  const others = assumed.filter((each) => each.why !== 'powers of two');
  return first === undefined ? others : [...others, first];
}

const UNITS: Readonly<Partial<Record<InputKind, string>>> = {
  size: 'B',
  sizes: 'B',
  rate: '/s',
  throughput: 'B/s',
  duration: 's',
  money: 'USD',
};

function givenInput(
  name: string,
  spec: InputSpec,
  text: string,
  value: unknown,
  assumed: boolean,
): GivenInput {
  const unit = UNITS[spec.kind] ?? '';
  // A file is named by its path, which only the caller knows; its text would bury everything else.
  if (spec.kind === 'json-file') return { name, text: '', value: null, unit, assumed };
  return { name, text, value: spec.kind === 'rate' ? (value as Rate).perSecond : value, unit, assumed };
}

function givenNames(raw: RawInputs): readonly string[] {
  return Object.keys(raw).filter((name) => name !== 'task' && raw[name] !== undefined);
}

function applies(spec: InputSpec, specs: InputSpecs, raw: RawInputs): boolean {
  if (spec.when === undefined) return true;
  const other = specs[spec.when.input];
  const text = raw[spec.when.input] ?? other?.default;
  if (other === undefined || text === undefined) return false;
  const read = readInput(spec.when.input, other, text);
  return read.ok && spec.when.is.includes(String(read.value));
}

function isNeeded(spec: InputSpec, specs: InputSpecs, raw: RawInputs): boolean {
  if (spec.required !== true || spec.default !== undefined) return false;
  if (spec.unless?.some((name) => raw[name] !== undefined)) return false;
  return applies(spec, specs, raw);
}

function pointless(name: string, spec: InputSpec, raw: RawInputs, specs: InputSpecs): InputProblem {
  const other = spec.when?.input ?? '';
  const now = raw[other] ?? specs[other]?.default;
  const state = now === undefined ? `without --${other}` : `with --${other} ${now}`;
  return problem(
    name,
    `--${name} has no meaning ${state}.`,
    spec.when?.else ?? `Leave it out, or give --${other} as ${spec.when?.is.join(' or ') ?? ''}.`,
  );
}

function meantFlag(calculator: Calculator, stranger: string): string {
  const names = allInputs(calculator).map(({ name }) => name);
  const meant = nearest(stranger, names);
  return meant === undefined
    ? `Its inputs: ${names.map((name) => `--${name}`).join(', ')}.`
    : `Did you mean --${meant}?`;
}

function problem(input: string, message: string, hint: string): InputProblem {
  return { input, message, hint };
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;
}
