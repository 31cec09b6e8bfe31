/** A piece of a text that was marked: `code`, **strong**, *emphasis* or ==highlight==. Offsets are into the cleaned text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: 'code' | 'strong' | 'emphasis' | 'highlight';
}

/** A line of notes without its marks of emphasis and its links; code keeps its backticks. */
export interface CleanText {
  readonly text: string;
  readonly spans: readonly Span[];
}

const imagePattern = /!\[[^[\]]{0,300}\]\([^()\s]{0,2000}(?:\s"[^"]{0,200}")?\)/g;
const linkPattern =
  /\[{1,2}([^[\]]{0,300})\]{1,2}\(<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,200})?)>?(?:\s"[^"]{0,200}")?\)/g;
const autolinkPattern = /<(https?:\/\/[^<>\s]{1,2000})>/g;
const barePattern = /(?<![`"(\w])https?:\/\/[^\s<>`"')\]]{1,2000}/g;

/** Words of a link that say nothing without it. */
const emptyLinkText =
  /^(?:click(?: here)?|here|link|more|read more|this|this link|demo|docs?|source|see|url)$/i;

/** Addresses that a text links to, in order. */
export function linksIn(text: string): string[] {
  if (!text.includes('http')) return [];
  const links = [
    ...[...text.matchAll(linkPattern)].map((match) => match[2] ?? ''),
    ...[...text.matchAll(autolinkPattern)].map((match) => match[1] ?? ''),
    ...[...text.matchAll(barePattern)].map((match) => match[0].replace(/[.,;:]+$/, '')),
  ];
  return [...new Set(links)].filter((link) => /^https?:\/\//.test(link));
}

/** Links become their words, images go. What is left in brackets without words goes too. */
export function withoutLinks(text: string): string {
  if (!/[[<(]|https?:/.test(text)) return text;
  return text
    .replace(imagePattern, ' ')
    .replace(linkPattern, (_, words: string) => (emptyLinkText.test(words.trim()) ? ' ' : words))
    .replace(autolinkPattern, ' ')
    .replace(barePattern, (url, at: number) => (isInCode(text, at) ? url : ' '))
    .replace(/(?<=\s)\((?:see|e\.?g\.?|at|from|via)?\s*\)/gi, ' ')
    .replace(/[ ]{2,}/g, ' ')
    .replace(/ ([.,;])/g, '$1')
    .trim();
}

/** Roughly whether an offset is inside backticks. */
const isInCode = (text: string, at: number): boolean =>
  (text.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;

/** Code first: nothing inside it is a mark. */
const markPattern =
  /(`+)([^`]{1,600})\1|\*\*(?!\s)([^*]{1,600}?)(?<!\s)\*\*|__(?!\s)([^_]{1,600}?)(?<!\s)__(?!\w)|(?<![\w*])\*(?![\s*])([^*]{1,300}?)(?<!\s)\*(?![\w*])|(?<![\w_])_(?![\s_])([^_]{1,300}?)(?<!\s)_(?!\w)|(?<![=\w])==(?![\s=])([^=]{1,300}?)(?<!\s)==(?![=])/g;

/** Takes the marks off and remembers where they were. */
export function clean(source: string): CleanText {
  // Most pieces of notes have no marks, and are asked about more than once.
  if (!/[`*_<[(]|==|https?:/.test(source)) return { text: source, spans: [] };
  // Strong and emphasised at once (`_**x**_`) is strong.
  const linkless = withoutLinks(source).replace(
    /(?<![\w_])_(\*\*[^*]{1,300}\*\*)_(?!\w)|\*(\*\*[^*]{1,300}\*\*)\*/g,
    '$1$2',
  );
  let text = '';
  let last = 0;
  const spans: Span[] = [];
  for (const match of linkless.matchAll(markPattern)) {
    text += escaped(linkless.slice(last, match.index));
    last = match.index + match[0].length;
    const [, , code, strong, strong2, emphasis, emphasis2, highlight] = match;
    const start = text.length;
    if (code !== undefined) {
      text += `\`${code.trim()}\``;
      spans.push({ start, end: text.length, mark: 'code' });
    } else {
      // A marked text may hold code; the marks inside it are not looked at again, the backticks stay.
      text += escaped(strong ?? strong2 ?? emphasis ?? emphasis2 ?? highlight ?? '');
      const isStrong = strong !== undefined || strong2 !== undefined;
      const mark = isStrong ? 'strong' : highlight !== undefined ? 'highlight' : 'emphasis';
      spans.push({ start, end: text.length, mark });
    }
  }
  text += escaped(linkless.slice(last));
  return { text, spans };
}

/** A placeholder such as <bucket> would be taken for HTML, and a lone star for emphasis: both become code. */
function escaped(text: string): string {
  if (!/[<*]/.test(text)) return text;
  return text
    .replace(/\*{2,}/g, '')
    .replace(/(?<![`\w])<(?=[A-Za-z/])([^<>`\n]{1,60})>/g, '`<$1>`')
    .replace(/(?<![`\w*])([\w:]+:\*)(?![\w`*])/g, '`$1`')
    .replace(/(?<!\w)\*(?=[A-Za-z])/g, '');
}

/** Words only, for slugs, labels and comparing. */
export const plain = (source: string): string =>
  clean(source).text.replace(/`/g, '').replace(/\s+/g, ' ').trim();

/** Words in lower case, without signs. */
export const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu) ?? [];
