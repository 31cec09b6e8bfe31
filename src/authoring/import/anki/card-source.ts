import type { Card } from '../../../domain/cards/index.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';

/** Name of the field in which a note that comes from here carries its card, so that nothing is lost on the way back. */
export const sourceField = 'aws-study source';

export interface CardSource {
  readonly deck: string;
  /** The card's fields; the schema sees them when they are read back. */
  readonly card: Readonly<Record<string, unknown>>;
  /** Whether the note still shows what was exported. */
  readonly untouched: boolean;
}

const shown = (fields: readonly string[]) => fingerprint(fields.join('\u001F'));

/** Signs of HTML are written as escapes: an editor of HTML leaves the text alone then. */
export const writeSource = (deck: string, card: Card, fields: readonly string[]): string =>
  JSON.stringify({ deck, card, shown: shown(fields) }).replace(
    /[<>&\u007F-\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What a note carries of its card; undefined where that cannot be read. */
export function readSource(text: string, fields: readonly string[]): CardSource | undefined {
  try {
    const value = JSON.parse(text) as { deck?: unknown; card?: unknown; shown?: unknown } | null;
    const { deck, card } = value ?? {};
    if (typeof deck !== 'string' || typeof card !== 'object' || card === null || Array.isArray(card))
      return undefined;
    return { deck, card: card as Record<string, unknown>, untouched: value?.shown === shown(fields) };
  } catch {
    return undefined;
  }
}
