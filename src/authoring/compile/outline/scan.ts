import { longestLineChars, type NoteLine } from '../read-notes.ts';
import type { Block, PassedOver } from './block.ts';
import { fenceFinder } from './fences.ts';
import { quizAt } from './quiz-blocks.ts';
import {
  type HeadingShape,
  headingShape,
  headingWords,
  isArrowNote,
  isBareMarker,
  isContents,
  isImageOnly,
  isOnlySigns,
  isRule,
  itemShape,
} from './shapes.ts';
import { asciiTableEnd, tableAt } from './tables.ts';
import { takeText } from './text-blocks.ts';

/**
 * Cuts notes into blocks. Not a Markdown parser: notes are indented by two, three or four, rule off with signs below a
 * text, and head their lists with a bold line. Each line is looked at a bounded number of times.
 */
export function scanBlocks(lines: readonly NoteLine[]): Block[] {
  const blocks: Block[] = [];
  const fence = fenceFinder(lines);
  let index = frontMatterEnd(lines);
  if (index > 0) blocks.push(passed('comment', lines, 0, index - 1));
  while (index < lines.length) {
    const end = takeBlock(lines, index, fence, blocks);
    index = end + 1;
  }
  return blocks;
}

function frontMatterEnd(lines: readonly NoteLine[]): number {
  if (lines[0]?.text !== '---') return 0;
  for (let index = 1; index < Math.min(lines.length, 60); index += 1) {
    const text = lines[index]?.text ?? '';
    if (text === '---' || text === '...') return index + 1;
    if (!/^[\w-]+:|^-\s|^$|^#/.test(text)) return 0;
  }
  return 0;
}

function passed(why: PassedOver, lines: readonly NoteLine[], from: number, to: number): Block {
  return { kind: 'passed', why, indent: 0, line: lines[from]?.number ?? 1, endLine: lines[to]?.number ?? 1 };
}

type FenceFinder = ReturnType<typeof fenceFinder>;

/** Takes one block, or several lines of one kind, and returns the index of its last line. */
function takeBlock(lines: readonly NoteLine[], index: number, fence: FenceFinder, blocks: Block[]): number {
  const line = lines[index] as NoteLine;
  const { text, indent, number } = line;
  const pass = (why: PassedOver, to = index) => {
    blocks.push(passed(why, lines, index, to));
    return to;
  };
  if (text === '') return pass('blank');
  if (text.length > longestLineChars) return pass('long-line');
  const code = fence(index);
  if (code !== undefined) {
    const endLine = lines[code.end]?.number ?? number;
    if (/^(?:mermaid|plantuml)$/.test(code.tag)) return pass('diagram', code.end);
    if (/^(?:dataview(?:js)?|query|tasks)$/.test(code.tag)) return pass('query', code.end);
    blocks.push({ kind: 'code', tag: code.tag, lines: code.lines, line: number, endLine, indent });
    return code.end;
  }
  if (text.startsWith('<!--')) return pass('comment', commentEnd(lines, index));
  if (isRule(text)) {
    const rule = passed('rule', lines, index, index);
    blocks.push({ ...rule, kind: 'passed', why: 'rule', wide: /^={10,}$/.test(text) });
    return index;
  }
  if (isContents(text)) return pass('contents');
  if (isImageOnly(text)) return pass('image');
  const quiz = quizAt(lines, index);
  if (quiz !== undefined) {
    const { end, ...asked } = quiz;
    blocks.push({ kind: 'quiz', quiz: asked, line: number, endLine: lines[end]?.number ?? number, indent });
    return end;
  }
  const heading = headingShape(text);
  if (heading !== undefined && indent <= 3)
    return takeHeading(line, heading, blocks) ? index : pass('empty-heading');
  const table = tableAt(lines, index);
  if (table !== undefined) {
    const { header, rows, end } = table;
    blocks.push({ kind: 'table', header, rows, line: number, endLine: lines[end]?.number ?? number, indent });
    return end;
  }
  const item = itemShape(text, blocks.at(-1)?.kind === 'item' && indent > 0);
  if (item === undefined) {
    const asciiEnd = asciiTableEnd(lines, index);
    if (asciiEnd !== undefined) return pass('ascii-table', asciiEnd);
  }
  if (isBareMarker(text)) return pass('blank');
  const below = lines[index + 1]?.text === '' ? index + 2 : index + 1;
  if (/^`[^`]{1,80}`:?$/.test(text) && fence(below) !== undefined) return pass('caption');
  return takeText(lines, index, item, blocks);
}

/** A heading; or the text of an arrow that points at something. False where it has no words. */
function takeHeading({ number, indent }: NoteLine, { level, text }: HeadingShape, blocks: Block[]): boolean {
  const words = headingWords(text);
  if (isOnlySigns(words)) return false;
  const at = { line: number, endLine: number, indent };
  if (isArrowNote(words)) blocks.push({ kind: 'paragraph', text: words, quoted: false, ...at });
  else blocks.push({ kind: 'heading', level, text: words, ...at });
  return true;
}

/** The line that ends an HTML comment; the comment's own line where nothing near does. */
function commentEnd(lines: readonly NoteLine[], index: number): number {
  let end = index;
  while (end < lines.length - 1 && end < index + 60 && !(lines[end]?.text ?? '').includes('-->')) end += 1;
  return (lines[end]?.text ?? '').includes('-->') ? end : index;
}
