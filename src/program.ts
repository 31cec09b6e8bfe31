import { Command, InvalidArgumentError, Option } from 'commander';
import { type CommandEntry, commands, type OptionEntry } from './commands/index.ts';
import { nearest } from './domain/nearest.ts';
import { type ExitCode, UserError } from './errors.ts';
import type { Host, WorldOptions } from './ports.ts';

/** Options of every command. */
const everywhere: readonly OptionEntry[] = [
  { flags: '--json', summary: 'print one JSON document and nothing else' },
  { flags: '--plain', summary: 'one line at a time, no cursor movement (for screen readers and pipes)' },
  { flags: '--no-color', summary: 'no colors (NO_COLOR and FORCE_COLOR are respected too)' },
  {
    flags: '--home <dir>',
    summary: 'folder for journal, settings, cache and your decks (or AWS_STUDY_HOME)',
  },
];

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 20.');
  return Number(text);
};

function addOption(command: Command, { flags, summary, whole, choices, many }: OptionEntry): void {
  const option = new Option(flags, summary);
  if (whole === true) option.argParser(wholeNumber);
  if (many === true)
    option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
  if (choices !== undefined) option.choices(choices);
  command.addOption(option);
}

/** The commander tree: a table of contents that loads no command. */
export function buildProgram(
  host: Host,
  version: string,
  setExitCode: (code: ExitCode) => void,
  argv: readonly string[] = [],
): Command {
  const program = new Command('aws-study');
  program
    .description(
      'Pass AWS certification exams from your terminal: spaced repetition, mock exams, calculators. Offline.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    // Errors are worded once, in main; commander prints only what was asked for.
    .configureOutput({ writeOut: host.print, writeErr: host.complain, outputError: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      sortSubcommands: false,
      // Those of all commands; what belongs to "exam" alone is none of "exam history".
      visibleGlobalOptions: (command) => (command === program ? [] : [...program.options]),
    });
  for (const option of everywhere) addOption(program, option);
  const groups = new Map<string, Command>([['', program]]);
  for (const entry of entriesFor(argv)) addCommand(program, groups, entry, host, setExitCode);
  for (const [path, parent] of groups) if (parent.commands.length > 0) addHelp(program, path, parent, host);
  program.addHelpText('after', '\nStart with "aws-study quiz": no account, no set-up.');
  return program;
}

/** Where the first word names a command, only that one and what belongs to it: each costs a start something. */
function entriesFor([first]: readonly string[]): readonly CommandEntry[] {
  const named = commands.filter(({ name }) => name !== '' && name.split(' ')[0] === first);
  return named.length === 0 ? commands : [...commands.filter(({ name }) => name === ''), ...named];
}

function addCommand(
  program: Command,
  groups: Map<string, Command>,
  entry: CommandEntry,
  host: Host,
  setExitCode: (code: ExitCode) => void,
): void {
  const words = entry.name.split(' ');
  const name = words.pop() ?? '';
  const parent = groups.get(words.join(' ')) ?? program;
  const command = entry.name === '' ? program : parent.command(name);
  if (entry.name !== '') {
    command.copyInheritedSettings(program).summary(entry.summary).description(entry.summary);
    groups.set(entry.name, command);
  }
  if (entry.load === undefined) return;
  const { load } = entry;
  if (entry.args !== undefined) command.arguments(entry.args);
  for (const option of entry.options ?? []) addOption(command, option);
  if (entry.ownFlags === true) command.allowUnknownOption().helpOption(false);
  if (entry.examples !== undefined) {
    command.addHelpText('after', `\nExamples:\n${entry.examples.map((line) => `  $ ${line}`).join('\n')}`);
  }
  // "aws-study" alone has an action of its own, so an unknown command would come to it as an argument.
  command.allowExcessArguments(entry.name === '').action(async () => {
    if (entry.name === '' && command.args[0] !== undefined) throw unknownCommand('', command.args[0]);
    const options = command.optsWithGlobals() as Record<string, unknown> & WorldOptions;
    const [{ run }, world] = await Promise.all([load(), host.world(options)]);
    const code = await run({ world, args: command.args, options, json: options.json === true });
    if (code !== undefined) setExitCode(code);
  });
}

/** `help deck lint`: the words lead down the tree. Commander's own takes one step, and prints everything where it is lost. */
function addHelp(program: Command, path: string, parent: Command, host: Host): void {
  const help = parent.command('help').argument('[command...]').summary('show help for a command');
  help.action(async (words: readonly string[]) => {
    let command = parent;
    let name = path;
    for (const [index, word] of words.entries()) {
      const next = command.commands.find((one) => one.name() === word);
      if (next === undefined) {
        const meant = name === '' ? await helpFor(word, host, program.opts()) : undefined;
        throw meant ?? unknownCommand(name, word, 'help ');
      }
      command = next;
      name = `${name} ${word}`.trim();
      const entry = commands.find((one) => one.name === name);
      const rest = words.slice(index + 1);
      // It has help of its own for each of its arguments.
      if (entry?.ownFlags === true && rest.length > 0) {
        await program.parseAsync([name, ...rest, '--help'], { from: 'user' });
        return;
      }
    }
    command.outputHelp();
  });
}

/** Help for a word that is no command by itself: of a group's commands, a calculator or a deck. Undefined where it is none. */
async function helpFor(typed: string, host: Host, options: WorldOptions): Promise<UserError | undefined> {
  const wrong = (hint: string) => new UserError(`unknown command '${typed}'`, hint);
  const below = commands.filter(({ name }) => name.endsWith(` ${typed}`));
  if (below.length > 0)
    return wrong(`Did you mean ${below.map(({ name }) => `"aws-study ${name} --help"`).join(' or ')}?`);
  const { calculatorNames } = await import('./domain/calculators/names.ts');
  const isCalculator = (calculatorNames as readonly string[]).includes(typed);
  const isDeck = (await deckNames(host, options)).includes(typed);
  const known = [
    ...(isCalculator ? [`a calculator ("aws-study calc ${typed} --help")`] : []),
    ...(isDeck ? [`a deck ("aws-study quiz ${typed}")`] : []),
  ];
  return known.length === 0 ? undefined : wrong(`"${typed}" is ${known.join(' and ')}.`);
}

async function deckNames(host: Host, options: WorldOptions): Promise<readonly string[]> {
  try {
    const library = await (await host.world(options)).library();
    return (await library.load()).decks.map(({ deck }) => deck);
  } catch (error) {
    // Help is for those too whose decks cannot be read.
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** Words of what was meant, as far as they are known: `deck lint` of `--json deck lint --fxi x.yaml`. */
export function meantCommand(program: Command, argv: readonly string[]): string {
  const words: string[] = [];
  let command = program;
  let isValue = false;
  for (const word of argv) {
    const next = isValue ? undefined : command.commands.find((one) => one.name() === word);
    // Before the first command may stand options with their values.
    if (next === undefined && command !== program && !isValue && !word.startsWith('-')) break;
    isValue =
      !isValue && [...program.options, ...command.options].some((one) => one.required && one.long === word);
    if (next === undefined) continue;
    words.push(word);
    command = next;
  }
  return words.join(' ');
}

/** Says which command or what below `group` is nearest; `lead` stands before it in the hint. */
export function unknownCommand(group: string, typed: string, lead = ''): UserError {
  const prefix = group === '' ? '' : `${group} `;
  const known = commands
    .map(({ name }) => name)
    .filter((name) => name !== '' && name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  // "lint" alone is meant for "deck lint".
  const near = known.find((name) => name.endsWith(` ${typed}`)) ?? nearest(typed, known);
  const hint = near === undefined ? helpHint(group) : `Did you mean "aws-study ${lead}${prefix}${near}"?`;
  return new UserError(`unknown command '${typed}'`, hint);
}

export const helpHint = (command: string): string =>
  `Run "aws-study ${command === '' ? '' : `${command} `}--help" for what there is.`;
