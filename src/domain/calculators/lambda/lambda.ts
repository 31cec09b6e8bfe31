import type { Calculator } from '../calculator.ts';
import { concurrency, maxRate } from './concurrency.ts';
import { cost, memory } from './memory-and-cost.ts';

export const calculator: Calculator = {
  name: 'lambda',
  title: 'Lambda concurrency, memory and cost',
  tasks: [concurrency, maxRate, memory, cost],
};
