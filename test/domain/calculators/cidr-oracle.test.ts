import { BlockList } from 'node:net';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { blockText, parseBlock, size } from '../../../src/domain/calculators/cidr/block.ts';
import { answers, value } from './ask.ts';
import { block, cidr4, cidr6, ipv4 } from './blocks.ts';

function bytesToBigint(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, each) => sum * 256n + BigInt(each), 0n);
}

describe('the oracle ipaddr.js agrees', () => {
  test('on network, broadcast, netmask and text of IPv4', () => {
    fc.assert(
      fc.property(cidr4(1, 27), (text) => {
        const found = answers('cidr', { cidr: text });
        const network = ipaddr.IPv4.networkAddressFromCIDR(text);
        const broadcast = ipaddr.IPv4.broadcastAddressFromCIDR(text);
        const prefix = Number(text.split('/')[1]);
        expect(found).toMatchObject({
          network: `${network.toString()}/${prefix}`,
          netmask: ipaddr.IPv4.subnetMaskFromPrefixLength(prefix).toString(),
        });
        expect((found.reserved as readonly string[])[0]).toBe(network.toString());
        expect((found.reserved as readonly string[])[4]).toBe(broadcast.toString());
        const span = bytesToBigint(broadcast.toByteArray()) - bytesToBigint(network.toByteArray()) + 1n;
        expect(BigInt(found.total as number)).toBe(span);
        expect(BigInt(found.usable as number) + 5n).toBe(span);
      }),
      { numRuns: 500 },
    );
  });

  test('on first and last address of IPv6', () => {
    fc.assert(
      fc.property(cidr6(1, 124), (text) => {
        const parsed = block(text);
        expect(parsed.first).toBe(bytesToBigint(ipaddr.IPv6.networkAddressFromCIDR(text).toByteArray()));
        expect(parsed.last).toBe(bytesToBigint(ipaddr.IPv6.broadcastAddressFromCIDR(text).toByteArray()));
        const shown = blockText(parsed).split('/')[0] ?? '';
        expect(bytesToBigint(ipaddr.parse(shown).toByteArray())).toBe(parsed.first);
      }),
      { numRuns: 500 },
    );
  });

  test('on what is no address, except where ipaddr.js is lenient', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 20 }),
          ipv4,
          fc.stringMatching(/^[0-9.]{1,18}$/),
          fc.stringMatching(/^[0-9a-f:]{2,20}$/),
        ),
        (text) => {
          const ours = !('problem' in parseBlock(`${text}/20`));
          // Octal, hexadecimal and short forms of IPv4 mean different things to different programs: refused here.
          if (ours) expect(ipaddr.isValid(text.trim())).toBe(true);
          else if (/^\d+\.\d+\.\d+\.\d+$/.test(text) && !/(^|\.)0\d/.test(text))
            expect(ipaddr.IPv4.isValidFourPartDecimal(text)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the oracle node:net BlockList agrees', () => {
  test('on containment of addresses', () => {
    fc.assert(
      fc.property(cidr4(8, 30), ipv4, fc.boolean(), fc.nat(), (text, stranger, near, offset) => {
        const outer = block(text);
        const list = new BlockList();
        list.addSubnet(blockText(outer).split('/')[0] ?? '', outer.prefix);
        const close = blockText({
          ...outer,
          first: (outer.first + (BigInt(offset) % (2n * size(outer)))) % 2n ** 32n,
          prefix: 32,
        });
        const address = near ? (close.split('/')[0] ?? '') : stranger;
        expect(value('cidr', { cidr: text, other: address }, 'contains')).toBe(list.check(address));
      }),
      { numRuns: 500 },
    );
  });

  test('on overlap of blocks: one of the ends of one lies in the other', () => {
    fc.assert(
      fc.property(cidr4(4, 12), cidr4(4, 12), (a, b) => {
        const lists = [a, b].map((text) => {
          const list = new BlockList();
          list.addSubnet(blockText(block(text)).split('/')[0] ?? '', block(text).prefix);
          return list;
        });
        const first = (text: string) => blockText(block(text)).split('/')[0] ?? '';
        const expected = lists[0]?.check(first(b)) === true || lists[1]?.check(first(a)) === true;
        expect(value('cidr', { cidr: a, other: b }, 'overlap')).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
