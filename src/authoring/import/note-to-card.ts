import { htmlToMarkdown } from './html-to-markdown.ts';
import type { FoundCard, Skipped } from './imported.ts';

export type NoteKind = 'basic' | 'reversed' | 'typed' | 'cloze';

/** A note of Anki, from an archive or from text. */
export interface Note {
  readonly kind: NoteKind;
  readonly fields: readonly string[];
  /** Names of the fields, where they are known. */
  readonly names?: readonly string[];
  readonly html: boolean;
  readonly guid?: string | undefined;
  /** Parents and children separated by `::`. */
  readonly deck?: string | undefined;
  readonly tags: readonly string[];
  readonly place: string;
}

export interface NoteOutcome {
  readonly card?: FoundCard;
  readonly skipped?: Skipped;
  readonly media: readonly string[];
}

/** Longer than any card's text may be, with room for tags. */
const longestField = 40_000;
const whyMark = /<hr class="?why"?\s*\/?>/;

/** A note as a card: its first field asks, the second answers, what else there is teaches. */
export function noteToCard(note: Note): NoteOutcome {
  const { place, kind, guid, deck } = note;
  if (note.fields.some((field) => field.length > longestField))
    return { skipped: { place, why: 'a field is longer than a card may be' }, media: [] };
  const media: string[] = [];
  const toText = (field: string) => {
    if (!note.html) return field.trim();
    const converted = htmlToMarkdown(field);
    media.push(...converted.media);
    return converted.markdown;
  };
  const asked = toText(note.fields[0] ?? '');
  const [answerHtml = '', ...teaching] = kind === 'cloze' ? [''] : (note.fields[1] ?? '').split(whyMark);
  const back = toText(answerHtml);
  const extra = note.fields.slice(kind === 'cloze' ? 1 : 2).map((field, index) => ({
    name: note.names?.[index + (kind === 'cloze' ? 1 : 2)] ?? '',
    text: toText(field),
  }));
  const why = [...teaching.map(toText), ...extra.map(labelled)].filter((text) => text !== '').join('\n\n');
  if (asked === '') return { skipped: { place, why: 'its first field is empty' }, media };
  const content = contentOf(kind, asked, back);
  if (typeof content === 'string') return { skipped: { place, why: content }, media };
  const path = (deck ?? '').split('::').map((step) => step.trim());
  const card: FoundCard = {
    key: guid === '' ? undefined : guid,
    deck: path[0] === '' ? undefined : path[0],
    topic: path.length > 1 ? path.at(-1) : undefined,
    tags: note.tags,
    fields: { ...content, ...(why === '' ? {} : { why }) },
    place,
  };
  return { card, media };
}

/** Fields that only teach need no name before them. */
const labelled = ({ name, text }: { readonly name: string; readonly text: string }): string =>
  text === '' || name === '' || /^(?:(?:back )?extra|why|notes?|explanation|back)$/i.test(name)
    ? text
    : `**${name}:** ${text}`;

function contentOf(kind: NoteKind, asked: string, back: string): Record<string, unknown> | string {
  if (kind === 'cloze') {
    const text = flatCloze(asked);
    if (/image-occlusion:/.test(text)) return 'it asks for parts of a picture';
    return /\{\{c\d+::/.test(text) ? { kind: 'cloze', text } : 'it has no blank';
  }
  if (back === '') return 'its answer is empty';
  if (kind === 'typed') return { kind: 'text', front: asked, accept: [back] };
  return { kind: 'basic', front: asked, back, ...(kind === 'reversed' ? { reverse: true } : {}) };
}

/** Blanks inside of blanks are filled in: only the outer one is asked. */
export function flatCloze(text: string): string {
  const open = /\{\{c\d+::|\}\}/g;
  let [depth, at, flat] = [0, 0, ''];
  for (const { 0: mark, index } of text.matchAll(open)) {
    const piece = text.slice(at, index);
    // The hint of an inner blank goes with it.
    flat += depth > 1 ? piece.replace(/::[\s\S]*$/, '') : piece;
    at = index + mark.length;
    if (mark === '}}') {
      if (depth <= 1) flat += mark;
      depth = Math.max(0, depth - 1);
    } else {
      depth += 1;
      if (depth === 1) flat += mark;
    }
  }
  return flat + text.slice(at);
}
