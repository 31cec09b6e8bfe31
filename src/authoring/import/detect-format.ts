import { beginsWithColumns } from './csv.ts';

export const importFormats = ['json', 'csv', 'anki-text', 'apkg', 'gift', 'markdown'] as const;

export type ImportFormat = (typeof importFormats)[number];

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);

const zipMark = [0x50, 0x4b];

/** What a file is, by its content; undefined where it is nothing that is known. */
export function detectFormat(bytes: Uint8Array): ImportFormat | undefined {
  if (startsWith(bytes, zipMark)) return 'apkg';
  // Every text format shows itself in its first lines.
  const start = new TextDecoder().decode(bytes.subarray(0, 64 * 1024)).replace(/^\uFEFF/, '');
  if (start.includes('\u0000')) return undefined;
  if (/^\s*[[{]/.test(start) && /"(?:decks|cards|front|stem|text)"/.test(start)) return 'json';
  if (/^#(?:separator|html|notetype|deck|tags|guid|columns)\b.*:/im.test(start.slice(0, 2000)))
    return 'anki-text';
  if (beginsWithColumns(start)) return 'csv';
  if (/^[QC]:/m.test(start)) return 'markdown';
  if (looksLikeGift(start)) return 'gift';
  const lines = start
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 5);
  if (lines.length === 0) return undefined;
  if (lines.every((line) => line.includes('\t'))) return 'anki-text';
  return lines.some((line) => /[,;|\t]/.test(line)) ? 'csv' : undefined;
}

function looksLikeGift(start: string): boolean {
  if (/^\s*(?:\$CATEGORY:|::[^:\n]+::)/m.test(start)) return true;
  return /(?<!\\)\{\s*(?:[=~#]|T(?:RUE)?\b|F(?:ALSE)?\b|\})/.test(start) && !start.includes('{{c');
}
