import { answer, note, step } from '../answer.ts';
import { type Refusal, type Result, refuse, type Step } from '../calculator.ts';
import { atLeast, formatNumber } from '../format.ts';
import {
  GP3_INCLUDED_MIB,
  iopsForThroughput,
  iopsForThroughputText,
  RULES,
  SOURCES,
  type VolumeRules,
  type VolumeType,
} from './rules.ts';

/** The smallest volume of a type that has so many IOPS, and with gp3 so many MiB/s. */
export function smallestVolume(
  type: VolumeType,
  rules: VolumeRules,
  wantedIops: number,
  wantedMib: number | undefined,
): Result | Refusal {
  if (wantedMib !== undefined && wantedMib > rules.maxMibPerSecond)
    return refuse(
      'throughput',
      `--throughput: ${type} has ${formatNumber(rules.maxMibPerSecond)} MiB/s at most.`,
      'Take io2, which has up to 4,000.',
    );
  const forThroughput = wantedMib === undefined ? 0 : iopsForThroughput(wantedMib);
  const iops = Math.max(wantedIops, forThroughput);
  if (iops > rules.maxIops)
    return refuse(
      'iops',
      `--iops: ${type} has ${formatNumber(rules.maxIops)} IOPS at most.`,
      type === 'io2' ? 'Stripe several volumes.' : 'Take io2, which has up to 256,000.',
    );
  const free = freeIops(type);
  if (free === 0 && iops < rules.minIops)
    return refuse(
      'iops',
      `--iops: ${type} has ${formatNumber(rules.minIops)} IOPS at least.`,
      `Give for example --iops ${rules.minIops}, or take gp3, which has ${formatNumber(RULES.gp3.minIops)} at every size.`,
    );
  const gib = gibFor(type, iops);
  const steps: Step[] =
    wantedMib === undefined
      ? []
      : [
          step(
            'IOPS for the throughput',
            forThroughput === 0
              ? `${formatNumber(wantedMib)} MiB/s are within the ${GP3_INCLUDED_MIB} MiB/s included`
              : iopsForThroughputText(wantedMib),
            forThroughput === 0 ? 'no more IOPS' : `${formatNumber(forThroughput)} IOPS`,
          ),
        ];
  return {
    answers: [
      answer('sizeGib', 'Smallest volume', gib, 'GiB'),
      ...(wantedMib === undefined ? [] : [answer('iopsNeeded', 'IOPS needed', Math.max(iops, free), 'IOPS')]),
    ],
    steps: [
      ...steps,
      step(
        'size',
        iops <= free
          ? `${formatNumber(free)} IOPS come with every ${type} volume`
          : atLeast(
              formatNumber(rules.minGib),
              `ceil(${formatNumber(iops)} ÷ ${formatNumber(rules.iopsPerGib)} IOPS per GiB)`,
              iops / rules.iopsPerGib <= rules.minGib - 1,
            ),
        `${formatNumber(gib)} GiB`,
      ),
    ],
    findings: type === 'gp2' ? [note('gp3 has up to 80,000 IOPS without a larger volume than 160 GiB.')] : [],
    traps: traps(type, iops, gib),
    sources: [type === 'gp2' || type === 'gp3' ? SOURCES.general : SOURCES.provisioned],
  };
}

/** IOPS that every volume has, whatever its size; io1 and io2 have what is bought. */
function freeIops(type: VolumeType): number {
  return type === 'gp2' || type === 'gp3' ? RULES[type].minIops : 0;
}

function gibFor(type: VolumeType, iops: number): number {
  const { minGib, iopsPerGib } = RULES[type];
  return iops <= freeIops(type) ? minGib : Math.max(minGib, Math.ceil(iops / iopsPerGib));
}

/** The ratio of another type: 3 IOPS per GiB is gp2 alone, 50 io1, 500 gp3, 1,000 io2. */
const MISTAKEN_FOR = { gp2: 'gp3', gp3: 'gp2', io1: 'io2', io2: 'io1' } as const;

function traps(type: VolumeType, iops: number, gib: number): readonly string[] {
  const other = MISTAKEN_FOR[type];
  const theirs = gibFor(other, iops);
  const down = Math.floor(iops / RULES[type].iopsPerGib);
  return [
    ...(down === gib - 1 && down > 0
      ? [
          `Rounding down gives ${formatNumber(down)} GiB with ${formatNumber(down * RULES[type].iopsPerGib)} IOPS: too few.`,
        ]
      : []),
    ...(theirs === gib
      ? []
      : [
          `${formatNumber(RULES[other].iopsPerGib)} IOPS per GiB is the rule of ${other} and would give ${formatNumber(theirs)} GiB.`,
        ]),
  ];
}
