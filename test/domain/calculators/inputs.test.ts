import { describe, expect, test } from 'vitest';
import { allInputs, chooseTask, missingInputs } from '../../../src/domain/calculators/calculate.ts';
import type { CalculatorName } from '../../../src/domain/calculators/calculator.ts';
import { all, ask, flags, messages } from './ask.ts';

describe('bad input names the flag, what was expected, and an example', () => {
  test.each<readonly [CalculatorName, string, string]>([
    [
      'dynamodb',
      '--operation GetItem --size 6Kb',
      '--size: "6Kb" has the unit "Kb", which is not one of a size (bits). Give one or more sizes with their units, for example 6KB.',
    ],
    [
      'dynamodb',
      '--operation GetItem --size 6KB --rate "200 reads"',
      '--rate: "200 reads" has the unit "reads", which is not one of a rate (per what? /s, /min, /h or /d). Give a rate per second, minute, hour or day, for example 200/s.',
    ],
    [
      'dynamodb',
      '--operation GetAll --size 6KB',
      '--operation: "GetAll" is none of the choices. Give one of GetItem, BatchGetItem, Query, Scan, TransactGetItems, PutItem, UpdateItem, DeleteItem, BatchWriteItem, TransactWriteItems, for example GetItem.',
    ],
    [
      'dynamodb',
      '--operation GetItem',
      '--size is missing: size of the item, or of each item of the request (1.5KB,6.5KB or 100x1KB). For Query and Scan the items evaluated, before any filter. Give one or more sizes with their units, for example 6KB.',
    ],
    [
      'dynamodb',
      '--operation PutItem --size 6KB --consistency strong',
      '--consistency has no meaning with --operation PutItem. Leave it out: GetItem, BatchGetItem, Query and Scan have a consistency; TransactGetItems and TransactWriteItems are transactional by themselves.',
    ],
    [
      'dynamodb',
      '--operation GetItem --sise 6KB',
      '--sise is not an input of dynamodb. Did you mean --size?',
    ],
    [
      'dynamodb',
      '--operation GetItem --size 401KB',
      '--size: an item has 400 KB at most, not 401 KB. Keep large values in S3 and their key in the item.',
    ],
    [
      'dynamodb',
      '--operation PutItem --size 1KB --projected-size 100B',
      '--indexes is missing: how many secondary indexes hold the item? Give a number, for example --indexes 1.',
    ],
    ['cidr', '--cidr 10.0.0.0', '--cidr: "10.0.0.0" has no prefix length. Give a block such as 10.0.0.0/24.'],
    [
      'cidr',
      '--cidr 10.0.0.256/24',
      '--cidr: "10.0.0.256/24" is not an IPv4 address of four numbers from 0 to 255. Give a block such as 10.0.0.0/16 or 2001:db8::/56.',
    ],
    [
      'cidr',
      '--cidr 10.0.0.0/16 --into 5000',
      '--into: the subnets would be /29, and AWS takes /16 to /28, so that 10.0.0.0/16 has room for 4,096 at most. Give a number up to 4,096, or a larger block.',
    ],
    [
      'cidr',
      '--hosts 65532',
      '--hosts: 65,532 addresses do not fit into the largest subnet, /16 with 65,531. Spread them over several subnets.',
    ],
    ['cidr', '--hosts 2.5', '--hosts: "2.5" is not a whole number. Give a number, for example 250.'],
    [
      'cidr',
      '--cidr 10.0.0.0/24 --tiers app:200,db:100 --azs 2',
      '--cidr: the tiers need 768 addresses, and 10.0.0.0/24 has 256. Give a /22 or larger, or smaller tiers.',
    ],
    [
      'cidr',
      '--cidr 10.0.0.0/16 --hosts 10',
      'No task of cidr takes all of --cidr, --hosts. Choose with --task: describe, split, fit, compare, plan, secondary.',
    ],
    [
      'cidr',
      '--task shrink',
      '--task: "shrink" is not a task of cidr. Give one of describe, split, fit, compare, plan, secondary.',
    ],
    [
      'sqs',
      '--at 13h',
      '--at: "13h" is above the maximum of 12 h. Give a time with its unit, for example 20s.',
    ],
    [
      'lambda',
      '--invocations 10M --memory 64MB --duration 1s',
      '--memory: "64MB" is below the minimum of 128 MB. Give a size with its unit, for example 512MB.',
    ],
    [
      'ebs',
      '--type gp2 --size 20TiB',
      '--size: gp2 volumes have 1 GiB to 16,384 GiB, not 20,480 GiB. Give for example --size 100GiB.',
    ],
    [
      's3-multipart',
      '--size 60TiB',
      '--size: 60 TiB is more than S3 stores in an object. An object has 48.8 TiB at most (10,000 parts of 5 GiB), which is 53.6 TB in powers of ten.',
    ],
    [
      's3-multipart',
      '--size 1TiB --part-size 16MiB',
      '--part-size: 16 MiB makes 65,536 parts of it, and 10,000 are allowed. Give 109,951,163 B (104.86 MiB) or more.',
    ],
  ])('%s %s', (name, line, message) => {
    expect(messages(name, flags(line))).toEqual([message]);
  });

  test.each([
    '--operation batch --size 1KB',
    '--operation "" --size 1KB',
    '--operation Q --size 1KB --constructor 1',
    '--size 1KB --toString',
  ])('%s', (line) => {
    expect(messages('dynamodb', flags(line)).length).toBeGreaterThan(0);
  });

  test.each([['get'], ['GETITEM'], ['get-item'], ['Get']])('%s is GetItem', (operation) => {
    const done = ask('dynamodb', { operation, size: '1KB' });
    expect(done.ok && done.inputs[0]).toMatchObject({ name: 'operation', value: 'GetItem' });
  });

  test('all problems come at once', () => {
    expect(messages('kinesis', flags('--rate 5KB --consumers many'))).toHaveLength(3);
  });
});

describe('a wrong unit never passes silently', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    size: ['5s', '5/s', '5 Mb', '5 RCU'],
    sizes: ['5s', '1KB,5s', '3x5/s', '0x1KB', '1KB,,2KB'],
    rate: ['5KB', '5s', '5', '5 MB/s'],
    throughput: ['5/s', '5s', '5 Mb/s'],
    duration: ['5KB', '5/s', '5M'],
    count: ['5KB', '5s', '5/s', '1.5'],
    choice: ['something else'],
    switch: ['perhaps'],
  };
  const inputs = Object.values(all).flatMap((calculator) =>
    allInputs(calculator).map((each) => ({ ...each, calculator })),
  );
  test.each(inputs)('$calculator.name --$name', ({ calculator, name, spec, tasks }) => {
    const task = calculator.tasks.find((each) => each.name === tasks[0]);
    const example = task?.examples[0]?.inputs ?? {};
    for (const text of wrong[spec.kind] ?? []) {
      const done = ask(calculator.name, {
        ...example,
        ...(spec.when === undefined ? {} : { [spec.when.input]: spec.when.is[0] }),
        task: task?.name,
        [name]: text,
      });
      // A bare number is the one exception, and then the assumption is named.
      const said = done.ok
        ? done.assumed.filter((each) => each.text.includes(`--${name} ${text} has no unit`))
        : done.problems.filter((each) => each.input === name);
      expect([text, said.length]).toEqual([text, 1]);
    }
  });
});

describe('tasks and prompts', () => {
  test.each<readonly [CalculatorName, string, string]>([
    ['dynamodb', '', 'capacity'],
    ['dynamodb', '--rcu 100', 'partitions'],
    ['dynamodb', '--reads 1M', 'cost'],
    ['dynamodb', '--mode provisioned --rcu 100', 'cost'],
    ['cidr', '--cidr 10.0.0.0/16', 'describe'],
    ['cidr', '--cidr 10.0.0.0/16 --into 6', 'split'],
    ['cidr', '--hosts 250', 'fit'],
    ['cidr', '--cidr 10.0.0.0/16 --other 10.1.0.0/16', 'compare'],
    ['cidr', '--cidr 10.0.0.0/16 --azs 3', 'plan'],
    ['cidr', '--cidr 10.0.0.0/16 --secondary 10.1.0.0/16', 'secondary'],
    ['sqs', '--visibility 30s', 'settings'],
    ['sqs', '--at 20s', 'extend'],
    ['sqs', '--age 3d', 'dead-letter'],
    ['sqs', '--interval 1s', 'polling'],
    ['sqs', '--messages 10', 'payload'],
    ['sqs', '--high-throughput', 'throughput'],
    ['lambda', '--memory 512MB', 'memory'],
    ['lambda', '--memory 512MB --invocations 1M', 'cost'],
    ['api-gateway', '--payload 1MB', 'quotas'],
  ])('%s %s means %s', (name, line, task) => {
    expect(chooseTask(all[name], flags(line))).toMatchObject({ name: task });
  });

  test.each<readonly [CalculatorName, string, readonly string[]]>([
    ['dynamodb', '', ['operation', 'size']],
    ['dynamodb', '--operation GetItem', ['size']],
    ['dynamodb', '--operation GetItem --missing', []],
    ['dynamodb', '--operation PutItem --item {}', []],
    ['cidr', '', ['cidr']],
    ['cidr', '--azs 3', ['cidr', 'tiers']],
    ['kinesis', '--rate 100/s', ['record-size']],
    ['s3-multipart', '', ['size']],
    ['s3-multipart', '--part-size 8MiB', []],
    ['ebs', '--type gp2', ['size']],
    ['sqs', '--age 3d', ['dlq-retention']],
  ])('%s %s still asks for %j', (name, line, missing) => {
    const task = chooseTask(all[name], flags(line));
    if (!('compute' in task)) throw new Error(task.message);
    expect(missingInputs(task, flags(line))).toEqual(missing);
  });

  test('what is assumed is said', () => {
    const done = ask('dynamodb', flags('--operation get --size 4097'));
    expect(done.ok && done.assumed).toEqual([
      {
        input: 'size',
        why: 'unit',
        taken: 'B',
        text: '--size 4097 has no unit and is taken as 4097 B',
      },
      {
        input: 'consistency',
        why: 'default',
        taken: 'eventual',
        text: '--consistency is not given and taken as eventual',
      },
    ]);
  });
});
