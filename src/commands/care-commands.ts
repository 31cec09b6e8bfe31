import type { CommandEntry } from './command.ts';

/** Settings, and the health of the files. */
export const careCommands: readonly CommandEntry[] = [
  {
    name: 'config',
    args: '[name] [value]',
    summary: 'show or change settings ("default" as value takes a setting back)',
    examples: [
      'aws-study config',
      'aws-study config new-per-day 15',
      'aws-study config retention 0.92',
      'aws-study config grades two',
    ],
    load: () => import('./config.ts'),
  },
  {
    name: 'doctor',
    summary: 'check home, journal, snapshot, settings, decks and exam attempts',
    options: [{ flags: '--fix', summary: 'do what it would do' }],
    load: () => import('./doctor.ts'),
  },
];
