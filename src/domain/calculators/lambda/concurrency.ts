import { answer, note, step, warn } from '../answer.ts';
import { defineTask, type Finding } from '../calculator.ts';
import { ceilUnits, formatDuration, formatNumber, formatRate, plural } from '../format.ts';
import { timesRate } from '../quantity.ts';

/**
 * Concurrency = rate × duration; 1,000 more environments each 10 s for a function; requests a second up to 10 × the
 * concurrency; 100 of the account stay unreserved.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 * https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html
 */
const TIMEOUT_MAX_SECONDS = 900;
const RPS_FACTOR = 10;
const SCALING_STEP = 1000;
const SCALING_SECONDS = 10;
const UNRESERVED_MIN = 100;

export const SOURCES = {
  concurrency: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
  scaling: 'https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html',
  memory: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html',
  limits: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  pricing: 'https://aws.amazon.com/lambda/pricing/',
} as const;

export const durationInput = {
  kind: 'duration',
  bare: 's',
  required: true,
  min: 0.001,
  max: TIMEOUT_MAX_SECONDS,
  label: 'Duration',
  help: 'Average duration of an invocation.',
  example: '350ms',
} as const;

export const concurrency = defineTask({
  name: 'concurrency',
  summary: 'concurrency for a load, and what is throttled',
  inputs: {
    rate: {
      kind: 'rate',
      required: true,
      label: 'Requests',
      help: 'Requests in a second, minute, hour or day.',
      example: '200/s',
    },
    duration: durationInput,
    quota: {
      kind: 'count',
      min: 1,
      default: '1000',
      label: 'Quota',
      help: 'Concurrency of the account in the Region, or reserved for the function.',
      example: '1000',
    },
    running: {
      kind: 'count',
      default: '0',
      quiet: true,
      label: 'Running now',
      help: 'Environments that are warm already.',
      example: '100',
    },
  },
  compute({ rate, duration, quota, running }) {
    const exact = timesRate(rate, duration);
    const needed = ceilUnits(exact);
    const byRate = ceilUnits(rate.perSecond / RPS_FACTOR);
    const quotaNeeded = Math.max(needed, byRate);
    const served = Math.min(rate.perSecond, quota / duration, quota * RPS_FACTOR);
    const throttled = rate.perSecond - served > 1e-9 ? 1 - served / rate.perSecond : 0;
    const reach = Math.min(needed, quota);
    const scalingSeconds = Math.max(0, Math.ceil((reach - running) / SCALING_STEP) - 1) * SCALING_SECONDS;
    const findings: Finding[] = [];
    if (throttled > 0)
      findings.push(
        warn(
          `${formatNumber(throttled * 100, 1)} % of the requests are throttled (429): raise the quota, shorten the function or buffer with SQS.`,
        ),
      );
    if (byRate > needed)
      findings.push(
        note(
          `Requests a second are limited to 10 × the concurrency: for ${formatRate(rate)} the quota must be ${formatNumber(byRate)}, though only ${formatNumber(needed)} run at once.`,
        ),
      );
    findings.push(
      note(
        `Reserved concurrency takes from the account, of which ${UNRESERVED_MIN} must stay unreserved; new accounts may start below 1,000.`,
      ),
    );
    return {
      answers: [
        answer('concurrency', 'Concurrency', needed),
        answer('quotaNeeded', 'Quota needed', quotaNeeded),
        answer('throttledPercent', 'Throttled', Math.round(throttled * 1e4) / 100, '%'),
        answer('scalingSeconds', 'Time to scale up', scalingSeconds, 's'),
      ],
      steps: [
        step('concurrency', `${formatRate(rate)} × ${formatDuration(duration)}`, formatNumber(exact)),
        ...(exact === needed ? [] : [step('round up', `ceil(${formatNumber(exact)})`, needed)]),
        step('by requests', `ceil(${formatNumber(rate.perSecond)}/s ÷ ${RPS_FACTOR})`, byRate),
        step(
          'served',
          `min(${formatNumber(rate.perSecond)}, ${formatNumber(quota)} ÷ ${formatDuration(duration)}, ${RPS_FACTOR} × ${formatNumber(quota)})`,
          `${formatNumber(served, 2)}/s`,
        ),
        step(
          'scaling',
          `${formatNumber(SCALING_STEP)} at once, then ${formatNumber(SCALING_STEP)} each ${SCALING_SECONDS} s`,
          formatDuration(scalingSeconds),
        ),
      ],
      findings,
      traps: [
        `Requests a second are not concurrency: ${formatRate(rate)} of ${formatDuration(duration)} keep ${plural(needed, 'environment')} busy.`,
        ...(rate.unit === 's'
          ? []
          : [
              `Multiplying without converting the rate gives ${formatNumber(rate.amount * duration, 2)}: ${formatRate(rate)} is ${formatNumber(rate.perSecond, 2)}/s.`,
            ]),
      ],
      sources: [SOURCES.concurrency, SOURCES.scaling],
    };
  },
  examples: [
    {
      title: '200 requests a second of 350 ms',
      inputs: { rate: '200/s', duration: '350ms' },
      expect: { concurrency: 70 },
    },
    {
      title: 'more than the quota',
      inputs: { rate: '2000/s', duration: '1s' },
      expect: { concurrency: 2000, throttledPercent: 50 },
    },
    {
      title: 'very short requests',
      inputs: { rate: '5000/s', duration: '20ms' },
      expect: { concurrency: 100, quotaNeeded: 500 },
    },
  ],
});

export const maxRate = defineTask({
  name: 'max-rate',
  summary: 'requests a second that a concurrency allows',
  inputs: {
    concurrency: {
      kind: 'count',
      min: 1,
      required: true,
      label: 'Concurrency',
      help: 'Concurrent executions.',
      example: '100',
    },
    duration: durationInput,
  },
  compute({ concurrency: environments, duration }) {
    // Whole microseconds, so that 100 ÷ 0.02 does not leave binary dust.
    const byDuration = (environments * 1_000_000) / Math.round(duration * 1_000_000);
    const cap = environments * RPS_FACTOR;
    const most = Math.min(byDuration, cap);
    return {
      answers: [
        answer('maxRate', 'Requests at most', most, '/s'),
        answer('byDuration', 'by duration', byDuration, '/s'),
        answer('cap', 'by the 10 × limit', cap, '/s'),
      ],
      steps: [
        step(
          'by duration',
          `${formatNumber(environments)} ÷ ${formatDuration(duration)}`,
          `${formatNumber(byDuration, 2)}/s`,
        ),
        step('10 × limit', `${RPS_FACTOR} × ${formatNumber(environments)}`, `${formatNumber(cap)}/s`),
        step(
          'the smaller one',
          `min(${formatNumber(byDuration, 2)}, ${formatNumber(cap)})`,
          `${formatNumber(most, 2)}/s`,
        ),
      ],
      findings: [],
      traps:
        byDuration > cap
          ? [
              `Concurrency ÷ duration alone gives ${formatNumber(byDuration, 2)}/s: below 100 ms the limit of 10 × the concurrency comes first.`,
            ]
          : byDuration < cap
            ? [
                `10 × the concurrency would be ${formatNumber(cap)}/s, but from 100 ms on the duration is what limits.`,
              ]
            : ['At exactly 100 ms both limits are the same.'],
      sources: [SOURCES.concurrency, SOURCES.scaling],
    };
  },
  examples: [
    {
      title: 'concurrency 100 at 20 ms',
      inputs: { concurrency: '100', duration: '20ms' },
      expect: { maxRate: 1000, byDuration: 5000, cap: 1000 },
    },
  ],
});
