import { describe, expect, test } from 'vitest';
import { badValues, readFlags } from '../../../src/domain/calculators/read-flags.ts';
import { all } from './ask.ts';

const read = (name: keyof typeof all, line: string) =>
  readFlags(all[name], line.split(' '), ['json', 'help']);
const says = (name: keyof typeof all, line: string) =>
  read(name, line).problems.map(({ input, message, hint }) => `${input}: ${message} ${hint}`);

describe('flags become inputs', () => {
  test.each([
    ['dynamodb', '--size 6KB --rate=200/s', { size: '6KB', rate: '200/s' }],
    [
      'dynamodb',
      '--size 1.5 KB --rate 200 reads per second',
      { size: '1.5 KB', rate: '200 reads per second' },
    ],
    ['dynamodb', '--operation GetItem --missing', { operation: 'GetItem', missing: 'true' }],
    ['dynamodb', '--missing --operation GetItem', { operation: 'GetItem', missing: 'true' }],
    ['dynamodb', '--missing=no --size 1KB', { missing: 'no', size: '1KB' }],
    ['dynamodb', '--size 1KB --size 2KB', { size: '1KB,2KB' }],
    [
      'cidr',
      '--cidr 10.0.0.0/16 --other 10.1.0.0/16 --other 10.2.0.0/16',
      { cidr: '10.0.0.0/16', other: '10.1.0.0/16,10.2.0.0/16' },
    ],
    ['cidr', '--hosts -5', { hosts: '-5' }],
    ['cidr', '--hosts -.5', { hosts: '-.5' }],
    ['cidr', '--hosts=-5', { hosts: '-5' }],
    ['cidr', '--cidr=', { cidr: '' }],
    ['cidr', '--cidr 2001:db8::/56 --task split', { cidr: '2001:db8::/56', task: 'split' }],
    ['cidr', '--tiers a=1:2', { tiers: 'a=1:2' }],
  ] as const)('%s %s', (name, line, raw) => {
    expect(read(name, line)).toEqual({ raw, problems: [] });
  });
});

describe('what is no flag is said, all of it', () => {
  test.each([
    ['dynamodb', '--sise 6KB', ['sise: --sise is not an input of dynamodb. Did you mean --size?']],
    ['dynamodb', '--itemSize 6KB', [expect.stringContaining('Its inputs: --operation, --size')]],
    ['dynamodb', '--jsno', ['jsno: --jsno is not an input of dynamodb. Did you mean --json?']],
    ['dynamodb', '-s 6KB', [expect.stringMatching(/^s: --s is not an input/)]],
    [
      'dynamodb',
      '--rate --size 6KB',
      ['rate: --rate has no value. Give a rate per second, minute, hour or day, for example 200/s.'],
    ],
    ['cidr', '--task', [expect.stringMatching(/^task: --task has no value. Give one of describe, split/)]],
    ['ebs', '--type gp2 --type gp3', ['type: --type is given twice. Give it once.']],
    [
      'cidr',
      '10.0.0.0/16',
      [': "10.0.0.0/16" stands without a flag. Write the flag before it: --cidr 10.0.0.0/16.'],
    ],
    ['cidr', '250', [': "250" stands without a flag. Write the flag before it: --cidr 250.']],
    ['cidr', 'cats', [expect.stringMatching(/^: "cats" stands without a flag. Inputs are flags: --cidr/)]],
    [
      's3-multipart',
      '100GiB',
      [': "100GiB" stands without a flag. Write the flag before it: --size 100GiB.'],
    ],
    ['dynamodb', '--sise 6KB --foo --rate', [expect.any(String), expect.any(String), expect.any(String)]],
  ] as const)('%s %s', (name, line, problems) => {
    expect(says(name, line)).toEqual(problems);
  });

  test('wrong values are told beside wrong flags', () => {
    const flags = read('dynamodb', '--foo 1 --size 6cats --rate 5 --operation Batch');
    expect(badValues(all.dynamodb, flags).map(({ input }) => input)).toEqual(['operation', 'size']);
  });
});
