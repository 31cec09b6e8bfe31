import { fingerprint } from '../../domain/fingerprint.ts';
import { longestSlug, slugPattern } from '../../domain/ids.ts';

/** Lower-kebab from any text: accents and signs go; undefined where no letter is left. */
export function slugOf(text: string, most = longestSlug): string | undefined {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  const cut = plain.slice(0, most).replace(/-+$/, '');
  return cut === '' ? undefined : cut;
}

const longestWords = 48;

/**
 * The id of an imported card: the one it had, where that is an id of this deck; else made from what the other program
 * knows it by; else from what it asks. The same file gives the same ids, so that a second import finds the first.
 */
export function importedId(deck: string, key: string | undefined, asked: string): string {
  if (key?.startsWith(`${deck}-`) === true && slugPattern.test(key) && key.length <= longestSlug) return key;
  const words = slugOf(asked.replace(/\{\{c\d+::|\}\}|::/g, ' '), longestWords);
  if (key === undefined) {
    const name = words === undefined ? '' : `${words}-`;
    return fitted(deck, `${name}${fingerprint(asked).slice(0, 8)}`);
  }
  const known = slugOf(key);
  // A key that reads as a name is kept; one made by a machine is not worth reading, and its spelling may be all signs.
  if (known === key && /[a-z]{3}/.test(key) && key.includes('-')) return fitted(deck, key);
  return fitted(deck, fingerprint(key).slice(0, 12));
}

/** Within the longest id, whatever the deck is called; what is cut off is told apart by its fingerprint. */
function fitted(deck: string, name: string): string {
  const id = `${deck}-${name}`;
  if (id.length <= longestSlug) return id;
  const mark = fingerprint(name).slice(0, 8);
  const kept = id.slice(0, Math.max(deck.length, longestSlug - 9)).replace(/-+$/, '');
  return `${kept}-${mark}`;
}
