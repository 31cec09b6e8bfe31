import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answers, value } from './ask.ts';

describe('laws', () => {
  test('parts: no more than 10,000, and one byte less for a part would not do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 * 1024 ** 3 }), (bytes) => {
        const {
          minPart = 0,
          parts = 0,
          lastPart = 0,
        } = answers('s3-multipart', { size: `${bytes}B` }) as Record<string, number>;
        expect(parts).toBeLessThanOrEqual(10_000);
        expect((parts - 1) * minPart + lastPart).toBe(bytes);
        expect(lastPart).toBeGreaterThan(0);
        expect(minPart === 5 * 1024 ** 2 || Math.ceil(bytes / (minPart - 1)) > 10_000).toBe(true);
      }),
    );
  });

  test('shards carry the load, and one less would not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 6 }),
        (rate, bytes, consumers) => {
          const shards = Number(
            value(
              'kinesis',
              { rate: `${rate}/s`, 'record-size': `${bytes}B`, consumers: String(consumers) },
              'shards',
            ),
          );
          const carries = (count: number) =>
            rate <= count * 1000 &&
            rate * bytes <= count * 1024 ** 2 &&
            rate * bytes * consumers <= count * 2 * 1024 ** 2;
          expect([carries(shards), shards === 1 || carries(shards - 1)]).toEqual([true, shards === 1]);
        },
      ),
    );
  });

  test('the token bucket agrees with one that is simulated request by request', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (load, limit, burst, seconds) => {
          const { accepted = 0, throttled = 0 } = answers('api-gateway', {
            load: `${load}/s`,
            limit: `${limit}/s`,
            burst: String(burst),
            for: `${seconds}s`,
          }) as Record<string, number>;
          let tokens = burst;
          let taken = 0;
          for (let request = 0; request < load * seconds; request += 1) {
            tokens = Math.min(burst, tokens + limit / load);
            if (tokens >= 1 - 1e-9) {
              tokens -= 1;
              taken += 1;
            }
          }
          expect(accepted + throttled).toBe(load * seconds);
          // A simulated bucket smaller than one step spills tokens; the calculator reckons with a flow.
          if (burst >= 1 + limit / load) expect(Math.abs(accepted - taken)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('the time in flight never ends after 12 hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 43_200 }), fc.integer({ min: 0, max: 50_000 }), (at, to) => {
        const { visibleAt, largest } = answers('sqs', { at: `${at}s`, to: `${to}s` });
        return to <= Number(largest)
          ? visibleAt === at + to && Number(visibleAt) <= 43_200
          : visibleAt === 'call rejected';
      }),
    );
  });
});
