import { calculator as apiGateway } from './api-gateway/api-gateway.ts';
import type { Calculator, CalculatorName } from './calculator.ts';
import { calculator as cidr } from './cidr/cidr.ts';
import { calculator as dynamodb } from './dynamodb/dynamodb.ts';
import { calculator as ebs } from './ebs/ebs.ts';
import { calculator as kinesis } from './kinesis.ts';
import { calculator as lambda } from './lambda/lambda.ts';
import { calculator as s3Multipart } from './s3-multipart.ts';
import { calculator as sqs } from './sqs/sqs.ts';

/** All calculators at once, for where time does not press. */
export const allCalculators: Readonly<Record<CalculatorName, Calculator>> = {
  dynamodb,
  cidr,
  sqs,
  kinesis,
  lambda,
  'api-gateway': apiGateway,
  's3-multipart': s3Multipart,
  ebs,
};
