import { wrapLines } from '../terminal/wrap.ts';
import type { Request } from './command.ts';

/** Sentences break between words; a command on a line of its own is not broken, so that it can be copied. */
export function printWrapped({ world: { terminal } }: Request, text: string): void {
  const width = Math.max(40, terminal.size().columns);
  const isCommand = (line: string) => line.startsWith('  aws-study ') && !line.includes('    ');
  const lines = text.split('\n').flatMap((line) => (isCommand(line) ? line : wrapLines(line, width)));
  terminal.print(lines.join('\n'));
}
