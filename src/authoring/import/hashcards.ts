import type { Found, FoundCard, Skipped } from './imported.ts';

type Mark = 'Q' | 'A' | 'C';

interface Block {
  readonly mark: Mark;
  readonly line: number;
  readonly lines: string[];
}

/**
 * Markdown of hashcards: `Q:` with `A:`, and `C:` with blanks in brackets; the name of the deck may stand between two
 * lines of `---` at the top. What stands above the first mark is passed over.
 */
export function readHashcards(source: string): Found {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  const { title, from } = frontMatter(lines);
  const blocks: Block[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^([QAC]):/.exec(line)?.[1] as Mark | undefined;
    if (mark !== undefined) blocks.push({ mark, line: index + 1, lines: [line.slice(2)] });
    else blocks.at(-1)?.lines.push(line);
  }
  const cards: FoundCard[] = [];
  const skipped: Skipped[] = [];
  const textOf = ({ lines: own }: Block) => own.join('\n').trim();
  blocks.forEach((block, index) => {
    const place = `line ${block.line}`;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (block.mark === 'C') {
      const text = clozeOf(textOf(block));
      if (text === undefined) skipped.push({ place, why: 'it has no blank in brackets' });
      else cards.push({ fields: { kind: 'cloze', text }, place });
    } else if (block.mark === 'Q') {
      if (after?.mark !== 'A') skipped.push({ place, why: 'the question has no answer' });
      else cards.push({ fields: { kind: 'basic', front: textOf(block), back: textOf(after) }, place });
    } else if (before?.mark !== 'Q') {
      skipped.push({ place, why: 'the answer has no question' });
    }
  });
  return { title, cards, skipped, losses: [], media: [] };
}

function frontMatter(lines: readonly string[]): { readonly title?: string; readonly from: number } {
  if (lines[0]?.trim() !== '---') return { from: 0 };
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end === -1) return { from: 0 };
  const name = lines
    .slice(1, end)
    .map((line) => /^\s*name\s*=\s*(".*"|'.*')\s*$/.exec(line)?.[1])
    .find(Boolean);
  if (name === undefined || name === null) return { from: end + 1 };
  return { title: unquoted(name), from: end + 1 };
}

function unquoted(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1);
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** Brackets as numbered blanks; those of pictures and links, and escaped ones, stay. Undefined where there is none. */
function clozeOf(text: string): string | undefined {
  let number = 0;
  const marked = text.replace(
    /\\[[\]]|!?\[[^\]]*\]\([^)\s]*\)|\[([^[\]]+)\]/g,
    (whole, answer: string | undefined) => {
      if (answer === undefined || answer.trim() === '') return whole;
      number += 1;
      return `{{c${number}::${answer}}}`;
    },
  );
  return number === 0 ? undefined : marked;
}
