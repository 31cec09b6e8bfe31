import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calculatorNames } from '../../src/domain/calculators/names.ts';
import { all } from '../domain/calculators/ask.ts';
import { json, runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-home.ts';

interface Document {
  readonly ok: boolean;
  readonly calculator: string;
  readonly task: string;
  readonly inputs: readonly {
    readonly name: string;
    readonly text: string;
    readonly value: unknown;
    readonly unit: string;
  }[];
  readonly outputs: readonly { readonly name: string; readonly value: unknown; readonly unit: string }[];
  readonly steps: readonly { readonly label: string; readonly expression: string; readonly value: string }[];
  readonly sources: readonly string[];
  readonly problems: readonly { readonly input: string; readonly message: string; readonly hint: string }[];
}

const home = () => tempFolder('home');
const calc = (...argv: string[]) => runCli(['calc', ...argv], { home: home() });
const words = (line: string) => line.split(' ').filter((word) => word !== '');
const output = ({ outputs }: Document, name: string) => {
  const found = outputs.find((each) => each.name === name);
  return found && [found.value, found.unit];
};

const examples = calculatorNames.flatMap((name) =>
  all[name].tasks.flatMap((task) => task.examples.map((example) => ({ name, task, example }))),
);

describe('every example of every calculator, by its flags', () => {
  test.each(examples)('$name $task.name: $example.title', async ({ name, task, example }) => {
    const flags = Object.entries(example.inputs).flatMap(([flag, text]) =>
      text === 'true' ? [`--${flag}`] : [`--${flag}`, text],
    );
    if (flags.includes('--item')) return;
    const outcome = await calc(name, ...flags, '--json');
    expect(outcome.err).toBe('');
    expect(outcome.code).toBe(0);
    const document = json<Document>(outcome);
    expect(document).toMatchObject({ ok: true, calculator: name, task: task.name });
    expect(document.steps.length).toBeGreaterThan(0);
    expect(document.sources[0]).toMatch(/^https:\/\/(?:docs\.)?aws\.amazon\.com\//);
    for (const [answer, value] of Object.entries(example.expect))
      expect([answer, output(document, answer)?.[0]]).toEqual([answer, value]);
    const text = await calc(name, ...flags);
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toMatch(/Steps\n/);
    expect(text.out).toMatch(/\nSource\n {2}https:/);
    for (const word of ['undefined', 'NaN', '[object']) expect(text.out).not.toContain(word);
  });
});

describe('as one types it', () => {
  test.each([
    [
      'dynamodb --operation GetItem --size 6KB --rate 12000/min --consistency strong',
      'capacity',
      [400, 'RCU'],
    ],
    ['dynamodb --operation=get --size=6KB --rate=200/s --consistency=strong', 'capacity', [400, 'RCU']],
    ['dynamodb --operation GetItem --size 1.5 KB --rate 200 reads per second', 'capacity', [100, 'RCU']],
    ['sqs --lambda-timeout 30s --batching-window 5s', 'recommendedVisibility', [185, 's']],
    ['cidr --cidr 10.0.0.0/16 --into 6', 'prefix', [19, '']],
    ['lambda --rate 200/s --duration 350ms', 'concurrency', [70, '']],
    ['ebs --type gp2 --size 100GiB', 'iops', [300, 'IOPS']],
  ])('%s', async (line, name, expected) => {
    expect(output(json<Document>(await calc(...words(line), '--json')), name)).toEqual(expected);
  });

  test('--json may stand anywhere', async () => {
    const line = ['--json', 'calc', 'cidr', '--hosts', '12'];
    expect(json<Document>(await runCli(line, { home: home() })).ok).toBe(true);
  });

  test('inputs say how they were understood', async () => {
    const { inputs } = json<Document>(
      await calc(...words('lambda --rate 12000/min --duration 350ms --json')),
    );
    expect(inputs.slice(0, 2)).toEqual([
      { name: 'rate', text: '12000/min', value: 200, unit: '/s', assumed: false },
      { name: 'duration', text: '350ms', value: 0.35, unit: 's', assumed: false },
    ]);
  });

  test('what was assumed is a list for programs, and a unit that was guessed stands by the answer', async () => {
    const flags = words('dynamodb --operation GetItem --size 6');
    const { assumed } = json<{ assumed: readonly { input: string; why: string; taken: string }[] }>(
      await calc(...flags, '--json'),
    );
    expect(assumed.map(({ input, why, taken }) => [input, why, taken])).toEqual([
      ['size', 'unit', 'B'],
      ['consistency', 'default', 'eventual'],
    ]);
    const { out } = await calc(...flags);
    expect(out.indexOf('careful: --size 6 has no unit and is taken as 6 B.')).toBeLessThan(
      out.indexOf('Steps'),
    );
    expect(out).toContain('--consistency is not given and taken as eventual.');
  });

  test('how KB is read is said', async () => {
    const line = 's3-multipart --size 100GB';
    expect((await calc(...words(line))).out).toContain(
      'GB is read as GiB (1,073,741,824 bytes), as AWS counts.',
    );
    expect((await calc(...words('s3-multipart --size 100GiB'))).out).not.toContain('is read as');
  });

  test('an item is read from a file, or given as it is', async () => {
    const item = { pk: { S: 'user#1' }, age: { N: '42' } };
    const file = join(tempFolder('item'), 'item.json');
    writeFileSync(file, JSON.stringify(item));
    const flags = ['dynamodb', '--operation', 'PutItem', '--json', '--item'];
    const [fromFile, inline] = [await calc(...flags, file), await calc(...flags, JSON.stringify(item))];
    expect(fromFile.code).toBe(0);
    const [document, other] = [json<Document>(fromFile), json<Document>(inline)];
    expect(document.inputs.find(({ name }) => name === 'item')?.text).toBe(file);
    expect(document.outputs).toEqual(other.outputs);
  });

  test('settings that AWS refuses are an answer; --check makes them an exit code', async () => {
    const flags = words('sqs --lambda-timeout 60s --visibility 30s');
    const told = await calc(...flags);
    expect(told.code).toBe(0);
    expect(told.out).toContain('wrong: The mapping is rejected');
    expect((await calc(...flags, '--check')).code).toBe(1);
    expect((await calc(...flags, '--check', '--json')).code).toBe(1);
    expect((await calc(...words('sqs --lambda-timeout 60s --visibility 6min --check'))).code).toBe(0);
  });
});

describe('bad input: which flag, what was expected, an example; all of it, exit code 2', () => {
  test.each([
    [
      'dynamodb --operation GetItem --size 6cats',
      ['size'],
      'Give one or more sizes with their units, for example 6KB.',
    ],
    ['dynamodb --operation GetItem --size 6KB --rate 5/fortnight', ['rate'], 'for example 200/s'],
    ['dynamodb --operation Foo --size -1KB --rate x', ['operation', 'size', 'rate'], 'Give one of GetItem'],
    ['dynamodb --size 6KB', ['operation'], '--operation is missing'],
    ['dynamodb --sise 6KB --operation GetItem', ['sise'], 'Did you mean --size?'],
    ['dynamodb --sise 6KB --operation Foo', ['sise', 'operation'], 'Did you mean --size?'],
    ['dynamodb --operation GetItem --item nowhere.json', ['item'], 'nowhere.json does not exist'],
    ['dynamodb', ['operation'], 'Give at least --operation, --size.'],
    ['sqs', [''], 'Give at least one.'],
    ['cidr --cidr 10.0.0.0/33 --into 2', ['cidr'], '10.0.0.0/16'],
    ['cidr --cidr 10.0.0.0/16 --rate 3/s', ['rate'], 'Its inputs'],
    ['cidr --task nap --hosts 3', ['task'], 'Give one of describe, split'],
    ['cidr --hosts 3 --into 2', ['task'], 'Choose with --task'],
    ['cidr 10.0.0.0/16', [''], '--cidr 10.0.0.0/16'],
    ['kinesis --rate 100/s', ['record-size'], '--record-size is missing'],
    ['lambda --rate 100', ['duration'], '--duration is missing'],
    ['ebs --type gp9 --size 100GiB', ['type'], 'gp2, gp3, io1, io2'],
    ['s3-multipart --size 6TB extra words', ['size'], '--size'],
    ['api-gateway --load', ['load'], '--load has no value'],
  ])('%s', async (line, inputs, part) => {
    const told = await calc(...words(line));
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toContain(part);
    expect(told.err.match(/^error: /gm)).toHaveLength(inputs.length);
    expect(told.err.match(/^hint: /gm)).toHaveLength(inputs.length);
    expect(told.err).toMatch(/\nflags: --/);
    expect(told.err).toMatch(/\nexample: aws-study calc \S+ --/);
    const asked = await calc(...words(line), '--json');
    expect(asked.code).toBe(2);
    const { ok, problems } = json<Document>(asked);
    expect(ok).toBe(false);
    expect(problems.map(({ input }) => input)).toEqual(inputs);
  });

  test('flags that have a meaning with what was given, and an example of the same operation', async () => {
    const flags = words('dynamodb --operation BatchGetItem --size 6XB');
    const { err } = await calc(...flags);
    expect(err).toContain('error: --size: "6XB" has the unit "XB"');
    expect(err).toMatch(/^flags: --operation --size --item --rate --consistency --mode --task$/m);
    expect(err).toMatch(/^example: .* --operation BatchGetItem /m);
    const document = json<{ flags: readonly string[]; example: string }>(await calc(...flags, '--json'));
    expect(document.flags).toContain('--consistency');
    expect(document.flags).not.toContain('--projected-size');
    expect(document.example).toContain('--operation BatchGetItem');
  });

  test('the example that is offered works', async () => {
    for (const name of calculatorNames) {
      const { err } = await calc(name);
      const [, example = ''] = /\nexample: aws-study (.*)\n/.exec(err) ?? [];
      expect(await runCli(words(example.replace(/"/g, '')), { home: home() })).toMatchObject({ code: 0 });
    }
  });

  test.each([
    [['dynamo'], 'Did you mean "aws-study calc dynamodb"?'],
    [['zzz'], 'There is: dynamodb, cidr'],
    [['--size', '3KB'], 'Name one first'],
  ])('%j is no calculator', async (argv, hint) => {
    const outcome = await calc(...argv);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(hint);
  });
});

describe('help', () => {
  test('alone: every calculator, each with an example that works', async () => {
    const { out, code } = await calc();
    expect(code).toBe(0);
    for (const name of calculatorNames) expect(out).toMatch(new RegExp(`^${name} {2}\\S`, 'm'));
    const rows = json<{ name: string; example: string }[]>(await calc('--json'));
    expect(rows.map(({ name }) => name)).toEqual(calculatorNames);
    for (const { example } of rows) expect((await runCli(words(example), { home: home() })).code).toBe(0);
  });

  test.each(calculatorNames)('%s --help names every input and every task', async (name) => {
    const { out, code, err } = await calc(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const task of all[name].tasks)
      for (const flag of Object.keys(task.inputs)) expect(out).toContain(`--${flag}`);
    expect(out).toContain(`$ aws-study calc ${name} --`);
    expect(json<Document>(await calc(name, '-h', '--json')).calculator).toBe(name);
  });

  test('help calc and calc --help', async () => {
    expect((await runCli(['help', 'calc'], { home: home() })).out).toContain(
      'aws-study calc dynamodb --help',
    );
    expect((await calc('--help')).out).toContain('$ aws-study calc cidr --cidr');
  });
});
