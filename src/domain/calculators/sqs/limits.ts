import { BYTES } from '../quantity.ts';

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export const VISIBILITY_MAX_SECONDS = 43_200;
export const RETENTION_MIN_SECONDS = 60;
export const RETENTION_MAX_SECONDS = 1_209_600;
export const DELAY_MAX_SECONDS = 900;
export const WAIT_MAX_SECONDS = 20;
export const MESSAGE_MAX_BYTES = BYTES.MB;
export const BATCH_MAX_MESSAGES = 10;
export const RECEIVES_MAX = 1000;
export const IN_FLIGHT_MAX = 120_000;
export const FIFO_CALLS_PER_SECOND = 300;
export const FIFO_HIGH_CALLS_PER_SECOND = 70_000;

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
export const LAMBDA_TIMEOUT_MAX_SECONDS = 900;
export const BATCHING_WINDOW_MAX_SECONDS = 300;
export const LAMBDA_BATCH_MAX = 10_000;
export const VISIBILITY_FACTOR = 6;
export const RECEIVES_RECOMMENDED = 5;

/** Every started 64 KB of a request counts as a request; list prices of us-east-1. https://aws.amazon.com/sqs/pricing/ */
export const BILLED_BYTES = 64 * BYTES.KB;
export const PRICE_PER_MILLION_USD = { standard: 0.4, fifo: 0.5 } as const;

export const SOURCES = {
  quotas: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
  visibility:
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
  deadLetter:
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  polling:
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html',
  lambda: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  pricing: 'https://aws.amazon.com/sqs/pricing/',
} as const;

export const QUEUE_TYPES = ['standard', 'fifo'] as const;
export type QueueType = (typeof QUEUE_TYPES)[number];
