import { answer, note, step, warn, wrong } from '../answer.ts';
import type { Answer, Finding, Result, Step } from '../calculator.ts';
import { floorText, formatNumber } from '../format.ts';
import { gp3Throughput } from './gp3-throughput.ts';
import { RULES, SOURCES, type VolumeRules } from './rules.ts';

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
  const bySize = floorText(
    `${formatNumber(rules.iopsPerGib)} × ${formatNumber(gib)}`,
    rules.iopsPerGib * gib,
  );
  const formula =
    type === 'gp3'
      ? `min(${formatNumber(rules.maxIops)}, max(${formatNumber(rules.minIops)}, ${bySize}))`
      : `min(${formatNumber(rules.maxIops)}, ${bySize})`;
  const steps: Step[] = [step('IOPS at most', formula, `${formatNumber(most)} IOPS`)];
  if (iops !== undefined)
    answers.push(answer('iops', wanted === undefined ? 'IOPS included' : 'IOPS wanted', iops, 'IOPS'));
  if (type === 'gp3') {
    const throughput = gp3Throughput(rules, most, wanted, wantedMib);
    // Where a throughput was asked for, the IOPS that it needs are the answer.
    const isNeed = ({ name }: Answer) => name === 'iopsNeeded';
    answers.unshift(...throughput.answers.filter(isNeed));
    answers.push(...throughput.answers.filter((each) => !isNeed(each)));
    steps.push(...throughput.steps);
    findings.push(...throughput.findings);
    if (most > 16_000)
      findings.push(
        note('Exam material may still assume the older limits of gp3: 16,000 IOPS, 1,000 MiB/s, 16 TiB.'),
      );
  } else {
    answers.push(answer('maxThroughput', `Throughput of ${type} at most`, rules.maxMibPerSecond, 'MiB/s'));
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
    traps: traps(type, gib, most),
    sources: [type === 'gp3' ? SOURCES.general : SOURCES.provisioned],
  };
}

function traps(type: 'gp3' | 'io1' | 'io2', gib: number, most: number): readonly string[] {
  const other = ({ gp3: 'gp2', io1: 'io2', io2: 'io1' } as const)[type];
  const { iopsPerGib, maxIops } = RULES[type];
  const theirs = Math.min(
    RULES[other].maxIops,
    Math.max(RULES[other].minIops, Math.floor(RULES[other].iopsPerGib * gib)),
  );
  return [
    ...(iopsPerGib * gib > maxIops
      ? [
          `${formatNumber(iopsPerGib)} × ${formatNumber(gib)} = ${formatNumber(iopsPerGib * gib)}, but ${formatNumber(maxIops)} IOPS is the limit of ${type}.`,
        ]
      : []),
    ...(theirs === most
      ? []
      : [
          `${formatNumber(RULES[other].iopsPerGib)} IOPS per GiB is the rule of ${other} and would give ${formatNumber(theirs)}.`,
        ]),
    ...(type === 'gp3'
      ? ['Size alone makes gp3 no faster: IOPS and throughput are bought, the size only sets the ceiling.']
      : []),
  ];
}
