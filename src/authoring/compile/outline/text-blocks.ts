import { longestLineChars, type NoteLine } from '../read-notes.ts';
import type { Block } from './block.ts';
import { isLeadLine, isLineWise } from './line-facts.ts';
import { beginsQuiz } from './quiz-blocks.ts';
import {
  headingShape,
  headingWords,
  type ItemShape,
  isBareMarker,
  isBoldLine,
  isCapitals,
  isContents,
  isImageOnly,
  isLabelText,
  isLabValue,
  isOnlySigns,
  isRule,
  isSetting,
  itemShape,
} from './shapes.ts';
import { tableAt } from './tables.ts';

/** Longest text that is put together from several lines. */
const longestTextChars = 8_000;

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
  if (isAddress(text) || isAddress(lines[index - 1]?.text ?? '')) return true;
  if (beginsQuiz(text, lines[index + 1]?.text ?? '')) return true;
  // A short line with a colon heads the list below it, also where it follows one without a blank line.
  return /:$/.test(text) && isLabelText(text) && itemShape(lines[index + 1]?.text ?? '', false) !== undefined;
}

/** Takes an item, a line that heads others, or a paragraph, and returns the index of its last line. */
export function takeText(
  lines: readonly NoteLine[],
  index: number,
  item: ItemShape | undefined,
  blocks: Block[],
): number {
  const first = lines[index] as NoteLine;
  const quoted = item === undefined && first.text.startsWith('>');
  if (!quoted) {
    const head = takeHead(lines, index, item, blocks);
    if (head !== undefined) return head;
  }
  let end = index;
  let length = first.text.length;
  while (end + 1 < lines.length && length < longestTextChars) {
    const following = lines[end + 1] as NoteLine;
    if (quoted ? !following.text.startsWith('>') : beginsBlock(lines, end + 1)) break;
    length += following.text.length + 1;
    end += 1;
  }
  const raw = lines.slice(index, end + 1);
  const endLine = raw.at(-1)?.number ?? first.number;
  if (item !== undefined) {
    const order = item.order === undefined ? {} : { order: item.order };
    const text = [item.text, ...raw.slice(1).map((line) => line.text)].join(' ');
    blocks.push({ kind: 'item', ...order, text, line: first.number, indent: first.indent, endLine });
  } else if (quoted) takeQuotation(raw, blocks);
  else takeParagraph(raw, blocks);
  return end;
}

const isAlone = (lines: readonly NoteLine[], index: number): boolean =>
  index + 1 >= lines.length || beginsBlock(lines, index + 1);

/** A bold line, a line in capitals, a few words above a list, a text that is underlined: what heads the lines below. */
function takeHead(
  lines: readonly NoteLine[],
  index: number,
  item: ItemShape | undefined,
  blocks: Block[],
): number | undefined {
  const { text, number, indent } = lines[index] as NoteLine;
  const next = lines[index + 1]?.text ?? '';
  const isUnderlined = isRule(next) && isUnderline(text, next);
  // "3. Storage" above a line of its own length is a chapter, not the third of some items.
  if (item !== undefined && !(isUnderlined && /^\d/.test(text) && indent <= 3)) return undefined;
  // Longer lines head nothing.
  if (text.length > 160) return undefined;
  const at = { line: number, indent };
  // Strokes under a sentence rule off; double ones as long as the line are meant for it.
  const words = headingWords(text.replace(/\*\*|__|^_|_$/g, ''));
  const heads = isBoldLine(text) || isLabelText(text) || (next[0] === '=' && text.length <= 90);
  if (item !== undefined || (isUnderlined && heads)) {
    if (isOnlySigns(words)) return undefined;
    blocks.push({ kind: 'heading', level: next[0] === '=' ? 1 : 2, text: words, ...at, endLine: number + 1 });
    return index + 1;
  }
  const before = lines[index - 1]?.text ?? '';
  if (isCapitals(text) && before === '' && next === '' && indent <= 3)
    blocks.push({ kind: 'label', chapter: true, text: words, ...at, endLine: number });
  else if (isBoldLine(text) || (isHeadOfNext(lines, index) && isAlone(lines, index)))
    blocks.push({ kind: 'label', text: words, brief: !isBoldLine(text), ...at, endLine: number });
  else return undefined;
  return index;
}

/** The marks of a quotation go: its flag says what it is. A callout is the writer's own words, and its title may be some. */
function takeQuotation(raw: readonly NoteLine[], blocks: Block[]): void {
  const own = (text: string) => text.replace(/^(?:>\s?)+/, '');
  const bare = raw.map((line) => ({ ...line, text: own(line.text) }));
  const [first] = bare;
  const callout = /^\[!(\w+)(?:\|[^[\]]*)?\][-+]?\s*(.*)$/.exec(first?.text ?? '');
  if (callout !== null && !/^(?:quote|cite)$/i.test(callout[1] ?? '') && first !== undefined) {
    const title = callout[2] ?? '';
    const said = { ...first, text: /[.!?]$/.test(title) ? title : `${title}.` };
    const speaks = title.split(/\s+/).length > 4 && !isLabelText(title);
    takeParagraph(
      [...(speaks ? [said] : []), ...bare.slice(1)].filter(({ text }) => text !== ''),
      blocks,
    );
    return;
  }
  const text = bare.map((line) => line.text.replace(/^\[!\w+\][-+]?\s*/, '').replace(/^"|"$/g, '')).join(' ');
  const { number: line = 1, indent = 0 } = raw[0] ?? {};
  blocks.push({ kind: 'paragraph', text, quoted: true, line, endLine: raw.at(-1)?.number ?? line, indent });
}

/** Lines that are each a fact or a `label: value` are no running text: settings of a lab, or one definition a line. */
function takeParagraph(raw: readonly NoteLine[], blocks: Block[]): void {
  const [first] = raw;
  if (first === undefined) return;
  const { number: line, indent } = first;
  const endLine = raw.at(-1)?.number ?? line;
  const isSettings =
    raw.filter(({ text }) => isMetadata(text)).length * 2 >= raw.length ||
    (raw.length >= 2 &&
      raw.every(({ text }) => isSetting(text.replace(/[`*]/g, '')) || /^[`\d]/.test(text)) &&
      raw.filter(({ text }) => isLabValue(text.replace(/[`*]/g, ''))).length * 2 >= raw.length);
  if (isSettings) {
    blocks.push({ kind: 'passed', why: 'settings', indent: 0, line, endLine });
    return;
  }
  const facts = isLeadLine(first.text) ? raw.slice(1) : raw;
  if (facts.length >= 3 && facts.every(({ text }) => /\S {2,}\S/.test(text))) {
    blocks.push({ kind: 'passed', why: 'ascii-table', indent: 0, line, endLine });
    return;
  }
  if (facts.length >= 2 && isLineWise(facts.map(({ text }) => text))) {
    if (facts !== raw)
      blocks.push({
        kind: 'paragraph',
        text: first.text,
        quoted: false,
        fresh: true,
        ...{ line, endLine: line, indent },
      });
    facts.forEach((fact, place) => {
      const at = { line: fact.number, endLine: fact.number, indent: fact.indent };
      const fresh = place === 0 && facts === raw ? { fresh: true } : {};
      blocks.push({ kind: 'item', text: fact.text, ...at, ...fresh });
    });
    return;
  }
  const text = raw.map((one) => one.text).join(' ');
  blocks.push({ kind: 'paragraph', text, quoted: false, line, endLine, indent });
}

/** An address alone on its line is an example, and no part of the text around it. */
const isAddress = (text: string): boolean => /^<?(?:https?|s3):\/\/\S+$/.test(text);

/** What a program or a course says of the notes themselves. */
const isMetadata = (text: string): boolean =>
  /^[*_]{0,2}(?:created|last (?:edited|updated|modified)(?: time| by)?|updated|modified|owner|author|status|tags?|date|instructor|lecturer|teacher|aliases|target deck|deck|file tags|legend|related|backlinks?|parent|up|next|prev(?:ious)?)[*_]{0,2}\s?:/i.test(
    text,
  );

/** A plain line of a few words heads what follows where that is a list, a table, code or its own underline. */
function isHeadOfNext(lines: readonly NoteLine[], index: number): boolean {
  const { text = '', indent = 0 } = lines[index] ?? {};
  if (indent > 3) return false;
  const isGoal = /^(?:how (?:to|do(?:es)?)|steps? (?:to|for|of|when))\b.{3,80}[^.!?]$/i.test(text);
  if (!isLabelText(text) && !isGoal) return false;
  const [one, two] = [lines[index + 1]?.text ?? '', lines[index + 2]?.text ?? ''];
  const below = one === '' ? two : one;
  if (itemShape(below, false) !== undefined) return true;
  return tableAt(lines, one === '' ? index + 2 : index + 1) !== undefined;
}

/** Signs below a text make it a heading only where they were drawn to its length; else they rule off. */
const isUnderline = (text: string, signs: string): boolean =>
  /^[-=]+$/.test(signs) && Math.abs(signs.length - text.length) <= 3;
