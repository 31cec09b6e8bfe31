import type { CommandEntry } from './command.ts';

/** Mock exams. */
export const examCommands: readonly CommandEntry[] = [
  {
    name: 'exam',
    args: '[code]',
    summary: 'mock exam: a timed paper like the real one, and a result you can trust',
    options: [
      { flags: '--practice', summary: 'show the answer and why after each question; the clock can pause' },
      { flags: '--questions <n>', summary: 'so many questions; the time shrinks with them', whole: true },
      { flags: '--minutes <n>', summary: 'so many minutes', whole: true },
      { flags: '--extra-time', summary: 'add the accommodation for non-native speakers of English' },
      { flags: '--untimed', summary: 'no clock' },
      { flags: '--domain <id>', summary: 'only this domain, such as 2 (repeatable)', many: true },
      { flags: '--with-unscored', summary: 'mark some as unscored trials, as the real exam does (15 of 65)' },
      { flags: '--resume', summary: 'go on with the latest unfinished attempt' },
      { flags: '--new', summary: 'start another one although an attempt is not finished' },
      { flags: '--dry-run', summary: 'show which questions the paper has; start nothing' },
      {
        flags: '--seed <n>',
        summary: 'fixes the chance: the same seed and history give the same paper',
        whole: true,
      },
    ],
    examples: [
      'aws-study exam',
      'aws-study exam DVA-C03 --extra-time',
      'aws-study exam --practice --questions 10 --domain 2',
      'aws-study exam --resume',
      'aws-study exam DVA-C03 --dry-run --json --seed 7',
    ],
    load: () => import('./exam.ts'),
  },
  {
    name: 'exam list',
    summary: 'exams with dates, minutes, pass mark, and questions in the bank per domain',
    examples: ['aws-study exam list', 'aws-study exam list --json'],
    load: () => import('./exam-list.ts'),
  },
  {
    name: 'exam history',
    summary: 'a line for each attempt with its number, and the trend',
    examples: ['aws-study exam history', 'aws-study exam history --json'],
    load: () => import('./exam-history.ts'),
  },
  {
    name: 'exam review',
    args: '[attempt]',
    summary:
      'walk through the questions of an attempt (the latest, or that of a number): your answer, the right one, why',
    options: [
      {
        flags: '--only <which>',
        summary: 'which questions to begin with',
        choices: ['wrong', 'flagged', 'all'],
      },
    ],
    examples: [
      'aws-study exam review',
      'aws-study exam review 2 --only flagged',
      'aws-study exam review --plain --only wrong',
    ],
    load: () => import('./exam-review.ts'),
  },
];
