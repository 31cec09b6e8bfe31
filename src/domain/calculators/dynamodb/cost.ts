import { answer, note, step } from '../answer.ts';
import { type Answer, defineTask, refuse, type Step } from '../calculator.ts';
import { formatMoney, formatNumber } from '../format.ts';
import { BYTES } from '../quantity.ts';
import { costInputs } from './cost-inputs.ts';
import {
  type Consistency,
  readBlocks,
  readBlocksText,
  readFactor,
  readUnits,
  SOURCES,
  writeBlocks,
  writeBlocksText,
} from './units.ts';

/**
 * List prices of the standard table class in us-east-1, without free tier.
 * https://aws.amazon.com/dynamodb/pricing/on-demand/ · https://aws.amazon.com/dynamodb/pricing/provisioned/
 */
const PRICES_USD = {
  perMillionReadRequestUnits: 0.125,
  perMillionWriteRequestUnits: 0.625,
  perReadCapacityUnitHour: 0.00013,
  perWriteCapacityUnitHour: 0.00065,
  perGigabyteMonth: 0.25,
} as const;

const MILLION = 1_000_000;

export const cost = defineTask({
  name: 'cost',
  summary: 'monthly cost, on-demand or provisioned',
  inputs: costInputs,
  compute(inputs) {
    const steps: Step[] = [];
    const answers: Answer[] = [];
    const add = (name: string, label: string, usd: number, expression: string) => {
      steps.push(step(label, expression, formatMoney(usd)));
      answers.push(answer(name, label, usd, 'USD'));
      return usd;
    };
    let total = 0;
    if (inputs.mode === 'on-demand') {
      const writes = inputs.writes ?? 0;
      const reads = inputs.reads ?? 0;
      const writeBytes = inputs['write-size'] ?? BYTES.KB;
      const readBytes = inputs['read-size'] ?? 4 * BYTES.KB;
      const consistency = inputs.consistency ?? 'eventual';
      if (writes + reads === 0 && inputs.storage === 0) return nothing('reads', 'writes');
      const factor = inputs['write-kind'] === 'transactional' ? 2 : 1;
      const wru = writeBlocks(writeBytes) * factor;
      const rru = readUnits(readBlocks(readBytes), consistency);
      if (writes > 0) {
        steps.push(
          step('units of a write', `${writeBlocksText(writeBytes)} × ${factor}`, `${formatNumber(wru)} WRU`),
        );
        const usd = (writes * wru * PRICES_USD.perMillionWriteRequestUnits) / MILLION;
        total += add(
          'writesUsd',
          'Writes',
          usd,
          `${formatNumber(writes)} × ${formatNumber(wru)} WRU × $0.625 per million`,
        );
      }
      if (reads > 0) {
        steps.push(
          step(
            'units of a read',
            `${readBlocksText(readBytes)} × ${readFactor(consistency)}`,
            `${formatNumber(rru)} RRU`,
          ),
        );
        const usd = (reads * rru * PRICES_USD.perMillionReadRequestUnits) / MILLION;
        total += add(
          'readsUsd',
          'Reads',
          usd,
          `${formatNumber(reads)} × ${formatNumber(rru)} RRU × $0.125 per million`,
        );
      }
    } else {
      const { rcu = 0, wcu = 0, hours = 730 } = inputs;
      if (rcu + wcu === 0 && inputs.storage === 0) return nothing('rcu', 'wcu');
      if (wcu > 0)
        total += add(
          'writesUsd',
          'Writes',
          wcu * hours * PRICES_USD.perWriteCapacityUnitHour,
          `${formatNumber(wcu)} WCU × ${hours} h × $0.00065/h`,
        );
      if (rcu > 0)
        total += add(
          'readsUsd',
          'Reads',
          rcu * hours * PRICES_USD.perReadCapacityUnitHour,
          `${formatNumber(rcu)} RCU × ${hours} h × $0.00013/h`,
        );
    }
    if (inputs.storage > 0) {
      const gigabytes = inputs.storage / BYTES.GB;
      total += add(
        'storageUsd',
        'Storage',
        gigabytes * PRICES_USD.perGigabyteMonth,
        `${formatNumber(gigabytes)} GB × $0.25`,
      );
    }
    return {
      answers: [answer('monthlyUsd', 'Cost of the month', round(total), 'USD'), ...answers],
      steps: [...steps, step('sum', answers.map((each) => each.text).join(' + '), formatMoney(total))],
      findings: [
        note(
          'List prices of us-east-1, standard table class, without free tier. Prices change: check the page.',
        ),
      ],
      traps:
        inputs.mode === 'on-demand'
          ? onDemandTraps(inputs, total)
          : ['Provisioned units are paid for every hour, used or not.'],
      sources: [
        inputs.mode === 'on-demand' ? SOURCES.onDemandPrice : SOURCES.provisionedPrice,
        SOURCES.operations,
      ],
    };
  },
  examples: [
    {
      title: '50 million writes of 1.5 KB and 200 million eventually consistent reads of 3 KB',
      inputs: {
        writes: '50M',
        'write-size': '1.5KB',
        reads: '200M',
        'read-size': '3KB',
        consistency: 'eventual',
      },
      expect: { monthlyUsd: 75, writesUsd: 62.5, readsUsd: 12.5 },
    },
    {
      title: '100 RCU and 50 WCU for a month',
      inputs: { mode: 'provisioned', rcu: '100', wcu: '50' },
      expect: { monthlyUsd: 33.215 },
    },
  ],
});

/** What the month would cost if the sizes were not rounded up, and with the other consistency. */
function onDemandTraps(
  inputs: {
    readonly writes: number | undefined;
    readonly reads: number | undefined;
    readonly 'write-size': number | undefined;
    readonly 'read-size': number | undefined;
    readonly 'write-kind': string | undefined;
    readonly consistency: Consistency | undefined;
    readonly storage: number;
  },
  total: number,
): readonly string[] {
  const { writes = 0, reads = 0, consistency = 'eventual' } = inputs;
  const writeKb = (inputs['write-size'] ?? BYTES.KB) / BYTES.KB;
  const readSteps = (inputs['read-size'] ?? 4 * BYTES.KB) / (4 * BYTES.KB);
  const factor = inputs['write-kind'] === 'transactional' ? 2 : 1;
  const byTheByte =
    (writes * writeKb * factor * PRICES_USD.perMillionWriteRequestUnits +
      reads * readUnits(readSteps, consistency) * PRICES_USD.perMillionReadRequestUnits) /
      MILLION +
    (inputs.storage / BYTES.GB) * PRICES_USD.perGigabyteMonth;
  const strong =
    total +
    (reads * readUnits(Math.ceil(readSteps), 'eventual') * PRICES_USD.perMillionReadRequestUnits) / MILLION;
  return [
    ...(formatMoney(byTheByte) === formatMoney(total)
      ? []
      : [
          `By the byte it would be ${formatMoney(byTheByte)}: on-demand rounds every size up as provisioned capacity does.`,
        ]),
    ...(reads > 0 && consistency === 'eventual'
      ? [`Strongly consistent reads would make it ${formatMoney(strong)}.`]
      : []),
  ];
}

function nothing(one: string, other: string) {
  return refuse(
    one,
    `Neither --${one} nor --${other} is given: there is nothing to pay for.`,
    `Give --${one}, --${other} or both, for example --${one} 100.`,
  );
}

/** Binary dust off: a sum of prices to a millionth of a dollar. */
function round(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
