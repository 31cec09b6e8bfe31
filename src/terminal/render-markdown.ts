import { Marked, type Token, type Tokens } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { safeText } from './safe-text.ts';
import type { Theme } from './theme.ts';
import { widthOf } from './wrap.ts';

const identity = (text: string) => text;

/** Markdown by marked and marked-terminal, fitted to what cards need. Returns text that is not yet wrapped. */
export function makeRenderer(theme: Theme): (text: string, width: number) => string {
  let columns = 80;
  const engine = new Marked({ gfm: true });
  engine.use(
    markedTerminal({
      reflowText: false,
      emoji: false,
      showSectionPrefix: false,
      tab: 2,
      strong: theme.strong,
      em: theme.strong,
      del: theme.dim,
      codespan: theme.colors ? theme.code : (text: string) => `\`${text}\``,
      code: theme.code,
      heading: theme.strong,
      firstHeading: theme.strong,
      blockquote: theme.dim,
      link: identity,
      href: identity,
      text: identity,
      paragraph: identity,
      html: identity,
      hr: theme.dim,
      listitem: identity,
      table: identity,
      tableOptions: {
        style: { head: theme.colors ? ['bold'] : [], border: theme.colors ? ['gray'] : [] },
        ...(theme.signs.rule === '-' ? { chars: asciiBorder } : {}),
      },
    }) as never,
    {
      renderer: {
        // marked-terminal prints the text of a list item as it was written: its marks are parsed here.
        text(token) {
          return 'tokens' in token && token.tokens !== undefined
            ? this.parser.parseInline(token.tokens as Token[])
            : (token as Tokens.Text).text;
        },
        link(token) {
          const text = this.parser.parseInline(token.tokens);
          // What was an address already is not said twice: user@host, www.host.
          return token.href.replace(/^(?:mailto:|http:\/\/)/, '') === text || text === token.href
            ? text
            : `${text} (${token.href})`;
        },
        // marked-terminal draws it as wide as the window.
        hr: () => `${theme.dim(theme.signs.rule.repeat(Math.min(columns, 40)))}\n\n`,
        image: (token) => `[image: ${token.text || token.href}]`,
        // The highlighter decides on colors by itself; without colors it is not asked.
        code: (token) => (theme.colors ? false : `${indent(token.text)}\n\n`),
        table(token) {
          return tableFits(token, columns)
            ? false
            : records(token, (cell) => this.parser.parseInline(cell.tokens), theme);
        },
      },
    },
  );
  return (text, width) => {
    columns = width;
    return String(engine.parse(withoutHiddenCodes(text)))
      .replace(/\u001B(?!\[[\d;]*m)/g, '')
      .replace(/^\n+|\s+$/g, '')
      .replace(/\n{3,}/g, '\n\n');
  };
}

/** `&#27;` and the like would bring back, after the text was made safe, what was taken out of it. */
const withoutHiddenCodes = (text: string) =>
  text.replace(/&(?:#(x[\da-f]+|\d+)|lrm|rlm)(?:;|\b)/gi, (reference, code?: string) => {
    const point = Number(code?.replace(/^x/i, '0x'));
    const isCharacter = point > 0 && point <= 0x10ffff;
    return isCharacter && safeText(String.fromCodePoint(point)) !== '' ? reference : '';
  });

const corners = ['top-mid', 'top-left', 'top-right', 'bottom-mid', 'bottom-left', 'bottom-right'];
const crossings = ['left-mid', 'mid-mid', 'right-mid'];

/** Borders of tables where the terminal has no box-drawing characters. */
const asciiBorder: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...corners, ...crossings].map((place) => [place, '+'])),
  ...Object.fromEntries(['top', 'bottom', 'mid'].map((place) => [place, '-'])),
  ...Object.fromEntries(['left', 'right', 'middle'].map((place) => [place, '|'])),
};

const indent = (text: string) =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

/** Border and padding take three columns a cell and one more. */
function tableFits({ header, rows }: Tokens.Table, columns: number): boolean {
  const widths = header.map((cell, column) =>
    Math.max(widthOf(cell.text), ...rows.map((row) => widthOf(row[column]?.text ?? ''))),
  );
  return widths.reduce((sum, width) => sum + width + 3, 1) <= columns;
}

/** A table too wide for the screen, as one block of "column: value" lines a row. */
function records(
  { header, rows }: Tokens.Table,
  inline: (cell: Tokens.TableCell) => string,
  theme: Theme,
): string {
  const blocks = rows.map((row) =>
    row.map((cell, column) => `${theme.strong(`${header[column]?.text ?? ''}:`)} ${inline(cell)}`).join('\n'),
  );
  return `${blocks.join('\n\n')}\n\n`;
}
