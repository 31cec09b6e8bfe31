import { createInterface } from 'node:readline';
import type { Terminal } from '../ports.ts';

export interface LineReader {
  /** The next line, without its spaces; undefined at the end of input. @throws the reason of the terminal's stop signal. */
  next(): Promise<string | undefined>;
  /** The same; `everySecond` is asked while waiting: where it returns true, the wait ends with 'time'. */
  read(everySecond: () => boolean): Promise<{ readonly line: string | undefined } | 'time'>;
  close(): void;
}

/** Reads lines one by one; a line that was being waited for when the time ended is the next one read. */
export function lineReader(terminal: Terminal): LineReader {
  const reader = createInterface({ input: terminal.input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  let pending: Promise<IteratorResult<string>> | undefined;
  const read = async (
    everySecond?: () => boolean,
  ): Promise<{ readonly line: string | undefined } | 'time'> => {
    terminal.stop.throwIfAborted();
    pending ??= lines.next();
    let timer: NodeJS.Timeout | undefined;
    let stopped: (() => void) | undefined;
    const ends = new Promise<'time'>((resolve, reject) => {
      if (everySecond !== undefined)
        timer = setInterval(() => {
          try {
            if (everySecond()) resolve('time');
          } catch (error) {
            reject(error);
          }
        }, 1000);
      stopped = () => reject(terminal.stop.reason);
      terminal.stop.addEventListener('abort', stopped, { once: true });
    });
    try {
      const next = await Promise.race([pending, ends]);
      if (next === 'time') return next;
      pending = undefined;
      return { line: next.done === true ? undefined : next.value.trim() };
    } finally {
      clearInterval(timer);
      if (stopped !== undefined) terminal.stop.removeEventListener('abort', stopped);
    }
  };
  return {
    read,
    async next() {
      const got = await read();
      return got === 'time' ? undefined : got.line;
    },
    close() {
      reader.close();
      // An input that stays open (a terminal, a waiting pipe) would keep the program alive.
      terminal.input.pause();
    },
  };
}
