/** Where something stands in the notes; lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

export const placeText = ({ file, line }: Place): string => `${file}:${line}`;

/** By the Unicode values of the characters: the same order on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byNotePlace = (a: Place, b: Place): number => byText(a.file, b.file) || a.line - b.line;
