import { plain } from '../inline.ts';
import type { NoteLine } from '../read-notes.ts';
import { isInstruction } from '../vocabulary.ts';
import type { Block, PassedOver, Quiz, TableRow } from './block.ts';
import { hangsOn, leadsOver, noteLink } from './leads.ts';
import { scanBlocks } from './scan.ts';

/** A stretch of notes under one heading, or under a line that stands for one. */
export interface Section {
  /** Words of the heading; empty before the first one. */
  readonly title: string;
  readonly line: number;
  readonly parent?: Section;
  /** A bold or plain line instead of a heading. */
  readonly label: boolean;
  /** A plain line heads the list below it, not what follows that list. */
  readonly brief: boolean;
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

export interface QuizNode extends NodeBase {
  readonly kind: 'quiz';
  readonly quiz: Quiz;
}

export type Node = TextNode | TableNode | CodeNode | QuizNode;

export interface Outline {
  readonly root: Section;
  readonly passed: readonly { readonly why: PassedOver; readonly line: number; readonly endLine: number }[];
}

/** Levels of real headings are 1 to 6; a chapter in capitals stands between those and other lines. */
const chapterLevel = 6.5;
const labelLevel = 7;

/** Puts blocks under their headings and items under their parents. Levels may jump and lists may be indented by any step. */
export function outlineOf(lines: readonly NoteLine[]): Outline {
  const builder = new OutlineBuilder();
  for (const block of scanBlocks(lines)) builder.take(block);
  return { root: builder.root, passed: builder.passed };
}

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

class OutlineBuilder {
  readonly root: Section = {
    title: '',
    line: 1,
    label: false,
    brief: false,
    level: 0,
    nodes: [],
    sections: [],
    links: [],
  };
  readonly passed: { why: PassedOver; line: number; endLine: number }[] = [];
  readonly #open: Section[] = [this.root];
  #items: TextNode[] = [];
  /** A paragraph with a colon at its end: what follows hangs on it. */
  #lead: TextNode | undefined;
  /** The last numbered item of the section: the next number is its neighbour, whatever stands between. */
  #ordered: TextNode | undefined;

  take(block: Block): void {
    if (block.kind === 'passed') this.#pass(block);
    else if (block.kind === 'heading') {
      this.#enter(plain(block.text), block.level, block.line);
    } else if (block.kind === 'label') {
      // A bold line within a list is a parent in that list.
      const level = block.chapter === true && this.#headedBy <= 1 ? chapterLevel : labelLevel;
      this.#enter(plain(block.text), level, block.line, block.brief);
    } else if (block.kind === 'item') this.#item(block);
    else this.#content(block);
  }

  /** Level of the nearest real heading: below those of the second level lines in capitals are no chapters. */
  get #headedBy(): number {
    return this.#open.findLast(({ level }) => level < chapterLevel)?.level ?? 0;
  }

  get #section(): Section {
    return this.#open.at(-1) ?? this.root;
  }

  #endLists(): void {
    [this.#items, this.#lead, this.#ordered] = [[], undefined, undefined];
  }

  #pass({ why, line, endLine, wide = false }: BlockOf<'passed'>): void {
    this.passed.push({ why, line, endLine });
    if (why !== 'rule') return;
    // A ruled line ends what a label or a step of a lab was the head of; a wide double one ends a chapter.
    const ends = () => wide || this.#section.label || isInstruction(this.#section.title);
    while (this.#open.length > 1 && ends()) this.#open.pop();
    this.#endLists();
  }

  /** What begins anew leaves the list that a plain line was the head of. */
  #begin(): void {
    if (this.#section.brief && this.#section.nodes.length > 0) this.#open.pop();
    this.#endLists();
  }

  /** Bullets behind numbers, below a line that was the head of the numbers. */
  #isOtherList(order: number | undefined, indent: number): boolean {
    const last = this.#section.nodes.at(-1);
    return (
      this.#section.brief &&
      last?.kind === 'text' &&
      last.from === 'item' &&
      last.indent === indent &&
      last.order !== undefined &&
      order === undefined
    );
  }

  #enter(title: string, level: number, line: number, brief = false): void {
    while (this.#section.level >= level && this.#open.length > 1) this.#open.pop();
    const parent = this.#section;
    const label = level === labelLevel;
    const entered = { title, level, line, label, brief, parent, nodes: [], sections: [], links: [] };
    parent.sections.push(entered);
    this.#open.push(entered);
    this.#endLists();
  }

  #hang(node: Node): void {
    (node.parent === undefined ? this.#section.nodes : node.parent.children).push(node);
  }

  #item({ line, endLine, indent, text, order, fresh = false }: BlockOf<'item'>): void {
    // Lines below a lead are what it announces; other lines of facts begin anew.
    const announced =
      this.#lead !== undefined && this.#lead.children.length === 0 && hangsOn(this.#lead, text);
    if ((fresh && !announced) || this.#isOtherList(order, indent)) this.#begin();
    const items = this.#items;
    while (items.length > 0 && (items.at(-1)?.indent ?? 0) >= indent) items.pop();
    const last = this.#ordered;
    const continues = order !== undefined && last?.order === order - 1 && last.indent === indent;
    const parent = continues ? last.parent : (items.at(-1) ?? this.#lead);
    const section = this.#section;
    const node: TextNode = {
      ...{ kind: 'text', from: 'item', text, quoted: false, children: [] },
      ...{ line, endLine, indent, section },
      ...(order === undefined ? {} : { order }),
      ...(parent === undefined ? {} : { parent }),
    };
    this.#hang(node);
    items.push(node);
    if (order !== undefined && (last === undefined || indent <= last.indent)) this.#ordered = node;
    noteLink(section, text);
  }

  /** Text, code and tables belong to the item they are indented under, else to the section. */
  #content(block: BlockOf<'paragraph' | 'table' | 'code' | 'quiz'>): void {
    const { line, endLine, indent } = block;
    if (block.kind === 'paragraph' && block.fresh === true) this.#begin();
    const items = this.#items;
    const lead = this.#lead;
    while (items.length > 0 && indent <= (items.at(-1)?.indent ?? 0)) items.pop();
    const hangs = block.kind !== 'paragraph' || (lead !== undefined && hangsOn(lead, block.text));
    const parent = items.at(-1) ?? (hangs ? lead : undefined);
    const section = this.#section;
    const base = { line, endLine, indent, section, ...(parent === undefined ? {} : { parent }) };
    if (block.kind !== 'paragraph') {
      this.#hang(nodeOf(block, base));
      // The code that a text announces is the first one below it.
      if (block.kind === 'code' && parent === lead) this.#lead = undefined;
      return;
    }
    const { text, quoted } = block;
    const node: TextNode = { kind: 'text', from: 'paragraph', text, quoted, children: [], ...base };
    this.#hang(node);
    noteLink(section, text);
    if (parent === undefined || (parent === lead && leadsOver(text)))
      this.#lead = leadsOver(text) ? node : undefined;
  }
}

function nodeOf(block: BlockOf<'table' | 'code' | 'quiz'>, base: NodeBase): Node {
  switch (block.kind) {
    case 'table':
      return { kind: 'table', header: block.header, rows: block.rows, ...base };
    case 'code':
      return { kind: 'code', tag: block.tag, lines: block.lines, ...base };
    case 'quiz':
      return { kind: 'quiz', quiz: block.quiz, ...base };
  }
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
