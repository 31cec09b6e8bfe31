import type { CommandEntry, OptionEntry } from './command.ts';
import { trustClock } from './trust-clock.ts';

const selection: readonly OptionEntry[] = [
  {
    flags: '--topic <topic>',
    summary: 'only this topic, such as indexes or dynamodb/indexes (repeatable)',
    many: true,
  },
  { flags: '--tag <tag>', summary: 'only cards with this tag (repeatable)', many: true },
  {
    flags: '--kind <kind>',
    summary: 'only this kind: basic, cloze, choice, text, order, match, calc (repeatable)',
    many: true,
  },
];

/** Studying, and looking at what was studied. */
export const studyCommands: readonly CommandEntry[] = [
  {
    name: '',
    summary: 'today: what is due, what is new, what to do next',
    load: () => import('./today.ts'),
  },
  {
    name: 'quiz',
    args: '[deck...]',
    summary: 'study: due cards and new ones (a path to a .yaml file is a deck too)',
    options: [
      ...selection,
      { flags: '--new <n>', summary: 'at most so many new cards', whole: true },
      { flags: '--limit <n>', summary: 'at most so many cards', whole: true },
      { flags: '--minutes <n>', summary: 'stop after so many minutes', whole: true },
      { flags: '--cram', summary: 'every card that fits, due or not; changes no memory' },
      { flags: '--ahead <days>', summary: 'also cards that fall due in the next days', whole: true },
      { flags: '--seed <n>', summary: 'fixes the chance, for tests and scripts', whole: true },
      trustClock,
    ],
    examples: [
      'aws-study quiz',
      'aws-study quiz dynamodb sqs --limit 10',
      'aws-study quiz --topic indexes --cram',
      'aws-study quiz ./my-notes.yaml',
    ],
    load: () => import('./quiz.ts'),
  },
  {
    name: 'due',
    args: '[deck...]',
    summary: 'what is due now and in the next days',
    options: selection,
    examples: ['aws-study due', 'aws-study due iam --json'],
    load: () => import('./due.ts'),
  },
  {
    name: 'show',
    args: '<card>',
    summary: 'a card with its answer, its memory and its history',
    examples: ['aws-study show sqs-visibility-timeout-limits'],
    load: () => import('./show.ts'),
  },
  {
    name: 'search',
    args: '<words...>',
    summary: 'cards that hold all of these words',
    options: [{ flags: '--limit <n>', summary: 'at most so many (default 20)', whole: true }],
    examples: ['aws-study search visibility timeout', 'aws-study search "dead-letter" --json'],
    load: () => import('./search.ts'),
  },
  {
    name: 'review',
    args: '<card> <grade>',
    summary: 'record an answer: again, hard, good or easy (or 1-4)',
    options: [trustClock],
    examples: ['aws-study review sqs-fifo-queue-name good', 'aws-study review sqs-fifo-queue-name 1 --json'],
    load: () => import('./review.ts'),
  },
  {
    name: 'undo',
    summary: 'take back the last answer given on this device (again for the one before)',
    options: [{ flags: '--count <n>', summary: 'take back so many', whole: true }],
    load: () => import('./undo.ts'),
  },
  {
    name: 'suspend',
    args: '[card...]',
    summary: 'ask these cards no more, until unsuspended; without a card: list those left out',
    examples: ['aws-study suspend sqs-fifo-queue-name', 'aws-study suspend', 'aws-study suspend --json'],
    load: () => import('./suspend.ts'),
  },
  {
    name: 'unsuspend',
    args: '<card...>',
    summary: 'ask these suspended or buried cards again',
    load: () => import('./unsuspend.ts'),
  },
  {
    name: 'bury',
    args: '<card...>',
    summary: 'leave these cards out until tomorrow',
    load: () => import('./bury.ts'),
  },
  {
    name: 'reset',
    args: '<card...>',
    summary: 'forget the memory of these cards: their meaning changed',
    load: () => import('./reset.ts'),
  },
];
