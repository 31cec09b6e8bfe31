import { Address4, Address6 } from 'ip-address';
import { type Refusal, refuse } from '../calculator.ts';

/** An address block with its host bits cleared. Addresses are numbers of up to 128 bits. */
export interface Block {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
  /** The text had host bits set, such as 10.0.1.7/24. */
  readonly masked: boolean;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html: IPv4 /16 to /28, for a VPC and a subnet. */
export const IPV4_LARGEST_PREFIX = 16;
export const IPV4_SMALLEST_PREFIX = 28;
/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html: the first four addresses and the last one. */
export const RESERVED_ADDRESSES = 5;

export const SOURCES = {
  vpcBlocks: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  subnetSizing: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  quotas: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
  peering: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
} as const;

/** Reads a block; an address without a prefix is the block of that one address. */
export function parseBlock(text: string): Block | { readonly problem: string } {
  const [address = '', prefix, ...more] = text.trim().split('/');
  if (more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix)))
    return { problem: 'has no prefix length such as /16' };
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (length > bits) return { problem: `has a prefix above /${bits}` };
  if (family === 4 && !/^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}$/.test(address)) {
    return { problem: 'is not an IPv4 address of four numbers from 0 to 255' };
  }
  // A zone (fe80::1%eth0) belongs to an interface, never to a block.
  if (address.includes('%')) return { problem: 'names a zone' };
  try {
    const parsed = family === 4 ? new Address4(`${address}/${length}`) : new Address6(`${address}/${length}`);
    const first = parsed.startAddress().bigInt();
    return {
      family,
      first,
      last: parsed.endAddress().bigInt(),
      prefix: length,
      masked: parsed.bigInt() !== first,
    };
  } catch {
    return {
      problem:
        family === 4 ? 'is not an IPv4 address of four numbers from 0 to 255' : 'is not an IPv6 address',
    };
  }
}

/** The block an input names, or a refusal that names the input. */
export function readBlock(input: string, text: string, needsPrefix = true): Block | Refusal {
  const block = parseBlock(text);
  if ('problem' in block)
    return refuse(
      input,
      `--${input}: "${text}" ${block.problem}.`,
      'Give a block such as 10.0.0.0/16 or 2001:db8::/56.',
    );
  if (needsPrefix && !text.includes('/')) {
    return refuse(
      input,
      `--${input}: "${text}" has no prefix length.`,
      `Give a block such as ${text}/${block.family === 4 ? 24 : 64}.`,
    );
  }
  return block;
}

export function blockAt(family: 4 | 6, first: bigint, prefix: number): Block {
  return { family, first, last: first + sizeOfPrefix(family, prefix) - 1n, prefix, masked: false };
}

export function sizeOfPrefix(family: 4 | 6, prefix: number): bigint {
  return 1n << BigInt((family === 4 ? 32 : 128) - prefix);
}

export function size(block: Block): bigint {
  return block.last - block.first + 1n;
}

export function addressText(family: 4 | 6, address: bigint): string {
  return family === 4
    ? Address4.fromBigInt(address).correctForm()
    : Address6.fromBigInt(address).correctForm();
}

export function blockText(block: Block): string {
  return `${addressText(block.family, block.first)}/${block.prefix}`;
}

/** Addresses of a subnet that can be given to something: all but the five that AWS keeps. */
export function usableAddresses(family: 4 | 6, prefix: number): bigint {
  const usable = sizeOfPrefix(family, prefix) - BigInt(RESERVED_ADDRESSES);
  return usable > 0n ? usable : 0n;
}

export function overlaps(a: Block, b: Block): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

export function contains(outer: Block, inner: Block): boolean {
  return outer.family === inner.family && inner.first >= outer.first && inner.last <= outer.last;
}

/** The smallest block over all of them. */
export function cover(blocks: readonly [Block, ...Block[]]): Block {
  const [head] = blocks;
  const bits = head.family === 4 ? 32 : 128;
  const byValue = (a: bigint, b: bigint) => (a < b ? -1 : 1);
  const first = blocks.map((block) => block.first).sort(byValue)[0] ?? head.first;
  const last =
    blocks
      .map((block) => block.last)
      .sort(byValue)
      .at(-1) ?? head.last;
  let prefix = bits;
  while (prefix > 0 && first >> BigInt(bits - prefix) !== last >> BigInt(bits - prefix)) prefix -= 1;
  const shift = BigInt(bits - prefix);
  return blockAt(head.family, (first >> shift) << shift, prefix);
}

/** The fewest blocks that fill first…last exactly. */
export function blocksBetween(family: 4 | 6, first: bigint, last: bigint): readonly Block[] {
  const bits = family === 4 ? 32 : 128;
  const found: Block[] = [];
  let at = first;
  while (at <= last) {
    let prefix = bits;
    while (prefix > 0) {
      const wider = sizeOfPrefix(family, prefix - 1);
      if (at % wider !== 0n || at + wider - 1n > last) break;
      prefix -= 1;
    }
    found.push(blockAt(family, at, prefix));
    at += sizeOfPrefix(family, prefix);
  }
  return found;
}

/** IPv4 /16 to /28 for both; IPv6 /44 to /60 for a VPC and /44 to /64 for a subnet, in steps of four. */
export function isLegal(block: Pick<Block, 'family' | 'prefix'>, role: 'vpc' | 'subnet'): boolean {
  const { family, prefix } = block;
  if (family === 4) return prefix >= IPV4_LARGEST_PREFIX && prefix <= IPV4_SMALLEST_PREFIX;
  return prefix >= 44 && prefix <= (role === 'vpc' ? 60 : 64) && prefix % 4 === 0;
}

/** A bigint as a number where it is exact, else as text: IPv6 counts have no business in a double. */
export function countValue(count: bigint): number | string {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count.toString();
}

export function groupDigits(count: bigint): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The note for a block that was written with host bits. */
export function maskedNote(text: string, block: Block): string {
  return `${text.trim()} has host bits set: the block is ${blockText(block)}.`;
}
