/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), from a chosen start. */
function fnv1a(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A short name for a text: 16 hex digits. Two runs of FNV-1a from different starts; it tells whether a card changed
 * and finds a renamed one again. Not for secrets.
 */
export function fingerprint(text: string): string {
  const normal = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const [first, second] = [fnv1a(normal, 0x811c9dc5), fnv1a(`${normal}\u0000`, 0x9747b28c)];
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0');
}
