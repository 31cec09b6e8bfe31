const abbreviation =
  /(?:\b(?:e\.?g|i\.?e|vs|eg|ex|approx|incl|min|max|no|fig|cf|resp|a\.k\.a|aka)|\b[A-Z])\.$/i;

/** The sentences of a running text. A full stop inside code, brackets or a number ends none. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  let inCode = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '`') inCode = !inCode;
    else if (inCode) continue;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    else if ((character === '.' || character === '!' || character === '?') && depth === 0) {
      let end = index + 1;
      while (end < text.length && /["'*_)]/.test(text[end] ?? '')) end += 1;
      const isEnd = end >= text.length || /\s/.test(text[end] ?? '');
      if (!isEnd || abbreviation.test(text.slice(Math.max(start, index - 12), index + 1))) continue;
      sentences.push(text.slice(start, end).trim());
      start = end;
    }
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** Takes an example off the end of a text: "…, e.g. thumbnails" is no part of an answer. */
export function withoutExample(text: string): { readonly text: string; readonly example?: string } {
  const match = /^(.{12,}?)[\s,;(]+(?:e\.?g\.?|for example|for eg|ex|eg)[,:.]?\s+(.{3,}?)\)?\.?$/i.exec(text);
  if (match === null) return { text };
  const [, before = '', example = ''] = match;
  // An open bracket would stay behind.
  return (before.split('(').length ?? 0) > before.split(')').length
    ? { text }
    : { text: before.trim(), example };
}

/** A name such as `buildspec.yml`, `gp3` or `/tmp` keeps its small letter. */
export const capitalised = (text: string): string =>
  /^[a-z][a-z'-]*(?:$|[\s,;:!?)/]|\.(?:\s|$))/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;

/** Begins in lower case where it may: names and code keep their capitals. */
export const lowered = (text: string): string =>
  /^[A-Z][a-z]+(?:\s|$|,)/.test(text) && !/^(?:Amazon|I)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

export const withoutStop = (text: string): string => text.replace(/[\s.;,:]+$/, '').trim();
