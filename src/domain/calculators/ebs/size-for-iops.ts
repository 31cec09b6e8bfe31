import { answer, note, step } from '../answer.ts';
import { type Refusal, type Result, refuse } from '../calculator.ts';
import { formatNumber } from '../format.ts';
import { SOURCES, type VolumeRules, type VolumeType } from './rules.ts';

/** The smallest volume of a type that has so many IOPS. */
export function sizeForIops(type: VolumeType, rules: VolumeRules, iops: number): Result | Refusal {
  if (iops > rules.maxIops)
    return refuse(
      'iops',
      `--iops: ${type} has ${formatNumber(rules.maxIops)} IOPS at most.`,
      type === 'io2' ? 'Stripe several volumes.' : 'Take io2, which has up to 256,000.',
    );
  const free = type === 'gp2' || type === 'gp3' ? rules.minIops : 0;
  const gib = iops <= free ? rules.minGib : Math.max(rules.minGib, Math.ceil(iops / rules.iopsPerGib));
  return {
    answers: [answer('sizeGib', 'Smallest volume', gib, 'GiB')],
    steps: [
      step(
        'size',
        iops <= free
          ? `${formatNumber(iops)} IOPS come with every ${type} volume`
          : `ceil(${formatNumber(iops)} ÷ ${formatNumber(rules.iopsPerGib)} IOPS per GiB)`,
        `${formatNumber(gib)} GiB`,
      ),
    ],
    findings: type === 'gp2' ? [note('gp3 has up to 80,000 IOPS without a larger volume than 160 GiB.')] : [],
    traps: [],
    sources: [type === 'gp2' || type === 'gp3' ? SOURCES.general : SOURCES.provisioned],
  };
}
