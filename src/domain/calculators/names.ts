import type { CalculatorName } from './calculator.ts';

/** The names alone, for what must know them and load nothing; in the order in which they are listed. */
export const calculatorNames = [
  'dynamodb',
  'cidr',
  'sqs',
  'kinesis',
  'lambda',
  'api-gateway',
  's3-multipart',
  'ebs',
] as const satisfies readonly CalculatorName[];
