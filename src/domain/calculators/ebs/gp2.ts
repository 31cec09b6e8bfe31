import { answer, note, step, wrong } from '../answer.ts';
import type { Answer, Finding, Result, Step } from '../calculator.ts';
import { floorText, formatNumber, formatWholeSeconds } from '../format.ts';
import { RULES, SOURCES } from './rules.ts';

const GP2_CREDITS = 5_400_000;
const GP2_BURST_IOPS = 3000;

/** Baseline 3 IOPS per GiB, 100 to 16,000; 5.4 million credits to burst at 3,000. */
export function gp2(gib: number, wanted: number | undefined): Result {
  const { minIops, maxIops, iopsPerGib } = RULES.gp2;
  const iops = Math.min(maxIops, Math.max(minIops, Math.floor(iopsPerGib * gib)));
  const bursts = iopsPerGib * gib < GP2_BURST_IOPS;
  const burstSeconds = bursts ? Math.round(GP2_CREDITS / (GP2_BURST_IOPS - iopsPerGib * gib)) : undefined;
  const answers: Answer[] = [answer('iops', 'Baseline', iops, 'IOPS')];
  const steps: Step[] = [
    step(
      'baseline',
      `min(16,000, max(100, ${floorText(`3 × ${formatNumber(gib)}`, 3 * gib)}))`,
      `${formatNumber(iops)} IOPS`,
    ),
  ];
  if (burstSeconds !== undefined) {
    answers.push(
      answer('burstIops', 'Burst', GP2_BURST_IOPS, 'IOPS'),
      answer('burstSeconds', 'Burst lasts, from a full bucket', burstSeconds, 's'),
    );
    steps.push(
      step(
        'burst',
        `5,400,000 ÷ (3,000 − 3 × ${formatNumber(gib)})`,
        formatWholeSeconds(GP2_CREDITS / (GP2_BURST_IOPS - iopsPerGib * gib)),
      ),
    );
    steps.push(
      step(
        'to fill the bucket again',
        `5,400,000 ÷ ${formatNumber(iops)}`,
        formatWholeSeconds(GP2_CREDITS / iops),
      ),
    );
  }
  const findings: Finding[] = [];
  if (wanted !== undefined && wanted > iops)
    findings.push(
      wrong(
        `${formatNumber(wanted)} IOPS are more than the baseline: gp2 gets them with ${formatNumber(Math.ceil(wanted / 3))} GiB, gp3 without growing.`,
      ),
    );
  findings.push(note('gp3 gives 3,000 IOPS and 125 MiB/s to every size, without credits and for less.'));
  return {
    answers: [...answers, answer('throughput', 'Throughput at most', gib <= 170 ? 128 : 250, 'MiB/s')],
    steps,
    findings,
    traps:
      gib * iopsPerGib < minIops
        ? [`3 × ${formatNumber(gib)} = ${formatNumber(3 * gib)}, but no gp2 volume has less than 100 IOPS.`]
        : gib * iopsPerGib > maxIops
          ? [
              `3 × ${formatNumber(gib)} = ${formatNumber(3 * gib)}, but 16,000 IOPS is the limit, reached at 5,334 GiB.`,
            ]
          : burstSeconds === undefined
            ? ['There is no burst from 1,000 GiB on: the baseline is as high as the burst would be.']
            : [
                `3,000 IOPS is the burst: when the credits are gone the volume falls to ${formatNumber(iops)}.`,
                `5,400,000 ÷ 3,000 = 1,800 s forgets the ${formatNumber(iops)} credits that come in each second.`,
              ],
    sources: [SOURCES.general],
  };
}
