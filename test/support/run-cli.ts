import { PassThrough, Writable } from 'node:stream';
import { createHost } from '../../src/host.ts';
import { main } from '../../src/main.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands on standard input; it ends after it. */
  readonly input?: string;
  /** Standard input itself, for a command that is to wait. */
  readonly stdin?: PassThrough;
  readonly now?: string;
}

function sink() {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream, text: () => text };
}

/** A command line through `main` with the real host over a process that is none: what it printed, and its exit code. */
export async function runCli(argv: readonly string[], options: RunOptions): Promise<Outcome> {
  const [stdout, stderr] = [sink(), sink()];
  const stdin = options.stdin ?? new PassThrough();
  if (options.stdin === undefined) stdin.end(options.input ?? '');
  const like = {
    env: {
      LANG: 'C.UTF-8',
      AWS_STUDY_HOME: options.home,
      AWS_STUDY_NOW: options.now ?? '2026-11-20T08:00:00Z',
      ...options.env,
    },
    stdin,
    stdout: stdout.stream,
    stderr: stderr.stream,
    platform: 'linux',
    on: () => {},
    exit: (code: number) => {
      throw new Error(`exit ${code}`);
    },
  };
  const code = await main(argv, createHost(like as unknown as NodeJS.Process), '1.2.3');
  return { code, out: stdout.text(), err: stderr.text() };
}

/** The one JSON document a command printed. */
export const json = <T = never>(outcome: Outcome): T => JSON.parse(outcome.out) as T;
