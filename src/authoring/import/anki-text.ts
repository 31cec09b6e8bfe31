import { UserError } from '../../errors.ts';
import type { Found, FoundCard, Skipped } from './imported.ts';
import { type NoteKind, noteToCard } from './note-to-card.ts';
import { guessSeparator, readSeparated } from './read-separated.ts';

const separators: Readonly<Record<string, string>> = {
  ...{ tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|', colon: ':' },
  ...{ '\\t': '\t', ',': ',', ';': ';', '|': '|', ':': ':' },
};

/** Text that Anki exports or imports, with its `#` headers. @see https://docs.ankiweb.net/importing/text-files.html */
export function readAnkiText(source: string): Found {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { header, body, lines } = splitHeader(text);
  const named = header.get('separator');
  const separator =
    named === undefined
      ? guessSeparator(body, () => false)
      : (separators[named.toLowerCase()] ?? named[0] ?? '\t');
  const html = header.has('html') ? header.get('html') === 'true' : looksLikeHtml(body);
  const column = (name: string) => Number(header.get(`${name} column`) ?? 0) - 1;
  const special = {
    guid: column('guid'),
    notetype: column('notetype'),
    deck: column('deck'),
    tags: column('tags'),
  };
  const taken = new Set(Object.values(special));
  const cards: FoundCard[] = [];
  const skipped: Skipped[] = [];
  const media: string[] = [];
  for (const { cells, line } of readSeparated(body, separator)) {
    if (cells[0]?.startsWith('#') === true) continue;
    const at = (index: number) => (index < 0 ? undefined : cells[index]);
    const fields = cells.filter((_, index) => !taken.has(index));
    const notetype = at(special.notetype) ?? header.get('notetype') ?? '';
    const outcome = noteToCard({
      kind: kindOf(notetype, fields),
      fields,
      html,
      guid: at(special.guid),
      deck: at(special.deck) ?? header.get('deck'),
      tags: `${at(special.tags) ?? ''} ${header.get('tags') ?? ''}`.split(/\s+/).filter((tag) => tag !== ''),
      place: `line ${line + lines}`,
    });
    media.push(...outcome.media);
    if (outcome.card !== undefined) cards.push(outcome.card);
    if (outcome.skipped !== undefined) skipped.push(outcome.skipped);
  }
  if (cards.length + skipped.length === 0)
    throw new UserError(
      'there are no notes in this file.',
      'Each line is a note, its fields separated by tabs.',
    );
  return { cards, skipped, losses: [], media: [...new Set(media)] };
}

/** Lines such as `#html:true` at the top; other lines with # there are comments. */
function splitHeader(text: string): {
  readonly header: ReadonlyMap<string, string>;
  readonly body: string;
  readonly lines: number;
} {
  const header = new Map<string, string>();
  let [at, lines] = [0, 0];
  while (text[at] === '#') {
    const end = text.indexOf('\n', at);
    const line = text.slice(at + 1, end === -1 ? text.length : end);
    const colon = line.indexOf(':');
    if (colon > 0) {
      const value = line.slice(colon + 1);
      header.set(line.slice(0, colon).trim().toLowerCase(), value.trim() === '' ? value : value.trim());
    }
    lines += 1;
    at = end === -1 ? text.length : end + 1;
  }
  return { header, body: text.slice(at), lines };
}

const looksLikeHtml = (body: string): boolean =>
  /<\/?(?:b|i|u|br|div|p|ul|ol|li|code|pre|img|span|table|strong|em)\b[^<>]*>|&(?:lt|gt|amp|nbsp|quot);/i.test(
    body,
  );

function kindOf(notetype: string, fields: readonly string[]): NoteKind {
  if (/cloze/i.test(notetype) || /\{\{c\d+::/.test(fields[0] ?? '')) return 'cloze';
  if (/revers/i.test(notetype)) return 'reversed';
  return /type in/i.test(notetype) ? 'typed' : 'basic';
}
