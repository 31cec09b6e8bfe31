import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  blocksBetween,
  blockText,
  cover,
  size,
} from '../../../src/domain/calculators/cidr/block.ts';
import { smallestPrefix } from '../../../src/domain/calculators/cidr/fit.ts';
import { merge, relation } from '../../../src/domain/calculators/cidr/relation.ts';
import { subnetsOf } from '../../../src/domain/calculators/cidr/split.ts';
import { answers } from './ask.ts';
import { block, cidr4 } from './blocks.ts';

describe('laws', () => {
  test('splitting and collapsing gives the block back', () => {
    fc.assert(
      fc.property(cidr4(16, 24), fc.integer({ min: 0, max: 4 }), (text, bits) => {
        const whole = block(text);
        const parts = subnetsOf(whole, whole.prefix + bits);
        expect(parts).toHaveLength(2 ** bits);
        expect(parts.every((part) => relation(whole, part) === (bits === 0 ? 'equal' : 'contains'))).toBe(
          true,
        );
        expect(blockText(merge(parts as [Block, ...Block[]]) as Block)).toBe(blockText(whole));
        expect(parts.reduce((sum, part) => sum + size(part), 0n)).toBe(size(whole));
        if (bits > 1)
          expect(merge(parts.filter((_, index) => index !== 1) as [Block, ...Block[]])).toBeUndefined();
        if (bits > 0) expect(merge(parts.slice(1) as [Block, ...Block[]])).not.toEqual(whole);
      }),
    );
  });

  test('a split has as many subnets as asked, none overlapping, all as large as can be', () => {
    fc.assert(
      fc.property(cidr4(16, 20), fc.integer({ min: 1, max: 200 }), (text, into) => {
        const found = answers('cidr', { cidr: text, into: String(into) });
        const subnets = (found.subnets as readonly string[]).map(block);
        const spare = (found.spare as readonly string[]).map(block);
        expect(subnets).toHaveLength(into);
        expect(spare.length).toBeLessThan(into);
        expect(merge([...subnets, ...spare] as [Block, ...Block[]])).toMatchObject({
          first: block(text).first,
          last: block(text).last,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('the smallest subnet has room, and half of it has not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_531 }), (hosts) => {
        const { prefix, usable, spare } = answers('cidr', { hosts: String(hosts) }) as Record<string, number>;
        expect(usable).toBe(2 ** (32 - (prefix ?? 0)) - 5);
        expect(spare).toBeGreaterThanOrEqual(0);
        expect(prefix === 28 || 2 ** (31 - (prefix ?? 0)) - 5 < hosts).toBe(true);
        expect(smallestPrefix(hosts)).toBe(prefix);
      }),
    );
  });

  test('relation and cover are symmetric, and the cover is the smallest', () => {
    const mirror = {
      equal: 'equal',
      contains: 'inside',
      inside: 'contains',
      adjacent: 'adjacent',
      apart: 'apart',
    } as const;
    fc.assert(
      fc.property(cidr4(4, 28), cidr4(4, 28), (one, other) => {
        const [a, b] = [block(one), block(other)];
        expect(relation(b, a)).toBe(mirror[relation(a, b)]);
        const whole = cover([a, b]);
        expect(cover([b, a])).toEqual(whole);
        for (const each of [a, b]) expect(['equal', 'contains']).toContain(relation(whole, each));
        const halves = whole.prefix < 32 ? subnetsOf(whole, whole.prefix + 1) : [];
        for (const half of halves)
          expect([a, b].every((each) => ['equal', 'contains'].includes(relation(half, each)))).toBe(false);
      }),
    );
  });

  test('the blocks between two addresses fill them without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 20 }),
        fc.integer({ min: 0, max: 5000 }),
        (first, length) => {
          const blocks = blocksBetween(4, BigInt(first), BigInt(first + length));
          let at = BigInt(first);
          for (const each of blocks) {
            expect(each.first).toBe(at);
            expect(each.first % size(each)).toBe(0n);
            at = each.last + 1n;
          }
          expect(at).toBe(BigInt(first + length + 1));
        },
      ),
    );
  });

  test('a plan gives every tier its hosts in every zone, aligned, apart, inside the VPC, and accounts for every address', () => {
    const tiers = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tiers, fc.integer({ min: 1, max: 6 }), (hosts, azs) => {
        const text = hosts.map((count, index) => `tier${index}:${count}`).join(',');
        const found = answers('cidr', { cidr: '10.64.0.0/16', tiers: text, azs: String(azs) });
        const subnets = (found.subnets as readonly string[]).map(block);
        const left = (found.left as readonly string[]).map(block);
        expect(subnets).toHaveLength(hosts.length * azs);
        expect(merge([...subnets, ...left] as [Block, ...Block[]])).toEqual({ ...block('10.64.0.0/16') });
        expect([...subnets, ...left].reduce((sum, each) => sum + size(each), 0n)).toBe(65_536n);
        for (const each of subnets) expect(each.first % size(each)).toBe(0n);
        const rooms = subnets.map((each) => Number(size(each)) - 5).sort((a, b) => a - b);
        const wanted = hosts
          .flatMap((count) => Array.from({ length: azs }, () => count))
          .sort((a, b) => a - b);
        wanted.forEach((count, index) => {
          expect(rooms[index]).toBeGreaterThanOrEqual(count);
        });
      }),
      { numRuns: 200 },
    );
  });
});
