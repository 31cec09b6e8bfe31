import { linksIn, plain } from '../inline.ts';
import type { Section, TextNode } from './outline.ts';

/** A text that goes on in the list below it: a colon, or a sentence that stops at "based on". */
export const leadsOver = (text: string): boolean =>
  /(?::|\b(?:on|as|by|to|of|for|are|is|with|following|include|includes))\s*$/i.test(text);

/** `**gp3**: …` below "Kinds of volumes:" is one of what the lead announces. */
export const hangsOn = (lead: TextNode, text: string): boolean =>
  /:\s*$/.test(lead.text) &&
  /^(?:\*\*|__|`)[^*_`:]{1,60}(?:\*\*|__|`)?(?: \([^()]{1,40}\))?(?::|\*\*:| -) \S/.test(text);

/** A line that is only a link, or "click here …", names a source of its section. */
export function noteLink(section: Section, text: string): void {
  if (section.links.length >= 5 || !text.includes('http')) return;
  const words = plain(text).split(' ').filter(Boolean);
  if (words.length <= 12) section.links.push(...linksIn(text).slice(0, 2));
}
