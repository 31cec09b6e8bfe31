/** What Markdown would take for a mark gets a backslash; what reads as plain text stays as it is. */
export function escapeMarks(text: string): string {
  return text
    .replace(/\\(?=[\\`*_{}[\]()#+\-.!<>~|&])/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/\*+(?=\S)|(?<=\S)\*+/g, (marks) => marks.replace(/\*/g, '\\*'))
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-zA-Z/!?]|$)/g, '\\<')
    .replace(/\](?=[([])/g, '\\]')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/~~/g, '\\~\\~');
}

/** The start of a line that would begin a heading, a list, a quote or a rule. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+>](?=\s|$)|>|={3,}\s*$|-{3,}\s*$|\|)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ rarr: '→', larr: '←', times: '×', le: '≤', ge: '≥', ne: '≠', micro: 'µ', copy: '©', euro: '€' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', middot: '·', deg: '°', plusmn: '±' },
};

const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

/** `&lt;` and its like as the characters they mean; what is none stays. */
export function decodeEntities(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '';
  });
}

/** The value of an attribute, decoded. */
export function attributeOf(attributes: string, name: 'href' | 'src' | 'alt' | 'class'): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}
