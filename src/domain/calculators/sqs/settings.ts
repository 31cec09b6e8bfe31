import { answer, step } from '../answer.ts';
import { type Answer, defineTask, type Step } from '../calculator.ts';
import { atLeast, ceilUnits, formatBytes, formatDuration, formatNumber, formatRate } from '../format.ts';
import { timesRate } from '../quantity.ts';
import { checkSettings, type QueueSettings } from './check-settings.ts';
import { shared } from './inputs.ts';
import { BILLED_BYTES, SOURCES, VISIBILITY_FACTOR } from './limits.ts';

/** 6 × the function timeout + the batching window. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
function recommendedVisibilitySeconds(lambdaTimeoutSeconds: number, batchingWindowSeconds: number): number {
  return VISIBILITY_FACTOR * lambdaTimeoutSeconds + batchingWindowSeconds;
}

export const settings = defineTask({
  name: 'settings',
  summary: 'what is wrong with the settings of a queue, and why',
  inputs: {
    type: shared.type,
    visibility: { ...shared.visibility, default: '30s' },
    processing: {
      kind: 'duration',
      label: 'Processing time',
      help: 'How long a consumer works on a message; take the slow ones (p99).',
      example: '45s',
    },
    'lambda-timeout': {
      kind: 'duration',
      label: 'Lambda timeout',
      help: 'Timeout of the Lambda function that reads the queue.',
      example: '30s',
    },
    'batching-window': {
      kind: 'duration',
      label: 'Batching window',
      help: 'MaximumBatchingWindowInSeconds of the event source mapping.',
      example: '5s',
    },
    'batch-size': {
      kind: 'count',
      min: 1,
      label: 'Batch size',
      help: 'Messages in a batch of the event source mapping, or of an API call.',
      example: '10',
    },
    retention: shared.retention,
    delay: {
      kind: 'duration',
      default: '0s',
      quiet: true,
      label: 'Delay',
      help: 'DelaySeconds of the queue.',
      example: '60s',
    },
    wait: { ...shared.wait, default: '0s' },
    'max-receives': shared['max-receives'],
    'dlq-retention': {
      kind: 'duration',
      label: 'Retention of the dead-letter queue',
      help: 'Message retention period of the dead-letter queue.',
      example: '14d',
    },
    'message-size': shared['message-size'],
    rate: shared.rate,
  },
  compute(inputs) {
    const queue: QueueSettings = {
      type: inputs.type,
      visibilitySeconds: inputs.visibility,
      processingSeconds: inputs.processing,
      lambdaTimeoutSeconds: inputs['lambda-timeout'],
      batchingWindowSeconds: inputs['batching-window'],
      batchSize: inputs['batch-size'],
      retentionSeconds: inputs.retention,
      delaySeconds: inputs.delay,
      waitSeconds: inputs.wait,
      maxReceives: inputs['max-receives'],
      dlqRetentionSeconds: inputs['dlq-retention'],
      messageBytes: inputs['message-size'],
      perSecond: inputs.rate?.perSecond,
    };
    const findings = checkSettings(queue);
    const answers: Answer[] = [];
    const steps: Step[] = [];
    const traps: string[] = [];
    const { lambdaTimeoutSeconds: timeout, maxReceives } = queue;
    if (timeout !== undefined) {
      const window = queue.batchingWindowSeconds ?? 0;
      const recommended = recommendedVisibilitySeconds(timeout, window);
      const rejected = timeout > queue.visibilitySeconds;
      answers.push(
        answer('recommendedVisibility', 'Recommended visibility timeout', recommended, 's'),
        answer('mapping', 'Event source mapping', rejected ? 'rejected' : 'accepted'),
      );
      steps.push(
        step(
          'recommended visibility',
          `${VISIBILITY_FACTOR} × ${formatDuration(timeout)} + ${formatDuration(window)}`,
          `${formatNumber(recommended)} s`,
        ),
      );
      if (window > 0)
        traps.push(
          `Forgetting the batching window gives ${formatNumber(recommended - window)} s; multiplying it by 6 too gives ${formatNumber(VISIBILITY_FACTOR * (timeout + window))} s.`,
        );
      traps.push(
        `A visibility timeout equal to the function timeout (${formatNumber(timeout)} s) is accepted, but leaves Lambda no time to retry a throttled batch.`,
      );
    }
    if (maxReceives !== undefined) {
      const earliest = maxReceives * queue.visibilitySeconds;
      const expires = queue.delaySeconds + earliest >= queue.retentionSeconds;
      answers.push(
        answer('earliestDeadLetter', 'In the dead-letter queue no sooner than', earliest, 's'),
        answer(
          'fate',
          'A message that always fails',
          expires ? 'expires first' : 'reaches the dead-letter queue',
        ),
      );
      steps.push(
        step(
          'earliest move',
          `${formatNumber(maxReceives)} receives × ${formatDuration(queue.visibilitySeconds)}`,
          `${formatNumber(earliest)} s`,
        ),
        step(
          'against the retention',
          `${formatDuration(queue.delaySeconds + earliest)} and ${formatDuration(queue.retentionSeconds)}`,
          expires ? 'expires first' : 'in time',
        ),
      );
      traps.push(
        `Counting ${formatNumber(maxReceives - 1)} timeouts gives ${formatNumber((maxReceives - 1) * queue.visibilitySeconds)} s: the move comes with the receive after the last one allowed.`,
      );
    }
    if (inputs.rate !== undefined && queue.processingSeconds !== undefined) {
      const inFlight = timesRate(inputs.rate, queue.processingSeconds);
      answers.push(
        answer('inFlight', 'Messages in flight', inFlight),
        answer('consumers', 'Consumers, one message at a time', ceilUnits(inFlight)),
      );
      steps.push(
        step(
          'in flight',
          `${formatRate(inputs.rate)} × ${formatDuration(queue.processingSeconds)}`,
          inFlight,
        ),
        step('consumers', `ceil(${formatNumber(inFlight)})`, ceilUnits(inFlight)),
      );
    }
    if (queue.messageBytes !== undefined) {
      const billed = Math.max(1, ceilUnits(queue.messageBytes / BILLED_BYTES));
      answers.push(answer('billed', 'Requests billed for a message', billed));
      steps.push(
        step(
          'billed',
          atLeast('1', `ceil(${formatBytes(queue.messageBytes)} ÷ 64 KB)`, queue.messageBytes === 0),
          billed,
        ),
      );
    }
    const worst = findings.some((each) => each.level === 'error')
      ? 'rejected'
      : findings.some((each) => each.level === 'warning')
        ? 'works badly'
        : 'fine';
    return {
      answers: [...answers, answer('verdict', 'These settings', worst)],
      steps,
      findings,
      traps,
      sources: [
        SOURCES.quotas,
        SOURCES.visibility,
        ...(timeout === undefined ? [] : [SOURCES.lambda]),
        ...(maxReceives === undefined ? [] : [SOURCES.deadLetter]),
      ],
    };
  },
  examples: [
    {
      title: 'a function of 30 s',
      inputs: { 'lambda-timeout': '30s' },
      expect: { recommendedVisibility: 180, mapping: 'accepted' },
    },
    {
      title: 'with a batching window',
      inputs: { 'lambda-timeout': '30s', 'batching-window': '5s', visibility: '185s' },
      expect: { recommendedVisibility: 185 },
    },
    {
      title: 'a function slower than the queue',
      inputs: { 'lambda-timeout': '60s', visibility: '30s' },
      expect: { mapping: 'rejected', verdict: 'rejected' },
    },
    {
      title: 'five receives',
      inputs: { visibility: '300s', 'max-receives': '5' },
      expect: { earliestDeadLetter: 1500, fate: 'reaches the dead-letter queue' },
    },
    {
      title: 'retention shorter than the retries',
      inputs: { visibility: '12h', 'max-receives': '10', retention: '4d' },
      expect: { fate: 'expires first' },
    },
    {
      title: 'how many consumers',
      inputs: { rate: '50/s', processing: '2.5s', visibility: '30s' },
      expect: { inFlight: 125, consumers: 125 },
    },
  ],
});
