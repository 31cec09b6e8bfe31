import { statSync } from 'node:fs';

/** What stands at a path; a link counts as what it leads to. */
export function placeAt(path: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
