import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './disk-trouble.ts';

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and those above it. Not by Node's own `recursive`: where the system answers "no such entry" though the
 * folder above is there (/proc, a dead automount), that one tries again for ever.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another terminal may have been quicker.
    if (errorCode(error) !== 'EEXIST' || !isFolder(path)) throw error;
  }
}
