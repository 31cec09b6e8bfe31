import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../src/errors.ts';
import { createHost } from '../src/host.ts';

/** A process that is none: what it is told goes into lists. */
function aProcess() {
  const listeners = new Map<string, (value: unknown) => void>();
  const exits: unknown[] = [];
  const like = {
    env: {},
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    platform: 'linux',
    exitCode: undefined as number | undefined,
    on: (event: string, listener: (value: unknown) => void) => void listeners.set(event, listener),
    exit: (code: unknown) => void exits.push(code),
  };
  const host = createHost(like as unknown as NodeJS.Process);
  const said: unknown[] = [];
  host.onBug((error) => {
    said.push(error);
    return exitCodes.bug;
  });
  return { like, host, said, exits, fails: (error: unknown) => listeners.get('uncaughtException')?.(error) };
}

describe('an error that nobody catches', () => {
  const error = new Error('it broke');

  test('is said at once where nobody waits', () => {
    const { said, exits, fails } = aProcess();
    fails(error);
    expect([said, exits]).toEqual([[error], [70]]);
  });

  test('is said though the command had ended well', () => {
    const { like, said, exits, fails } = aProcess();
    like.exitCode = 0;
    fails(error);
    expect([said, exits]).toEqual([[error], [70]]);
  });

  test('stops who waits for a key, and is theirs to throw on', async () => {
    const { host, said, exits, fails } = aProcess();
    const { terminal } = await host.world({});
    const stopped: unknown[] = [];
    terminal.stop.addEventListener('abort', () => stopped.push(terminal.stop.reason), { once: true });
    fails(error);
    expect([stopped, said, exits]).toEqual([[error], [], []]);
  });

  test('that comes again before the first was said is said', async () => {
    const { host, said, exits, fails } = aProcess();
    const { terminal } = await host.world({});
    terminal.stop.addEventListener('abort', () => {});
    fails(error);
    fails(error);
    expect([said, exits]).toEqual([[error], [70]]);
  });

  test('that comes again after it was said ends the program without a word more', async () => {
    const { host, like, said, exits, fails } = aProcess();
    const { terminal } = await host.world({});
    terminal.stop.addEventListener('abort', () => {});
    fails(error);
    like.exitCode = 70;
    fails(error);
    expect([said, exits]).toEqual([[], [70]]);
  });
});
