import { closeSync, openSync, readSync } from 'node:fs';

const newline = 0x0a;
const chunkBytes = 1 << 20;

export interface Lines {
  /** Where the whole lines end: the next read starts here. */
  readonly end: number;
  /** Whether something stands after the last newline: a line that was cut short, or is just being written. */
  readonly torn: boolean;
}

/**
 * Calls `each(line, number)` for every whole line from a byte offset on. Line numbers count from 1 at the offset.
 * Reads in pieces, so that a journal of gigabytes takes no more memory than its longest line.
 */
export function readLines(path: string, from: number, each: (line: string, number: number) => void): Lines {
  const handle = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let rest: Buffer = Buffer.alloc(0);
    let position = from;
    let number = 0;
    for (;;) {
      const count = readSync(handle, chunk, 0, chunkBytes, position);
      if (count === 0) break;
      position += count;
      const piece =
        rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)]);
      const whole = piece.lastIndexOf(newline);
      if (whole === -1) {
        rest = Buffer.from(piece);
        continue;
      }
      for (const line of piece.toString('utf8', 0, whole).split('\n')) {
        number += 1;
        if (line !== '') each(line, number);
      }
      rest = Buffer.from(piece.subarray(whole + 1));
    }
    return { end: position - rest.length, torn: rest.length > 0 };
  } finally {
    closeSync(handle);
  }
}

/** How many lines end before a byte offset: only asked for when there is trouble to report. */
export function linesBefore(path: string, offset: number): number {
  const handle = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let lines = 0;
    for (let position = 0; position < offset; ) {
      const count = readSync(handle, chunk, 0, Math.min(chunkBytes, offset - position), position);
      if (count === 0) break;
      for (let index = 0; index < count; index += 1) if (chunk[index] === newline) lines += 1;
      position += count;
    }
    return lines;
  } finally {
    closeSync(handle);
  }
}
