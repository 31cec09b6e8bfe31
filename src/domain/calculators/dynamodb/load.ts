import { answer, step, warn } from '../answer.ts';
import type { Answer, Finding, Step } from '../calculator.ts';
import { ceilUnits, formatNumber, formatRate } from '../format.ts';
import { type Rate, timesRate } from '../quantity.ts';
import { PARTITION_MAX_RCU, PARTITION_MAX_WCU } from './units.ts';

export type CapacityMode = 'provisioned' | 'on-demand';

const UNIT_NAMES = {
  provisioned: { read: 'RCU', write: 'WCU' },
  'on-demand': { read: 'RRU', write: 'WRU' },
} as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html */
const NEW_TABLE_MAX = { read: 12_000, write: 4000 } as const;
const PARTITION_MAX = { read: PARTITION_MAX_RCU, write: PARTITION_MAX_WCU } as const;

/** GSIs beside the units of the table: each has capacity of its own, which is rounded up by itself. */
export interface Gsis {
  readonly tableUnits: number;
  readonly count: number;
  readonly unitsOfEach: number;
}

/** What requests of so many units come to at a rate; without a rate, nothing is said about capacity. */
export interface Load {
  readonly unit: string;
  readonly rate: Rate | undefined;
  /** Units each second, rounded up where they are provisioned. */
  readonly capacity: (unitsPerRequest: number) => number;
  readonly answers: (unitsPerRequest: number, capacity?: number) => readonly Answer[];
  readonly steps: (unitsPerRequest: number, gsis?: Gsis) => readonly Step[];
  readonly findings: (unitsPerRequest: number) => readonly Finding[];
}

export function loadOf(kind: 'read' | 'write', mode: CapacityMode, rate: Rate | undefined): Load {
  const unit = UNIT_NAMES[mode][kind];
  const ofRequest = (units: number) => answer('units', 'Units of one request', units, unit);
  if (rate === undefined) {
    return {
      unit,
      rate,
      capacity: (units) => units,
      answers: (units) => [ofRequest(units)],
      steps: () => [],
      findings: () => [],
    };
  }
  const label = mode === 'provisioned' ? 'Capacity to provision' : 'Request units each second';
  const capacity = (units: number) =>
    mode === 'provisioned' ? ceilUnits(timesRate(rate, units)) : timesRate(rate, units);
  return {
    unit,
    rate,
    capacity,
    answers: (units, total = capacity(units)) => [answer('capacity', label, total, unit), ofRequest(units)],
    steps: (units, gsis) => loadSteps(rate, units, capacity, gsis, unit),
    findings: (units) => loadFindings(kind, mode, timesRate(rate, units)),
  };
}

/** The rate comes after the sizes were rounded, and only the final figure is rounded up. */
function loadSteps(
  rate: Rate,
  units: number,
  capacity: (units: number) => number,
  gsis: Gsis | undefined,
  unit: string,
): readonly Step[] {
  const load = timesRate(rate, units);
  const converted = rate.unit === 's' ? '' : ` (${formatRate(rate)} = ${formatNumber(rate.perSecond)}/s)`;
  const product = step(
    'times the rate',
    `${formatRate(rate)} × ${formatNumber(units)}${converted}`,
    `${formatNumber(load)} ${unit}`,
  );
  const once = capacity(units);
  const total =
    gsis === undefined ? once : capacity(gsis.tableUnits) + gsis.count * capacity(gsis.unitsOfEach);
  if (gsis !== undefined && total - once > 1e-9) {
    const ceil = (part: number) => `ceil(${formatNumber(timesRate(rate, part))})`;
    return [
      product,
      step(
        'round table and GSIs up, each by itself',
        `${ceil(gsis.tableUnits)} + ${formatNumber(gsis.count)} × ${ceil(gsis.unitsOfEach)}`,
        `${formatNumber(total)} ${unit}`,
      ),
    ];
  }
  if (Math.abs(once - load) < 1e-9) return [product];
  return [
    product,
    step('round up at the end', `ceil(${formatNumber(load)})`, `${formatNumber(once)} ${unit}`),
  ];
}

function loadFindings(kind: 'read' | 'write', mode: CapacityMode, load: number): readonly Finding[] {
  const found: Finding[] = [];
  const name = UNIT_NAMES.provisioned[kind];
  if (load > PARTITION_MAX[kind]) {
    found.push(
      warn(
        `One partition gives at most ${formatNumber(PARTITION_MAX[kind])} ${name}: this load must spread over several partition keys.`,
      ),
    );
  }
  if (mode === 'on-demand' && load > NEW_TABLE_MAX[kind]) {
    found.push(
      warn(
        `A new on-demand table serves ${formatNumber(NEW_TABLE_MAX[kind])} ${kind}s a second at first, and later twice its previous peak; faster growth within 30 min may be throttled.`,
      ),
    );
  }
  return found;
}
