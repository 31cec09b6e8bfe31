import { answer, note, step } from '../answer.ts';
import { defineTask } from '../calculator.ts';
import { atLeast, formatDuration, formatMoney, formatNumber } from '../format.ts';
import { BYTES } from '../quantity.ts';
import { durationInput, SOURCES } from './concurrency.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEMORY_MIN_BYTES = 128 * BYTES.MB;
const MEMORY_MAX_BYTES = 10_240 * BYTES.MB;
const MEGABYTES_PER_VCPU = 1769;

/** List prices of us-east-1, first tier. https://aws.amazon.com/lambda/pricing/ */
const PRICE_PER_MILLION_REQUESTS_USD = 0.2;
const PRICE_PER_GB_SECOND_USD = { x86: 0.0000166667, arm64: 0.0000133334 } as const;
const FREE_REQUESTS = 1_000_000;
const FREE_GB_SECONDS = 400_000;

const memoryInput = {
  kind: 'size',
  bare: 'MB',
  required: true,
  min: MEMORY_MIN_BYTES,
  max: MEMORY_MAX_BYTES,
  label: 'Memory',
  help: 'Memory of the function, 128 MB to 10,240 MB.',
  example: '512MB',
} as const;

export const memory = defineTask({
  name: 'memory',
  summary: 'vCPUs that come with the memory',
  inputs: { memory: memoryInput },
  compute({ memory: bytes }) {
    const megabytes = bytes / BYTES.MB;
    const vcpus = megabytes / MEGABYTES_PER_VCPU;
    return {
      answers: [answer('vcpus', 'CPU', Math.round(vcpus * 1000) / 1000, 'vCPU')],
      steps: [step('CPU', `${formatNumber(megabytes)} MB ÷ 1,769 MB`, `${formatNumber(vcpus, 3)} vCPU`)],
      findings: [
        note(
          'More memory can make a function cheaper: CPU grows with it, and work limited by CPU takes less time.',
        ),
      ],
      traps:
        megabytes < MEGABYTES_PER_VCPU
          ? ['Below 1,769 MB there is less than one CPU: a second thread gains nothing.']
          : [],
      sources: [SOURCES.memory, SOURCES.limits],
    };
  },
  examples: [{ title: 'one whole CPU', inputs: { memory: '1769MB' }, expect: { vcpus: 1 } }],
});

export const cost = defineTask({
  name: 'cost',
  summary: 'monthly cost of requests and GB-seconds',
  inputs: {
    invocations: {
      kind: 'count',
      required: true,
      label: 'Invocations',
      help: 'Invocations in the month.',
      example: '10M',
    },
    memory: memoryInput,
    duration: durationInput,
    architecture: {
      kind: 'choice',
      choices: ['x86', 'arm64'],
      default: 'x86',
      label: 'Architecture',
      help: 'x86 or arm64 (Graviton).',
      example: 'arm64',
    },
    'free-tier': {
      kind: 'switch',
      label: 'Free tier',
      help: 'Subtract a million requests and 400,000 GB-seconds.',
      example: 'true',
    },
  },
  compute(inputs) {
    const gigabytes = inputs.memory / BYTES.GB;
    // Billed by the millisecond, rounded up.
    const milliseconds = Math.ceil(inputs.duration * 1000 - 1e-9);
    const used = (inputs.invocations * milliseconds * gigabytes) / 1000;
    const free = inputs['free-tier'];
    const requests = free ? Math.max(0, inputs.invocations - FREE_REQUESTS) : inputs.invocations;
    const gbSeconds = free ? Math.max(0, used - FREE_GB_SECONDS) : used;
    const price = PRICE_PER_GB_SECOND_USD[inputs.architecture];
    const requestsUsd = (requests * PRICE_PER_MILLION_REQUESTS_USD) / 1_000_000;
    const computeUsd = gbSeconds * price;
    const billed = (amount: number, gift: number) => {
      if (!free) return formatNumber(amount);
      const rest = `${formatNumber(amount)} − ${formatNumber(gift)} free`;
      return amount < gift ? atLeast('0', rest, true) : `(${rest})`;
    };
    return {
      answers: [
        answer('monthlyUsd', 'Cost of the month', cents(requestsUsd + computeUsd), 'USD'),
        answer('requestsUsd', 'Requests', cents(requestsUsd), 'USD'),
        answer('computeUsd', 'Duration', cents(computeUsd), 'USD'),
        answer('gbSeconds', 'GB-seconds', used),
      ],
      steps: [
        step(
          'GB-seconds',
          `${formatNumber(inputs.invocations)} × ${formatNumber(gigabytes)} GB × ${formatDuration(milliseconds / 1000)}`,
          formatNumber(used),
        ),
        step(
          'requests',
          `${billed(inputs.invocations, FREE_REQUESTS)} × $0.20 per million`,
          formatMoney(requestsUsd),
        ),
        step('duration', `${billed(used, FREE_GB_SECONDS)} × $${price.toFixed(10)}`, formatMoney(computeUsd)),
        step(
          'sum',
          `${formatMoney(requestsUsd)} + ${formatMoney(computeUsd)}`,
          formatMoney(requestsUsd + computeUsd),
        ),
      ],
      findings: [
        note('List prices of us-east-1, first tier, without data transfer. Prices change: check the page.'),
      ],
      traps: [
        ...(gigabytes === 1
          ? []
          : [
              `Leaving the memory out gives ${formatNumber(used / gigabytes)} seconds: with ${formatNumber(gigabytes * 1024)} MB they are ${formatNumber(used)} GB-seconds.`,
            ]),
        'Memory counts as configured, not as used.',
      ],
      sources: [SOURCES.pricing],
    };
  },
  examples: [
    {
      title: '10 million invocations of 120 ms with 512 MB',
      inputs: { invocations: '10M', memory: '512MB', duration: '120ms' },
      expect: { monthlyUsd: 12, requestsUsd: 2, computeUsd: 10, gbSeconds: 600000 },
    },
    {
      title: 'within the free tier',
      inputs: { invocations: '1M', memory: '128MB', duration: '200ms', 'free-tier': 'true' },
      expect: { monthlyUsd: 0 },
    },
  ],
});

/** A bill has cents; what is less than a dollar keeps more digits. */
function cents(usd: number): number {
  return usd < 1 ? Math.round(usd * 1e6) / 1e6 : Math.round(usd * 100) / 100;
}
