import { calculator } from '../calculators/cidr/cidr.ts';
import { formatNumber } from '../calculators/format.ts';
import type { Random } from '../chance.ts';
import { defineDrill, number, pick, type Trap, whole } from './drill.ts';

const ADDRESS_WORDS = ['addresses', 'address', 'hosts', 'host', 'IPs', 'IP', 'usable'] as const;

/** A private block that begins at a multiple of its size. */
function drawBlock(
  random: Random,
  from: number,
  to: number,
): { readonly text: string; readonly first: number; readonly prefix: number } {
  const prefix = whole(random, from, to);
  const [base, bits] = pick<readonly [number, number]>(random, [
    [0x0a000000, 8],
    [0xac100000, 12],
    [0xc0a80000, 16],
  ]);
  const size = 2 ** (32 - prefix);
  const room = 2 ** (32 - bits) / size;
  const first = base + Math.floor(random() * room) * size;
  return { text: `${dotted(first)}/${prefix}`, first, prefix };
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

const usable = defineDrill(calculator, 'cidr-usable', 'Usable addresses of a subnet', (random) => {
  const block = drawBlock(random, 16, 28);
  const total = 2 ** (32 - block.prefix);
  return {
    question: `How many addresses of the subnet ${block.text} can be used in a VPC?`,
    inputs: { cidr: block.text },
    answer: 'usable',
    expect: number(...ADDRESS_WORDS),
    traps: [
      { value: total, sentence: 'AWS reserves five of them: the first four and the last one.' },
      {
        value: total - 2,
        sentence: 'Two reserved addresses (network, broadcast) is the rule on a LAN; AWS reserves five.',
      },
      { value: total - 3, sentence: 'AWS reserves five: network, router, DNS, future use and the last one.' },
      { value: total - 4, sentence: 'The last address is reserved too: five, not four.' },
    ],
  };
});

const last = defineDrill(calculator, 'cidr-last', 'First or last usable address', (random) => {
  const block = drawBlock(random, 17, 28);
  const end = block.first + 2 ** (32 - block.prefix) - 1;
  const wantFirst = random() < 0.4;
  const at = (offset: number) => dotted(block.first + offset);
  const traps: readonly Trap[] = wantFirst
    ? [
        { value: at(0), sentence: 'That is the network address.' },
        { value: at(1), sentence: `${at(1)} (the first + 1) belongs to the VPC router.` },
        { value: at(2), sentence: `${at(2)} (the first + 2) belongs to the DNS server.` },
        { value: at(3), sentence: `${at(3)} (the first + 3) is reserved for future use.` },
        {
          value: at(5),
          sentence: `${at(4)} is usable: only the first four, up to ${at(3)}, are reserved at the beginning.`,
        },
      ]
    : [
        { value: dotted(end), sentence: 'The last address of the block is reserved (broadcast).' },
        { value: dotted(end - 2), sentence: 'Only one address is reserved at the end.' },
      ];
  return {
    question: `Which is the ${wantFirst ? 'first' : 'last'} address of the subnet ${block.text} that an instance can have?`,
    inputs: { cidr: block.text },
    answer: wantFirst ? 'first' : 'last',
    expect: (value) => ({ kind: 'block', value: String(value) }),
    traps,
  };
});

const smallest = defineDrill(
  calculator,
  'cidr-smallest',
  'Smallest subnet for a number of hosts',
  (random) => {
    const power = 2 ** whole(random, 4, 15);
    // Close below a power of two, where the five reserved addresses decide.
    const hosts = power - pick(random, [1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 8]);
    const fit = Math.min(28, 32 - Math.ceil(Math.log2(hosts + 5)));
    const lan = Math.min(30, 32 - Math.ceil(Math.log2(hosts + 2)));
    return {
      question: `A subnet must have room for ${formatNumber(hosts)} instances. Which prefix length has the smallest subnet that AWS allows for it?`,
      inputs: { hosts: String(hosts) },
      answer: 'prefix',
      expect: (value) => ({ kind: 'prefix', value: Number(value) }),
      traps: [
        {
          value: 32 - Math.ceil(Math.log2(hosts)),
          sentence: 'Five addresses are reserved and must be added to the hosts.',
        },
        {
          value: lan,
          sentence:
            lan > 28
              ? 'AWS allows nothing smaller than /28.'
              : 'With two reserved addresses it would fit; AWS reserves five.',
        },
        {
          value: fit - 1,
          sentence: `One bit less than that is enough: a /${fit} has ${formatNumber(2 ** (32 - fit) - 5)} usable addresses.`,
        },
      ],
    };
  },
);

const split = defineDrill(calculator, 'cidr-split', 'Equal subnets', (random) => {
  const block = drawBlock(random, 16, 22);
  const zones = whole(random, 2, 4);
  const tiers = whole(random, 1, 4);
  const count = zones * tiers;
  const bits = Math.ceil(Math.log2(count));
  const ask = pick(random, ['prefix', 'usable']);
  const size = 2 ** (32 - block.prefix - bits);
  const what =
    ask === 'prefix' ? 'Which prefix length do they get' : 'How many usable addresses does each have';
  const traps: readonly Trap[] =
    ask === 'prefix'
      ? [
          {
            value: block.prefix + count,
            sentence: 'The bits are added, not the number of subnets: n bits make 2^n of them.',
          },
          {
            value: block.prefix + bits - 1,
            sentence: `${2 ** (bits - 1)} subnets are not enough for ${count}.`,
          },
          {
            value: block.prefix + bits + 1,
            sentence: 'One bit less is enough: the subnets could be larger.',
          },
        ]
      : [
          { value: size, sentence: 'Each subnet loses five addresses to AWS.' },
          { value: size - 2, sentence: 'AWS reserves five addresses in each subnet, not two.' },
          {
            value: Math.floor(2 ** (32 - block.prefix) / count) - 5,
            sentence: 'Subnets have a power of two of addresses: round the number of subnets up first.',
          },
        ];
  return {
    question: `The VPC ${block.text} is divided into equal subnets as large as possible: ${tiers === 1 ? 'one tier' : `${tiers} tiers`} in each of ${zones} Availability Zones. ${what}?`,
    inputs: { cidr: block.text, into: String(count) },
    answer: ask === 'prefix' ? 'prefix' : 'usableEach',
    expect:
      ask === 'prefix' ? (value) => ({ kind: 'prefix', value: Number(value) }) : number(...ADDRESS_WORDS),
    traps,
  };
});

const overlap = defineDrill(calculator, 'cidr-overlap', 'Overlap of two VPCs', (random) => {
  // One half of a larger block, and a part of the same half or of the other, next to the border: they look alike.
  const parent = drawBlock(random, 16, 21);
  const size = 2 ** (31 - parent.prefix);
  const upper = random() < 0.5;
  const lower = parent.first + (upper ? size : 0);
  const one = { first: lower, text: `${dotted(lower)}/${parent.prefix + 1}` };
  const inside = random() < 0.5;
  const prefix = parent.prefix + whole(random, inside ? 2 : 1, 5);
  const step = 2 ** (32 - prefix);
  const beside = upper ? one.first - step : one.first + size;
  const first = inside ? one.first + Math.floor(random() * (size / step)) * step : beside;
  const other = `${dotted(first)}/${prefix}`;
  return {
    question: `Two VPCs have the blocks ${one.text} and ${other}. Do they overlap, so that they cannot be peered (yes or no)?`,
    inputs: { cidr: one.text, other },
    answer: 'overlap',
    expect: (value) => ({ kind: 'word', value: value === true ? 'yes' : 'no', accepted: [] }),
    traps: [
      inside
        ? {
            value: 'no',
            sentence: `${one.text} ends at ${dotted(one.first + size - 1)} and takes ${other} in.`,
          }
        : {
            value: 'yes',
            sentence: `${one.text} goes from ${dotted(one.first)} to ${dotted(one.first + size - 1)}: ${other} is beside it.`,
          },
    ],
  };
});

const supernet = defineDrill(calculator, 'cidr-supernet', 'Two blocks as one', (random) => {
  // Two neighbours among four: the pair in the middle is adjacent, but not aligned.
  const parent = drawBlock(random, 16, 24);
  const size = 2 ** (30 - parent.prefix);
  const prefix = parent.prefix + 2;
  const first = parent.first + pick(random, [0, 1, 1, 2]) * size;
  const block = `${dotted(first)}/${prefix}`;
  const next = `${dotted(first + size)}/${prefix}`;
  const aligned = first % (2 * size) === 0;
  const doubled = `${dotted(first - (first % (2 * size)))}/${prefix - 1}`;
  return {
    question: `Can a route table name ${block} and ${next} by one block that holds nothing else? Give the block, or "none".`,
    inputs: { cidr: block, other: next },
    answer: 'supernet',
    expect: (value) => ({ kind: 'block', value: String(value) }),
    traps: aligned
      ? [
          {
            value: 'none',
            sentence: `The lower one begins at a multiple of the doubled size: ${doubled} is exactly both.`,
          },
        ]
      : [
          {
            value: doubled,
            sentence: `${doubled} is not these two: adjacent is not enough, the lower block must begin at a multiple of the doubled size.`,
          },
        ],
  };
});

export const cidrDrills = [usable, last, smallest, split, overlap, supernet];
