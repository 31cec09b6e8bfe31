import type { Calculator } from '../calculator.ts';
import { deadLetter } from './dead-letter.ts';
import { extend } from './extend.ts';
import { payload, polling, throughput } from './requests.ts';
import { settings } from './settings.ts';

export const calculator: Calculator = {
  name: 'sqs',
  title: 'SQS queue settings',
  tasks: [settings, extend, deadLetter, polling, payload, throughput],
};
