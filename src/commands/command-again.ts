import { safeLine } from '../terminal/safe-question.ts';
import type { Request } from './command.ts';

/** A word as a shell takes it. */
export const quoted = (word: string): string =>
  /^[\w@%+:,./#~-]+$/.test(word) ? word : `"${safeLine(word).replace(/(["\\$`])/g, '\\$1')}"`;

/** `aws-study drill sqs --plain --home ./x`: a command to copy, on the same home and in the same mode. */
export function commandAgain(words: readonly string[], options: Request['options']): string {
  const home = typeof options.home === 'string' ? [`--home ${quoted(options.home)}`] : [];
  const plain = options.plain === true ? ['--plain'] : [];
  return ['aws-study', ...words, ...plain, ...home].filter((word) => word !== '').join(' ');
}
