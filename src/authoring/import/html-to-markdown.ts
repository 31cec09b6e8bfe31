import { MarkdownWriter } from './markdown-writer.ts';

/** Tags whose content is never text. */
const silent = new Set([
  'script',
  'style',
  'head',
  'title',
  'iframe',
  'object',
  'noscript',
  'template',
  'svg',
]);

export interface Converted {
  readonly markdown: string;
  /** Files that the text shows or plays. */
  readonly media: readonly string[];
}

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y;

/**
 * The text of a field of HTML as Markdown. Only text and plain structure come through: scripts, styles, handlers and
 * unknown tags are left out. Time grows with the length of the text and no faster.
 */
export function htmlToMarkdown(html: string): Converted {
  const writer = new MarkdownWriter();
  let lowered: string | undefined;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) writer.text(html.slice(at, end));
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close === -1 ? html.length : close + 3;
      continue;
    }
    tag.lastIndex = open;
    const found = tag.exec(html);
    if (found === null) {
      writer.text('&lt;');
      at = open + 1;
      continue;
    }
    const [whole, slash, rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    at = open + whole.length;
    if (slash === '/') {
      writer.close(name);
    } else if (silent.has(name)) {
      lowered ??= html.toLowerCase();
      const close = lowered.indexOf(`</${name}`, at);
      const after = close === -1 ? -1 : html.indexOf('>', close);
      at = after === -1 ? html.length : after + 1;
    } else {
      writer.open(name, attributes);
    }
  }
  return writer.finish();
}
