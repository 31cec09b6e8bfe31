import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UserError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { placeAt } from './place-at.ts';

const mebibyte = 1024 * 1024;

/** Files that authors name: read within a bound, written whole or not at all. */
export const authorFiles: Files = {
  read(path, mostBytes) {
    let handle: number | undefined;
    try {
      handle = openSync(path, 'r');
      const stat = fstatSync(handle);
      if (!stat.isFile()) throw new UserError(`${path} is no file.`, 'Give the path of a file.');
      if (stat.size > mostBytes) throw tooLarge(path, mostBytes);
      const bytes = new Uint8Array(stat.size);
      let filled = 0;
      while (filled < bytes.length) {
        const got = readSync(handle, bytes, filled, bytes.length - filled, filled);
        if (got === 0) break;
        filled += got;
      }
      return bytes.subarray(0, filled);
    } catch (error) {
      if (errorCode(error) === 'ENOENT')
        throw new UserError(`there is no file ${path}.`, 'Check the path.', { cause: error });
      throw diskTrouble('read', path, error);
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  },

  exists: (path) => existsSync(path),

  isFolder: (path) => placeAt(path) === 'folder',

  list(folder, named) {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .filter((name) => named.test(name) && !/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(name))
        .sort()
        .map((name) => join(folder, name));
    } catch (error) {
      throw diskTrouble('read', folder, error);
    }
  },

  write(path, content, { overwrite = false } = {}) {
    const absolute = resolve(path);
    if (placeAt(absolute) === 'folder')
      throw new UserError(`${path} is a folder.`, 'Name the file to write.');
    if (!overwrite && existsSync(absolute))
      throw new UserError(`${path} is there already.`, 'Choose another name, or add --force to replace it.');
    try {
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileAtomic.sync(absolute, typeof content === 'string' ? content : Buffer.from(content));
    } catch (error) {
      throw diskTrouble('write', path, error);
    }
  },

  stamp(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? undefined : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
  },
};

function tooLarge(path: string, mostBytes: number): UserError {
  return new UserError(
    `${path} is larger than ${Math.round(mostBytes / mebibyte)} MiB.`,
    'Split it, or export less into it.',
  );
}
