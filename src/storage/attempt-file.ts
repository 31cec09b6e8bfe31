import { type Attempt, applyEvent, startAttempt } from '../domain/exam/attempt.ts';
import { type AttemptEvent, isAttemptEvent } from '../domain/exam/attempt-events.ts';
import type { JournalTrouble, StoredAttempt } from '../ports.ts';
import { diskTrouble } from './disk-trouble.ts';
import { readLines } from './read-lines.ts';

const unreadable = 'this line is not a readable event; it is left out';
const cutShort = 'the last line is cut short (a crash or a full disk); it is left out';
const noStart = 'the attempt does not begin with its paper; it is left out';

export interface ReadAttempt {
  /** undefined where the file does not begin with a start. */
  readonly stored?: StoredAttempt;
  readonly trouble: readonly JournalTrouble[];
}

function parse(line: string): AttemptEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isAttemptEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Folds an attempt's file. A torn or unreadable line is reported and left out; the rest counts. */
export function readAttempt(file: string): ReadAttempt {
  const trouble: JournalTrouble[] = [];
  const shown = new Set([0]);
  let attempt: Attempt | undefined;
  let whole: { readonly torn: boolean };
  let lines = 0;
  try {
    whole = readLines(file, 0, (line, number) => {
      lines = number;
      const event = parse(line);
      if (event === undefined) {
        trouble.push({ file, line: number, message: unreadable });
      } else if (attempt === undefined) {
        if (event.type === 'started') attempt = startAttempt(event);
      } else {
        attempt = applyEvent(attempt, event);
        if ('question' in event) shown.add(event.question);
      }
    });
  } catch (error) {
    throw diskTrouble('read', file, error);
  }
  if (whole.torn) trouble.push({ file, line: lines + 1, message: cutShort });
  if (attempt !== undefined) return { stored: { attempt, shown }, trouble };
  return { trouble: trouble.length > 0 ? trouble : [{ file, line: 1, message: noStart }] };
}
