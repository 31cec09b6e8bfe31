import type { CommandEntry } from './command.ts';
import { trustClock } from './trust-clock.ts';

/** The numbers that exams ask for, and practice with them. */
export const numberCommands: readonly CommandEntry[] = [
  {
    name: 'calc',
    args: '[name] [inputs...]',
    summary: 'the numbers that exams ask for, with the working: capacity, CIDR, timeouts, cost',
    ownFlags: true,
    examples: [
      'aws-study calc',
      'aws-study calc dynamodb --help',
      'aws-study calc dynamodb --operation GetItem --size 6KB --rate 200/s --consistency strong',
      'aws-study calc cidr --cidr 10.0.0.0/16 --into 6 --json',
    ],
    load: () => import('./calc.ts'),
  },
  {
    name: 'drill',
    args: '[calculator...]',
    summary: 'questions from the calculators, with fresh numbers each time (a single drill by its id too)',
    options: [
      { flags: '--count <n>', summary: 'so many questions (default 10)', whole: true },
      { flags: '--seed <n>', summary: 'fixes the numbers, for tests and scripts', whole: true },
      trustClock,
    ],
    examples: [
      'aws-study drill',
      'aws-study drill dynamodb cidr --count 5',
      'aws-study drill cidr-split --seed 7',
      'aws-study drill sqs --count 20 --json',
    ],
    load: () => import('./drill.ts'),
  },
];
