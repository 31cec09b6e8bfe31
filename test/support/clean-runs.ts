import { spawnSync } from 'node:child_process';
import { bin, learnerEnv } from './pseudo-terminal.ts';

/** The built program as a child process without a terminal. */
export const runBuilt = (
  home: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
) =>
  spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    cwd: home,
    input: options.input ?? '',
    timeout: 20_000,
    env: learnerEnv(home, { TERM: undefined, ...options.env }),
  });
