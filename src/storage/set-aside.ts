import { renameSync } from 'node:fs';
import { diskTrouble } from './disk-trouble.ts';
import { freeName } from './free-name.ts';

/** Gives what is in the way a name that nothing has yet. @throws UserError where the disk refuses. */
export function setAside(path: string, mark: string): void {
  try {
    renameSync(path, freeName(path, mark));
  } catch (error) {
    throw diskTrouble('rename', path, error);
  }
}
