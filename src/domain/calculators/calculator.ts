import type { DurationUnit, Rate, RateUnit, SizeUnit } from './quantity.ts';

/** Every calculator there is. `index.ts` holds one entry for each, and the compiler compares. */
export type CalculatorName =
  | 'dynamodb'
  | 'cidr'
  | 'sqs'
  | 'kinesis'
  | 'lambda'
  | 'api-gateway'
  | 's3-multipart'
  | 'ebs';

interface InputBase {
  /** Words for a prompt: "Item size". */
  readonly label: string;
  readonly help: string;
  /** A value as one would type it. */
  readonly example: string;
  /** Must be given, unless one of `unless` is given instead. */
  readonly required?: true;
  readonly unless?: readonly string[];
  /** Need not be given, but decides so much that a learner who gave nothing is asked for it. */
  readonly asked?: true;
  /** Taken, and named among the assumptions, where nothing is given. */
  readonly default?: string;
  /** The default goes without saying: it is no line among the assumptions. */
  readonly quiet?: true;
  /** Has a meaning only while another input has one of these values; `else` says what to do where it has not. */
  readonly when?: { readonly input: string; readonly is: readonly string[]; readonly else?: string };
}

/** What kind of thing an input is; the kind decides how its text is read and what `compute` gets. */
export type InputSpec =
  /** Bytes. */
  | (InputBase & {
      readonly kind: 'size';
      readonly bare?: SizeUnit;
      readonly min?: number;
      readonly max?: number;
    })
  /** `1.5KB,6.5KB` or `100x1KB`: sizes with how many of each. */
  | (InputBase & { readonly kind: 'sizes'; readonly bare?: SizeUnit; readonly max?: number })
  | (InputBase & { readonly kind: 'rate'; readonly bare?: RateUnit })
  /** Bytes per second. */
  | (InputBase & { readonly kind: 'throughput'; readonly bare?: SizeUnit })
  /** Seconds. */
  | (InputBase & {
      readonly kind: 'duration';
      readonly bare?: DurationUnit;
      readonly min?: number;
      readonly max?: number;
    })
  | (InputBase & {
      readonly kind: 'count';
      readonly min?: number;
      readonly max?: number;
      readonly fraction?: true;
      /** What is counted, which may stand behind the number: `250 hosts`, `7500 RCU`. */
      readonly noun?: string;
      /** A prefix length, before which people write a slash: `/24`. */
      readonly slash?: true;
    })
  | (InputBase & { readonly kind: 'money' })
  | (InputBase & { readonly kind: 'choice'; readonly choices: readonly string[] })
  /** On or off: `--missing`. */
  | (InputBase & { readonly kind: 'switch' })
  /** A block such as 10.0.0.0/16, or a list of them; read by the calculator itself. */
  | (InputBase & { readonly kind: 'cidr' })
  | (InputBase & { readonly kind: 'cidrs' })
  | (InputBase & { readonly kind: 'text' })
  /** A path on the command line; the calculator gets the text of the file. */
  | (InputBase & { readonly kind: 'json-file' });

export type InputKind = InputSpec['kind'];
export type InputSpecs = Readonly<Record<string, InputSpec>>;

export interface SizeGroup {
  readonly bytes: number;
  readonly count: number;
}

interface KindValues {
  readonly size: number;
  readonly sizes: readonly SizeGroup[];
  readonly rate: Rate;
  readonly throughput: number;
  readonly duration: number;
  readonly count: number;
  readonly money: number;
  readonly choice: string;
  readonly switch: boolean;
  readonly cidr: string;
  readonly cidrs: readonly string[];
  readonly text: string;
  readonly 'json-file': string;
}

type ValueOf<S extends InputSpec> = S extends {
  readonly kind: 'choice';
  readonly choices: readonly (infer C)[];
}
  ? C
  : KindValues[S['kind']];

type Certain = { readonly default: string } | { readonly required: true };
type Doubtful = { readonly unless: readonly string[] } | { readonly when: object };

/** What `compute` gets: a value where one is sure to be there, else perhaps undefined. A switch is always a boolean. */
export type InputsOf<I extends InputSpecs> = {
  readonly [K in keyof I]: I[K]['kind'] extends 'switch'
    ? boolean
    : I[K] extends Certain
      ? I[K] extends Doubtful
        ? ValueOf<I[K]> | undefined
        : ValueOf<I[K]>
      : ValueOf<I[K]> | undefined;
};

/** `value` in `unit` for programs, `text` for people. */
export interface Answer {
  readonly name: string;
  readonly label: string;
  readonly value: number | string | boolean | readonly string[];
  readonly unit: string;
  readonly text: string;
}

/** One line of the working: what, the formula with the numbers put in, what comes out. */
export interface Step {
  readonly label: string;
  readonly expression: string;
  readonly value: string;
}

/** What is wrong with the settings: AWS refuses an error, a warning works badly, a note is good to know. */
export interface Finding {
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A bar of 100 %: each segment with its share in [0, 1]. */
export interface Bar {
  readonly label: string;
  readonly segments: readonly { readonly label: string; readonly share: number }[];
}

export interface Result {
  readonly answers: readonly Answer[];
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  /** The mistakes this result avoids, each with the number it would have given. */
  readonly traps: readonly string[];
  /** docs.aws.amazon.com or aws.amazon.com pages. */
  readonly sources: readonly string[];
  readonly table?: Table;
  readonly bar?: Bar;
}

/** An input that cannot be used: which flag, what is wrong and was expected, and what to type instead. */
export interface InputProblem {
  readonly input: string;
  readonly message: string;
  readonly hint: string;
}

export interface Refusal {
  readonly problems: readonly InputProblem[];
}

export interface Example {
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Answers by name; all of them must come out. */
  readonly expect: Readonly<Record<string, Answer['value']>>;
}

/** One thing a calculator can be asked. The task is chosen by the inputs given, or by `--task`. */
export interface Task {
  readonly name: string;
  readonly summary: string;
  readonly inputs: InputSpecs;
  readonly compute: (inputs: Readonly<Record<string, unknown>>) => Result | Refusal;
  readonly examples: readonly Example[];
}

export interface Calculator {
  readonly name: CalculatorName;
  readonly title: string;
  /** The first one is what is meant when the inputs leave it open. */
  readonly tasks: readonly Task[];
}

/** Ties the type of `compute`'s argument to the inputs declared, then forgets it: a list holds all tasks. */
export function defineTask<const I extends InputSpecs>(task: {
  readonly name: string;
  readonly summary: string;
  readonly inputs: I;
  readonly compute: (inputs: InputsOf<I>) => Result | Refusal;
  readonly examples: readonly Example[];
}): Task {
  return task as unknown as Task;
}

export function refuse(input: string, message: string, hint: string): Refusal {
  return { problems: [{ input, message, hint }] };
}
