import type { Calculator, CalculatorName } from './calculator.ts';

/** A line of the list: what help and the overview show without loading the calculator. */
export interface CalculatorEntry {
  readonly summary: string;
  /** Arguments after `calc`. */
  readonly example: string;
  readonly load: () => Promise<{ readonly calculator: Calculator }>;
}

export const calculators = {
  dynamodb: {
    summary: 'RCU and WCU of an operation, partitions, cost',
    example: 'dynamodb --operation GetItem --size 6KB --rate 200/s --consistency strong',
    load: () => import('./dynamodb/dynamodb.ts'),
  },
  cidr: {
    summary: 'usable addresses, splits, overlaps, VPC plans',
    example: 'cidr --cidr 10.0.0.0/16 --into 6',
    load: () => import('./cidr/cidr.ts'),
  },
  sqs: {
    summary: 'visibility timeout, dead-letter queue, polling, limits',
    example: 'sqs --lambda-timeout 30s --batching-window 5s --visibility 3min',
    load: () => import('./sqs/sqs.ts'),
  },
  kinesis: {
    summary: 'shards for records and consumers',
    example: 'kinesis --rate 5000/s --record-size 2KB --consumers 2',
    load: () => import('./kinesis.ts'),
  },
  lambda: {
    summary: 'concurrency, throttling, memory, cost',
    example: 'lambda --rate 200/s --duration 350ms',
    load: () => import('./lambda/lambda.ts'),
  },
  'api-gateway': {
    summary: 'token bucket, burst, quotas',
    example: 'api-gateway --load 12000/s --for 10s',
    load: () => import('./api-gateway/api-gateway.ts'),
  },
  's3-multipart': {
    summary: 'part size and number of parts',
    example: 's3-multipart --size 100GiB',
    load: () => import('./s3-multipart.ts'),
  },
  ebs: {
    summary: 'IOPS, burst and throughput of gp2, gp3, io1, io2',
    example: 'ebs --type gp2 --size 100GiB',
    load: () => import('./ebs/ebs.ts'),
  },
} as const satisfies Record<CalculatorName, CalculatorEntry>;

export const calculatorNames = Object.keys(calculators) as readonly CalculatorName[];
