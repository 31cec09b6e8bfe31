import type { CalculatorName } from '../calculators/calculator.ts';
import { cidrDrills } from './cidr.ts';
import { computeDrills } from './compute.ts';
import type { DrillTemplate } from './drill.ts';
import { dynamodbReadDrills } from './dynamodb-reads.ts';
import { dynamodbWriteDrills } from './dynamodb-writes.ts';
import { sqsDrills } from './sqs.ts';
import { storageDrills } from './storage.ts';

/** All templates, in the order of `drillIds`. */
export const drillTemplates: readonly DrillTemplate[] = [
  ...dynamodbReadDrills,
  ...dynamodbWriteDrills,
  ...cidrDrills,
  ...sqsDrills,
  ...computeDrills,
  ...storageDrills,
];

export function drillsOf(calculators: readonly CalculatorName[]): readonly DrillTemplate[] {
  return calculators.length === 0
    ? drillTemplates
    : drillTemplates.filter((each) => calculators.includes(each.calculator));
}
