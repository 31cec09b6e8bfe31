import { CommanderError } from 'commander';
import { type ExitCode, exitCodes, Interrupted, UserError } from './errors.ts';
import type { Host } from './ports.ts';
import { buildProgram } from './program.ts';

/** Where bugs are reported. */
const issuesUrl = 'https://github.com/aws-study/aws-study/issues';

/** The whole program: reads the arguments, runs one command, and turns every way to fail into words and an exit code. */
export async function main(argv: readonly string[], host: Host, version: string): Promise<ExitCode> {
  const complain = (text: string) => process.stderr.write(`${text}\n`);
  let exitCode: ExitCode = exitCodes.done;
  const program = buildProgram(host, version, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, complain, version);
  }
}

function explain(error: unknown, complain: (text: string) => void, version: string): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version were asked for and are already printed.
    if (error.exitCode === 0) return exitCodes.done;
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
