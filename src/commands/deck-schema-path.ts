import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * The schema line of a deck's file: a relative path inside the project that holds the schemas, else the full path of the
 * installed one.
 */
export function schemaFor(file: string, schemasFolder: string): string {
  const schema = join(schemasFolder, 'deck.schema.json');
  const path = relative(dirname(resolve(file)), schema);
  const isNear = resolve(file).startsWith(dirname(schemasFolder) + sep);
  return (isNear ? path : schema).replaceAll('\\', '/');
}
