import { answer, step, warn } from '../answer.ts';
import { defineTask, refuse } from '../calculator.ts';
import { atLeast, formatDuration } from '../format.ts';
import { shared } from './inputs.ts';
import { RETENTION_MAX_SECONDS, RETENTION_MIN_SECONDS, SOURCES } from './limits.ts';

/**
 * A standard dead-letter queue keeps the time of the first enqueue, a FIFO one resets it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export const deadLetter = defineTask({
  name: 'dead-letter',
  summary: 'how long a message stays in the dead-letter queue',
  inputs: {
    type: { ...shared.type, asked: true },
    age: {
      kind: 'duration',
      required: true,
      unless: ['max-receives'],
      label: 'Age at the move',
      help: 'Time in the source queue before the move.',
      example: '3d',
    },
    'dlq-retention': {
      kind: 'duration',
      min: RETENTION_MIN_SECONDS,
      max: RETENTION_MAX_SECONDS,
      required: true,
      label: 'Retention of the dead-letter queue',
      help: 'Message retention period of the dead-letter queue.',
      example: '4d',
    },
    retention: shared.retention,
    visibility: { ...shared.visibility, default: '30s', quiet: true },
    'max-receives': shared['max-receives'],
  },
  compute(inputs) {
    const receives = inputs['max-receives'];
    const age = inputs.age ?? (receives ?? 0) * inputs.visibility;
    if (age >= inputs.retention) {
      const input = inputs.age === undefined ? 'max-receives' : 'age';
      return refuse(
        input,
        `--${input}: after ${formatDuration(inputs.retention)} in the source the message is deleted, so that it cannot move at ${formatDuration(age)}.`,
        input === 'age'
          ? 'Give an age below --retention.'
          : 'Give fewer receives, a shorter --visibility or a longer --retention.',
      );
    }
    const kept = inputs['dlq-retention'];
    const left = inputs.type === 'fifo' ? kept : Math.max(0, kept - age);
    return {
      answers: [
        answer('left', 'Left in the dead-letter queue', left, 's'),
        answer('leftDays', 'In days', left / 86_400, 'd'),
      ],
      steps: [
        ...(inputs.age === undefined
          ? [
              step(
                'age at the move',
                `${receives} receives × ${formatDuration(inputs.visibility)}`,
                formatDuration(age),
              ),
            ]
          : []),
        inputs.type === 'fifo'
          ? step('FIFO: the enqueue time is reset', formatDuration(kept), formatDuration(left))
          : step(
              'standard: the enqueue time is kept',
              atLeast('0 s', `${formatDuration(kept)} − ${formatDuration(age)}`, age > kept),
              formatDuration(left),
            ),
      ],
      findings:
        inputs.type === 'standard' && kept <= inputs.retention
          ? [
              warn(
                'Give the dead-letter queue a longer retention than the source, best 14 d: late messages are gone before anybody looks.',
              ),
            ]
          : [],
      traps: [
        inputs.type === 'standard'
          ? `The whole ${formatDuration(kept)} would be left on a FIFO queue only; a standard queue goes on counting from the first enqueue.`
          : `Subtracting the age (${formatDuration(Math.max(0, kept - age))}) is right for a standard queue; a FIFO queue resets the enqueue time.`,
      ],
      sources: [SOURCES.deadLetter, SOURCES.quotas],
    };
  },
  examples: [
    {
      title: 'standard, moved after three days',
      inputs: { age: '3d', 'dlq-retention': '4d' },
      expect: { leftDays: 1, left: 86400 },
    },
    {
      title: 'the same with FIFO',
      inputs: { type: 'fifo', age: '3d', 'dlq-retention': '4d' },
      expect: { leftDays: 4 },
    },
  ],
});
