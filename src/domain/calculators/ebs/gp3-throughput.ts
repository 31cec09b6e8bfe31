import { answer, step, warn, wrong } from '../answer.ts';
import type { Answer, Finding, Step } from '../calculator.ts';
import { atLeast, floorText, formatNumber } from '../format.ts';
import {
  GP3_INCLUDED_MIB,
  GP3_MIB_PER_IOPS,
  iopsForThroughput,
  iopsForThroughputText,
  type VolumeRules,
} from './rules.ts';

/**
 * 125 MiB/s are included, 0.25 MiB/s more for each IOPS can be bought, 2,000 MiB/s at most.
 * https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 */
export function gp3Throughput(
  rules: VolumeRules,
  mostIops: number,
  wantedIops: number | undefined,
  wantedMib: number | undefined,
): {
  readonly answers: readonly Answer[];
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
} {
  const limit = rules.maxMibPerSecond;
  const reach = (iops: number) =>
    Math.min(limit, Math.max(GP3_INCLUDED_MIB, Math.floor(iops * GP3_MIB_PER_IOPS)));
  const boughtText = (iops: number) =>
    floorText(`${GP3_MIB_PER_IOPS} × ${formatNumber(iops)} IOPS`, iops * GP3_MIB_PER_IOPS);
  const reachStep = (label: string, iops: number) =>
    step(
      label,
      `min(${formatNumber(limit)}, ${atLeast(String(GP3_INCLUDED_MIB), boughtText(iops), iops * GP3_MIB_PER_IOPS < GP3_INCLUDED_MIB)})`,
      `${formatNumber(reach(iops))} MiB/s`,
    );
  const included = answer('includedThroughput', 'Throughput included', GP3_INCLUDED_MIB, 'MiB/s');
  const needed = wantedMib === undefined ? undefined : Math.max(rules.minIops, iopsForThroughput(wantedMib));
  const wanted =
    wantedMib === undefined || needed === undefined
      ? []
      : [
          step(
            'IOPS for the throughput',
            `max(${formatNumber(rules.minIops)}, ${iopsForThroughputText(wantedMib)})`,
            `${formatNumber(needed)} IOPS`,
          ),
        ];
  const need = needed === undefined ? [] : [answer('iopsNeeded', 'IOPS needed for it', needed, 'IOPS')];
  const findings = troubles(rules, mostIops, wantedIops, wantedMib, needed);
  if (wantedIops !== undefined)
    return {
      answers: [
        ...need,
        answer('maxThroughput', 'Throughput with these IOPS', reach(wantedIops), 'MiB/s'),
        included,
      ],
      steps: [...wanted, reachStep('throughput at most', wantedIops)],
      findings,
    };
  return {
    answers: [
      ...need,
      answer('maxThroughput', 'Throughput at most', reach(mostIops), 'MiB/s'),
      answer('throughputNow', 'with the IOPS included', reach(rules.minIops), 'MiB/s'),
      included,
    ],
    steps: [
      ...wanted,
      reachStep('throughput at most', mostIops),
      reachStep('with the IOPS included', rules.minIops),
    ],
    findings,
  };
}

function troubles(
  rules: VolumeRules,
  mostIops: number,
  wantedIops: number | undefined,
  wantedMib: number | undefined,
  needed: number | undefined,
): readonly Finding[] {
  if (wantedMib === undefined || needed === undefined) return [];
  if (wantedMib > rules.maxMibPerSecond)
    return [wrong(`gp3 has ${formatNumber(rules.maxMibPerSecond)} MiB/s at most.`)];
  const why = `${formatNumber(wantedMib)} MiB/s need ${formatNumber(needed)} IOPS (${GP3_MIB_PER_IOPS} MiB/s for each)`;
  if (needed > mostIops)
    return [
      wrong(`${why}, and so a volume of ${formatNumber(Math.ceil(needed / rules.iopsPerGib))} GiB at least.`),
    ];
  if (wantedIops !== undefined) return wantedIops < needed ? [wrong(`${why}.`)] : [];
  return needed > rules.minIops
    ? [warn(`${why}: the ${formatNumber(rules.minIops)} included are not enough, buy more.`)]
    : [];
}
