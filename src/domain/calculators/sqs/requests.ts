import { answer, note, step, wrong } from '../answer.ts';
import { defineTask, type Finding, type Result, refuse } from '../calculator.ts';
import {
  atLeast,
  ceilUnits,
  formatBytes,
  formatDuration,
  formatMoney,
  formatNumber,
  formatRate,
  plural,
} from '../format.ts';
import { timesRate } from '../quantity.ts';
import { shared } from './inputs.ts';
import {
  BATCH_MAX_MESSAGES,
  BILLED_BYTES,
  FIFO_CALLS_PER_SECOND,
  FIFO_HIGH_CALLS_PER_SECOND,
  MESSAGE_MAX_BYTES,
  PRICE_PER_MILLION_USD,
  SOURCES,
  WAIT_MAX_SECONDS,
} from './limits.ts';

const MILLION = 1_000_000;
const OLD_MESSAGE_MAX_BYTES = 256 * 1024;

export const polling = defineTask({
  name: 'polling',
  summary: 'requests and cost of an idle consumer, long against short polling',
  inputs: {
    type: shared.type,
    wait: { ...shared.wait, default: '20s', max: WAIT_MAX_SECONDS },
    interval: {
      kind: 'duration',
      min: 0.001,
      default: '1s',
      label: 'Pause of short polling',
      help: 'Time between two receives with short polling.',
      example: '1s',
    },
    period: {
      kind: 'duration',
      min: 1,
      default: '30d',
      label: 'Period',
      help: 'Time to reckon for.',
      example: '30d',
    },
    consumers: {
      kind: 'count',
      min: 1,
      default: '1',
      quiet: true,
      label: 'Consumers',
      help: 'Consumers or threads that poll.',
      example: '4',
    },
  },
  compute({ type, wait, interval, period, consumers }) {
    const price = PRICE_PER_MILLION_USD[type];
    const pause = wait > 0 ? wait : interval;
    const long = ceilUnits((period / pause) * consumers);
    const short = ceilUnits((period / interval) * consumers);
    const receives = (each: number) => {
      const formula = `${formatDuration(period)} ÷ ${formatDuration(each)} × ${plural(consumers, 'consumer')}`;
      return Number.isInteger((period / each) * consumers) ? formula : `ceil(${formula})`;
    };
    const usd = (requests: number) => (requests * price) / MILLION;
    return {
      answers: [
        answer('requests', wait > 0 ? 'Receives with long polling' : 'Receives', long),
        answer('shortRequests', 'Receives with short polling', short),
        answer('costUsd', wait > 0 ? 'Cost with long polling' : 'Cost', usd(long), 'USD'),
        answer('shortCostUsd', 'Cost with short polling', usd(short), 'USD'),
      ],
      steps: [
        step(wait > 0 ? 'long polling' : 'receives', receives(pause), long),
        step('short polling', receives(interval), short),
        step(
          wait > 0 ? 'cost of long polling' : 'cost',
          `${formatNumber(long)} × $${price.toFixed(2)} per million`,
          formatMoney(usd(long)),
        ),
        step(
          'cost of short polling',
          `${formatNumber(short)} × $${price.toFixed(2)} per million`,
          formatMoney(usd(short)),
        ),
      ],
      findings: [note('List price of us-east-1; the first million requests of a month are free.')],
      traps: [
        'Empty receives are paid for like the others.',
        'Long polling is no slower: it returns as soon as a message is there, and only an empty queue makes it wait.',
      ],
      sources: [SOURCES.polling, SOURCES.pricing],
    };
  },
  examples: [
    {
      title: 'a day without messages',
      inputs: { period: '1d', wait: '20s', interval: '1s' },
      expect: { requests: 4320, shortRequests: 86400 },
    },
  ],
});

export const payload = defineTask({
  name: 'payload',
  summary: 'message size, batches and billed requests',
  inputs: {
    'message-size': { ...shared['message-size'], required: true },
    messages: {
      kind: 'count',
      min: 1,
      default: '1',
      quiet: true,
      label: 'Messages',
      help: 'Messages in one batch.',
      example: '10',
    },
  },
  compute(inputs) {
    const bytes = inputs['message-size'];
    const total = bytes * inputs.messages;
    const billed = Math.max(1, ceilUnits(total / BILLED_BYTES));
    const findings: Finding[] = [];
    if (inputs.messages > BATCH_MAX_MESSAGES) findings.push(wrong('A batch has 10 messages at most.'));
    if (bytes > MESSAGE_MAX_BYTES)
      findings.push(
        wrong(
          'A message has 1 MiB at most: keep the payload in S3 and send its key (extended client, up to 2 GB).',
        ),
      );
    else if (total > MESSAGE_MAX_BYTES)
      findings.push(wrong('A batch has 1 MiB at most for all its messages together.'));
    const allowed = answer('allowed', 'SQS takes it', findings.length === 0);
    const bill = answer('billed', 'Requests billed', billed);
    return {
      // What SQS does not take is not billed: then that is the answer.
      answers: [
        ...(findings.length === 0 ? [bill, allowed] : [allowed, bill]),
        answer('cycle', 'Sent, received and deleted', 2 * billed + 1, 'requests'),
      ],
      steps: [
        step(
          'size of the request',
          `${formatNumber(inputs.messages)} × ${formatBytes(bytes)}`,
          formatBytes(total),
        ),
        step('billed', atLeast('1', `ceil(${formatBytes(total)} ÷ 64 KB)`, total === 0), billed),
        step('send + receive + delete', `${billed} + ${billed} + 1`, 2 * billed + 1),
      ],
      findings,
      traps: [
        ...(billed > 1
          ? [
              `One call is not one request here: every started 64 KB counts, which makes ${formatNumber(billed)}.`,
            ]
          : []),
        ...(inputs.messages > billed
          ? [
              `Counting a request for each message gives ${formatNumber(inputs.messages)}: a batch is billed by its size.`,
            ]
          : []),
        ...(bytes > OLD_MESSAGE_MAX_BYTES && bytes <= MESSAGE_MAX_BYTES
          ? ['Older material refuses this message: the limit was 256 KB until August 2025.']
          : []),
      ],
      sources: [SOURCES.quotas, SOURCES.pricing],
    };
  },
  examples: [
    {
      title: 'a message of 256 KB',
      inputs: { task: 'payload', 'message-size': '256KB' },
      expect: { billed: 4, allowed: true },
    },
    {
      title: 'ten messages of 200 KB',
      inputs: { 'message-size': '200KB', messages: '10' },
      expect: { allowed: false },
    },
  ],
});

export const throughput = defineTask({
  name: 'throughput',
  summary: 'API calls of a FIFO queue against its limits',
  inputs: {
    type: { ...shared.type, default: 'fifo' },
    rate: { ...shared.rate, required: true },
    'batch-size': {
      kind: 'count',
      min: 1,
      max: BATCH_MAX_MESSAGES,
      default: '1',
      label: 'Batch size',
      help: 'Messages in one API call.',
      example: '10',
    },
    'high-throughput': {
      kind: 'switch',
      label: 'High throughput',
      help: 'High throughput mode is on.',
      example: 'true',
    },
  },
  compute(inputs) {
    const batch = inputs['batch-size'];
    if (batch < 1) return refuse('batch-size', '--batch-size is 0.', 'Give 1 to 10.');
    const calls = timesRate(inputs.rate, 1 / batch);
    const limit = inputs['high-throughput'] ? FIFO_HIGH_CALLS_PER_SECOND : FIFO_CALLS_PER_SECOND;
    if (inputs.type === 'standard') return unlimited(calls);
    const fits = calls <= limit + 1e-9;
    return {
      answers: [
        answer('fits', 'The queue keeps up', fits),
        answer('calls', 'Calls of each action', calls, '/s'),
        answer('maxMessages', 'Messages at most', limit * batch, '/s'),
      ],
      steps: [
        step('calls', `${formatRate(inputs.rate)} ÷ ${batch}`, `${formatNumber(calls)}/s`),
        step('limit', `${formatNumber(limit)} calls × ${batch}`, `${formatNumber(limit * batch)} messages/s`),
      ],
      findings: fits
        ? inputs['high-throughput']
          ? [
              note(
                `${formatNumber(limit)} calls hold in the largest Regions (us-east-1, us-west-2, eu-west-1); others have less.`,
              ),
            ]
          : []
        : [
            wrong(
              `More than ${formatNumber(limit)} calls a second: throttled. ${remedy(batch, inputs['high-throughput'])}`,
            ),
          ],
      traps: [
        `The limit of ${formatNumber(limit)} counts API calls of each action, not messages: with batches of 10 it is ${formatNumber(limit * 10)} messages a second.`,
      ],
      sources: [SOURCES.quotas],
    };
  },
  examples: [
    {
      title: '2,500 messages a second in batches',
      inputs: { task: 'throughput', rate: '2500/s', 'batch-size': '10' },
      expect: { fits: true, calls: 250, maxMessages: 3000 },
    },
    {
      title: 'one by one',
      inputs: { task: 'throughput', rate: '500/s' },
      expect: { fits: false, maxMessages: 300 },
    },
  ],
});

function remedy(batch: number, isHigh: boolean): string {
  if (batch < 10) return `Send batches of 10${isHigh ? '' : ', or turn on high throughput'}.`;
  return isHigh
    ? 'Use several queues.'
    : 'Turn on high throughput and spread the messages over many message groups.';
}

function unlimited(calls: number): Result {
  return {
    answers: [
      answer('fits', 'The queue keeps up', true),
      answer('calls', 'Calls of each action', calls, '/s'),
    ],
    steps: [step('limit', 'standard queue', 'nearly unlimited')],
    findings: [
      note(
        'A standard queue takes nearly any number of calls, without order and with occasional duplicates.',
      ),
    ],
    traps: [],
    sources: [SOURCES.quotas],
  };
}
