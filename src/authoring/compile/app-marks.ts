/** Pictures at the head of a line, of a heading, of an item or of its strong words: an ornament, or a bullet of its own. */
const leadingPicture =
  /^((?:#{1,6}\s+|[-*+]\s+|>\s?|\d{1,3}[.)]\s+)?(?:\*\*)?)(?:[\u{1F000}-\u{1FAFF}\u2600-\u27BF\u2B00-\u2BFF\u23E9-\u23FA\u{1F1E6}-\u{1F1FF}]|\uFE0F|\u20E3)+\s*/u;

/** `[[Bucket|buckets]]`: what is shown is the alias; a page's heading comes after a `#`. Embedded files are images. */
const wikilink = /(?<!!)\[\[(?!\s)([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?(?<!\s)\]\](?!\()/g;

const isContents = (words: string): boolean => /^_?toc_?$/i.test(words);

const wordsOfLink = (whole: string, page: string, alias: string | undefined): string => {
  if (isContents(page)) return whole;
  return alias ?? (page.startsWith('#') ? page.slice(1) : page.replace(/#\^?/, ': '));
};

/** Ticks and crosses in the cells of a table are words. */
const withoutTicks = (row: string): string =>
  row
    .replace(/(?<=\|\s{0,20})[\u2713\u2714\u2705\u2611]\uFE0F?(?=[\s|(])/gu, 'yes')
    .replace(/(?<=\|\s{0,20})[\u2717\u2718\u274C\u274E\u2715\u2716]\uFE0F?(?=[\s|(])/gu, 'no');

/**
 * A line without the marks that note-taking programs leave in their exports: Obsidian's links, tags, comments and anchors,
 * Notion's asides, pictures before headings, the times of a transcript.
 */
export function withoutAppMarks(text: string): string {
  if (text === '') return text;
  if (/^<\/?(?:aside|details|summary|br)\s*\/?>$/i.test(text) || /^%%.*%%$/.test(text)) return '';
  if (/^(?:#[\p{L}][\p{L}\p{N}_/-]*\s*)+$/u.test(text)) return '';
  let line = text;
  if (line.includes('[[')) line = line.replace(wikilink, wordsOfLink);
  if (line.startsWith('[')) line = line.replace(/^\[\d{1,2}:\d\d(?::\d\d)?\]\s+(?=\S)/, '');
  if (/[^\u0020-\u007E]/.test(line)) {
    if (line.includes('|')) line = withoutTicks(line);
    line = line.replace(leadingPicture, '$1');
  }
  if (line.includes('^')) line = line.replace(/\s\^[\w-]{2,40}$/, '');
  if (line.includes('#')) line = line.replace(/(?:\s#[\p{L}][\p{L}\p{N}_-]*\/[\p{L}\p{N}_/-]+)+$/u, '');
  // Exclamation marks for importance, before or behind a fact.
  line = line.replace(/^([-*+]\s+)?!{2,}\s+(?=\S)/, '$1');
  return line.endsWith('!!') ? withoutShouts(line) : line;
}

function withoutShouts(line: string): string {
  let end = line.length;
  while (line[end - 1] === '!') end -= 1;
  return line.slice(0, end).trimEnd();
}
