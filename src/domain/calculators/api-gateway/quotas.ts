import { answer, step, warn, wrong } from '../answer.ts';
import { defineTask, type Finding, type Step } from '../calculator.ts';
import { formatBytes, formatDuration, formatSeconds } from '../format.ts';
import { BYTES } from '../quantity.ts';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const SOURCES = {
  throttling:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  limits: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
  caching: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
} as const;

const PAYLOAD_MAX_BYTES = 10 * BYTES.MB;
const TIMEOUT_SECONDS = { rest: 29, http: 30 } as const;
const LAMBDA_PAYLOAD_MAX_BYTES = 6 * BYTES.MB;
const TTL_MAX_SECONDS = 3600;

/** One quota with the number put in, or the quota alone where nothing was given. */
function against(
  label: string,
  value: number | undefined,
  max: number,
  text: (value: number) => string,
): Step {
  return value === undefined
    ? step(label, 'at most', text(max))
    : step(label, `${text(value)} ≤ ${text(max)}`, value <= max ? 'yes' : 'no');
}

export const quotas = defineTask({
  name: 'quotas',
  summary: 'payload, timeout and cache against the quotas',
  inputs: {
    api: {
      kind: 'choice',
      choices: ['rest', 'http'],
      default: 'rest',
      label: 'API type',
      help: 'REST or HTTP API.',
      example: 'http',
    },
    payload: { kind: 'size', label: 'Payload', help: 'Size of a request or response.', example: '6MB' },
    timeout: {
      kind: 'duration',
      label: 'Integration timeout',
      help: 'How long the backend may take.',
      example: '29s',
    },
    'cache-ttl': {
      kind: 'duration',
      label: 'Cache TTL',
      help: 'How long responses are cached (REST only).',
      example: '300s',
    },
  },
  compute(inputs) {
    const findings: Finding[] = [];
    const limit = TIMEOUT_SECONDS[inputs.api];
    if ((inputs.payload ?? 0) > PAYLOAD_MAX_BYTES)
      findings.push(
        wrong(
          `The payload of ${formatBytes(inputs.payload ?? 0)} exceeds 10 MB: let the client upload to S3 with a presigned URL.`,
        ),
      );
    if ((inputs.timeout ?? 0) > limit) {
      findings.push(
        inputs.api === 'rest'
          ? warn(
              '29 s is the default; more is a quota increase, for Regional and private REST APIs only. Answer 202 and work asynchronously.',
            )
          : wrong('An HTTP API waits 30 s at most.'),
      );
    }
    if (inputs['cache-ttl'] !== undefined && inputs.api === 'http')
      findings.push(wrong('HTTP APIs have no cache.'));
    else if ((inputs['cache-ttl'] ?? 0) > TTL_MAX_SECONDS)
      findings.push(wrong('The TTL of the cache is 0 to 3,600 s (300 s by default).'));
    return {
      answers: [
        answer(
          'verdict',
          'These settings',
          findings.some((each) => each.level === 'error')
            ? 'rejected'
            : findings.length > 0
              ? 'works on request'
              : 'fine',
        ),
      ],
      steps: [
        against('payload', inputs.payload, PAYLOAD_MAX_BYTES, (bytes) =>
          bytes === PAYLOAD_MAX_BYTES ? '10 MB' : formatBytes(bytes),
        ),
        against('integration timeout', inputs.timeout, limit, formatDuration),
        ...(inputs.api === 'rest'
          ? [against('time to live in the cache', inputs['cache-ttl'], TTL_MAX_SECONDS, formatSeconds)]
          : []),
      ],
      findings,
      traps: [
        ...((inputs.payload ?? 0) > LAMBDA_PAYLOAD_MAX_BYTES && (inputs.payload ?? 0) <= PAYLOAD_MAX_BYTES
          ? ['API Gateway takes this payload, but a Lambda function behind it takes 6 MB at most.']
          : []),
        ...((inputs.timeout ?? 0) > limit
          ? [
              `A Lambda function may run for 15 min, but the caller has an error after ${limit} s all the same.`,
            ]
          : []),
      ],
      sources: [SOURCES.limits, SOURCES.caching],
    };
  },
  examples: [
    {
      title: 'a slow backend',
      inputs: { timeout: '60s', payload: '5MB' },
      expect: { verdict: 'works on request' },
    },
    { title: 'a large upload', inputs: { payload: '25MB' }, expect: { verdict: 'rejected' } },
  ],
});
