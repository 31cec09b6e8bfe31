import type { NoteFile } from '../authoring/compile/read-notes.ts';
import { UserError } from '../errors.ts';
import type { Files } from '../ports.ts';

/** Notes of one person are smaller by far; what is larger is something else. */
const mostBytes = 32 * 1024 * 1024;

const isNotes = /\.(?:md|markdown|mdown|mkd|txt)$/i;

/** The notes at these paths; a folder stands for all Markdown and text files below it. Each file once. */
export function readNoteFiles(files: Files, paths: readonly string[]): NoteFile[] {
  const names = paths.flatMap((path) => {
    if (!files.isFolder(path)) return [path];
    const below = files.list(path, isNotes);
    if (below.length === 0)
      throw new UserError(`${path} holds no notes.`, 'Notes end in .md, .markdown or .txt.');
    return below;
  });
  return [...new Set(names)].map((name) => ({ name, text: textOf(name, files.read(name, mostBytes)) }));
}

/** UTF-8, or UTF-16 with its mark. Bytes that are no text become signs that the reader drops. */
function textOf(name: string, bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  if (encoding === 'utf-8' && bytes.subarray(0, 8_192).includes(0))
    throw new UserError(`${name} is no text.`, 'Give notes in Markdown or plain text.');
  return new TextDecoder(encoding).decode(bytes);
}
