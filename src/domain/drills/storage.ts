import { calculator as ebs } from '../calculators/ebs/ebs.ts';
import { formatNumber } from '../calculators/format.ts';
import { calculator as s3 } from '../calculators/s3-multipart.ts';
import { defineDrill, number, pick, whole } from './drill.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
const IOPS_WORDS = ['IOPS', 'I/O per second', 'iops/s'] as const;

const parts = defineDrill(s3, 's3-multipart-parts', 'Parts of an upload', (random) => {
  const part = pick(random, [8, 16, 25, 32, 50, 64, 100, 128]);
  const gib = whole(random, 1, Math.floor((9_000 * part) / 1024));
  const extra = pick(random, [0, 1, 3]);
  const mib = gib * 1024 + extra;
  return {
    question: `An object of ${extra === 0 ? `${gib} GiB` : `${formatNumber(mib)} MiB`} is uploaded in parts of ${part} MiB. How many parts are there?`,
    inputs: { size: `${mib}MiB`, 'part-size': `${part}MiB` },
    answer: 'parts',
    expect: number('parts', 'part'),
    traps: [
      {
        value: Math.floor(mib / part),
        sentence: 'The rest makes one more part: the last one may be smaller.',
      },
      ...(extra === 0
        ? [{ value: Math.ceil((gib * 1000) / part), sentence: 'A GiB has 1,024 MiB, not 1,000.' }]
        : []),
    ],
  };
});

const largest = defineDrill(s3, 's3-multipart-largest', 'Largest object with a part size', (random) => {
  const part = pick(random, [5, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128, 256, 512]);
  return {
    question: `A tool uploads with a fixed part size of ${part} MiB. What is the largest object it can store (in GiB)?`,
    inputs: { 'part-size': `${part}MiB` },
    answer: 'largestObject',
    expect: (value) => ({ kind: 'bytes', value: Number(value), bare: 'GB' }),
    traps: [
      { value: part * 1000 * MIB, sentence: 'An upload may have 10,000 parts, not 1,000.' },
      { value: 5 * GIB, sentence: '5 GiB is the largest part and the largest single PUT.' },
      { value: 5 * 1024 * GIB, sentence: 'The part size limits the object: 10,000 parts at most.' },
    ],
  };
});

const gp2Baseline = defineDrill(ebs, 'ebs-gp2-baseline', 'Baseline of gp2', (random) => {
  const gib = pick(
    random,
    [
      8, 10, 20, 30, 33, 34, 50, 80, 100, 200, 250, 334, 500, 750, 1000, 1500, 2000, 3334, 5333, 5334, 6000,
      10_000,
    ],
  );
  return {
    question: `What is the baseline of a gp2 volume of ${formatNumber(gib)} GiB, in IOPS?`,
    inputs: { type: 'gp2', size: `${gib}GiB` },
    answer: 'iops',
    expect: number(...IOPS_WORDS),
    traps: [
      {
        value: 3 * gib,
        sentence: 3 * gib < 100 ? 'No gp2 volume has less than 100 IOPS.' : 'gp2 ends at 16,000 IOPS.',
      },
      {
        value: 3000,
        sentence: '3,000 IOPS is the burst of gp2 (and the baseline of gp3), not its baseline.',
      },
    ],
  };
});

const gp2Burst = defineDrill(ebs, 'ebs-gp2-burst', 'Burst of gp2', (random) => {
  const gib = pick(random, [100, 200, 250, 334, 400, 500, 600, 700, 750, 800, 900]);
  return {
    question: `A gp2 volume of ${gib} GiB has a full bucket of 5.4 million I/O credits. For how many seconds can it burst at 3,000 IOPS? Round to a second.`,
    inputs: { type: 'gp2', size: `${gib}GiB` },
    answer: 'burstSeconds',
    expect: (value) => ({ kind: 'seconds', value: Number(value) }),
    traps: [
      {
        value: 1800,
        sentence: '5.4 million ÷ 3,000 forgets that the bucket is refilled at 3 IOPS per GiB meanwhile.',
      },
      {
        value: Math.round(5_400_000 / (3 * gib)),
        sentence: 'That is the time to fill the bucket, not to empty it.',
      },
    ],
  };
});

const gp3Ceiling = defineDrill(ebs, 'ebs-gp3-ceiling', 'Most IOPS of gp3', (random) => {
  const gib = pick(random, [1, 2, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 50, 64, 100, 128, 150, 160, 200, 500]);
  return {
    question: `How many IOPS can be provisioned at most for a gp3 volume of ${gib} GiB (limits since September 2025)?`,
    inputs: { type: 'gp3', size: `${gib}GiB` },
    answer: 'maxIops',
    expect: number(...IOPS_WORDS),
    traps: [
      {
        value: 500 * gib,
        sentence: 500 * gib < 3000 ? 'Every gp3 volume has 3,000 IOPS.' : 'gp3 ends at 80,000 IOPS.',
      },
      {
        value: Math.min(16_000, Math.max(3000, 500 * gib)),
        sentence: '16,000 was the limit until September 2025; it is 80,000 now.',
      },
      { value: 3 * gib, sentence: '3 IOPS per GiB is the rule of gp2.' },
      { value: 3000, sentence: '3,000 IOPS are included; more can be provisioned, up to 500 per GiB.' },
    ],
  };
});

export const storageDrills = [parts, largest, gp2Baseline, gp2Burst, gp3Ceiling];
