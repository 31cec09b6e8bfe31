/** Shapes of single lines, all anchored and bounded: none can be made to backtrack for long. */

export interface ItemShape {
  /** Columns that the marker and the blanks after it take. */
  readonly width: number;
  readonly order?: number;
  readonly text: string;
}

const itemPattern = /^([-*+\u2022\u25E6\u25AA\u2023]|\d{1,3}[.)]|[a-hA-H][.)])(\s+)(\S.*)$/;

export function itemShape(text: string, insideList: boolean): ItemShape | undefined {
  const match = itemPattern.exec(text);
  if (match === null) return undefined;
  const [, mark = '', gap = '', rest = ''] = match;
  // "A. Smith" begins a sentence; "a." is a step only below another item, "a)" anywhere.
  if (/^[a-z]/i.test(mark) && !insideList && !/^[a-h]\)/.test(mark)) return undefined;
  const width = mark.length + gap.length;
  if (/^[a-z]/i.test(mark)) return { width, order: mark.toLowerCase().charCodeAt(0) - 96, text: rest };
  return /^\d/.test(mark) ? { width, order: Number.parseInt(mark, 10), text: rest } : { width, text: rest };
}

/** `1. **Step**` alone, a marker without text, is nothing. */
export const isBareMarker = (text: string): boolean => /^(?:[-*+\u2022]|\d{1,3}[.)])$/.test(text);

export interface HeadingShape {
  readonly level: number;
  readonly text: string;
}

export function headingShape(text: string): HeadingShape | undefined {
  const match = /^(#{1,6})(?:\s+(.*))?$/.exec(text);
  if (match === null) return undefined;
  const words = (match[2] ?? '').replace(/\s+#{1,10}\s*$/, '').trim();
  return { level: match[1]?.length ?? 1, text: words };
}

/** Numbering, a tag such as [LEGACY], trailing dashes and colons are no part of a heading's words. */
export const headingWords = (text: string): string =>
  text
    .replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.):]?\s+)/, '')
    .replace(/^\[[A-Z ]{2,20}\]\s*/, '')
    .replace(/[\s:\-\u2013\u2014=_.]+$/, '')
    .trim();

export const isRule = (text: string): boolean =>
  /^(?:([-=*_+~#\u2500\u2550])(?:\s{0,3}\1){2,})\s*$/.test(text);

export const isOnlySigns = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** An arrow that points at a note of the writer: `## <---- look at this again`. */
export const isArrowNote = (text: string): boolean => /^<-{2,}/.test(text);

export const isImageOnly = (text: string): boolean =>
  /^(?:!\[[^[\]]{0,300}\]\([^()]{0,2000}\)\s*|!\[\[[^[\]]{0,300}\]\]\s*|<img\b[^<>]{0,2000}>\s*)+$/i.test(
    text,
  );

export const isContents = (text: string): boolean => /^(?:\{\{\s*toc\s*\}\}|\[\[?_?toc_?\]?\])$/i.test(text);

export const isBoldLine = (text: string): boolean =>
  /^_?(?:\*\*|__)(?!\s)[^*_]{1,120}(?:\*\*|__)_?:?$/.test(text);

const verb =
  /\b(?:is|are|was|were|be|has|have|had|can|cannot|can't|could|will|would|must|may|should|does|do|did|don't|doesn't|lets?|uses?|needs?|allows?|provides?|supports?|runs?|gives?|makes?|takes?|means|note|we|you|it|i)\b/i;

/** A few words without a sentence in them, such as `Storage Types` or `Consumer types:`. */
export function isLabelText(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 8 || text.length > 90 || isOnlySigns(text)) return false;
  if (/[.!?,;|]$|->|https?:|^\W*[a-z]+\s*=|[{}<>|]/.test(text)) return false;
  return !verb.test(text) && /^["'`(*_]{0,3}[\p{Lu}\d`]/u.test(text) && !/:\s+\S/.test(text);
}

/** `LOAD BALANCING` alone on its line: a chapter of notes that have no other headings. */
export const isCapitals = (text: string): boolean =>
  text.length <= 60 &&
  text.split(/\s+/).length <= 6 &&
  /^\p{Lu}[\p{Lu}\d&/+'-]*(?: [\p{Lu}\d&/+'-]+)*:?$/u.test(text);

/** `Name: MyVPC`: a label and a value, no sentence. */
export const isSetting = (text: string): boolean =>
  /^[\w .#/()-]{1,40}:\s*\S/.test(text) && !/[.!?]$/.test(text);

/** A value that only somebody's own lab has: an address range, a zone, a name in one piece. */
export const isLabValue = (text: string): boolean => {
  const value = text.replace(/^[^:]{0,40}:\s*/, '');
  return (
    /\d{1,3}(?:\.\d{1,3}){3}|\b[a-z]{2}-[a-z]+-\d[a-z]?\b/.test(value) ||
    /^[\w-]+(?:,\s*[\w-]+)*$/.test(value)
  );
};
