import { longestLineChars, type NoteLine } from '../read-notes.ts';
import type { Block, PassedOver } from './block.ts';
import { fenceFinder } from './fences.ts';
import {
  headingShape,
  headingWords,
  isArrowNote,
  isBareMarker,
  isBoldLine,
  isContents,
  isImageOnly,
  isLabelText,
  isLabValue,
  isOnlySigns,
  isRule,
  isSetting,
  itemShape,
} from './shapes.ts';
import { asciiTableEnd, tableAt } from './tables.ts';

/** Longest text that is put together from several lines. */
const longestTextChars = 8_000;

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
    if (code.tag === 'mermaid' || code.tag === 'plantuml') return pass('diagram', code.end);
    blocks.push({ kind: 'code', tag: code.tag, lines: code.lines, line: number, endLine, indent });
    return code.end;
  }
  if (text.startsWith('<!--')) {
    let end = index;
    while (end < lines.length - 1 && end < index + 60 && !(lines[end]?.text ?? '').includes('-->')) end += 1;
    return pass('comment', (lines[end]?.text ?? '').includes('-->') ? end : index);
  }
  if (isRule(text)) {
    blocks.push({
      ...passed('rule', lines, index, index),
      kind: 'passed',
      why: 'rule',
      wide: /^={10,}$/.test(text),
    });
    return index;
  }
  if (isContents(text)) return pass('contents');
  if (isImageOnly(text)) return pass('image');
  const heading = headingShape(text);
  if (heading !== undefined && indent <= 3) {
    const words = headingWords(heading.text);
    if (isOnlySigns(words)) return pass('empty-heading');
    if (isArrowNote(words)) {
      blocks.push({ kind: 'paragraph', text: words, quoted: false, line: number, endLine: number, indent });
    } else
      blocks.push({
        kind: 'heading',
        level: heading.level,
        text: words,
        line: number,
        endLine: number,
        indent,
      });
    return index;
  }
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

/** Whether a line begins something of its own, and so is no continuation of the text above it. */
function beginsBlock(lines: readonly NoteLine[], index: number): boolean {
  const { text = '', indent = 0 } = lines[index] ?? {};
  if (text === '' || text.length > longestLineChars) return true;
  if (/^(?:`{3}|~{3}|<!--|>)/.test(text) || isRule(text) || isContents(text) || isImageOnly(text))
    return true;
  if ((headingShape(text) !== undefined && indent <= 3) || isBareMarker(text)) return true;
  if (itemShape(text, true) !== undefined && (indent > 0 || itemShape(text, false) !== undefined))
    return true;
  if (tableAt(lines, index) !== undefined || isBoldLine(text)) return true;
  // A short line with a colon heads the list below it, also where it follows one without a blank line.
  return /:$/.test(text) && isLabelText(text) && itemShape(lines[index + 1]?.text ?? '', false) !== undefined;
}

function takeText(
  lines: readonly NoteLine[],
  index: number,
  item: ReturnType<typeof itemShape>,
  blocks: Block[],
): number {
  const first = lines[index] as NoteLine;
  const quoted = item === undefined && first.text.startsWith('>');
  // The marks of a quotation go: its flag says what it is.
  const own = (text: string) => (quoted ? text.replace(/^(?:>\s?)+/, '').replace(/^"|"$/g, '') : text);
  const at = { line: first.number, indent: first.indent };
  const next = lines[index + 1]?.text ?? '';
  if (item === undefined && !quoted) {
    const alone = beginsBlock(lines, index + 1) || index + 1 >= lines.length;
    if (isBoldLine(first.text) || (alone && isHeadOfNext(lines, index))) {
      const underline = isRule(next) && isUnderline(first.text, next) ? 1 : 0;
      const words = headingWords(first.text.replace(/\*\*|__|^_|_$/g, ''));
      if (underline === 1)
        blocks.push({
          kind: 'heading',
          level: next[0] === '=' ? 1 : 2,
          text: words,
          ...at,
          endLine: at.line + 1,
        });
      else blocks.push({ kind: 'label', text: words, ...at, endLine: at.line });
      return index + underline;
    }
  }
  let end = index;
  const parts = [own(item?.text ?? first.text)];
  let length = parts[0]?.length ?? 0;
  while (end + 1 < lines.length && length < longestTextChars) {
    const following = lines[end + 1] as NoteLine;
    if (quoted ? !following.text.startsWith('>') : beginsBlock(lines, end + 1)) break;
    parts.push(own(following.text));
    length += following.text.length + 1;
    end += 1;
  }
  const endLine = lines[end]?.number ?? at.line;
  if (item !== undefined) {
    const order = item.order === undefined ? {} : { order: item.order };
    blocks.push({ kind: 'item', ...order, text: parts.join(' '), ...at, endLine });
    return end;
  }
  return takeParagraph(lines, index, end, parts, quoted, blocks);
}

/** Lines that are each a `label: value` are no running text: settings of a lab, or one definition a line. */
function takeParagraph(
  lines: readonly NoteLine[],
  index: number,
  end: number,
  parts: readonly string[],
  quoted: boolean,
  blocks: Block[],
): number {
  const raw = lines.slice(index, end + 1);
  if (
    raw.length >= 2 &&
    raw.every(({ text }) => isSetting(text.replace(/[`*]/g, '')) || /^[`\d]/.test(text))
  ) {
    const values = raw.filter(({ text }) => isLabValue(text.replace(/[`*]/g, '')));
    if (values.length * 2 >= raw.length) {
      blocks.push(passed('settings', lines, index, end));
    } else {
      for (const { text, number, indent } of raw)
        blocks.push({ kind: 'paragraph', text, quoted, line: number, endLine: number, indent });
    }
    return end;
  }
  const { number: line = 1, indent = 0 } = raw[0] ?? {};
  blocks.push({
    kind: 'paragraph',
    text: parts.join(' '),
    quoted,
    line,
    endLine: lines[end]?.number ?? line,
    indent,
  });
  return end;
}

/** A plain line of a few words heads what follows where that is a list, a table, code or its own underline. */
function isHeadOfNext(lines: readonly NoteLine[], index: number): boolean {
  const { text = '', indent = 0 } = lines[index] ?? {};
  if (indent > 3 || !isLabelText(text)) return false;
  const [one, two] = [lines[index + 1]?.text ?? '', lines[index + 2]?.text ?? ''];
  if (isRule(one) && isUnderline(text, one)) return true;
  const below = one === '' ? two : one;
  if (itemShape(below, false) !== undefined) return true;
  return tableAt(lines, one === '' ? index + 2 : index + 1) !== undefined;
}

/** Signs below a text make it a heading only where they were drawn to its length; else they rule off. */
const isUnderline = (text: string, signs: string): boolean =>
  /^[-=]+$/.test(signs) && Math.abs(signs.length - text.length) <= 3;
