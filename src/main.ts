import { type Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes, Interrupted, UserError } from './errors.ts';
import type { Host } from './ports.ts';
import { buildProgram, helpHint, meantCommand, unknownCommand } from './program.ts';

/** Where bugs are reported. */
const issuesUrl = 'https://github.com/aws-study/aws-study/issues';

/** The whole program: reads the arguments, runs one command, and turns every way to fail into words and an exit code. */
export async function main(argv: readonly string[], host: Host, version: string): Promise<ExitCode> {
  const complain = (text: string) => host.complain(`${text}\n`);
  let exitCode: ExitCode = exitCodes.done;
  const setExitCode = (code: ExitCode) => {
    exitCode = code;
  };
  host.onBug((error) => explain(error, complain, version));
  const program = buildProgram(host, version, setExitCode, argv);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const { group, typed } = unknownWord(error, program, argv);
    const meant = typed === undefined ? error : unknownCommand(group, typed);
    return explain(meant, complain, version, helpHint(meantCommand(program, argv)));
  }
}

/** Of a command that does not exist commander names the options that followed it: not what went wrong. */
function unknownWord(
  error: unknown,
  program: Command,
  argv: readonly string[],
): { readonly group: string; readonly typed?: string } {
  const group = meantCommand(program, argv);
  if (!(error instanceof CommanderError) || error.exitCode === 0) return { group };
  const [, below] = /^error: unknown command '(.*)'/.exec(error.message) ?? [];
  if (below !== undefined) return { group, typed: below };
  const [first = ''] = program.args;
  return group !== '' || first === '' || first.startsWith('-') ? { group } : { group, typed: first };
}

function explain(
  error: unknown,
  complain: (text: string) => void,
  version: string,
  hintOfHelp = 'Run "aws-study --help" for what there is.',
): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version were asked for and are already printed.
    if (error.exitCode === 0) return exitCodes.done;
    // A group such as "deck" alone: its help is on standard error.
    if (error.code === 'commander.help') return exitCodes.userMustAct;
    const [what = '', hint] = error.message.replace(/^error: /, '').split('\n');
    complain(`error: ${what}`);
    complain(`hint: ${hint?.replace(/^\((.*)\)$/, '$1') ?? hintOfHelp}`);
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
