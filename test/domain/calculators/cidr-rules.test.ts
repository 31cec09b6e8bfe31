import { describe, expect, test } from 'vitest';
import { answers, ask, findings, flags, messages, value } from './ask.ts';

describe('rules of AWS', () => {
  test.each([
    ['10.0.0.0/15', ['error: AWS takes /16 to /28 for a VPC or subnet, not /15.']],
    ['10.0.0.0/29', ['error: AWS takes /16 to /28 for a VPC or subnet, not /29.']],
    ['10.0.1.7/24', ['warning: 10.0.1.7/24 has host bits set: the block is 10.0.1.0/24.']],
    ['10.0.1.0/24', []],
    ['2001:db8::/58', [expect.stringContaining('in steps of 4'), expect.stringContaining('/56')]],
  ])('%s', (text, expected) => {
    expect(findings('cidr', { cidr: text })).toEqual(expected);
  });

  test.each([
    ['2001:db8::/44', true, true],
    ['2001:db8::/56', true, true],
    ['2001:db8::/60', true, true],
    ['2001:db8::/64', false, true],
    ['2001:db8::/62', false, false],
    ['2001:db8::/40', false, false],
    ['2001:db8::/68', false, false],
  ])('%s: VPC %s, subnet %s', (text, asVpc, asSubnet) => {
    expect(answers('cidr', { cidr: text })).toMatchObject({ asVpc, asSubnet });
  });

  test('an IPv6 split goes in steps of four bits', () => {
    expect(answers('cidr', flags('--cidr 2001:db8::/56 --into 5'))).toMatchObject({ prefix: 60, count: 5 });
    expect(messages('cidr', flags('--cidr 2001:db8::/56 --prefix 62'))[0]).toContain(
      '/44 to /64 in steps of 4',
    );
  });

  test.each([
    ['10.2.0.0/16', '10.3.0.0/16', []],
    ['10.2.0.0/16', '10.2.128.0/17', ['10.2.128.0/17 overlaps 10.2.0.0/16.']],
    [
      '10.2.0.0/16',
      '172.16.0.0/16',
      [
        '172.16.0.0/16 belongs to the range 172.16.0.0/12, which a VPC with the primary block 10.2.0.0/16 may not use.',
      ],
    ],
    ['10.2.0.0/16', '100.64.0.0/16', []],
    [
      '10.2.0.0/16',
      '198.19.0.0/24',
      [
        '198.19.0.0/24 belongs to the range 198.19.0.0/16, which a VPC with the primary block 10.2.0.0/16 may not use.',
      ],
    ],
    [
      '10.1.0.0/16',
      '10.0.0.0/16',
      ['10.0.0.0/16 is in 10.0.0.0/16, which a VPC with a block in 10.0.0.0/15 may not add.'],
    ],
    ['192.168.0.0/20', '192.168.16.0/20', []],
    [
      '100.64.0.0/16',
      '10.0.0.0/16',
      [
        '10.0.0.0/16 belongs to the range 10.0.0.0/8, which a VPC with the primary block 100.64.0.0/16 may not use.',
      ],
    ],
    [
      '10.2.0.0/16',
      '10.4.0.0/12',
      ['10.0.0.0/12: AWS takes /16 to /28.', '10.0.0.0/12 overlaps 10.2.0.0/16.'],
    ],
  ])('secondary block: %s takes %s?', (primary, secondary, problems) => {
    expect(findings('cidr', { cidr: primary, secondary }).filter((each) => each.startsWith('error'))).toEqual(
      problems.map((each) => `error: ${each}`),
    );
    expect(value('cidr', { cidr: primary, secondary }, 'allowed')).toBe(problems.length === 0);
  });

  test('a small plan', () => {
    const done = ask('cidr', flags('--cidr 10.0.0.0/22 --tiers web:100,db:20 --azs 2'));
    if (!done.ok) throw new Error('no plan');
    expect(done.result.table?.rows).toEqual([
      ['web', 'a', '10.0.0.0/25', '100', '123', '23'],
      ['web', 'b', '10.0.0.128/25', '100', '123', '23'],
      ['db', 'a', '10.0.1.0/27', '20', '27', '7'],
      ['db', 'b', '10.0.1.32/27', '20', '27', '7'],
    ]);
    expect(done.result.answers.find((each) => each.name === 'left')?.text).toBe(
      '10.0.1.64/26, 10.0.1.128/25, 10.0.2.0/23',
    );
    expect(done.result.bar?.segments.map((each) => [each.label, each.share])).toEqual([
      ['web-a', 0.125],
      ['web-b', 0.125],
      ['db-a', 0.03125],
      ['db-b', 0.03125],
      ['free', 0.6875],
    ]);
  });

  test.each(['app', 'app:', 'app:0', 'app:70000', 'app:/29', 'app:/15', 'a:5,a:6', ':5', 'app:5s'])(
    'tiers "%s" are refused',
    (tiers) => {
      expect(messages('cidr', { cidr: '10.0.0.0/16', tiers })).toHaveLength(1);
    },
  );

  test.each([
    '10.0.0/16',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '010.0.0.0/8',
    '10.0.0.0/16/2',
    '::1/129',
    'fe80::1%eth0/64',
    'example',
    '10.0.0.0 /16',
  ])('"%s" is refused', (text) => {
    expect(messages('cidr', { cidr: text })).toHaveLength(1);
  });
});
