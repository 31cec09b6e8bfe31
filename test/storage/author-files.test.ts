import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { authorFiles } from '../../src/storage/author-files.ts';
import { withinSeconds } from '../../src/storage/time-limit.ts';
import { tempFolder } from '../support/temp-home.ts';

describe('files of authors', () => {
  test('are read to the byte, within a bound', () => {
    const file = join(tempFolder(), 'a');
    writeFileSync(file, new Uint8Array([1, 2, 255]));
    expect([...authorFiles.read(file, 3)]).toEqual([1, 2, 255]);
    expect(() => authorFiles.read(file, 2)).toThrow('is larger than 0 MiB.');
  });

  test.each<[string, (folder: string) => string, RegExp]>([
    ['a missing file', (folder) => join(folder, 'none'), /^there is no file .*none\.$/],
    ['a folder', (folder) => folder, /is no file\.$/],
  ])('%s is refused', (_, path, words) => {
    const run = () => authorFiles.read(path(tempFolder()), 100);
    expect(run).toThrow(UserError);
    expect(run).toThrow(words);
  });

  test('are written with their folders, and replaced only where that was said', () => {
    const file = join(tempFolder(), 'new', 'a.yaml');
    authorFiles.write(file, 'one');
    expect(() => authorFiles.write(file, 'two')).toThrow('is there already.');
    expect(readFileSync(file, 'utf8')).toBe('one');
    authorFiles.write(file, new Uint8Array([116]), { overwrite: true });
    expect(readFileSync(file, 'utf8')).toBe('t');
    expect(readdirSync(join(file, '..'))).toEqual(['a.yaml']);
  });

  test('that the disk refuses are one sentence, and nothing is left behind', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), 'x');
    expect(() => authorFiles.write(join(folder, 'file', 'a'), 'x')).toThrow(UserError);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('have a stamp that changes with them', () => {
    const file = join(tempFolder(), 'a');
    expect(authorFiles.stamp(file)).toBeUndefined();
    writeFileSync(file, 'one');
    const first = authorFiles.stamp(file);
    expect(authorFiles.stamp(file)).toBe(first);
    writeFileSync(file, 'other');
    expect(authorFiles.stamp(file)).not.toBe(first);
  });
});

describe('a limit of time', () => {
  test('hands on what the work returns or throws', () => {
    expect(withinSeconds(1, () => 42)).toBe(42);
    expect(() =>
      withinSeconds(1, () => {
        throw new UserError('damaged.', 'x');
      }),
    ).toThrow('damaged.');
  });

  test('stops what would never end', () => {
    const start = performance.now();
    expect(() =>
      withinSeconds(0.2, () => {
        for (;;);
      }),
    ).toThrow('took longer than 0.2 seconds.');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
