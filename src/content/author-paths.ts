import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A path as its author would write it: from where he stands, if it is there or below. */
export function shownPath(absolute: string): string {
  const fromHere = relative('.', absolute);
  return fromHere === '' || fromHere.startsWith('..') ? absolute : fromHere;
}

/** YAML files of a folder and of those in it, in a fixed order; what is hidden or installed is no author's. */
export function yamlFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => /\.ya?ml$/i.test(name) && !/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Both absolute. `/x/decks-old/a.yaml` is not in `/x/decks`. */
export const isInside = (folder: string, path: string): boolean => path.startsWith(folder + sep);
