import { confirm, input, select } from '@inquirer/prompts';
import type { RawInputs } from '../domain/calculators/calculate.ts';
import type { Calculator, InputSpec, Task } from '../domain/calculators/calculator.ts';
import { expectation, readInput } from '../domain/calculators/read-input.ts';
import { Interrupted } from '../errors.ts';
import type { Terminal } from '../ports.ts';
import { wrapLines } from './wrap.ts';

interface Asking {
  readonly terminal: Terminal;
  /** What is wrong with a path to a file; undefined where it can be read. */
  readonly fileTrouble: (path: string) => Promise<string | undefined>;
}

const skipped = '';

/** Breaks between words; the prompt itself would break anywhere. */
const wrapped = (terminal: Terminal, text: string) => wrapLines(text, terminal.size().columns - 3).join('\n');

/** Asks which task is meant. @throws Interrupted on Ctrl-C and on signals. */
export function askTask({ terminal }: Asking, calculator: Calculator): Promise<Task> {
  const choices = calculator.tasks.map((task) => ({
    value: task,
    name: task.name,
    description: wrapped(terminal, task.summary),
  }));
  return settled(terminal, select({ message: calculator.title, choices, loop: false }, context(terminal)));
}

/**
 * Asks for what `open` names, anew after each answer; Enter takes the default of what is not needed.
 * @throws Interrupted on Ctrl-C and on signals.
 */
export async function askInputs(
  asking: Asking,
  task: Task,
  given: RawInputs,
  open: (task: Task, raw: RawInputs) => readonly string[],
): Promise<RawInputs> {
  const raw: Record<string, string | undefined> = { ...given };
  // Asked anew each time: what else is needed depends on the answers.
  const passed = new Set<string>();
  for (;;) {
    const name = open(task, raw).find((each) => !passed.has(each));
    const spec = name === undefined ? undefined : task.inputs[name];
    if (name === undefined || spec === undefined) return raw;
    passed.add(name);
    const text = await askOne(asking, name, spec);
    if (text !== skipped) raw[name] = text;
  }
}

function askOne({ terminal, fileTrouble }: Asking, name: string, spec: InputSpec): Promise<string> {
  const optional = spec.required !== true;
  const hint = spec.default === undefined ? 'Enter: none' : `Enter: ${spec.default}`;
  const message = `${spec.label}${optional ? ` (${hint})` : ` (such as ${spec.example})`}`;
  if (spec.kind === 'choice') {
    const open = optional
      ? [{ value: skipped, name: spec.default === undefined ? 'not given' : `${spec.default} (default)` }]
      : [];
    const choices = [
      ...open,
      ...spec.choices
        .filter((choice) => !optional || choice !== spec.default)
        .map((choice) => ({ value: choice, name: choice })),
    ];
    return settled(
      terminal,
      select({ message: spec.label, choices, loop: false, pageSize: 10 }, context(terminal)),
    );
  }
  if (spec.kind === 'switch') {
    return settled(terminal, confirm({ message: spec.label, default: false }, context(terminal))).then(
      (yes) => (yes ? 'true' : skipped),
    );
  }
  const validate = async (text: string): Promise<true | string> => {
    if (text.trim() === '') return optional || wrapped(terminal, `Give ${expectation(spec)}.`);
    if (spec.kind === 'json-file') {
      const trouble = await fileTrouble(text.trim());
      return trouble === undefined || wrapped(terminal, trouble);
    }
    const read = readInput(name, spec, text);
    return (
      read.ok || wrapped(terminal, `${read.problem.message.replace(`--${name}: `, '')} ${read.problem.hint}`)
    );
  };
  return settled(terminal, input({ message, validate }, context(terminal))).then((text) => text.trim());
}

const context = (terminal: Terminal) => ({
  input: terminal.input as NodeJS.ReadableStream,
  output: terminal.output,
  signal: terminal.stop,
});

async function settled<T>(terminal: Terminal, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (terminal.stop.aborted) throw terminal.stop.reason;
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
