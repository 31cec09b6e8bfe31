import type { Calculator } from '../calculator.ts';
import { compare } from './compare.ts';
import { describe } from './describe.ts';
import { fit } from './fit.ts';
import { plan } from './plan.ts';
import { secondary } from './secondary.ts';
import { split } from './split.ts';

export const calculator: Calculator = {
  name: 'cidr',
  title: 'CIDR blocks, VPCs and subnets',
  tasks: [describe, split, fit, compare, plan, secondary],
};
