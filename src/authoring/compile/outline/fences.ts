import type { NoteLine } from '../read-notes.ts';

interface Fence {
  readonly sign: string;
  readonly length: number;
  readonly tag: string;
}

function fenceAt(text: string): Fence | undefined {
  const match = /^(`{3,}|~{3,})\s*([^`]*)$/.exec(text);
  if (match === null) return undefined;
  const [, signs = '', tag = ''] = match;
  return { sign: signs[0] ?? '', length: signs.length, tag: tag.trim().split(/\s/)[0]?.toLowerCase() ?? '' };
}

const languages: Readonly<Record<string, string>> = {
  ymal: 'yaml',
  yml: 'yaml',
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  console: 'bash',
  cmd: 'bash',
  node: 'javascript',
  js: 'javascript',
  ts: 'typescript',
  py: 'python',
  tf: 'hcl',
};

/**
 * For each line the next one that can close a fence of its sign, found from the end in one pass: many openers without a
 * closer would otherwise each search the whole rest.
 */
function closers(lines: readonly NoteLine[]): (number | undefined)[] {
  const next: Record<string, number | undefined> = {};
  const found: (number | undefined)[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const fence = fenceAt(lines[index]?.text ?? '');
    found[index] = fence === undefined ? undefined : next[fence.sign];
    if (fence !== undefined && fence.tag === '') next[fence.sign] = index;
  }
  return found;
}

export interface FoundFence {
  readonly tag: string;
  /** Index of the last line of the fence. */
  readonly end: number;
  /** What is between the fences, dedented. */
  readonly lines: readonly string[];
}

/** Finds fences by the index of their first line. One that is never closed ends before the next heading. */
export function fenceFinder(lines: readonly NoteLine[]): (index: number) => FoundFence | undefined {
  const closing = closers(lines);
  return (index) => {
    const opener = lines[index];
    const fence = opener && fenceAt(opener.text);
    if (opener === undefined || fence === undefined) return undefined;
    let end = closing[index];
    let last = end;
    if (end === undefined) {
      end = index + 1;
      while (end < lines.length && !/^#{1,6}\s+[A-Z]/.test(lines[end]?.text ?? '')) end += 1;
      last = end - 1;
      end -= 1;
    }
    const inner = lines.slice(index + 1, closing[index] === undefined ? end + 1 : end);
    const dedented = inner.map(
      ({ indent, text }) => ' '.repeat(Math.max(0, Math.min(80, indent - opener.indent))) + text,
    );
    return { tag: languages[fence.tag] ?? fence.tag, end: last ?? end, lines: dedented };
  };
}
