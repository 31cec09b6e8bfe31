const fence = /^\s*(?:```|~~~)/;
/** Lines whose breaks mean something: list items, quotes, headings, tables, rules, indented code. */
const block = /^(?:\s{4,}|\s*(?:[-+*]\s|\d+[.)]\s|[|>#]|---|===))/;
const hardBreak = /(?: {2}|\\)$/;

/**
 * Joins the lines of a paragraph, as Markdown reads them: authors wrap where their editor ends, a screen where it ends.
 * Code, lists and tables keep their lines.
 */
export function joinSoftBreaks(text: string): string {
  const lines: string[] = [];
  let inFence = false;
  let open = false;
  for (const line of text.trim().split('\n')) {
    const isFence = fence.test(line);
    const plain = !inFence && !isFence && line.trim() !== '' && !block.test(line);
    if (plain && open) lines[lines.length - 1] += ` ${line.trim()}`;
    else lines.push(inFence ? line : line.trimEnd());
    if (isFence) inFence = !inFence;
    open = plain && !hardBreak.test(line);
  }
  return lines.join('\n');
}
