import { answer, note, step, warn, wrong } from '../answer.ts';
import type { Answer, Finding, Result, Step } from '../calculator.ts';
import { formatNumber } from '../format.ts';
import { SOURCES, type VolumeRules } from './rules.ts';

const GP3_INCLUDED_MIB = 125;
const GP3_MIB_PER_IOPS = 0.25;

/** gp3, io1 and io2: IOPS (and throughput of gp3) are bought, and the size sets the ceiling. */
export function provisioned(
  type: 'gp3' | 'io1' | 'io2',
  rules: VolumeRules,
  gib: number,
  wanted: number | undefined,
  wantedMib: number | undefined,
): Result {
  const most = Math.min(
    rules.maxIops,
    Math.max(type === 'gp3' ? rules.minIops : 0, Math.floor(rules.iopsPerGib * gib)),
  );
  const iops = wanted ?? (type === 'gp3' ? rules.minIops : undefined);
  const findings: Finding[] = [];
  if (iops !== undefined && iops > most)
    findings.push(
      wrong(
        `${formatNumber(iops)} IOPS are more than ${formatNumber(most)}, the most for ${formatNumber(gib)} GiB.`,
      ),
    );
  if (iops !== undefined && iops < rules.minIops)
    findings.push(wrong(`${type} has ${formatNumber(rules.minIops)} IOPS at least.`));
  const answers: Answer[] = [answer('maxIops', 'IOPS at most', most, 'IOPS')];
  const formula =
    type === 'gp3'
      ? `min(80,000, max(3,000, 500 × ${formatNumber(gib)}))`
      : `min(${formatNumber(rules.maxIops)}, ${formatNumber(rules.iopsPerGib)} × ${formatNumber(gib)})`;
  const steps: Step[] = [step('IOPS at most', formula, `${formatNumber(most)} IOPS`)];
  if (iops !== undefined)
    answers.push(answer('iops', wanted === undefined ? 'Included' : 'Wanted', iops, 'IOPS'));
  if (type === 'gp3') {
    const throughput = Math.min(
      rules.maxMibPerSecond,
      Math.max(GP3_INCLUDED_MIB, Math.floor((iops ?? rules.minIops) * GP3_MIB_PER_IOPS)),
    );
    answers.push(
      answer('maxThroughput', 'Throughput at most with these IOPS', throughput, 'MiB/s'),
      answer('includedThroughput', 'Throughput included', GP3_INCLUDED_MIB, 'MiB/s'),
    );
    steps.push(
      step(
        'throughput at most',
        `min(2,000, 0.25 × ${formatNumber(iops ?? rules.minIops)} IOPS)`,
        `${formatNumber(throughput)} MiB/s`,
      ),
    );
    if (wantedMib !== undefined && wantedMib > throughput) {
      const needed = Math.ceil(wantedMib / GP3_MIB_PER_IOPS);
      findings.push(
        wrong(
          wantedMib > rules.maxMibPerSecond
            ? 'gp3 has 2,000 MiB/s at most.'
            : `${formatNumber(wantedMib)} MiB/s need ${formatNumber(needed)} IOPS (0.25 MiB/s for each).`,
        ),
      );
    }
    if (most > 16_000)
      findings.push(
        note('Exam material may still assume the older limits of gp3: 16,000 IOPS, 1,000 MiB/s, 16 TiB.'),
      );
  } else {
    answers.push(answer('maxThroughput', 'Throughput at most', rules.maxMibPerSecond, 'MiB/s'));
    if (most > 64_000)
      findings.push(
        warn(
          'More than 64,000 IOPS need an instance on the Nitro System that supports io2 Block Express at this rate.',
        ),
      );
  }
  return {
    answers,
    steps,
    findings,
    traps:
      type === 'gp3'
        ? [
            'gp3 does not grow with its size as gp2 does: IOPS and throughput are bought, the size only sets the ceiling.',
          ]
        : [],
    sources: [type === 'gp3' ? SOURCES.general : SOURCES.provisioned],
  };
}
