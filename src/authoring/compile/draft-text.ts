import type { Card } from '../../domain/cards/schema.ts';
import { cardFields } from '../format/deck-text.ts';
import { type CompiledDeck, cardOf } from './compile-notes.ts';
import type { Draft } from './drafts/draft.ts';
import { flagText } from './flags/flag.ts';
import { placeText } from './place.ts';

/** Plain YAML would read these as something other than text, or a reader would stumble. */
const isPlainSafe = (text: string): boolean =>
  /^[A-Za-z][\w ,.()/'+;%-]*$/.test(text) &&
  !/\s$|\s{2}/.test(text) &&
  !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);

const isBlockSafe = (text: string): boolean =>
  text.includes('\n') && !/^\s|[ \t]\n|\s$|\t|\n{3}|[^\n\u0020-\u007E\u00A1-\uD7FF\uE000-\uFEFE]/.test(text);

function scalar(value: string | number | boolean, indent: string): string {
  if (typeof value !== 'string') return String(value);
  if (isPlainSafe(value)) return value;
  if (isBlockSafe(value)) return `|-\n${value.replace(/^(?=.)/gm, `${indent}  `)}`;
  // A string in JSON is a string in YAML; what YAML calls unprintable is written as an escape.
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value | undefined };

function field(name: string, value: Value, indent: string): string {
  if (typeof value !== 'object') return `${indent}${name}: ${scalar(value, indent)}\n`;
  if (!Array.isArray(value))
    return `${indent}${name}:\n${fields(value as Record<string, Value>, `${indent}  `)}`;
  const items = (value as readonly Value[]).map((item) => {
    if (typeof item !== 'object') return `${indent}  - ${scalar(item, `${indent}  `)}\n`;
    const inner = fields(item as Record<string, Value>, `${indent}    `);
    return `${indent}  - ${inner.slice(indent.length + 4)}`;
  });
  return `${indent}${name}:\n${items.join('')}`;
}

const fields = (record: Readonly<Record<string, Value | undefined>>, indent: string): string =>
  Object.entries(record)
    .map(([name, value]) => (value === undefined ? '' : field(name, value, indent)))
    .join('');

/** Lists of short words stand on one line, as in every deck. */
const flowList = (values: readonly Value[]): string =>
  `[${values.map((value) => (typeof value === 'string' && /^[\w:/.#-]+$/.test(value) && !/:$|^[-#]/.test(value) ? value : JSON.stringify(value))).join(', ')}]`;

const flowLists: ReadonlySet<string> = new Set(['tags', 'sources', 'previousIds']);

/** A card as an item of the list of cards, in canonical form, with a newline at its end. */
export function cardText(card: Card): string {
  const text = Object.entries(cardFields(card) as Record<string, Value>)
    .map(([name, value]) =>
      flowLists.has(name)
        ? `    ${name}: ${flowList(value as readonly Value[])}\n`
        : field(name, value, '    '),
    )
    .join('');
  return `  - ${text.slice(4)}`;
}

/** `notes.md:120 · flags: numeric, stale: …`: where a draft came from, and what to look at. One line. */
export function placeComment({ place, flags }: Pick<Draft, 'place' | 'flags'>): string {
  const marks = flags.length === 0 ? '' : ` \u00B7 flags: ${flags.map(flagText).join(', ')}`;
  return `  # ${placeText(place)}${marks}`.replace(/[\r\n]+/g, ' ');
}

export const draftText = (draft: Draft): string => `${placeComment(draft)}\n${cardText(cardOf(draft))}`;

/** Name under which a deck says how it was made, so that an update makes it the same way. */
const madeWith = '# Made by "aws-study compile';

export function deckText(deck: CompiledDeck, oneDeck: boolean): string {
  const head = [
    `${madeWith}${oneDeck ? ' --deck' : ''}" from notes. Drafts are not asked: "aws-study deck review" accepts them.`,
    `deck: ${scalar(deck.deck, '')}`,
    `title: ${scalar(deck.title, '')}`,
    `summary: ${scalar(deck.summary, '')}`,
    'cards:',
  ];
  return `${head.join('\n')}\n${deck.drafts.map(draftText).join('')}`;
}

/** Whether a deck's file came from notes. */
export const isCompiled = (text: string): boolean => text.includes(madeWith);

/** Whether a deck's file was made with everything in one deck. */
export const wasOneDeck = (text: string): boolean => text.includes(`${madeWith} --deck"`);
