import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './disk-trouble.ts';

/** Who has an attempt open. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process as the system counts it, where it tells: process numbers are used again. */
  readonly started: string;
  readonly token: string;
}

/**
 * When a process began, from field 22 of /proc/<pid>/stat (proc(5)); empty where there is no /proc, `undefined` where
 * there is one and the process is not in it.
 */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return process.platform === 'linux' ? undefined : '';
  }
}

function lives({ pid, host, started }: Holder): boolean {
  // A folder shared between machines: whether a process lives elsewhere cannot be known.
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === '' || started === '' || now === started;
}

function read(path: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> | null;
    const { pid, host, started, token } = holder ?? {};
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof token !== 'string') return undefined;
    return { pid, host, started: started ?? '', token };
  } catch {
    return undefined;
  }
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The living process that holds a lock; undefined where nobody does, or who did was killed. */
export function holderOf(path: string): Holder | undefined {
  const holder = read(path);
  return holder !== undefined && lives(holder) ? holder : undefined;
}

/**
 * A lock that a killed process does not leave behind: it names the process that holds it, and counts only while that
 * lives. Waiting for a lock to grow old would refuse the learner's own `--resume` after a crash, with the clock running.
 */
export class AttemptLock {
  readonly #path: string;
  readonly #token = `${process.pid}-${process.hrtime.bigint()}`;

  constructor(path: string) {
    this.#path = path;
  }

  /** Undefined once the lock is ours; else who has it. @throws what the disk says. */
  take(): Holder | undefined {
    const mine: Holder = {
      pid: process.pid,
      host: hostname(),
      started: startOf(process.pid) ?? '',
      token: this.#token,
    };
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        writeFileSync(this.#path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
        return undefined;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const holder = read(this.#path);
      if (holder !== undefined && lives(holder)) return holder;
      this.#removeStale(holder?.token);
    }
    return read(this.#path);
  }

  /** Moved away first: of two terminals that find the same dead lock, only one gets it. */
  #removeStale(token: string | undefined): void {
    const aside = `${this.#path}.${this.#token}`;
    try {
      renameSync(this.#path, aside);
    } catch {
      return;
    }
    // Another terminal was quicker and this is its new lock: it goes back.
    if (read(aside)?.token !== token && !exists(this.#path)) renameSync(aside, this.#path);
    else rmSync(aside, { force: true });
  }

  /** Whether the lock is still ours: asked before every write. */
  isMine(): boolean {
    return read(this.#path)?.token === this.#token;
  }

  release(): void {
    if (this.isMine()) rmSync(this.#path, { force: true });
  }
}
