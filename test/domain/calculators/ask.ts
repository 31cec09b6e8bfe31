import { calculator as apiGateway } from '../../../src/domain/calculators/api-gateway/api-gateway.ts';
import { type Calculation, calculate, type RawInputs } from '../../../src/domain/calculators/calculate.ts';
import type { Answer, CalculatorName } from '../../../src/domain/calculators/calculator.ts';
import { calculator as cidr } from '../../../src/domain/calculators/cidr/cidr.ts';
import { calculator as dynamodb } from '../../../src/domain/calculators/dynamodb/dynamodb.ts';
import { calculator as ebs } from '../../../src/domain/calculators/ebs/ebs.ts';
import { calculator as kinesis } from '../../../src/domain/calculators/kinesis.ts';
import { calculator as lambda } from '../../../src/domain/calculators/lambda/lambda.ts';
import { calculator as s3Multipart } from '../../../src/domain/calculators/s3-multipart.ts';
import { calculator as sqs } from '../../../src/domain/calculators/sqs/sqs.ts';

export const all = {
  dynamodb,
  cidr,
  sqs,
  kinesis,
  lambda,
  'api-gateway': apiGateway,
  's3-multipart': s3Multipart,
  ebs,
} as const;

/** `ask('ebs', { type: 'gp2', size: '20GiB' })` */
export function ask(name: CalculatorName, raw: RawInputs): Calculation {
  return calculate(all[name], raw);
}

/** The answers by name, or the messages of the problems. */
export function answers(name: CalculatorName, raw: RawInputs): Readonly<Record<string, Answer['value']>> {
  const done = ask(name, raw);
  if (!done.ok) throw new Error(done.problems.map((problem) => problem.message).join('\n'));
  return Object.fromEntries(done.result.answers.map((each) => [each.name, each.value]));
}

export function value(name: CalculatorName, raw: RawInputs, answer: string): Answer['value'] {
  const found = answers(name, raw)[answer];
  if (found === undefined) throw new Error(`${name} has no answer ${answer}`);
  return found;
}

/** Words, as one types them after `calc <name>`: `--size 6KB --missing`. */
export function flags(line: string): RawInputs {
  const raw: Record<string, string> = {};
  for (const [, name = '', text] of line.matchAll(/--([a-z0-9-]+)(?:\s+(?!--)("[^"]*"|\S+))?/g)) {
    raw[name] = text === undefined ? 'true' : text.replace(/"/g, '');
  }
  return raw;
}

export function messages(name: CalculatorName, raw: RawInputs): readonly string[] {
  const done = ask(name, raw);
  return done.ok ? [] : done.problems.map((problem) => `${problem.message} ${problem.hint}`);
}

export function findings(name: CalculatorName, raw: RawInputs): readonly string[] {
  const done = ask(name, raw);
  if (!done.ok) throw new Error(done.problems.map((problem) => problem.message).join('\n'));
  return done.result.findings.map((each) => `${each.level}: ${each.text}`);
}
