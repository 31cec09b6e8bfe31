import { relative, resolve, sep } from 'node:path';

/** A path as it is said to the user: relative where the file is below this folder. */
export function shownPath(file: string): string {
  const fromHere = relative('.', resolve(file));
  return fromHere.startsWith('..') ? resolve(file) : fromHere;
}

/** Whether a file is in a folder or deeper; "/x/decks-mine" is not below "/x/decks". */
export const isBelow = (file: string, folder: string): boolean =>
  resolve(file).startsWith(resolve(folder) + sep);
