import { type Calculator, defineTask, refuse } from '../calculator.ts';
import { formatNumber } from '../format.ts';
import { BYTES } from '../quantity.ts';
import { gp2 } from './gp2.ts';
import { provisioned } from './provisioned.ts';
import { RULES } from './rules.ts';
import { smallestVolume } from './smallest-volume.ts';

const volume = defineTask({
  name: 'volume',
  summary: 'IOPS, burst and throughput of a volume',
  inputs: {
    type: {
      kind: 'choice',
      choices: ['gp2', 'gp3', 'io1', 'io2'],
      required: true,
      label: 'Volume type',
      help: 'gp2, gp3, io1 or io2 (Block Express).',
      example: 'gp3',
    },
    size: {
      kind: 'size',
      bare: 'GB',
      required: true,
      unless: ['iops', 'throughput'],
      label: 'Size',
      help: 'Size of the volume; a bare number is in GiB.',
      example: '100GiB',
    },
    iops: {
      kind: 'count',
      min: 1,
      noun: 'IOPS',
      label: 'IOPS',
      help: 'IOPS wanted. Without a size it gives the smallest volume that has them.',
      example: '6000',
    },
    throughput: {
      kind: 'throughput',
      bare: 'MB',
      when: { input: 'type', is: ['gp3'] },
      label: 'Throughput',
      help: 'Throughput wanted. Without a size it gives the smallest volume that has it.',
      example: '500MiB/s',
    },
  },
  compute(inputs) {
    const rules = RULES[inputs.type];
    const wanted = inputs.throughput === undefined ? undefined : inputs.throughput / BYTES.MB;
    if (inputs.size === undefined) return smallestVolume(inputs.type, rules, inputs.iops ?? 0, wanted);
    const gib = inputs.size / BYTES.GB;
    if (gib < rules.minGib || gib > rules.maxGib) {
      return refuse(
        'size',
        `--size: ${inputs.type} volumes have ${formatNumber(rules.minGib)} GiB to ${formatNumber(rules.maxGib)} GiB, not ${formatNumber(gib)} GiB.`,
        'Give for example --size 100GiB.',
      );
    }
    if (inputs.type === 'gp2') return gp2(gib, inputs.iops);
    return provisioned(inputs.type, rules, gib, inputs.iops, wanted);
  },
  examples: [
    {
      title: 'gp2, 100 GiB',
      inputs: { type: 'gp2', size: '100GiB' },
      expect: { iops: 300, burstSeconds: 2000 },
    },
    {
      title: 'gp2, the smallest with 16,000 IOPS',
      inputs: { type: 'gp2', iops: '16000' },
      expect: { sizeGib: 5334 },
    },
    {
      title: 'gp3 of 20 GiB',
      inputs: { type: 'gp3', size: '20GiB' },
      expect: { maxIops: 10000, iops: 3000, maxThroughput: 2000, throughputNow: 750 },
    },
    {
      title: 'gp3 with 1,000 MiB/s',
      inputs: { type: 'gp3', size: '500GiB', throughput: '1000MiB/s' },
      expect: { iopsNeeded: 4000 },
    },
    { title: 'io2 of 100 GiB', inputs: { type: 'io2', size: '100GiB' }, expect: { maxIops: 100000 } },
  ],
});

export const calculator: Calculator = { name: 'ebs', title: 'EBS volume performance', tasks: [volume] };
