import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalEvent, parseEvent } from '../domain/journal/event.ts';
import type { JournalTrouble } from '../ports.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { linesBefore, readLines } from './read-lines.ts';

const unreadable = 'this line is not a readable event; it is kept as it is';
const cutShort = 'the last line is cut short (a crash or a full disk); it is left out';

/** The files of a journal, each read on from where it was read so far. */
export class JournalFiles {
  readonly #folder: string;
  #offsets = new Map<string, number>();
  #trouble: JournalTrouble[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Lines that could not be taken, so far. */
  get trouble(): readonly JournalTrouble[] {
    return this.#trouble;
  }

  /** How many bytes of each file were read. */
  get offsets(): ReadonlyMap<string, number> {
    return this.#offsets;
  }

  /** Paths, in a fixed order. @throws UserError where the folder cannot be read. */
  list(): string[] {
    try {
      const names = readdirSync(this.#folder).filter((name) => name.endsWith('.jsonl'));
      return names.sort().map((name) => join(this.#folder, name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw diskTrouble('read', this.#folder, error);
    }
  }

  /** What is read next begins at the start of each file, or at the given bytes. */
  restart(offsets: Iterable<readonly [path: string, bytes: number]> = []): void {
    this.#offsets = new Map(offsets);
    this.#trouble = [];
  }

  /** Whole lines that were not read yet. @throws UserError where a file cannot be read: then nothing of any was taken. */
  readNew(): JournalEvent[] {
    const events: JournalEvent[] = [];
    const offsets = new Map(this.#offsets);
    let trouble = [...this.#trouble];
    for (const path of this.list()) {
      const from = offsets.get(path) ?? 0;
      const report = (line: number, message: string) => trouble.push({ file: path, line, message });
      try {
        if (statSync(path).size === from) continue;
        const { end, torn } = readLines(path, from, (line, number) => {
          const event = parseEvent(line);
          if (event !== undefined) events.push(event);
          else report(linesBefore(path, from) + number, unreadable);
        });
        offsets.set(path, end);
        // Another terminal may be in the middle of writing it: what is torn now may be whole at the next look.
        trouble = trouble.filter((one) => one.file !== path || one.message !== cutShort);
        if (torn) report(linesBefore(path, end) + 1, cutShort);
      } catch (error) {
        throw diskTrouble('read', path, error);
      }
    }
    this.#offsets = offsets;
    this.#trouble = trouble;
    return events;
  }

  /** This text was appended: where nothing else came between, it needs no reading. */
  skipOwn(path: string, text: string): void {
    const end = (this.#offsets.get(path) ?? 0) + Buffer.byteLength(text);
    try {
      if (statSync(path).size === end) this.#offsets.set(path, end);
    } catch {
      // It is read where it cannot be skipped.
    }
  }
}
