import type { Calculator } from '../calculator.ts';
import { quotas } from './quotas.ts';
import { throttling } from './throttling.ts';

export const calculator: Calculator = {
  name: 'api-gateway',
  title: 'API Gateway throttling and quotas',
  tasks: [throttling, quotas],
};
