import { formatNumber } from '../format.ts';

export type VolumeType = 'gp2' | 'gp3' | 'io1' | 'io2';

export interface VolumeRules {
  readonly iopsPerGib: number;
  readonly minIops: number;
  readonly maxIops: number;
  readonly minGib: number;
  readonly maxGib: number;
  readonly maxMibPerSecond: number;
}

/**
 * https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 * https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html
 * gp3 has 80,000 IOPS, 2,000 MiB/s and 64 TiB since September 2025 (16,000, 1,000 and 16 before).
 */
export const RULES: Readonly<Record<VolumeType, VolumeRules>> = {
  gp2: { iopsPerGib: 3, minIops: 100, maxIops: 16_000, minGib: 1, maxGib: 16_384, maxMibPerSecond: 250 },
  gp3: { iopsPerGib: 500, minIops: 3000, maxIops: 80_000, minGib: 1, maxGib: 65_536, maxMibPerSecond: 2000 },
  io1: { iopsPerGib: 50, minIops: 100, maxIops: 64_000, minGib: 4, maxGib: 16_384, maxMibPerSecond: 1000 },
  io2: { iopsPerGib: 1000, minIops: 100, maxIops: 256_000, minGib: 4, maxGib: 65_536, maxMibPerSecond: 4000 },
};

/** gp3: throughput included, and how much each provisioned IOPS allows. */
export const GP3_INCLUDED_MIB = 125;
export const GP3_MIB_PER_IOPS = 0.25;

export function iopsForThroughput(mibPerSecond: number): number {
  return mibPerSecond <= GP3_INCLUDED_MIB ? 0 : Math.ceil(mibPerSecond / GP3_MIB_PER_IOPS);
}

/** "500 MiB/s ÷ 0.25 MiB/s for each": how `iopsForThroughput` comes to its number above what is included. */
export function iopsForThroughputText(mibPerSecond: number): string {
  const formula = `${formatNumber(mibPerSecond)} MiB/s ÷ ${GP3_MIB_PER_IOPS} MiB/s for each`;
  return Number.isInteger(mibPerSecond / GP3_MIB_PER_IOPS) ? formula : `ceil(${formula})`;
}

export const SOURCES = {
  general: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
  provisioned: 'https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html',
} as const;
