import { UserError } from '../errors.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Makes the folder that answers will go to, at their first session ever: it is said before the first card where that
 * cannot be. Afterwards it costs one look.
 */
export function makeReady(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    const trouble = diskTrouble('make', folder, error);
    if (!(trouble instanceof UserError)) throw trouble;
    // A file system that takes no folders, such as /proc, says that the new one does not exist.
    const isStrange = errorCode(error) === 'ENOENT';
    const why = isStrange
      ? `could not make ${folder}: the place takes no folders (ENOENT).`
      : trouble.message;
    throw new UserError(
      `no answer could be saved: ${why}`,
      isStrange ? 'Choose another folder with --home or AWS_STUDY_HOME.' : trouble.hint,
      { cause: error },
    );
  }
}
