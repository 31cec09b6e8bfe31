import fc from 'fast-check';
import { type Block, parseBlock } from '../../../src/domain/calculators/cidr/block.ts';

/** Blocks to draw from, with host bits set more often than not. */
const octet = fc.integer({ min: 0, max: 255 });
export const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const ipv6 = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((each) => each.toString(16)).join(':'));
export const cidr4 = (min: number, max: number) =>
  fc.tuple(ipv4, fc.integer({ min, max })).map(([address, prefix]) => `${address}/${prefix}`);
export const cidr6 = (min: number, max: number) =>
  fc.tuple(ipv6, fc.integer({ min, max })).map(([address, prefix]) => `${address}/${prefix}`);

/** A block that is known to be one. */
export function block(text: string): Block {
  const parsed = parseBlock(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}
