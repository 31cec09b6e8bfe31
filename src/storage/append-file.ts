import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskTrouble } from './disk-trouble.ts';
import { makeFolder } from './make-folder.ts';

const newline = 0x0a;

/** Makes a new file's name durable too: without this a crash may lose the file, though its bytes were synced. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows and some network file systems cannot sync a folder; the file itself is synced all the same.
  }
}

/**
 * A file of lines that only grows. Each line is one write to a file opened for appending, so that several terminals
 * can share it, and is on disk when `append` returns.
 */
export class AppendFile {
  readonly path: string;
  #handle: number | undefined;

  constructor(path: string) {
    this.path = path;
  }

  #open(): number {
    if (this.#handle === undefined) {
      makeFolder(dirname(this.path));
      this.#handle = openSync(this.path, 'a+', 0o600);
      if (fstatSync(this.#handle).size === 0) syncFolder(dirname(this.path));
    }
    return this.#handle;
  }

  /** @throws UserError where the disk is full, read-only or otherwise refuses. The line then does not count. */
  append(line: string): void {
    try {
      const handle = this.#open();
      let bytes = Buffer.from(`${this.#endsTorn(handle) ? '\n' : ''}${line}\n`);
      // A write cut short is begun anew, whole: another terminal may have closed the torn piece meanwhile.
      while (writeSync(handle, bytes) < bytes.length) bytes = Buffer.from(`\n${line}\n`);
      fsyncSync(handle);
    } catch (error) {
      this.close();
      throw diskTrouble('write to', this.path, error);
    }
  }

  /** A line that a crash or a full disk cut short gets its end first, so that it spoils no other. */
  #endsTorn(handle: number): boolean {
    const { size } = fstatSync(handle);
    if (size === 0) return false;
    const last = Buffer.alloc(1);
    readSync(handle, last, 0, 1, size - 1);
    return last[0] !== newline;
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }
}
