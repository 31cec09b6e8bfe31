import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { readDocument, tidy, writeDocument } from '../format/format-deck.ts';
import { isAwsSource } from './aws-source.ts';
import { hiddenCharacters } from './cards/control-characters.ts';
import { withoutTrailingSpace } from './file-rules.ts';

export interface FixedDeck {
  readonly text: string;
  /** What was done, by rule. */
  readonly fixes: Readonly<Record<string, number>>;
}

/** Rules with a certain fix. */
export const fixable = ['key-order', 'card-source', 'duplicate-tag', 'control-characters', 'trailing-space'];

/**
 * The text of a deck with what can be mended without judgement: fields in order, http as https for pages of AWS, tags
 * and sources that stand twice, invisible characters, space at line ends. Comments are kept. Undefined where there is
 * nothing to mend, or the text is no deck.
 */
export function fixDeck(
  source: string,
  wanted: ReadonlySet<string> = new Set(fixable),
): FixedDeck | undefined {
  const fixes: Record<string, number> = {};
  const count = (rule: string, times: number) => {
    if (times > 0) fixes[rule] = (fixes[rule] ?? 0) + times;
  };
  const stripped = wanted.has('trailing-space') ? withoutTrailingSpace(source) : undefined;
  const start = stripped ?? source;
  if (stripped !== undefined) count('trailing-space', lineEnds(source) - lineEnds(stripped));
  const document = readDocument(start.replace(/^\uFEFF/, ''));
  const cards = document?.get('cards', true);
  if (document === undefined || !isSeq(cards)) return undefined;
  for (const card of cards.items) {
    if (!isMap(card)) continue;
    if (wanted.has('card-source')) count('card-source', useHttps(card as YAMLMap));
    if (wanted.has('duplicate-tag')) count('duplicate-tag', dropTwins(card as YAMLMap));
    if (wanted.has('control-characters')) count('control-characters', dropHidden(card));
  }
  if (wanted.has('key-order')) {
    const order = fieldOrder(cards.items);
    tidy(document);
    const after = fieldOrder(cards.items);
    count('key-order', order.filter((names, index) => names !== after[index]).length);
  }
  const names = Object.keys(fixes);
  if (names.length === 0) return undefined;
  return { text: names.join() === 'trailing-space' ? start : writeDocument(document), fixes };
}

const lineEnds = (text: string): number => text.match(/[ \t]+(?=\r?\n|$)/g)?.length ?? 0;

const fieldOrder = (cards: readonly unknown[]): string[] =>
  cards.map((card) => (isMap(card) ? card.items.map((pair) => String(pair.key)).join() : ''));

function useHttps(card: YAMLMap): number {
  const sources = card.get('sources', true);
  if (!isSeq(sources)) return 0;
  let changed = 0;
  for (const source of sources.items) {
    if (!isScalar(source) || typeof source.value !== 'string') continue;
    const secure = source.value.replace(/^http:/i, 'https:');
    if (secure === source.value || !isAwsSource(secure)) continue;
    source.value = secure;
    changed += 1;
  }
  return changed;
}

function dropTwins(card: YAMLMap): number {
  let dropped = 0;
  for (const field of ['tags', 'sources']) {
    const list = card.get(field, true);
    if (!isSeq(list)) continue;
    const seen = new Set<unknown>();
    const kept = list.items.filter((item) => {
      const value = isScalar(item) ? item.value : item;
      const isTwin = seen.has(value);
      seen.add(value);
      return !isTwin;
    });
    dropped += list.items.length - kept.length;
    list.items = kept;
  }
  return dropped;
}

/** Takes invisible characters out of every text below a node. */
function dropHidden(node: unknown): number {
  if (isMap(node)) return node.items.reduce((sum, pair) => sum + dropHidden(pair.value), 0);
  if (isSeq(node)) return node.items.reduce((sum: number, item) => sum + dropHidden(item), 0);
  if (!isScalar(node) || typeof node.value !== 'string') return 0;
  const visible = node.value.replace(hiddenCharacters, '');
  if (visible === node.value || visible.trim() === '') return 0;
  node.value = visible;
  delete node.srcToken;
  return 1;
}
