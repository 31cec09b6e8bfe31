import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AttemptEvent, StartedEvent } from '../domain/exam/attempt-events.ts';
import { UserError } from '../errors.ts';
import type { AttemptLog, Attempts, JournalTrouble, StoredAttempt } from '../ports.ts';
import { AppendFile } from './append-file.ts';
import { type ReadAttempt, readAttempt } from './attempt-file.ts';
import { AttemptLock, type Holder, holderOf } from './attempt-lock.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { makeFolder } from './make-folder.ts';

const logName = /^[a-z0-9-]{1,64}\.jsonl$/;

/** The learner's attempts: a folder with one append-only file each. */
export class AttemptStore implements Attempts {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  list(): { attempts: readonly StoredAttempt[]; trouble: readonly JournalTrouble[] } {
    const read = this.#names().map((name) => readOrReport(join(this.#folder, name)));
    const attempts = read.flatMap(({ stored }) => stored ?? []);
    return {
      attempts: attempts.sort((a, b) => a.attempt.startedAtMs - b.attempt.startedAtMs),
      trouble: read.flatMap(({ trouble }) => trouble),
    };
  }

  isOpen(attemptId: string): boolean {
    return holderOf(this.#lockPath(attemptId)) !== undefined;
  }

  newId(time: string): string {
    // Enough to keep two devices apart; node:crypto would cost a tenth of a start.
    const tail = process.hrtime.bigint() % 0x1_0000n;
    return `${time}-${tail.toString(16).padStart(4, '0')}`;
  }

  start(event: StartedEvent): AttemptLog {
    const log = this.#take(event.attemptId);
    try {
      log.append(event);
      return log;
    } catch (error) {
      log.close();
      throw error;
    }
  }

  open(attemptId: string): { log: AttemptLog; stored: StoredAttempt } {
    const log = this.#take(attemptId);
    try {
      const { stored } = readAttempt(this.#path(attemptId));
      if (stored !== undefined) return { log, stored };
      throw new UserError(
        `the attempt ${attemptId} cannot be read.`,
        `Its file is ${this.#path(attemptId)}: restore it from a backup, or start a new exam.`,
      );
    } catch (error) {
      log.close();
      throw error;
    }
  }

  #path(attemptId: string): string {
    return join(this.#folder, `${attemptId}.jsonl`);
  }

  #lockPath(attemptId: string): string {
    return join(this.#folder, `${attemptId}.lock`);
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder)
        .filter((name) => logName.test(name))
        .sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw diskTrouble('read', this.#folder, error);
    }
  }

  #take(attemptId: string): LockedLog {
    const path = this.#lockPath(attemptId);
    const lock = new AttemptLock(path);
    let holder: Holder | undefined;
    try {
      makeFolder(this.#folder);
      holder = lock.take();
    } catch (error) {
      throw diskTrouble('write to', path, error);
    }
    if (holder !== undefined) throw openElsewhere(attemptId, holder, path);
    return new LockedLog(attemptId, new AppendFile(this.#path(attemptId)), lock);
  }
}

/** One file that the disk does not give must not keep the learner from all the others. */
function readOrReport(file: string): ReadAttempt {
  try {
    return readAttempt(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = error.message.slice(error.message.indexOf(': ') + 2).replace(/\.$/, '');
    return { trouble: [{ file, line: 0, message: `cannot be read: ${why}; it is left out` }] };
  }
}

function openElsewhere(attemptId: string, { pid, host }: Holder, path: string): UserError {
  return new UserError(
    `the attempt ${attemptId} is open in another terminal (process ${pid} on ${host}).`,
    `Go on there, or leave it there with q first. If there is no such terminal, delete ${path}.`,
  );
}

/** Appends only while the lock is its own, so that two terminals never write one attempt. */
class LockedLog implements AttemptLog {
  readonly #attemptId: string;
  readonly #file: AppendFile;
  readonly #lock: AttemptLock;

  constructor(attemptId: string, file: AppendFile, lock: AttemptLock) {
    this.#attemptId = attemptId;
    this.#file = file;
    this.#lock = lock;
  }

  append(event: AttemptEvent): void {
    if (!this.#lock.isMine()) {
      throw new UserError(
        `another terminal has taken over the attempt ${this.#attemptId}.`,
        'Go on there. Everything answered here before this is saved.',
      );
    }
    this.#file.append(JSON.stringify(event));
  }

  close(): void {
    this.#file.close();
    this.#lock.release();
  }
}
