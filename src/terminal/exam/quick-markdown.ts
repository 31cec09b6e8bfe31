import { isSimple, type Markdown, simpleMarkdown } from '../markdown.ts';
import { safeText } from '../safe-text.ts';
import type { Theme } from '../theme.ts';
import { wrapLines } from '../wrap.ts';

const fence = /^```[\w-]*\n([\s\S]*?)\n```$/;

/** Blocks between blank lines; a fenced block is one, whatever blank lines it holds. */
function blocksOf(text: string): string[] {
  return text
    .split(/\n{2,}(?=```)|(?<=\n```)\n{2,}/)
    .flatMap((part) => (fence.test(part) ? part : part.split(/\n{2,}/)));
}

/** Simple paragraphs and fenced code: nearly every question. They need no parser. */
export const isQuick = (text: string): boolean =>
  blocksOf(text).every((block) => fence.test(block) || isSimple(block));

/** Renders such a text as the parser would, in no time: the first question does not wait for marked. */
export function quickMarkdown(theme: Theme): Markdown {
  const simple = simpleMarkdown(theme);
  return (text, width) =>
    blocksOf(text).flatMap((block, index) => {
      const code = fence.exec(block)?.[1];
      const lines = code === undefined ? simple(block, width) : codeLines(theme, code, width);
      return index === 0 ? lines : ['', ...lines];
    });
}

function codeLines(theme: Theme, code: string, width: number): string[] {
  return safeText(code)
    .split('\n')
    .flatMap((line) => wrapLines(`  ${line}`, width))
    .map((line) => (theme.colors ? theme.code(line) : line));
}
