import { UserError } from '../../errors.ts';
import type { OpenSqlite } from '../../ports.ts';
import { readApkg } from './anki/apkg.ts';
import { readAnkiText } from './anki-text.ts';
import { readCsv } from './csv.ts';
import type { ImportFormat } from './detect-format.ts';
import { readGift } from './gift.ts';
import { readHashcards } from './hashcards.ts';
import type { Found } from './imported.ts';
import { readJson } from './json.ts';

type TextFormat = Exclude<ImportFormat, 'apkg'>;

/** The readers of texts by format. A new one is a file, a line here and a name in detect-format.ts. */
const readers: Readonly<Record<TextFormat, (text: string) => Found>> = {
  json: readJson,
  csv: readCsv,
  'anki-text': readAnkiText,
  gift: readGift,
  markdown: readHashcards,
};

/** What a file of another program holds. @throws UserError where it is damaged, hostile or something else. */
export function readFile(bytes: Uint8Array, format: ImportFormat, open: OpenSqlite | undefined): Found {
  if (format === 'apkg') {
    if (open === undefined) throw new Error('an archive needs the database engine');
    return readApkg(bytes, open);
  }
  return readers[format](decoded(bytes));
}

/** UTF-8, or UTF-16 where a mark at the start says so. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const name =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UserError('this text is not UTF-8.', 'Save it as UTF-8, then import it again.', {
      cause: error,
    });
  }
}
