import { answer, note, step, warn } from '../answer.ts';
import { defineTask, refuse } from '../calculator.ts';
import { formatDuration, formatNumber, formatRate } from '../format.ts';
import type { Rate } from '../quantity.ts';
import { SOURCES } from './quotas.ts';

const limitInput = (label: string, help: string) =>
  ({ kind: 'rate', label, help, example: '100/s' }) as const;

/**
 * A token bucket: one token for a request, refilled at the rate, no larger than the burst. 10,000 requests a second
 * and a bucket of 5,000 for an account and Region (2,500 and 1,250 in some Regions).
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export const throttling = defineTask({
  name: 'throttling',
  summary: 'requests accepted and throttled by rate and burst',
  inputs: {
    load: {
      kind: 'rate',
      required: true,
      unless: ['spike'],
      label: 'Load',
      help: 'Requests in a second, minute, hour or day.',
      example: '12000/s',
    },
    for: {
      kind: 'duration',
      asked: true,
      default: '1s',
      label: 'For',
      help: 'How long the load lasts.',
      example: '10s',
    },
    spike: {
      kind: 'count',
      min: 1,
      label: 'At once',
      help: 'Requests that arrive in the same instant, before the load.',
      example: '6000',
    },
    limit: {
      kind: 'rate',
      default: '10000/s',
      label: 'Rate limit',
      help: 'Rate limit of the account in the Region.',
      example: '10000/s',
    },
    burst: {
      kind: 'count',
      default: '5000',
      label: 'Burst limit',
      help: 'Size of the bucket.',
      example: '5000',
    },
    'stage-limit': limitInput('Limit of the stage', 'Rate limit of the stage or method.'),
    'plan-limit': limitInput('Limit of the usage plan', 'Rate limit of the usage plan for an API key.'),
  },
  compute(inputs) {
    const limits: readonly Rate[] = [inputs.limit, inputs['stage-limit'], inputs['plan-limit']].filter(
      (each) => each !== undefined,
    );
    const rate = Math.min(...limits.map((each) => each.perSecond));
    if (rate === 0)
      return refuse(
        'limit',
        '--limit: with a rate of 0 nothing gets through.',
        'Give for example --limit 10000/s.',
      );
    const seconds = inputs.load === undefined ? 0 : inputs.for;
    const load = inputs.load?.perSecond ?? 0;
    const spike = inputs.spike ?? 0;
    const fromBucket = Math.min(spike, inputs.burst);
    const left = inputs.burst - fromBucket;
    // Under a steady load the bucket drains at load − rate and is then topped up at the rate.
    const steady = Math.min(
      load * seconds,
      Math.max(load <= rate ? load * seconds : left + rate * seconds, 0),
    );
    const accepted = Math.floor(fromBucket + steady + 1e-9);
    const offered = Math.round(spike + load * seconds);
    const throttled = Math.max(0, offered - accepted);
    const drains = load > rate ? left / (load - rate) : undefined;
    const firstThrottle =
      spike > inputs.burst ? 0 : drains !== undefined && drains < seconds ? drains : undefined;
    return {
      answers: [
        answer('accepted', 'Accepted', accepted),
        answer('throttled', 'Throttled (429)', throttled),
        answer('effectiveRate', 'Rate that counts', rate, '/s'),
        answer(
          'firstThrottle',
          'First throttled after',
          firstThrottle === undefined ? 'never' : Math.round(firstThrottle * 1000) / 1000,
          firstThrottle === undefined ? '' : 's',
        ),
        answer('refill', 'Empty bucket full again after', inputs.burst / rate, 's'),
      ],
      steps: [
        ...(limits.length > 1
          ? [
              step(
                'the strictest limit',
                `min(${limits.map(formatRate).join(', ')})`,
                `${formatNumber(rate)}/s`,
              ),
            ]
          : []),
        ...(spike > 0
          ? [
              step(
                'at once',
                `min(${formatNumber(spike)}, ${formatNumber(inputs.burst)} tokens)`,
                formatNumber(fromBucket),
              ),
            ]
          : []),
        ...(inputs.load === undefined
          ? []
          : [
              step(
                'offered',
                `${formatRate(inputs.load)} × ${formatDuration(seconds)}`,
                formatNumber(load * seconds),
              ),
              step(
                'tokens',
                `${formatNumber(left)} in the bucket + ${formatNumber(rate)}/s × ${formatDuration(seconds)}`,
                formatNumber(left + rate * seconds),
              ),
            ]),
        step(
          'accepted',
          load * seconds > 0 ? 'the smaller of offered and tokens' : 'tokens in the bucket',
          accepted,
        ),
      ],
      findings: [
        note('Throttling is best effort: the limits are targets, no guarantee.'),
        ...(throttled > 0
          ? [warn('Clients get 429 Too Many Requests and should retry with backoff and jitter.')]
          : []),
      ],
      traps: [
        ...(seconds > 1 && throttled > 0
          ? [
              `Taking the burst as a second rate gives ${formatNumber(Math.min(offered, Math.round((rate + inputs.burst) * seconds)))}: it is spent once.`,
            ]
          : []),
        ...(inputs.load !== undefined && throttled > 0
          ? [
              `The rate alone gives ${formatNumber(Math.min(offered, Math.round(rate * seconds)))}: the full bucket comes on top.`,
            ]
          : []),
        ...(inputs.load === undefined && spike > inputs.burst && rate > inputs.burst
          ? [
              `The rate limit of ${formatNumber(rate)}/s does not help in one instant: only the ${formatNumber(inputs.burst)} tokens in the bucket are there.`,
            ]
          : []),
        'The burst is the size of the bucket, not a second rate: it refills at the rate limit.',
      ],
      sources: [SOURCES.throttling, SOURCES.limits],
    };
  },
  examples: [
    {
      title: '12,000 a second for 10 s',
      inputs: { load: '12000/s', for: '10s' },
      expect: { accepted: 105000, throttled: 15000, firstThrottle: 2.5 },
    },
    {
      title: '6,000 in one instant',
      inputs: { spike: '6000' },
      expect: { accepted: 5000, throttled: 1000, firstThrottle: 0 },
    },
    {
      title: 'a usage plan',
      inputs: { load: '120/s', for: '60s', burst: '200', 'plan-limit': '100/s' },
      expect: { accepted: 6200, throttled: 1000, effectiveRate: 100 },
    },
  ],
});
