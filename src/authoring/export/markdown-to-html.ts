import { Marked } from 'marked';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

/** HTML in a card is shown as it is written, never carried out; pictures are named. */
const engine = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text, href }) => escapeHtml(`[image: ${text || href}]`),
  },
});

/** A card's Markdown as HTML, for programs that show fields in a browser. A text of one paragraph gets no frame. */
export function markdownToHtml(markdown: string): string {
  const html = String(engine.parse(markdown)).trim();
  const single = /^<p>((?:(?!<p>|<\/p>)[\s\S])*)<\/p>$/.exec(html)?.[1];
  return (single ?? html).replace(/\n+$/, '');
}
