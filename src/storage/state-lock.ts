import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import lockfile from 'proper-lockfile';
import { UserError } from '../errors.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { makeFolder } from './make-folder.ts';
import type { State, StateFile } from './state-file.ts';

const waitMs = 25;
/** The lock is held for milliseconds: one this old belongs to a process that was killed. Waiting outlasts it. */
const staleMs = 2_000;
const longestWaitMs = 4_000;

const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Reads, changes and writes the state while no other terminal can. A lock left by a killed process is taken over. */
export function changeState(file: StateFile, change: (state: State) => State): State {
  let release: (() => void) | undefined;
  for (let waited = 0; release === undefined; waited += waitMs) {
    let madeFolder = false;
    try {
      makeFolder(dirname(file.path));
      madeFolder = true;
      release = lockfile.lockSync(file.path, { realpath: false, stale: staleMs });
    } catch (error) {
      // Two that take over the lock of a killed process at once may take it from each other while it is being made.
      const isGone = errorCode(error) === 'ENOENT' && madeFolder;
      if (errorCode(error) !== 'ELOCKED' && !isGone) throw diskTrouble('lock', file.path, error);
      if (waited >= longestWaitMs) {
        throw new UserError(
          `${file.path} is in use by another terminal.`,
          `Try again; if no other is open, delete ${file.path}.lock.`,
        );
      }
      sleep(waitMs);
    }
  }
  try {
    const changed = change(file.read());
    file.write(changed);
    return changed;
  } finally {
    release();
  }
}

/** The name of this device, made at the first answer ever. It says nothing about the machine or its owner. */
export function ensureDevice(file: StateFile): string {
  const named = (state: State): State => ({
    ...state,
    device: state.device ?? `d-${randomBytes(5).toString('hex')}`,
  });
  // A name never changes: with one there is nothing to lock, and no lock for a killed process to leave behind.
  return file.read().device ?? (changeState(file, named).device as string);
}
