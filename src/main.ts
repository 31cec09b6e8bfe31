import { type Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes, Interrupted, UserError } from './errors.ts';
import type { Host } from './ports.ts';
import { buildProgram, unknownCommand } from './program.ts';

/** Where bugs are reported. */
const issuesUrl = 'https://github.com/aws-study/aws-study/issues';

/** The whole program: reads the arguments, runs one command, and turns every way to fail into words and an exit code. */
export async function main(argv: readonly string[], host: Host, version: string): Promise<ExitCode> {
  const complain = (text: string) => host.complain(`${text}\n`);
  let exitCode: ExitCode = exitCodes.done;
  const setExitCode = (code: ExitCode) => {
    exitCode = code;
  };
  const program = buildProgram(host, version, setExitCode, argv);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(wrongCommand(error, program) ?? error, complain, version);
  }
}

/** Of a command that does not exist commander names the options that followed it: not what went wrong. */
function wrongCommand(error: unknown, program: Command): UserError | undefined {
  if (!(error instanceof CommanderError) || error.exitCode === 0) return undefined;
  const [first = '', second = ''] = program.args;
  const typed = first === 'help' ? second : first;
  const isKnown = program.commands.some((command) => command.name() === typed);
  return typed === '' || typed.startsWith('-') || typed === 'help' || isKnown
    ? undefined
    : unknownCommand(typed);
}

function explain(error: unknown, complain: (text: string) => void, version: string): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version were asked for and are already printed.
    if (error.exitCode === 0) return exitCodes.done;
    // A group such as "deck" alone: its help is on standard error.
    if (error.code === 'commander.help') return exitCodes.userMustAct;
    const [what = '', hint] = error.message.replace(/^error: /, '').split('\n');
    complain(`error: ${what}`);
    complain(`hint: ${hint?.replace(/^\((.*)\)$/, '$1') ?? 'Run "aws-study --help" for what there is.'}`);
    return exitCodes.userMustAct;
  }
  if (error instanceof UserError) {
    complain(`error: ${error.message}`);
    complain(`hint: ${error.hint}`);
    return exitCodes.userMustAct;
  }
  if (error instanceof Interrupted) return error.exitCode;
  complain(`error: this is a bug in aws-study ${version} (node ${process.version}, ${process.platform}).`);
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  complain(`hint: Please report it with the lines above: ${issuesUrl}`);
  return exitCodes.bug;
}
