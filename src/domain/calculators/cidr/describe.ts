import { answer, note, step, warn, wrong } from '../answer.ts';
import { defineTask, type Finding, type Result } from '../calculator.ts';
import { atLeast } from '../format.ts';
import {
  addressText,
  type Block,
  blockText,
  countValue,
  groupDigits,
  isLegal,
  maskedNote,
  RESERVED_ADDRESSES,
  readBlock,
  SOURCES,
  size,
  sizeOfPrefix,
  usableAddresses,
} from './block.ts';

/** What the reserved addresses are for: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const RESERVED_FOR = [
  'network address',
  'VPC router',
  'DNS server',
  'future use',
  'broadcast (not supported)',
];

export const cidrInput = {
  kind: 'cidr',
  required: true,
  label: 'Address block',
  help: 'An address block in CIDR form.',
  example: '10.0.0.0/16',
} as const;

export const describe = defineTask({
  name: 'describe',
  summary: 'addresses, the five reserved ones, first and last, whether AWS allows the size',
  inputs: { cidr: cidrInput },
  compute(inputs) {
    const block = readBlock('cidr', inputs.cidr);
    if ('problems' in block) return block;
    const findings = block.masked ? [warn(maskedNote(inputs.cidr, block))] : [];
    return block.family === 4 ? describeIpv4(block, findings) : describeIpv6(block, findings);
  },
  examples: [
    {
      title: 'the smallest subnet',
      inputs: { cidr: '10.0.0.0/28' },
      expect: {
        total: 16,
        usable: 11,
        first: '10.0.0.4',
        last: '10.0.0.14',
        reserved: ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.15'],
      },
    },
    {
      title: 'a subnet of the default VPC',
      inputs: { cidr: '172.31.16.0/20' },
      expect: { usable: 4091, last: '172.31.31.254', netmask: '255.255.240.0' },
    },
    {
      title: 'the IPv6 block of a VPC',
      inputs: { cidr: '2001:db8:1234:1a00::/56' },
      expect: { asVpc: true, subnets64: 256 },
    },
  ],
});

function describeIpv4(block: Block, given: readonly Finding[]): Result {
  const usable = usableAddresses(4, block.prefix);
  const bits = 32 - block.prefix;
  const total = size(block);
  const legal = isLegal(block, 'subnet');
  const at = (address: bigint) => addressText(4, address);
  const hasReserved = total >= BigInt(RESERVED_ADDRESSES);
  const reserved = hasReserved
    ? [...[0n, 1n, 2n, 3n].map((offset) => at(block.first + offset)), at(block.last)]
    : [];
  return {
    answers: [
      answer('usable', 'Usable addresses', Number(usable)),
      answer('total', 'Addresses', Number(total)),
      answer('network', 'Block', blockText(block)),
      answer('first', 'First usable', usable > 0n ? at(block.first + 4n) : 'none'),
      answer('last', 'Last usable', usable > 0n ? at(block.last - 1n) : 'none'),
      answer('reserved', 'Reserved by AWS', reserved),
      answer('netmask', 'Netmask', at((0xffffffffn << BigInt(bits)) & 0xffffffffn)),
      answer('legal', 'Allowed as VPC and subnet', legal),
    ],
    steps: [
      step('addresses', `2^(32 − ${block.prefix}) = 2^${bits}`, groupDigits(total)),
      step(
        'usable',
        atLeast('0', `${groupDigits(total)} − ${RESERVED_ADDRESSES}`, !hasReserved),
        groupDigits(usable),
      ),
      ...(usable > 0n
        ? [
            step('first usable', `${at(block.first)} + 4`, at(block.first + 4n)),
            step('last usable', `${at(block.last)} − 1`, at(block.last - 1n)),
          ]
        : []),
    ],
    findings: [
      ...given,
      ...(legal ? [] : [wrong(`AWS takes /16 to /28 for a VPC or subnet, not /${block.prefix}.`)]),
      ...(block.prefix === 28
        ? [note('A subnet for an Application Load Balancer needs /27 at least, with 8 free addresses.')]
        : []),
    ],
    traps: hasReserved
      ? [
          `Subtracting 2 (network and broadcast) as on a LAN gives ${groupDigits(total - 2n)}: AWS keeps five in every subnet.`,
          'The DNS server of a VPC is at its primary block + 2 (and at 169.254.169.253); + 2 is reserved in every other subnet all the same.',
        ]
      : [],
    sources: [SOURCES.subnetSizing, SOURCES.vpcBlocks],
    ...(hasReserved
      ? {
          table: {
            columns: ['Reserved', 'For'],
            rows: reserved.map((address, index) => [address, RESERVED_FOR[index] ?? '']),
          },
        }
      : {}),
  };
}

function describeIpv6(block: Block, given: readonly Finding[]): Result {
  const asVpc = isLegal(block, 'vpc');
  const asSubnet = isLegal(block, 'subnet');
  const subnets64 = block.prefix <= 64 ? sizeOfPrefix(6, block.prefix) / sizeOfPrefix(6, 64) : 0n;
  const usable = usableAddresses(6, block.prefix);
  return {
    answers: [
      answer('usable', 'Usable addresses', countValue(usable), '', groupDigits(usable)),
      answer('total', 'Addresses', countValue(size(block)), '', `2^${128 - block.prefix}`),
      answer('network', 'Block', blockText(block)),
      answer('first', 'First usable', usable > 0n ? addressText(6, block.first + 4n) : 'none'),
      answer('last', 'Last usable', usable > 0n ? addressText(6, block.last - 1n) : 'none'),
      answer('subnets64', 'Subnets of /64 in it', countValue(subnets64), '', groupDigits(subnets64)),
      answer('asVpc', 'Allowed as VPC', asVpc),
      answer('asSubnet', 'Allowed as subnet', asSubnet),
    ],
    steps: [
      step('addresses', `2^(128 − ${block.prefix})`, `2^${128 - block.prefix}`),
      ...(block.prefix <= 64
        ? [step('subnets of /64', `2^(64 − ${block.prefix})`, groupDigits(subnets64))]
        : []),
    ],
    findings: [
      ...given,
      ...(asVpc || asSubnet
        ? []
        : [
            wrong(
              `AWS takes /44 to /60 for a VPC and /44 to /64 for a subnet, in steps of 4, not /${block.prefix}.`,
            ),
          ]),
      note(
        'Amazon hands out IPv6 blocks of /56 for a VPC; the first four addresses and the last one of a subnet are reserved here too.',
      ),
    ],
    traps: [],
    sources: [SOURCES.vpcBlocks, SOURCES.subnetSizing],
  };
}
