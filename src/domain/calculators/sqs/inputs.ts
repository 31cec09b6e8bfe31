import type { InputSpecs } from '../calculator.ts';
import { QUEUE_TYPES } from './limits.ts';

/** Inputs that more than one task takes. */
export const shared = {
  type: {
    kind: 'choice',
    choices: QUEUE_TYPES,
    default: 'standard',
    quiet: true,
    label: 'Queue type',
    help: 'Standard or FIFO.',
    example: 'fifo',
  },
  visibility: {
    kind: 'duration',
    label: 'Visibility timeout',
    help: 'Visibility timeout of the queue.',
    example: '30s',
  },
  retention: {
    kind: 'duration',
    bare: 's',
    default: '4d',
    label: 'Retention',
    help: 'Message retention period of the queue.',
    example: '4d',
  },
  'max-receives': {
    kind: 'count',
    min: 1,
    label: 'maxReceiveCount',
    help: 'Receives after which a message goes to the dead-letter queue.',
    example: '5',
  },
  rate: {
    kind: 'rate',
    label: 'Messages arriving',
    help: 'Messages sent in a second, minute, hour or day.',
    example: '200/s',
  },
  'message-size': {
    kind: 'size',
    bare: 'B',
    label: 'Message size',
    help: 'Size of a message with its attributes.',
    example: '100KB',
  },
  wait: {
    kind: 'duration',
    label: 'Receive wait time',
    help: 'ReceiveMessageWaitTimeSeconds: 0 is short polling, up to 20 s long polling.',
    example: '20s',
  },
} as const satisfies InputSpecs;
