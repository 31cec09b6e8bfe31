import { answer, step, warn } from '../answer.ts';
import { defineTask, type Refusal, refuse } from '../calculator.ts';
import { formatNumber, plural } from '../format.ts';
import {
  type Block,
  blockAt,
  blocksBetween,
  blockText,
  groupDigits,
  IPV4_LARGEST_PREFIX,
  isLegal,
  maskedNote,
  readBlock,
  SOURCES,
  size,
  sizeOfPrefix,
  usableAddresses,
} from './block.ts';
import { cidrInput } from './describe.ts';
import { smallestPrefix } from './fit.ts';

interface Tier {
  readonly name: string;
  readonly hosts: number;
  readonly prefix: number;
}

interface PlannedSubnet {
  readonly tier: Tier;
  readonly zone: string;
  readonly block: Block;
}

/** Availability Zones are lettered, and no Region has more than six. */
const ZONES_MAX = 6;

export const plan = defineTask({
  name: 'plan',
  summary: 'subnets of different sizes for named tiers over Availability Zones (VLSM)',
  inputs: {
    cidr: cidrInput,
    tiers: {
      kind: 'text',
      required: true,
      label: 'Tiers',
      help: 'Tiers with the hosts (or the prefix) of each subnet: public:50,app:200,db:/27.',
      example: 'public:50,app:200,db:20',
    },
    azs: {
      kind: 'count',
      min: 1,
      max: ZONES_MAX,
      asked: true,
      default: '2',
      label: 'Availability Zones',
      help: 'Over how many Availability Zones each tier spreads.',
      example: '3',
    },
  },
  compute(inputs) {
    const vpc = readBlock('cidr', inputs.cidr);
    if ('problems' in vpc) return vpc;
    if (vpc.family !== 4 || !isLegal(vpc, 'vpc')) {
      return refuse(
        'cidr',
        `--cidr: ${blockText(vpc)} cannot be the IPv4 block of a VPC.`,
        'Give an IPv4 block from /16 to /28, for example 10.0.0.0/16.',
      );
    }
    const tiers = readTiers(inputs.tiers);
    if ('problems' in tiers) return tiers;
    const needed = tiers.reduce((sum, tier) => sum + sizeOfPrefix(4, tier.prefix) * BigInt(inputs.azs), 0n);
    if (needed > size(vpc)) return tooSmall(vpc, needed);
    const subnets = allocate(vpc, tiers, inputs.azs);
    const last = subnets.at(-1)?.block.last ?? vpc.first - 1n;
    const left = last < vpc.last ? blocksBetween(4, last + 1n, vpc.last) : [];
    const free = vpc.last - last;
    const share = (addresses: bigint) => Number(addresses) / Number(size(vpc));
    return {
      answers: [
        answer(
          'subnets',
          'Subnets',
          subnets.map(({ block }) => blockText(block)),
        ),
        answer(
          'names',
          'Their names',
          subnets.map(({ tier, zone }) => `${tier.name}-${zone}`),
        ),
        answer('used', 'Addresses used', Number(needed)),
        answer(
          'left',
          'Left over',
          left.map(blockText),
          '',
          left.length === 0 ? 'nothing' : left.map(blockText).join(', '),
        ),
        answer('leftAddresses', 'Addresses left over', Number(free)),
      ],
      steps: [
        ...tiers.map((tier) =>
          step(
            tier.name,
            `${formatNumber(tier.hosts)} + 5 ≤ ${groupDigits(sizeOfPrefix(4, tier.prefix))} addresses, in each of ${plural(inputs.azs, 'zone')}`,
            `/${tier.prefix}, ${groupDigits(usableAddresses(4, tier.prefix))} usable`,
          ),
        ),
        step(
          'sum',
          tiers.map((tier) => `${inputs.azs} × ${groupDigits(sizeOfPrefix(4, tier.prefix))}`).join(' + '),
          `${groupDigits(needed)} of ${groupDigits(size(vpc))}`,
        ),
        step(
          'order',
          'the largest first, so that each begins at a multiple of its size',
          `${groupDigits(free)} left over`,
        ),
      ],
      findings: [
        ...(vpc.masked ? [warn(maskedNote(inputs.cidr, vpc))] : []),
        ...(tiers.some((tier) => /public|alb|lb/i.test(tier.name) && tier.prefix > 27)
          ? [warn('A subnet for an Application Load Balancer needs /27 at least, with 8 free addresses.')]
          : []),
      ],
      traps: ['Small subnets first would leave gaps: a block may only begin at a multiple of its own size.'],
      sources: [SOURCES.subnetSizing, SOURCES.vpcBlocks],
      table: {
        columns: ['Subnet', 'Zone', 'Block', 'Hosts', 'Usable', 'Spare'],
        rows: subnets.map(({ tier, zone, block }) => {
          const usable = Number(usableAddresses(4, tier.prefix));
          return [
            tier.name,
            zone,
            blockText(block),
            formatNumber(tier.hosts),
            formatNumber(usable),
            formatNumber(usable - tier.hosts),
          ];
        }),
      },
      bar: {
        label: blockText(vpc),
        segments: [
          ...subnets.map(({ tier, zone, block }) => ({
            label: `${tier.name}-${zone}`,
            share: share(size(block)),
          })),
          ...(free > 0n ? [{ label: 'free', share: share(free) }] : []),
        ],
      },
    };
  },
  examples: [
    {
      title: 'three tiers over three zones',
      inputs: { cidr: '10.0.0.0/16', tiers: 'public:50,app:200,db:20', azs: '3' },
      expect: {
        used: 1056,
        leftAddresses: 64480,
        names: ['app-a', 'app-b', 'app-c', 'public-a', 'public-b', 'public-c', 'db-a', 'db-b', 'db-c'],
      },
    },
    {
      title: 'a VPC filled to the last address',
      inputs: { cidr: '10.1.0.0/24', tiers: 'web:/26,db:/26', azs: '2' },
      expect: {
        subnets: ['10.1.0.0/26', '10.1.0.64/26', '10.1.0.128/26', '10.1.0.192/26'],
        left: [],
        leftAddresses: 0,
      },
    },
  ],
});

/** `public:50` asks for 50 hosts in each zone, `db:/27` for a size. */
function readTiers(text: string): readonly Tier[] | Refusal {
  const tiers: Tier[] = [];
  for (const part of text.split(/[,;]/)) {
    const match = /^\s*([\p{L}\p{N}][\p{L}\p{N}_ -]*?)\s*[:=]\s*(?:\/(\d{1,2})|(\d+))\s*$/u.exec(part);
    if (match === null)
      return refuse(
        'tiers',
        `--tiers: "${part.trim()}" is not a name with a number of hosts.`,
        'Give for example public:50,app:200,db:/27.',
      );
    const [, name = '', prefixText, hostsText] = match;
    const hosts = Number(hostsText ?? 0);
    const prefix = prefixText === undefined ? smallestPrefix(hosts) : Number(prefixText);
    if (!isLegal({ family: 4, prefix }, 'subnet') || (hostsText !== undefined && hosts < 1)) {
      return refuse(
        'tiers',
        `--tiers: "${part.trim()}" asks for a subnet that AWS does not have (/16 to /28).`,
        'Ask for 1 to 65,531 hosts, for example app:200.',
      );
    }
    if (tiers.some((tier) => tier.name === name))
      return refuse('tiers', `--tiers: the tier ${name} comes twice.`, 'Give every tier a name of its own.');
    tiers.push({
      name,
      hosts: prefixText === undefined ? hosts : Number(usableAddresses(4, prefix)),
      prefix,
    });
  }
  return tiers;
}

function allocate(vpc: Block, tiers: readonly Tier[], zones: number): readonly PlannedSubnet[] {
  const planned: PlannedSubnet[] = [];
  let at = vpc.first;
  for (const tier of [...tiers].sort((a, b) => a.prefix - b.prefix)) {
    for (let zone = 0; zone < zones; zone += 1) {
      const block = blockAt(4, at, tier.prefix);
      planned.push({ tier, zone: String.fromCharCode(97 + zone), block });
      at = block.last + 1n;
    }
  }
  return planned;
}

function tooSmall(vpc: Block, needed: bigint): Refusal {
  let prefix = vpc.prefix;
  while (prefix > 0 && sizeOfPrefix(4, prefix) < needed) prefix -= 1;
  const hint =
    prefix >= IPV4_LARGEST_PREFIX
      ? `Give a /${prefix} or larger, or smaller tiers.`
      : 'Give smaller tiers, or fewer zones: a VPC block is /16 at most.';
  return refuse(
    'cidr',
    `--cidr: the tiers need ${groupDigits(needed)} addresses, and ${blockText(vpc)} has ${groupDigits(size(vpc))}.`,
    hint,
  );
}
