import type { CalculatorName } from '../calculators/calculator.ts';

/** Every drill template with its calculator. An id is never renamed: results are scheduled under it. */
export const drillIds = {
  'dynamodb-rcu-strong': 'dynamodb',
  'dynamodb-rcu-eventual': 'dynamodb',
  'dynamodb-rcu-transactional': 'dynamodb',
  'dynamodb-query': 'dynamodb',
  'dynamodb-batch-get': 'dynamodb',
  'dynamodb-wcu': 'dynamodb',
  'dynamodb-wcu-transactional': 'dynamodb',
  'dynamodb-update': 'dynamodb',
  'dynamodb-gsi-key': 'dynamodb',
  'cidr-usable': 'cidr',
  'cidr-last': 'cidr',
  'cidr-smallest': 'cidr',
  'cidr-split': 'cidr',
  'cidr-overlap': 'cidr',
  'cidr-supernet': 'cidr',
  'sqs-lambda-visibility': 'sqs',
  'sqs-extend': 'sqs',
  'sqs-dead-letter-age': 'sqs',
  'sqs-dead-letter-earliest': 'sqs',
  'sqs-consumers': 'sqs',
  'kinesis-shards': 'kinesis',
  'kinesis-fan-out': 'kinesis',
  'lambda-concurrency': 'lambda',
  'lambda-max-rate': 'lambda',
  'lambda-cost': 'lambda',
  'api-gateway-load': 'api-gateway',
  'api-gateway-spike': 'api-gateway',
  's3-multipart-parts': 's3-multipart',
  's3-multipart-largest': 's3-multipart',
  'ebs-gp2-baseline': 'ebs',
  'ebs-gp2-burst': 'ebs',
  'ebs-gp3-ceiling': 'ebs',
} as const satisfies Record<string, CalculatorName>;

export type DrillId = keyof typeof drillIds;
