import type { CalculatorName } from '../calculators/calculator.ts';
import { cidrDrills } from './cidr.ts';
import { computeDrills } from './compute.ts';
import type { DrillTemplate } from './drill.ts';
import { dynamodbReadDrills } from './dynamodb-reads.ts';
import { dynamodbWriteDrills } from './dynamodb-writes.ts';
import { type DrillId, drillIds } from './ids.ts';
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

const byId: ReadonlyMap<string, DrillTemplate> = new Map(
  drillTemplates.map((template) => [template.id, template]),
);

/** The template of an id, as it stands in a deck or in the journal; undefined for an unknown one. */
export function findDrill(id: string): DrillTemplate | undefined {
  return byId.get(id);
}

export function drillsOf(calculators: readonly CalculatorName[]): readonly DrillTemplate[] {
  return calculators.length === 0
    ? drillTemplates
    : drillTemplates.filter((each) => calculators.includes(each.calculator));
}

export function isDrillId(id: string): id is DrillId {
  return Object.hasOwn(drillIds, id);
}
