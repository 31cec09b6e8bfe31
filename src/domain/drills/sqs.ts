import { formatNumber } from '../calculators/format.ts';
import { calculator } from '../calculators/sqs/sqs.ts';
import { defineDrill, type Expected, number, pick, whole } from './drill.ts';

const seconds = (value: number | string | boolean): Expected => ({ kind: 'seconds', value: Number(value) });

const lambdaVisibility = defineDrill(
  calculator,
  'sqs-lambda-visibility',
  'Visibility timeout for Lambda',
  (random) => {
    const timeout = pick(random, [3, 10, 15, 20, 30, 45, 60, 90, 120, 300, 600, 900]);
    const window = pick(random, [0, 0, 1, 5, 10, 30, 60, 300]);
    return {
      question: `A Lambda function with a timeout of ${timeout} s reads a standard queue${window === 0 ? ' without a batching window' : `; the batching window is ${window} s`}. Which visibility timeout does AWS recommend at least?`,
      inputs: { 'lambda-timeout': `${timeout}s`, 'batching-window': `${window}s`, visibility: '12h' },
      answer: 'recommendedVisibility',
      expect: seconds,
      traps: [
        {
          value: timeout,
          sentence: 'The function timeout is the least that is accepted; recommended is six times as much.',
        },
        { value: 6 * timeout, sentence: 'The batching window comes on top.' },
        {
          value: 6 * (timeout + window),
          sentence: 'Only the timeout is multiplied by six; the window is added once.',
        },
        { value: timeout + window, sentence: 'Six times the timeout, plus the window.' },
      ],
    };
  },
);

const extend = defineDrill(calculator, 'sqs-extend', 'ChangeMessageVisibility', (random) => {
  const visibility = pick(random, [30, 60, 120, 300, 600]);
  const at = whole(random, 1, visibility / 5 - 1) * 5;
  if (random() < 0.35) {
    const hours = whole(random, 1, 11);
    return {
      question: `A consumer received a message ${hours} h ago and has kept it hidden since. What is the largest VisibilityTimeout, in seconds, that ChangeMessageVisibility takes now?`,
      inputs: { at: `${hours}h` },
      answer: 'largest',
      expect: seconds,
      traps: [{ value: 43_200, sentence: 'The 12 hours count from the receive, all extensions included.' }],
    };
  }
  const to = pick(random, [60, 300, 600, 900, 1800, 3600]);
  return {
    question: `A message is received at t = 0 s; the queue has a visibility timeout of ${visibility} s. At t = ${at} s the consumer calls ChangeMessageVisibility with ${to} s. At which t is the message visible again, if it is not deleted?`,
    inputs: { at: `${at}s`, to: `${to}s`, visibility: `${visibility}s` },
    answer: 'visibleAt',
    expect: seconds,
    traps: [
      {
        value: visibility + to,
        sentence: 'The new timeout is not added to the old one; it starts at the call.',
      },
      { value: to, sentence: 'The new timeout starts at the call, not at the receive.' },
    ],
  };
});

const deadLetterAge = defineDrill(
  calculator,
  'sqs-dead-letter-age',
  'Time left in the dead-letter queue',
  (random) => {
    const fifo = random() < 0.4;
    const retention = whole(random, 3, 10);
    const age = whole(random, 1, retention - 1);
    const kept = whole(random, age + 1, 14);
    return {
      question: `A ${fifo ? 'FIFO' : 'standard'} queue keeps messages for ${retention} d, its dead-letter queue for ${kept} d. A message moves to the dead-letter queue after ${age} d. How many days is it left there?`,
      inputs: {
        type: fifo ? 'fifo' : 'standard',
        retention: `${retention}d`,
        age: `${age}d`,
        'dlq-retention': `${kept}d`,
      },
      answer: 'leftDays',
      expect: number('d', 'days', 'day'),
      traps: fifo
        ? [
            {
              value: kept - age,
              sentence:
                'That is right for a standard queue; a FIFO queue resets the enqueue time with the move.',
            },
          ]
        : [
            {
              value: kept,
              sentence:
                'A standard queue keeps the time of the first enqueue: the days before the move count.',
            },
            {
              value: retention - age,
              sentence: 'The retention of the dead-letter queue applies there, not that of the source.',
            },
          ],
    };
  },
);

const deadLetterEarliest = defineDrill(
  calculator,
  'sqs-dead-letter-earliest',
  'When a message reaches the dead-letter queue',
  (random) => {
    const visibility = pick(random, [10, 20, 30, 45, 60, 90, 120, 300, 600]);
    const receives = whole(random, 2, 10);
    return {
      question: `A queue has a visibility timeout of ${visibility} s and maxReceiveCount ${receives}. The consumer always fails without deleting the message. How long after the first receive can the message be in the dead-letter queue at the earliest?`,
      inputs: { visibility: `${visibility}s`, 'max-receives': String(receives), retention: '14d' },
      answer: 'earliestDeadLetter',
      expect: seconds,
      traps: [
        {
          value: (receives - 1) * visibility,
          sentence:
            'After the last allowed receive its timeout must run out too: the move comes with the next receive.',
        },
        {
          value: (receives + 1) * visibility,
          sentence: 'The first receive happens at once: there are only as many timeouts as receives.',
        },
      ],
    };
  },
);

const consumers = defineDrill(calculator, 'sqs-consumers', 'Consumers for a rate', (random) => {
  const rate = pick(random, [10, 20, 25, 40, 50, 80, 100, 150, 200]);
  const milliseconds = pick(random, [250, 400, 750, 1200, 1500, 2300, 2500, 4000]);
  return {
    question: `${formatNumber(rate)} messages a second arrive and each takes ${formatNumber(milliseconds)} ms. How many consumers, each with one message at a time, keep up?`,
    inputs: { rate: `${rate}/s`, processing: `${milliseconds}ms`, visibility: '30s' },
    answer: 'consumers',
    expect: number('consumers', 'consumer', 'workers', 'instances', 'threads'),
    traps: [
      { value: rate, sentence: 'The rate has to be multiplied by the seconds of a message.' },
      {
        value: Math.ceil((rate * 1000) / milliseconds),
        sentence: 'Multiply the rate by the time of a message; do not divide.',
      },
      {
        value: Math.floor((rate * milliseconds) / 1000),
        sentence: 'Round up: with one consumer less the queue grows.',
      },
    ],
  };
});

export const sqsDrills = [lambdaVisibility, extend, deadLetterAge, deadLetterEarliest, consumers];
