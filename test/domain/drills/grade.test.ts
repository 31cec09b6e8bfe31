import { describe, expect, test } from 'vitest';
import type { Drill, Expected } from '../../../src/domain/drills/drill.ts';
import { gradeDrill } from '../../../src/domain/drills/grade.ts';

function drill(expected: Expected, traps: Drill['traps'] = []): Drill {
  return {
    template: 'cidr-usable',
    calculator: 'cidr',
    question: '?',
    expected,
    answerText: '',
    inputs: {},
    steps: [],
    traps,
    sources: [],
  };
}

const rcu: Expected = { kind: 'number', value: 1200, units: ['RCU', 'read capacity units', 'units'] };
const seconds: Expected = { kind: 'seconds', value: 180 };
const bytes: Expected = { kind: 'bytes', value: 16 * 1024 ** 2, bare: 'MB' };
const usd: Expected = { kind: 'usd', value: 12.5 };
const prefix: Expected = { kind: 'prefix', value: 24 };
const block: Expected = { kind: 'block', value: '10.0.2.0/23' };
const address: Expected = { kind: 'block', value: '10.0.0.4' };
const yes: Expected = { kind: 'word', value: 'yes', accepted: [] };

describe('units are forgiven and converted', () => {
  test.each([
    [
      rcu,
      ['1200', '1,200', '1200 RCU', '1200rcu', '1.2k', '1200 units', ' 1200 Read Capacity Units ', '= 1200'],
    ],
    [seconds, ['180', '180s', '3 min', '3m', '180 seconds', '0.05h', '2m60s']],
    [bytes, ['16', '16 MiB', '16MB', '16777216 B', '16384 KB', '0.015625GiB']],
    [usd, ['12.5', '$12.50', '12.50 USD', '$12.5', '12.5 dollars']],
    [prefix, ['24', '/24', 'a /24', '255.255.255.0']],
    [block, ['10.0.2.0/23', ' 10.0.2.0/23 ']],
    [address, ['10.0.0.4', '10.0.0.4/32']],
    [yes, ['yes', 'y', 'Yes', 'true']],
  ] as const)('%o', (expected, right) => {
    for (const text of right)
      expect([text, gradeDrill(drill(expected), text)]).toEqual([text, { correct: true, understood: true }]);
  });
});

describe('what is wrong is wrong', () => {
  test.each([
    [rcu, ['1201', '1199', '1200M', '12', '120']],
    [seconds, ['181', '3 h', '180 min', '180ms']],
    [bytes, ['17', '16 GiB', '16 B']],
    [usd, ['12.52', '12', '$1250']],
    [prefix, ['23', '/25', '255.255.254.0']],
    [block, ['10.0.2.0/24', '10.0.0.0/22', 'none', '10.0.2.0']],
    [yes, ['no', 'n']],
  ] as const)('%o', (expected, wrong) => {
    for (const text of wrong)
      expect([text, gradeDrill(drill(expected), text)]).toEqual([text, { correct: false, understood: true }]);
  });
});

describe('what is no answer is said to be none', () => {
  test.each([
    [rcu, '1200 WCU', '"WCU" is not the unit asked for (RCU).'],
    [rcu, 'many', 'The answer does not start with a number; expected was a number.'],
    [rcu, '', 'Nothing was typed.'],
    [rcu, '-5', 'The answer is negative; expected was a number.'],
    [
      seconds,
      '180 KB',
      'The answer has the unit "KB", which is not one of a time (ms, s, min, h or d); expected was a time such as 180 s or 3 min.',
    ],
    [
      bytes,
      '16 Mb',
      'The answer has the unit "Mb", which is not one of a size (bits); expected was a size such as 16 MiB.',
    ],
    [
      usd,
      '12 EUR',
      'The answer has the unit "EUR", which is not one of an amount in USD; expected was an amount such as $12.50.',
    ],
    [prefix, '255.0.255.0', 'Expected was a prefix length such as /24.'],
    [block, '10.0.3.0/23', 'The block has host bits set.'],
    [yes, 'perhaps', 'Expected was yes or no.'],
  ] as const)('%o "%s"', (expected, text, sentence) => {
    expect(gradeDrill(drill(expected), text)).toEqual({ correct: false, understood: false, sentence });
  });
});

test('a number that a misconception yields gets its sentence, in any unit', () => {
  const asked = drill(seconds, [{ value: 30, sentence: 'Six times the timeout.' }]);
  for (const text of ['30', '30 s', '0.5 min']) {
    expect(gradeDrill(asked, text)).toEqual({
      correct: false,
      understood: true,
      sentence: 'Six times the timeout.',
    });
  }
});
