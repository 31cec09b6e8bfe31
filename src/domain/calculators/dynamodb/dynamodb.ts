import type { Calculator } from '../calculator.ts';
import { capacity } from './capacity.ts';
import { cost } from './cost.ts';
import { partitions } from './partitions.ts';

export const calculator: Calculator = {
  name: 'dynamodb',
  title: 'DynamoDB capacity and cost',
  tasks: [capacity, partitions, cost],
};
