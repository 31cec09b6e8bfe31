import { note, warn, wrong } from '../answer.ts';
import type { Finding } from '../calculator.ts';
import { formatBytes, formatDuration, formatNumber, formatSeconds } from '../format.ts';
import {
  BATCHING_WINDOW_MAX_SECONDS,
  DELAY_MAX_SECONDS,
  FIFO_CALLS_PER_SECOND,
  FIFO_HIGH_CALLS_PER_SECOND,
  IN_FLIGHT_MAX,
  LAMBDA_BATCH_MAX,
  LAMBDA_TIMEOUT_MAX_SECONDS,
  MESSAGE_MAX_BYTES,
  type QueueType,
  RECEIVES_MAX,
  RECEIVES_RECOMMENDED,
  RETENTION_MAX_SECONDS,
  RETENTION_MIN_SECONDS,
  VISIBILITY_FACTOR,
  VISIBILITY_MAX_SECONDS,
  WAIT_MAX_SECONDS,
} from './limits.ts';

export interface QueueSettings {
  readonly type: QueueType;
  readonly visibilitySeconds: number;
  readonly processingSeconds: number | undefined;
  readonly lambdaTimeoutSeconds: number | undefined;
  readonly batchingWindowSeconds: number | undefined;
  readonly batchSize: number | undefined;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  readonly waitSeconds: number;
  readonly maxReceives: number | undefined;
  readonly dlqRetentionSeconds: number | undefined;
  readonly messageBytes: number | undefined;
  readonly perSecond: number | undefined;
}

/** Everything that AWS refuses (error) or that works badly (warning), each with its why. */
export function checkSettings(queue: QueueSettings): readonly Finding[] {
  return [
    ...ranges(queue),
    ...lambda(queue),
    ...deadLetter(queue),
    ...consumers(queue),
    ...throughput(queue),
  ];
}

function ranges(queue: QueueSettings): readonly Finding[] {
  const found: Finding[] = [];
  const check = (
    name: string,
    value: number | undefined,
    min: number,
    max: number,
    text: (value: number) => string,
  ) => {
    if (value === undefined || (value >= min && value <= max)) return;
    found.push(wrong(`${name} is ${text(value)}; AWS takes ${text(min)} to ${text(max)}.`));
  };
  check('The visibility timeout', queue.visibilitySeconds, 0, VISIBILITY_MAX_SECONDS, formatSeconds);
  check('The retention', queue.retentionSeconds, RETENTION_MIN_SECONDS, RETENTION_MAX_SECONDS, formatSeconds);
  check(
    'The retention of the dead-letter queue',
    queue.dlqRetentionSeconds,
    RETENTION_MIN_SECONDS,
    RETENTION_MAX_SECONDS,
    formatSeconds,
  );
  check('The delay', queue.delaySeconds, 0, DELAY_MAX_SECONDS, formatSeconds);
  check('The receive wait time', queue.waitSeconds, 0, WAIT_MAX_SECONDS, formatSeconds);
  check('A message', queue.messageBytes, 1, MESSAGE_MAX_BYTES, formatBytes);
  check('maxReceiveCount', queue.maxReceives, 1, RECEIVES_MAX, formatNumber);
  check('The Lambda timeout', queue.lambdaTimeoutSeconds, 1, LAMBDA_TIMEOUT_MAX_SECONDS, formatSeconds);
  check('The batching window', queue.batchingWindowSeconds, 0, BATCHING_WINDOW_MAX_SECONDS, formatSeconds);
  for (const [name, value] of [
    ['The visibility timeout', queue.visibilitySeconds],
    ['The retention', queue.retentionSeconds],
    ['The delay', queue.delaySeconds],
    ['The receive wait time', queue.waitSeconds],
    ['The Lambda timeout', queue.lambdaTimeoutSeconds],
  ] as const)
    if (value !== undefined && !Number.isInteger(value))
      found.push(wrong(`${name} is ${formatSeconds(value)}; AWS takes whole seconds.`));
  return found;
}

function lambda(queue: QueueSettings): readonly Finding[] {
  const { lambdaTimeoutSeconds: timeout, batchingWindowSeconds: window = 0, batchSize } = queue;
  const found: Finding[] = [];
  if (timeout === undefined) return found;
  const recommended = VISIBILITY_FACTOR * timeout + window;
  if (timeout > queue.visibilitySeconds) {
    found.push(
      wrong(
        `The mapping is rejected: the function timeout (${formatDuration(timeout)}) exceeds the visibility timeout (${formatDuration(queue.visibilitySeconds)}).`,
      ),
    );
  } else if (queue.visibilitySeconds < recommended) {
    found.push(
      warn(
        `The visibility timeout is below the recommended ${formatNumber(recommended)} s: a batch that is throttled and retried shows up a second time.`,
      ),
    );
  }
  if (queue.type === 'fifo' && window > 0)
    found.push(wrong('A batching window is not supported for FIFO queues.'));
  if (batchSize !== undefined && queue.type === 'fifo' && batchSize > 10)
    found.push(wrong('A batch from a FIFO queue has 10 messages at most.'));
  if (batchSize !== undefined && queue.type === 'standard') {
    if (batchSize > LAMBDA_BATCH_MAX)
      found.push(wrong('A batch from a standard queue has 10,000 messages at most.'));
    else if (batchSize > 10 && window < 1)
      found.push(wrong('A batch of more than 10 messages needs a batching window of 1 s at least.'));
  }
  if (queue.maxReceives !== undefined && queue.maxReceives < RECEIVES_RECOMMENDED) {
    found.push(
      warn(
        `maxReceiveCount ${formatNumber(queue.maxReceives)} is below 5: throttling alone can send good messages to the dead-letter queue.`,
      ),
    );
  }
  return found;
}

function deadLetter(queue: QueueSettings): readonly Finding[] {
  const { maxReceives, dlqRetentionSeconds: dlq } = queue;
  const found: Finding[] = [];
  if (maxReceives !== undefined) {
    const tries = queue.delaySeconds + maxReceives * queue.visibilitySeconds;
    if (tries >= queue.retentionSeconds) {
      found.push(
        warn(
          `A failing message expires after ${formatDuration(queue.retentionSeconds)}, before its ${formatNumber(maxReceives)} receives (${formatDuration(tries)}) are over: it never reaches the dead-letter queue.`,
        ),
      );
    }
  }
  if (dlq !== undefined && queue.type === 'standard' && dlq <= queue.retentionSeconds) {
    found.push(
      warn(
        'The dead-letter queue must keep messages longer than the source: on a standard queue the age counts from the first enqueue, and the move does not reset it.',
      ),
    );
  }
  if (dlq !== undefined && queue.type === 'fifo') {
    found.push(
      note('A FIFO dead-letter queue resets the enqueue time: the whole retention is left after the move.'),
    );
  }
  return found;
}

function consumers(queue: QueueSettings): readonly Finding[] {
  const { processingSeconds: processing, perSecond } = queue;
  const found: Finding[] = [];
  if (processing !== undefined && processing > queue.visibilitySeconds) {
    found.push(
      warn(
        `Work takes ${formatDuration(processing)}, but after ${formatDuration(queue.visibilitySeconds)} the message is visible again: another consumer does it a second time. Raise the timeout, or call ChangeMessageVisibility.`,
      ),
    );
  }
  if (processing !== undefined && processing > VISIBILITY_MAX_SECONDS) {
    found.push(
      wrong(
        'A message can be hidden for 12 h from its first receive at most: split the work, or hand it to Step Functions.',
      ),
    );
  }
  if (processing !== undefined && perSecond !== undefined && perSecond * processing > IN_FLIGHT_MAX) {
    found.push(
      wrong(
        `${formatNumber(perSecond * processing)} messages would be in flight, about 120,000 are allowed: short polling then gets OverLimit, long polling gets nothing.`,
      ),
    );
  }
  // Lambda polls with long polling whatever the queue says.
  if (queue.waitSeconds === 0 && queue.lambdaTimeoutSeconds === undefined) {
    found.push(
      warn(
        'Receive wait time 0 is short polling: it asks some servers only, returns empty and is paid for each time. Take 20 s.',
      ),
    );
  }
  return found;
}

function throughput(queue: QueueSettings): readonly Finding[] {
  if (queue.type === 'standard' || queue.perSecond === undefined) return [];
  const calls = queue.perSecond / Math.min(10, queue.batchSize ?? 1);
  if (calls > FIFO_HIGH_CALLS_PER_SECOND)
    return [
      wrong(
        `${formatNumber(calls)} calls a second exceed FIFO even with high throughput (${formatNumber(FIFO_HIGH_CALLS_PER_SECOND)}).`,
      ),
    ];
  if (calls > FIFO_CALLS_PER_SECOND)
    return [
      warn(
        `${formatNumber(calls)} calls a second exceed the 300 of a FIFO queue: send batches of 10 or turn on high throughput.`,
      ),
    ];
  return [
    note('Messages of one group are handled one after another: parallel work needs many message group IDs.'),
  ];
}
