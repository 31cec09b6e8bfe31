import type { CommandEntry } from './command.ts';

/** Decks: list, write, check, compile from notes, import and export. */
export const deckCommands: readonly CommandEntry[] = [
  { name: 'deck', summary: 'list, write, check, import and export decks' },
  {
    name: 'deck list',
    summary: 'all decks with cards, new and due',
    load: () => import('./deck-list.ts'),
  },
  {
    name: 'deck lint',
    args: '[path...]',
    summary:
      'check decks, exams and question banks: all that are here, or the given files, folders and decks of yours',
    options: [
      { flags: '--fix', summary: 'mend what needs no judgement (order of fields, https, twin tags, …)' },
      { flags: '--rule <name>', summary: 'only this rule (repeatable)', many: true },
      { flags: '--sarif', summary: 'print a SARIF 2.1.0 log, for code hosts' },
    ],
    examples: [
      'aws-study deck lint',
      'aws-study deck lint my-deck.yaml --fix',
      'aws-study deck lint decks --rule stale-term --rule card-as-of',
      'aws-study deck lint decks --sarif > lint.sarif',
    ],
    load: () => import('./deck-lint.ts'),
  },
  {
    name: 'deck new',
    args: '<name>',
    summary: 'write a commented starter deck: into ./decks where it is here, else among your own',
    options: [
      { flags: '--title <title>', summary: 'its title, such as "Amazon ECS"' },
      { flags: '--out <file>', summary: 'where to write it' },
      { flags: '--force', summary: 'replace a file that is there' },
    ],
    examples: ['aws-study deck new ecs', 'aws-study deck new ecs --title "Amazon ECS"'],
    load: () => import('./deck-new.ts'),
  },
  {
    name: 'deck preview',
    args: '<deck>',
    summary:
      'the cards of a deck (a file, or one of yours by its name) as the quiz will show them, drafts too',
    options: [{ flags: '--card <id>', summary: 'begin with this card; printed: only this card' }],
    examples: [
      'aws-study deck preview decks/ecs.yaml',
      'aws-study deck preview my-notes --card my-notes-task-role --plain',
    ],
    load: () => import('./deck-preview.ts'),
  },
  {
    name: 'deck format',
    args: '[path...]',
    summary: 'bring decks into canonical form: order of fields, quotes, indentation; comments are kept',
    options: [
      { flags: '--check', summary: 'write nothing; exit with 1 where a deck is not in that form' },
      { flags: '--all', summary: 'all decks that have a file here: those of the project and your own' },
    ],
    examples: ['aws-study deck format my-deck.yaml', 'aws-study deck format decks --check'],
    load: () => import('./deck-format.ts'),
  },
  {
    name: 'deck schema',
    args: '[name]',
    summary: 'print the JSON Schema of decks, or of "exam" or "question-bank" files',
    examples: ['aws-study deck schema > deck.schema.json'],
    load: () => import('./deck-schema.ts'),
  },
  {
    name: 'deck stats',
    args: '[deck...]',
    summary: 'what decks hold, how fresh it is, what is missing; and how far exams are covered',
    options: [{ flags: '--exam <code>', summary: 'coverage of this exam only' }],
    examples: [
      'aws-study deck stats',
      'aws-study deck stats dynamodb',
      'aws-study deck stats --exam DVA-C03 --json',
    ],
    load: () => import('./deck-stats.ts'),
  },
  {
    name: 'deck export',
    args: '[deck...]',
    summary: 'write decks for another program: Anki, Moodle, a spreadsheet, hashcards, JSON',
    options: [
      {
        flags: '--format <format>',
        summary: 'what to write',
        choices: ['json', 'csv', 'anki-text', 'apkg', 'gift', 'markdown'],
      },
      { flags: '--out <file>', summary: 'where to write it (else it is printed)' },
      { flags: '--history', summary: 'your answers go along (apkg)' },
      { flags: '--questions <exam>', summary: 'exam questions of a family or a version (gift, json)' },
      { flags: '--force', summary: 'replace a file that is there' },
    ],
    examples: [
      'aws-study deck export dynamodb --format apkg --out dynamodb.apkg',
      'aws-study deck export --format apkg --history --out everything.apkg',
      'aws-study deck export --questions dva --format gift --out dva.gift',
      'aws-study deck export ./my-deck.yaml --format csv',
    ],
    load: () => import('./deck-export.ts'),
  },
  {
    name: 'deck import',
    args: '<file>',
    summary: 'take cards of another program into a deck, as drafts (the format is seen from the content)',
    options: [
      { flags: '--deck <name>', summary: 'the deck they go into' },
      { flags: '--out <file>', summary: 'a .yaml file, or a folder (default: your own decks)' },
      {
        flags: '--format <format>',
        summary: 'what the file is, where it is taken for something else',
        choices: ['json', 'csv', 'anki-text', 'apkg', 'gift', 'markdown'],
      },
      { flags: '--history', summary: 'take the answers in an Anki archive into your journal, each once' },
      { flags: '--accept', summary: 'cards are ready to be studied, not drafts' },
      { flags: '--update', summary: 'bring a deck that is there up to date' },
      { flags: '--force', summary: 'replace a deck that is there' },
    ],
    examples: [
      'aws-study deck import ~/Downloads/AWS.apkg --deck my-anki --history',
      'aws-study deck import questions.csv --out decks/my-deck.yaml',
      'aws-study deck import bank.gift --deck bank --accept --update',
    ],
    load: () => import('./deck-import.ts'),
  },
  {
    name: 'deck review',
    args: '<deck>',
    summary:
      'go through the drafts of a deck (a file, or one of yours by its name): accept, edit, merge or reject',
    options: [
      {
        flags: '--accept-all',
        summary: 'accept every draft that carries no flag (numeric, stale, doubt, …)',
      },
      { flags: '--with-flags', summary: 'with --accept-all: also those that carry one' },
    ],
    examples: [
      'aws-study deck review notes-lambda',
      'aws-study deck review my-notes.yaml --plain',
      'aws-study deck review notes-lambda --accept-all',
    ],
    load: () => import('./deck-review.ts'),
  },
  {
    name: 'compile',
    args: '<notes...>',
    summary: 'make decks of draft cards from your Markdown notes (files or folders)',
    options: [
      { flags: '--out <path>', summary: 'a folder, or a .yaml file for one deck (default: your own decks)' },
      { flags: '--deck <name>', summary: 'one deck of this name, instead of one for each AWS service' },
      { flags: '--update <path>', summary: 'bring a compiled deck, or a folder of them, up to date' },
      { flags: '--force', summary: 'replace files that are there' },
      {
        flags: '--explain <line>',
        summary: 'say what became of this line of the notes, and write nothing',
        whole: true,
      },
    ],
    examples: [
      'aws-study compile notes.md',
      'aws-study compile notes/ --out decks-from-notes',
      'aws-study compile notes.md --deck my-notes --out my-notes.yaml',
      'aws-study compile notes.md --update my-notes.yaml',
      'aws-study compile notes.md --explain 120',
    ],
    load: () => import('./compile.ts'),
  },
];
