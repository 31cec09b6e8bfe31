import { UserError } from '../errors.ts';

const words: Record<string, [what: string, hint: string]> = {
  ENOSPC: ['the disk is full', 'Free some space, then go on: everything answered before this is saved.'],
  EDQUOT: [
    'your disk quota is used up',
    'Free some space, then go on: everything answered before this is saved.',
  ],
  EROFS: [
    'the file system is read-only',
    'Choose a folder that can be written: --home <dir> or AWS_STUDY_HOME.',
  ],
  EACCES: [
    'permission was denied',
    'Give yourself write access, or choose another folder: --home <dir> or AWS_STUDY_HOME.',
  ],
  EPERM: [
    'the operation is not permitted',
    'Give yourself write access, or choose another folder: --home <dir>.',
  ],
  ENOTDIR: [
    'part of the path is a file, not a folder',
    'Check the path, or what --home and AWS_STUDY_HOME say.',
  ],
  EEXIST: [
    'something else of that name is in the way',
    'Check the path given with --home or AWS_STUDY_HOME.',
  ],
  EISDIR: ['the path is a folder, not a file', 'Name a file, or move the folder out of the way.'],
  EIO: [
    'the disk reported an error',
    'Check the disk; copy the study folder to another one before you go on.',
  ],
  EFBIG: ['the file may not grow any more', 'Raise the limit on file sizes (ulimit -f), then go on.'],
  EMFILE: ['too many files are open', 'Close other programs, then try again.'],
  ENOENT: ['it does not exist', 'Check the path.'],
};

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The user's words for what the operating system refused; anything unknown stays as it is. */
export function diskTrouble(action: string, path: string, error: unknown): unknown {
  const code = errorCode(error);
  const [what, hint] = (code === undefined ? undefined : words[code]) ?? [];
  return what === undefined || hint === undefined
    ? error
    : new UserError(`could not ${action} ${path}: ${what} (${code}).`, hint, { cause: error });
}
