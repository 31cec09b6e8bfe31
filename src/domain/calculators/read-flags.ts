import { nearest } from '../nearest.ts';
import { allInputs } from './calculate.ts';
import type { Calculator, InputProblem, InputSpec } from './calculator.ts';
import { expectation, readInput } from './read-input.ts';

export interface ReadFlags {
  /** Inputs as text, by name; `task` among them where it was given. */
  readonly raw: Readonly<Record<string, string>>;
  /** What is wrong with the flags themselves, before anything is computed. */
  readonly problems: readonly InputProblem[];
}

/** Kinds of which several may be given, one flag each. */
const gathers: readonly InputSpec['kind'][] = ['cidrs', 'sizes', 'text'];

/** Kinds that take almost any text: a word without a flag says nothing about them. */
const takesAnything: readonly InputSpec['kind'][] = ['text', 'json-file', 'switch', 'cidrs', 'sizes'];

const isFlag = (word: string) => /^--?[^-\d.\s]/.test(word);

/**
 * Reads what was typed after a calculator's name: `--size 6KB`, `--size=6KB`, `--fan-out`, `--rate 200 per second`
 * (words up to the next flag belong together, since a calculator takes nothing but flags), `--hosts -5`.
 * `others` are flags that the command itself takes; here they only serve to guess what a wrong one meant.
 */
export function readFlags(
  calculator: Calculator,
  words: readonly string[],
  others: readonly string[] = [],
): ReadFlags {
  const specs = new Map(allInputs(calculator).map(({ name, spec }) => [name, spec]));
  const raw: Record<string, string> = {};
  const problems: InputProblem[] = [];
  for (const { flag, values } of grouped(words)) {
    const text = values.join(' ');
    const spec = specs.get(flag);
    if (flag === '') {
      problems.push(stray(text, specs));
    } else if (spec === undefined && flag !== 'task') {
      problems.push(unknownFlag(calculator, flag, [...specs.keys(), 'task', ...others]));
    } else if (values.length === 0 && spec?.kind !== 'switch') {
      problems.push({
        input: flag,
        message: `--${flag} has no value.`,
        hint: `Give ${spec === undefined ? taskNames(calculator) : expectation(spec)}.`,
      });
    } else if (raw[flag] === undefined) {
      raw[flag] = values.length === 0 ? 'true' : text;
    } else if (spec !== undefined && gathers.includes(spec.kind)) {
      raw[flag] = `${raw[flag]},${text}`;
    } else {
      problems.push({ input: flag, message: `--${flag} is given twice.`, hint: 'Give it once.' });
    }
  }
  return { raw, problems };
}

/** Problems of the values alone, for when the flags are wrong already and nothing can be computed. */
export function badValues(calculator: Calculator, { raw }: ReadFlags): readonly InputProblem[] {
  return allInputs(calculator).flatMap(({ name, spec }) => {
    const text = raw[name];
    if (text === undefined) return [];
    const read = readInput(name, spec, text);
    return read.ok ? [] : [read.problem];
  });
}

/** `one of capacity, partitions, cost, for example capacity`: what `--task` takes. */
function taskNames({ tasks }: Calculator): string {
  return `one of ${tasks.map((task) => task.name).join(', ')}, for example ${tasks[0]?.name ?? ''}`;
}

/** Each flag with the words up to the next one; words before the first flag come under the empty name. */
function grouped(words: readonly string[]): readonly { flag: string; values: string[] }[] {
  const groups: { flag: string; values: string[] }[] = [];
  for (const word of words) {
    if (isFlag(word)) {
      const [, flag = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      groups.push({ flag, values: value === undefined ? [] : [value] });
    } else if (groups.length === 0) {
      groups.push({ flag: '', values: [word] });
    } else {
      groups.at(-1)?.values.push(word);
    }
  }
  return groups;
}

function stray(text: string, specs: ReadonlyMap<string, InputSpec>): InputProblem {
  const found = [...specs].find(
    ([name, spec]) =>
      !takesAnything.includes(spec.kind) && readInput(name, spec, text).ok && fits(spec, text),
  );
  return {
    input: '',
    message: `"${text}" stands without a flag.`,
    hint:
      found === undefined
        ? `Inputs are flags: ${[...specs.keys()].map((name) => `--${name}`).join(', ')}.`
        : `Write the flag before it: --${found[0]} ${text}.`,
  };
}

/** A block is read by the calculator only, so any word would do: take what looks like one. */
function fits(spec: InputSpec, text: string): boolean {
  return spec.kind !== 'cidr' || /^[\da-f.:]+(?:\/\d+)?$/i.test(text);
}

function unknownFlag(calculator: Calculator, flag: string, known: readonly string[]): InputProblem {
  const near = nearest(flag, known);
  return {
    input: flag,
    message: `--${flag} is not an input of ${calculator.name}.`,
    hint:
      near === undefined
        ? `Its inputs: ${known.map((name) => `--${name}`).join(', ')}.`
        : `Did you mean --${near}?`,
  };
}
