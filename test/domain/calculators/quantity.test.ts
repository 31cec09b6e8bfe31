import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ceilUnits,
  formatBytes,
  formatDuration,
  formatMoney,
  formatNumber,
} from '../../../src/domain/calculators/format.ts';
import {
  parseCount,
  parseDuration,
  parseMoney,
  parseRate,
  parseSize,
  parseThroughput,
  timesRate,
} from '../../../src/domain/calculators/quantity.ts';

describe('sizes, KB = 1,024 bytes', () => {
  test.each([
    ['6KB', 6144],
    ['6 KB', 6144],
    ['6kb', 6144],
    ['6 kilobytes', 6144],
    ['6 Mebibytes', 6_291_456],
    ['6KiB', 6144],
    ['1.5 MiB', 1_572_864],
    ['1.5MB', 1_572_864],
    ['2 GB', 2_147_483_648],
    ['5TiB', 5_497_558_138_880],
    ['4,097 bytes', 4097],
    ['4097B', 4097],
    ['.5KB', 512],
    ['1 byte', 1],
  ])('%s', (text, bytes) => {
    expect(parseSize(text)).toEqual({ ok: true, value: bytes });
  });

  test.each([
    ['4097', 'B', 4097],
    ['6', 'KB', 6144],
    ['20', 'GB', 21_474_836_480],
  ] as const)('%s alone is understood as %s, and says so', (text, bare, bytes) => {
    expect(parseSize(text, bare)).toEqual({ ok: true, value: bytes, assumed: bare });
  });

  test.each([
    ['6K', 6144, 'KB'],
    ['10 k', 10_240, 'KB'],
    ['2G', 2_147_483_648, 'GB'],
  ] as const)('%s has half a unit, and says so', (text, bytes, assumed) => {
    expect(parseSize(text)).toEqual({ ok: true, value: bytes, assumed });
  });

  test.each([
    '6Kb',
    '6 Mbit',
    '100Mbps',
    '6m',
    '6g',
    '6s',
    '6/s',
    '6 KB/s',
    '6 apples',
    'six',
    '',
    '-1KB',
    '1,5KB',
    '1 2KB',
    '6KBB',
    '1e3KB',
  ])('"%s" is refused', (text) => {
    expect(parseSize(text)).toMatchObject({ ok: false });
  });
});

describe('rates', () => {
  test.each([
    ['200/s', 200],
    ['200 / sec', 200],
    ['12000/min', 200],
    ['12,000 per minute', 200],
    ['12k/min', 200],
    ['200rps', 200],
    ['50 TPS', 50],
    ['100 reads/s', 100],
    ['10 messages per second', 10],
    ['3600/h', 1],
    ['86400 requests a day', 1],
    ['1.5M/day', 1_500_000 / 86_400],
    ['0.5/s', 0.5],
    ['200 Reads/S', 200],
    ['200/Second', 200],
    ['12000 rpm', 200],
    ['30 gets per second', 30],
    ['2 Million/d', 2_000_000 / 86_400],
  ])('%s', (text, perSecond) => {
    const parsed = parseRate(text);
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.value.perSecond).toBeCloseTo(perSecond, 9);
  });

  test('a bare number is per second, and says so', () => {
    expect(parseRate('200')).toMatchObject({ ok: true, value: { perSecond: 200 }, assumed: '/s' });
  });

  test.each([
    '200 reads',
    '200 KB/s',
    '200s',
    '200/m',
    '200/fortnight',
    '200 per KB',
    '/s',
    'fast',
    '-5/s',
    '200 m/s',
    '200m/s',
  ])('"%s" is refused', (text) => {
    expect(parseRate(text)).toMatchObject({ ok: false });
  });

  test('a multiple that comes out even is even: no dust for the last rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 60 }), (perSecond, units) => {
        const parsed = parseRate(`${perSecond * 60}/min`);
        return parsed.ok && ceilUnits(timesRate(parsed.value, units)) === perSecond * units;
      }),
    );
    const hundred = parseRate('100/min');
    expect(hundred.ok && timesRate(hundred.value, 3)).toBe(5);
  });
});

describe('rounding up', () => {
  test.each([
    [0.1 + 0.2 + 0.7, 1],
    [4.000000000001, 4],
    [4.0001, 5],
    [0.5, 1],
    [0, 0],
    [1_000_000.5, 1_000_001],
    [3_528_196_110.4, 3_528_196_111],
    [1e-10, 1],
    [3_528_196_110.4, 3_528_196_111],
    [1e-10, 1],
  ])('%d is %d', (value, rounded) => {
    expect(ceilUnits(value)).toBe(rounded);
  });
});

describe('durations', () => {
  test.each([
    ['30s', 30],
    ['30 sec', 30],
    ['350ms', 0.35],
    ['20 ms', 0.02],
    ['1h30m', 5400],
    ['1 h 30 min', 5400],
    ['4d', 345_600],
    ['2 weeks', 1_209_600],
    ['15 minutes', 900],
    ['1.5h', 5400],
    ['12 hours', 43_200],
    ['0s', 0],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: seconds });
  });

  test.each(['30', '90'])('%s alone takes the unit of the input', (text) => {
    expect(parseDuration(text, 'min')).toEqual({ ok: true, value: Number(text) * 60, assumed: 'min' });
  });

  test.each(['30KB', '30/s', '30M', '1 month', '30m1h', '1h30', '1h1h', 'soon', '', '-30s', '5 parsecs'])(
    '"%s" is refused',
    (text) => {
      expect(parseDuration(text)).toMatchObject({ ok: false });
    },
  );
});

describe('counts, money and throughput', () => {
  test.each([
    ['1,000', 1000],
    ['10k', 10_000],
    ['50M', 50_000_000],
    ['2 million', 2_000_000],
    ['1_000_000', 1_000_000],
  ])('count %s', (text, count) => {
    expect(parseCount(text)).toEqual({ ok: true, value: count });
  });
  test.each(['5m', '5KB', '5%', 'x', '1,00'])('count "%s" is refused', (text) => {
    expect(parseCount(text)).toMatchObject({ ok: false });
  });
  test.each([
    ['$0.20', 0.2],
    ['12 USD', 12],
    ['1,200.50', 1200.5],
  ])('money %s', (text, usd) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: usd });
  });
  test.each(['5 EUR', '5 cents', '$'])('money "%s" is refused', (text) => {
    expect(parseMoney(text)).toMatchObject({ ok: false });
  });
  test.each([
    ['10 MB/s', 10_485_760],
    ['600KB/min', 10_240],
    ['500 MiB per second', 524_288_000],
  ])('throughput %s', (text, bytes) => {
    expect(parseThroughput(text)).toEqual({ ok: true, value: bytes });
  });
  test.each(['10 Mb/s', '10 Mbps', '10 MB', '10/s'])('throughput "%s" is refused', (text) => {
    expect(parseThroughput(text)).toMatchObject({ ok: false });
  });
});

describe('what is printed can be read again', () => {
  test('sizes, durations and money', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 45 }), (bytes) => {
        expect(parseSize(formatBytes(bytes))).toMatchObject({ ok: true });
        const parsed = parseSize(formatBytes(bytes));
        return parsed.ok && Math.abs(parsed.value - bytes) <= bytes * 1e-9;
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (seconds) => {
        const parsed = parseDuration(formatDuration(seconds));
        return parsed.ok && parsed.value === seconds;
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (cents) => {
        const parsed = parseMoney(formatMoney(cents / 100));
        return parsed.ok && Math.abs(parsed.value - cents / 100) < 0.005;
      }),
    );
  });

  test.each([
    [1_234_567, '1,234,567'],
    [0.5, '0.5'],
    [1234.5, '1,234.5'],
    [999, '999'],
    [0, '0'],
    [33.3333333, '33.3333'],
    [999.99999, '999.99999'],
    [3.0000200001, '3.00002'],
    [0.0000015046, '0.000002'],
    [3 + 1e-13, '3'],
    [0.1 + 0.2 + 0.7, '1'],
  ])('%d is "%s"', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
