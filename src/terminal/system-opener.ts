import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Opener, Terminal } from '../ports.ts';
import { enterScreen, leaveScreen } from './screen-codes.ts';

export interface OpenerParts {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly terminal: Terminal;
  /** Where a deck's file is on this machine. */
  locate(file: string): string;
}

const byLine = (name: string, path: string, line: number): string[] =>
  /^(?:code|codium|cursor|zed|subl)/.test(name) ? ['--goto', `${path}:${line}`] : [`+${line}`, path];

/** Opens a file in $VISUAL or $EDITOR at its line, and a source in the system's browser. Only on a key press. */
export function systemOpener({ env, platform, terminal, locate }: OpenerParts): Opener {
  const input = terminal.input as NodeJS.ReadStream;
  return {
    edit(file, line, readAgain = 'changes are read at the next start') {
      const [command, ...args] = (env.VISUAL || env.EDITOR || '').split(' ').filter((word) => word !== '');
      const path = locate(file);
      if (!existsSync(path))
        return `The deck ships with aws-study; its file is ${file}:${line} in the project.`;
      if (command === undefined) return 'Set EDITOR to your editor to open files from here.';
      // The editor gets the terminal to itself: nothing of ours reads or writes until it is closed.
      terminal.output.write(leaveScreen);
      input.setRawMode?.(false);
      const { error } = spawnSync(
        command,
        [...args, ...byLine(command.split('/').at(-1) ?? '', path, line)],
        {
          stdio: 'inherit',
        },
      );
      input.setRawMode?.(true);
      terminal.output.write(enterScreen);
      return error === undefined ? `Edited ${file}; ${readAgain}.` : `${command} could not be started.`;
    },
    browse(url) {
      if (!/^https:\/\//.test(url)) return 'Only https sources are opened.';
      const command = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer' : 'xdg-open';
      const child = spawn(command, [url], { stdio: 'ignore', detached: true });
      // No browser on this machine: the note below names the address anyway.
      child.on('error', () => {});
      child.unref();
      return `Opening ${url}`;
    },
  };
}
