import { linksIn, plain } from '../inline.ts';
import type { NoteLine } from '../read-notes.ts';
import { isInstruction } from '../vocabulary.ts';
import type { Block, PassedOver, TableRow } from './block.ts';
import { scanBlocks } from './scan.ts';

/** A stretch of notes under one heading, or under a line that stands for one. */
export interface Section {
  /** Words of the heading; empty before the first one. */
  readonly title: string;
  readonly line: number;
  readonly parent?: Section;
  /** A bold or plain line instead of a heading. */
  readonly label: boolean;
  readonly level: number;
  readonly nodes: Node[];
  readonly sections: Section[];
  /** Addresses that stand alone in the section: sources of what it says. */
  readonly links: string[];
}

interface NodeBase {
  readonly line: number;
  readonly endLine: number;
  readonly indent: number;
  readonly section: Section;
  /** The list item, or the text with a colon, that this hangs on. */
  readonly parent?: TextNode;
}

export interface TextNode extends NodeBase {
  readonly kind: 'text';
  readonly from: 'item' | 'paragraph';
  /** Markdown as it was written, on one line. */
  readonly text: string;
  readonly order?: number;
  readonly quoted: boolean;
  readonly children: Node[];
}

export interface TableNode extends NodeBase {
  readonly kind: 'table';
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

export interface CodeNode extends NodeBase {
  readonly kind: 'code';
  readonly tag: string;
  readonly lines: readonly string[];
}

export type Node = TextNode | TableNode | CodeNode;

export interface Outline {
  readonly root: Section;
  readonly passed: readonly { readonly why: PassedOver; readonly line: number; readonly endLine: number }[];
}

/** Levels of real headings are 1 to 6. */
const labelLevel = 7;

/** Puts blocks under their headings and items under their parents. Levels may jump and lists may be indented by any step. */
export function outlineOf(lines: readonly NoteLine[]): Outline {
  const root: Section = { title: '', line: 1, label: false, level: 0, nodes: [], sections: [], links: [] };
  const passed: { why: PassedOver; line: number; endLine: number }[] = [];
  const open: Section[] = [root];
  let items: TextNode[] = [];
  /** A paragraph with a colon at its end: what follows hangs on it. */
  let lead: TextNode | undefined;
  /** The last numbered item of the section: the next number is its neighbour, whatever stands between. */
  let ordered: TextNode | undefined;
  const section = () => open.at(-1) ?? root;
  const enter = (title: string, level: number, line: number) => {
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 1) open.pop();
    const parent = section();
    const entered = {
      title,
      level,
      line,
      label: level === labelLevel,
      parent,
      nodes: [],
      sections: [],
      links: [],
    };
    parent.sections.push(entered);
    open.push(entered);
    items = [];
    lead = undefined;
    ordered = undefined;
  };
  const hang = (node: Node) =>
    (node.parent === undefined ? section().nodes : node.parent.children).push(node);

  for (const block of scanBlocks(lines)) {
    const { line, endLine, indent } = block;
    if (block.kind === 'passed') {
      passed.push({ why: block.why, line, endLine });
      if (block.why !== 'rule') continue;
      // A ruled line ends what a label or a step of a lab was the head of; a wide double one ends a chapter.
      const { wide = false } = block;
      while (open.length > 1 && (wide || section().label || isInstruction(section().title))) open.pop();
      [items, lead, ordered] = [[], undefined, undefined];
      continue;
    }
    if (block.kind === 'heading') {
      enter(plain(block.text), block.level, line);
      continue;
    }
    if (block.kind === 'label') {
      // A bold line within a list is a parent in that list.
      enter(plain(block.text), labelLevel, line);
      continue;
    }
    if (block.kind === 'item') {
      while (items.length > 0 && (items.at(-1)?.indent ?? 0) >= indent) items.pop();
      const continues =
        block.order !== undefined && ordered?.order === block.order - 1 && ordered.indent === indent;
      const parent = continues ? ordered?.parent : (items.at(-1) ?? lead);
      const node: TextNode = {
        kind: 'text',
        from: 'item',
        text: block.text,
        quoted: false,
        children: [],
        ...{ line, endLine, indent, section: section() },
        ...(block.order === undefined ? {} : { order: block.order }),
        ...(parent === undefined ? {} : { parent }),
      };
      hang(node);
      items.push(node);
      if (block.order !== undefined && (ordered === undefined || indent <= ordered.indent)) ordered = node;
      noteLink(section(), block.text);
      continue;
    }
    // Text, code and tables belong to the item they are indented under, else to the section.
    while (items.length > 0 && indent <= (items.at(-1)?.indent ?? 0)) items.pop();
    const hangs = block.kind !== 'paragraph' || (lead !== undefined && hangsOn(lead, block.text));
    const parent = items.at(-1) ?? (hangs ? lead : undefined);
    const base = { line, endLine, indent, section: section(), ...(parent === undefined ? {} : { parent }) };
    if (block.kind === 'paragraph') {
      const { text, quoted } = block;
      const node: TextNode = { kind: 'text', from: 'paragraph', text, quoted, children: [], ...base };
      hang(node);
      noteLink(section(), text);
      if (parent === undefined || (parent === lead && leadsOver(text)))
        lead = leadsOver(text) ? node : undefined;
    } else {
      hang(nodeOf(block, base));
      // The code that a text announces is the first one below it.
      if (block.kind === 'code' && parent === lead) lead = undefined;
    }
  }
  return { root, passed };
}

/** A text that goes on in the list below it: a colon, or a sentence that stops at "based on". */
const leadsOver = (text: string): boolean =>
  /(?::|\b(?:on|as|by|to|of|for|are|is|with|following|include|includes))\s*$/i.test(text);

/** `**gp3**: …` below "Kinds of volumes:" is one of what the lead announces. */
const hangsOn = (lead: TextNode, text: string): boolean =>
  /:\s*$/.test(lead.text) &&
  /^(?:\*\*|__|`)[^*_`:]{1,60}(?:\*\*|__|`)?(?: \([^()]{1,40}\))?(?::|\*\*:| -) \S/.test(text);

function nodeOf(block: Extract<Block, { kind: 'table' | 'code' }>, base: NodeBase): Node {
  return block.kind === 'table'
    ? { kind: 'table', header: block.header, rows: block.rows, ...base }
    : { kind: 'code', tag: block.tag, lines: block.lines, ...base };
}

/** A line that is only a link, or "click here …", names a source of its section. */
function noteLink(section: Section, text: string): void {
  if (section.links.length >= 5 || !text.includes('http')) return;
  const words = plain(text).split(' ').filter(Boolean);
  if (words.length <= 12) section.links.push(...linksIn(text).slice(0, 2));
}

/** Every section, in the order of the notes; a loop instead of recursion, so that depth costs nothing. */
export function sectionsOf(root: Section): Section[] {
  const all: Section[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    all.push(next);
    for (let index = next.sections.length - 1; index >= 0; index -= 1)
      waiting.push(next.sections[index] as Section);
  }
  return all;
}
