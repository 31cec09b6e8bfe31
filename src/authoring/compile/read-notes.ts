import { withoutAppMarks } from './app-marks.ts';
import { redact } from './flags/personal-data.ts';

/** A file of notes as it was read: its name as the user gave it, and its text. */
export interface NoteFile {
  readonly name: string;
  readonly text: string;
}

export interface NoteLine {
  /** From 1. */
  readonly number: number;
  /** Leading blanks; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** Without indentation and trailing blanks, repaired and freed of personal data. */
  readonly text: string;
  /** Kinds of personal data that were replaced: `account id`, `e-mail address`. */
  readonly personal: readonly string[];
}

/** Longer lines are data, not notes: they are passed over, and no pattern ever sees them. */
export const longestLineChars = 4_000;

/** UTF-8 that was read as Windows-1252 on its way here: three bytes each, as they look afterwards. */
const mojibake: readonly (readonly [RegExp, string])[] = [
  [/\u00E2\u20AC(?:\u2122|\u02DC)/g, "'"],
  [/\u00E2\u20AC(?:\u0153|\u009D|\uFFFD)/g, '"'],
  [/\u00E2\u20AC(?:\u201C|\u201D)/g, '-'],
  [/\u00E2\u20AC\u00A6/g, '...'],
  [/\u00E2\u20AC\u00A2/g, '*'],
  [/\u00E2\u20AC[\u0152\u2039\u008B\u017D]/g, ''],
  [/\u00E2\u2020\u2019/g, '->'],
  [/\u00C2(?=[\u00A0-\u00BF])/g, ''],
  [/\u00C3\u2014/g, '\u00D7'],
];

const typography: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"'],
  [/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' '],
  [/[\u2192\u21D2\u279C\u2794\u27A1]\uFE0F?/g, '->'],
  [/\u2026/g, '...'],
  [/[\uFB00-\uFB06]/g, ''],
];

const ligatures: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};

/** Control characters, marks of direction, zero-width characters, and halves of characters that lost the other half. */
const invisible =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as it would have been typed on a plain keyboard: straight quotes, plain blanks, nothing invisible. */
function repaired(text: string): string {
  // Most lines are plain already, and looking once is cheaper than replacing twenty times.
  if (!/[^\t\u0020-\u007E]/.test(text)) return text;
  let mended = text;
  if (/[\u00C2\u00C3\u00E2]/.test(mended)) {
    for (const [broken, right] of mojibake) mended = mended.replace(broken, right);
  }
  mended = mended.replace(/[\uFB00-\uFB06]/g, (joined) => ligatures[joined] ?? '');
  for (const [typed, plain] of typography) mended = mended.replace(typed, plain);
  return mended.replace(invisible, '').normalize('NFC');
}

function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 4 - (columns % 4);
    else if (character === ' ') columns += 1;
    else break;
  }
  return columns;
}

/** The lines of a text as the scanner wants them. Line numbers are those of the file as it was. */
export function readNotes(text: string): NoteLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((raw, index) => {
      const number = index + 1;
      if (raw.length > longestLineChars)
        return { number, indent: 0, text: raw.slice(0, longestLineChars + 1), personal: [] };
      const mended = repaired(raw);
      const { text: safe, found } = redact(withoutAppMarks(mended.trim()));
      return { number, indent: indentOf(mended), text: safe, personal: found };
    });
}
