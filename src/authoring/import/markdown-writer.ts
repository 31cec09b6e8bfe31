import { attributeOf, decodeEntities, escapeLineStart, escapeMarks } from './html-text.ts';
import type { Converted } from './html-to-markdown.ts';
import { Pieces } from './pieces.ts';

const blocks = new Set([
  ...['p', 'div', 'section', 'article', 'blockquote', 'table', 'ul', 'ol', 'pre', 'dl', 'figure'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);

const marks: Readonly<Record<string, string>> = {
  ...{ b: '**', strong: '**', i: '*', em: '*' },
  ...{ del: '~~', s: '~~', strike: '~~' },
};

const isCode = (name: string) => name === 'code' || name === 'tt' || name === 'kbd';

interface List {
  readonly ordered: boolean;
  count: number;
}

const longestName = 300;

/** Writes Markdown while tags of HTML open and close. */
export class MarkdownWriter {
  readonly #out = new Pieces();
  readonly #lists: List[] = [];
  readonly #links: (string | undefined)[] = [];
  readonly #media: string[] = [];
  /** What is open of a block or a span of code. */
  #pre: string[] | undefined;
  #code: string[] | undefined;
  #language = '';
  #cells = 0;
  #rows = 0;

  text(raw: string): void {
    const text = decodeEntities(raw);
    const code = this.#pre ?? this.#code;
    if (code !== undefined) {
      code.push(text);
      return;
    }
    for (const [, name = ''] of text.matchAll(/\[sound:([^\]]{1,300})\]/g)) this.#media.push(name);
    const words = escapeMarks(text.replace(/[ \t\r\n\f\u00A0]+/g, ' '));
    if (words.startsWith(' ') && this.#out.spaceBeforeMark()) {
      this.#out.push(words.slice(1));
    } else if (this.#out.atSpace) {
      const trimmed = words.replace(/^ /, '');
      this.#out.push(this.#out.atLineStart ? escapeLineStart(trimmed) : trimmed);
    } else {
      this.#out.push(words);
    }
  }

  open(name: string, attributes: string): void {
    if (this.#pre !== undefined) {
      if (name === 'br') this.#pre.push('\n');
      if (name === 'code') this.#language = /language-([\w+-]{1,20})/.exec(attributes)?.[1] ?? '';
      return;
    }
    const mark = marks[name];
    if (mark !== undefined) this.#out.openMark(mark);
    else if (name === 'br') this.#out.newLine();
    else if (name === 'hr') this.#block('---');
    else if (isCode(name)) this.#code ??= [];
    else if (name === 'ul' || name === 'ol') this.#openList(name === 'ol');
    else if (name === 'li') this.#item();
    else if (name === 'a') this.#openLink(attributes);
    else if (name === 'img') this.#picture(attributes);
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#cell();
    else if (blocks.has(name)) this.#openBlock(name);
  }

  close(name: string): void {
    if (this.#pre !== undefined) {
      if (name === 'pre') this.#fence();
      return;
    }
    const mark = marks[name];
    if (mark !== undefined) this.#out.endMark(mark);
    else if (isCode(name)) this.#span();
    else if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
      if (this.#lists.length === 0) this.#out.paragraph();
    } else if (name === 'a') {
      const href = this.#links.pop();
      if (href !== undefined) this.#out.push(`](${href})`);
    } else if (name === 'tr') this.#closeRow();
    else if (blocks.has(name)) this.#out.paragraph();
  }

  finish(): Converted {
    if (this.#pre !== undefined) this.#fence();
    this.#span();
    return { markdown: this.#out.join(), media: [...new Set(this.#media)] };
  }

  #openBlock(name: string): void {
    // The first block inside of an item goes on in its line.
    if (!this.#out.atItem) this.#out.paragraph();
    if (name === 'pre') this.#pre = [];
    else if (name === 'table') this.#rows = 0;
    else if (/^h[1-6]$/.test(name)) this.#out.push(`${'#'.repeat(Number(name[1]))} `);
  }

  #openList(ordered: boolean): void {
    if (this.#lists.length === 0) this.#out.paragraph();
    this.#lists.push({ ordered, count: 0 });
  }

  #item(): void {
    const list = this.#lists.at(-1) ?? { ordered: false, count: 0 };
    list.count += 1;
    const above = this.#lists.slice(0, -1).slice(0, 8);
    const inset = above.reduce((sum, one) => sum + (one.ordered ? 3 : 2), 0);
    this.#out.newLine();
    this.#out.pushItem(`${' '.repeat(inset)}${list.ordered ? `${list.count}. ` : '- '}`);
  }

  #openLink(attributes: string): void {
    const href = attributeOf(attributes, 'href');
    const safe = href !== undefined && /^https?:\/\/[^\s()<>]+$/i.test(href) ? href : undefined;
    this.#links.push(safe);
    if (safe !== undefined) this.#out.push('[');
  }

  /** The picture itself is not copied: its name stands in its place, and in the list of media. */
  #picture(attributes: string): void {
    const source = attributeOf(attributes, 'src')?.slice(0, longestName);
    if (source === undefined) return;
    this.#media.push(source);
    const alt = (attributeOf(attributes, 'alt') ?? source).replace(/[[\]\\]/g, ' ');
    this.#out.push(`![${alt}](${source.replace(/[\s()<>\\]/g, '_')})`);
  }

  #openRow(): void {
    this.#out.newLine();
    this.#cells = 0;
  }

  #cell(): void {
    this.#out.push(this.#cells === 0 ? '| ' : ' | ');
    this.#cells += 1;
  }

  #closeRow(): void {
    if (this.#cells === 0) return;
    this.#out.push(' |');
    this.#rows += 1;
    if (this.#rows === 1) this.#out.push(`\n|${'---|'.repeat(Math.min(40, this.#cells))}`);
    this.#cells = 0;
  }

  #span(): void {
    if (this.#code === undefined) return;
    const code = this.#code.join('').replace(/\s+/g, ' ');
    this.#code = undefined;
    if (code.trim() === '') return;
    const ticks = '`'.repeat(longestRun(code) + 1);
    const pad = /^`|`$/.test(code) ? ' ' : '';
    this.#out.push(ticks + pad + code + pad + ticks);
  }

  #fence(): void {
    const code = (this.#pre ?? []).join('').replace(/^\n/, '').trimEnd();
    this.#pre = undefined;
    if (code === '') return;
    const ticks = '`'.repeat(Math.max(3, longestRun(code) + 1));
    this.#block(`${ticks}${this.#language}\n${code}\n${ticks}`);
    this.#language = '';
  }

  #block(text: string): void {
    this.#out.paragraph();
    this.#out.push(text);
    this.#out.paragraph();
  }
}

/** Length of the longest run of backticks. */
function longestRun(code: string): number {
  let longest = 0;
  for (const run of code.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
}
