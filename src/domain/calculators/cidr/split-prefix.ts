import { type Refusal, refuse } from '../calculator.ts';
import { formatNumber } from '../format.ts';
import { type Block, blockText, groupDigits, IPV4_LARGEST_PREFIX, isLegal } from './block.ts';

/** More subnets than this are not listed. */
export const LISTED_MAX = 4096;

/** The prefix asked for, or the longest that leaves enough subnets, or the longest that AWS allows. */
export function newPrefix(
  block: Block,
  into: number | undefined,
  asked: number | undefined,
): number | Refusal {
  const longest = block.family === 4 ? 28 : 64;
  if (into !== undefined && asked !== undefined)
    return refuse('prefix', '--prefix and --into were both given.', 'Give one of them.');
  const bits = into === undefined ? 0 : Math.ceil(Math.log2(into));
  const wanted = asked ?? (into === undefined ? longest : block.prefix + bits);
  // IPv6 subnets come in steps of four bits.
  const prefix = block.family === 6 && asked === undefined ? Math.ceil(wanted / 4) * 4 : wanted;
  if (prefix < block.prefix) {
    return refuse(
      asked === undefined ? 'cidr' : 'prefix',
      `--${asked === undefined ? 'cidr' : 'prefix'}: ${blockText(block)} is smaller than /${prefix} and cannot be split into it.`,
      `Give a prefix from /${block.prefix} to /${longest}.`,
    );
  }
  if (isLegal({ family: block.family, prefix }, 'subnet')) return prefix;
  const range = block.family === 4 ? '/16 to /28' : '/44 to /64 in steps of 4';
  const would = `the subnets would be /${prefix}, and AWS takes ${range}`;
  if (into === undefined) {
    const flag = asked === undefined ? 'cidr' : 'prefix';
    return refuse(flag, `--${flag}: ${would}.`, `Give a prefix within ${range}.`);
  }
  const most = longest >= block.prefix ? 2 ** Math.min(longest - block.prefix, 20) : 0;
  return prefix < largestSubnet(block)
    ? refuse('into', `--into: ${would}: they are too large for a subnet.`, tooFewHint(block))
    : refuse(
        'into',
        `--into: ${would}, so that ${blockText(block)} has room for ${most === 0 ? 'none' : `${formatNumber(most)} at most`}.`,
        most === 0
          ? 'Give a larger block.'
          : `Give a number up to ${formatNumber(Math.min(most, LISTED_MAX))}, or a larger block.`,
      );
}

/** The shortest prefix that AWS takes for a subnet. */
const largestSubnet = ({ family }: Block) => (family === 4 ? IPV4_LARGEST_PREFIX : 44);

/** So many subnets are too few for a block that is larger than any VPC: they would be too large. */
function tooFewHint(block: Block): string {
  const missing = largestSubnet(block) - block.prefix;
  // The bits of an IPv6 split come four at a time, so that more than 2^(bits − 4) are wanted for as many bits.
  const least = 2 ** Math.max(0, missing - (block.family === 4 ? 1 : 4)) + 1;
  return least <= LISTED_MAX
    ? `Give a number from ${formatNumber(least)} to ${formatNumber(LISTED_MAX)}, or a smaller block.`
    : 'Give a smaller block.';
}

/** More subnets than can be listed: what to blame is the flag that asked for them. */
export function tooMany(
  block: Block,
  prefix: number,
  made: bigint,
  inputs: { readonly into: number | undefined; readonly prefix: number | undefined },
): Refusal {
  const flag = inputs.into !== undefined ? 'into' : inputs.prefix !== undefined ? 'prefix' : 'cidr';
  return refuse(
    flag,
    `--${flag}: ${blockText(block)} holds ${groupDigits(made)} blocks of /${prefix}, more than can be listed.`,
    tooManyHint(block, flag),
  );
}

function tooManyHint(block: Block, flag: 'into' | 'prefix' | 'cidr'): string {
  if (flag === 'into') return `Give a number up to ${formatNumber(LISTED_MAX)}.`;
  const longest = block.prefix + Math.log2(LISTED_MAX);
  if (longest < largestSubnet(block)) return 'Give a smaller block.';
  return flag === 'prefix' ? `Give a prefix of /${longest} or less.` : `Give --prefix ${longest} or less.`;
}
