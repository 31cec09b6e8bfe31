import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppendFile } from '../../src/storage/append-file.ts';
import { diskTrouble } from '../../src/storage/disk-trouble.ts';
import { eventId } from '../../src/storage/event-id.ts';
import { placesIn, studyPaths } from '../../src/storage/paths.ts';
import * as system from '../../src/storage/paths-of-system.ts';
import { linesBefore, readLines } from '../../src/storage/read-lines.ts';
import { tempFolder } from '../support/temp-home.ts';

const caught = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('a file of lines that only grows', () => {
  test('is made with its folders, for its owner alone', () => {
    const path = join(tempFolder(), 'a', 'b', 'c.jsonl');
    const file = new AppendFile(path);
    file.append('one');
    file.append('two');
    file.close();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test.each([
    ['a line that was cut short', 'whole\n{"v":1,"id', 'whole\n{"v":1,"id\nnext\n'],
    ['zero bytes of a power cut', 'whole\n\0\0', 'whole\n\0\0\nnext\n'],
    ['half a letter', Buffer.from([0x61, 0x0a, 0xc3]), 'a\n\ufffd\nnext\n'],
    ['nothing', '', 'next\n'],
    ['whole lines', 'whole\n', 'whole\nnext\n'],
  ])('after %s begins a line of its own', (_, before, after) => {
    const path = join(tempFolder(), 'x.jsonl');
    writeFileSync(path, before);
    new AppendFile(path).append('next');
    expect(readFileSync(path, 'utf8')).toBe(after);
  });

  test('closes what another left torn in the meantime', () => {
    const path = join(tempFolder(), 'x.jsonl');
    const file = new AppendFile(path);
    file.append('mine');
    appendFileSync(path, '{"torn');
    file.append('mine again');
    expect(readFileSync(path, 'utf8')).toBe('mine\n{"torn\nmine again\n');
  });

  test('two at once keep every line whole', () => {
    const path = join(tempFolder(), 'x.jsonl');
    const files = [new AppendFile(path), new AppendFile(path)];
    for (let index = 0; index < 20; index += 1) files[index % 2]?.append(`line ${index}`);
    const expected = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    expect(readFileSync(path, 'utf8')).toBe(expected);
  });

  test('on a full disk says so, and goes on when there is space', () => {
    const path = join(tempFolder(), 'full.jsonl');
    symlinkSync('/dev/full', path);
    const file = new AppendFile(path);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(caught(() => file.append('lost'))).toMatchObject({
        name: 'UserError',
        message: `could not write to ${path}: the disk is full (ENOSPC).`,
        hint: 'Free some space, then go on: everything answered before this is saved.',
      });
    }
    unlinkSync(path);
    file.append('kept');
    expect(readFileSync(path, 'utf8')).toBe('kept\n');
  });

  test.each([
    [
      'a folder that cannot be made',
      (folder: string) => join('/proc', folder.slice(-6), 'x.jsonl'),
      'does not exist (ENOENT)',
    ],
    [
      'a file in place of the folder',
      (folder: string) => {
        writeFileSync(join(folder, 'journal'), '');
        return join(folder, 'journal', 'x.jsonl');
      },
      '(ENOTDIR)|(EEXIST)',
    ],
    [
      'a folder in place of the file',
      (folder: string) => {
        mkdirSync(join(folder, 'x.jsonl'));
        return join(folder, 'x.jsonl');
      },
      'the path is a folder, not a file (EISDIR)',
    ],
  ])('%s is said in words', (_, place, words) => {
    const path = place(tempFolder());
    const error = caught(() => new AppendFile(path).append('x')) as Error & { hint: string };
    expect(error.name).toBe('UserError');
    expect(error.message).toContain(path);
    expect(
      words.split('|').some((one) => error.message.includes(one)),
      error.message,
    ).toBe(true);
    expect(error.hint).toMatch(/^[A-Z].*\.$/);
  });
});

describe('what the system refuses, in words', () => {
  test.each([
    'ENOSPC',
    'EDQUOT',
    'EROFS',
    'EACCES',
    'EPERM',
    'ENOTDIR',
    'EEXIST',
    'EISDIR',
    'EIO',
    'EFBIG',
    'EMFILE',
    'ENOENT',
  ])('%s has a sentence, the path and a hint', (code) => {
    const cause = Object.assign(new Error(code), { code });
    const trouble = diskTrouble('write to', '/home/journal', cause) as Error & { hint: string };
    expect(trouble.name).toBe('UserError');
    expect(trouble.message).toMatch(new RegExp(`^could not write to /home/journal: .+ \\(${code}\\)\\.$`));
    expect(trouble.hint).toMatch(/^[A-Z].*\.$/);
    expect(trouble.cause).toBe(cause);
  });

  test.each([new Error('a bug'), Object.assign(new Error('x'), { code: 'EWHAT' }), 'text', undefined])(
    'anything else stays what it is: %s',
    (error) => {
      expect(diskTrouble('read', '/x', error)).toBe(error);
    },
  );
});

describe('reading lines', () => {
  const mebibyte = 1 << 20;

  function read(content: string | Buffer, from = 0) {
    const path = join(tempFolder(), 'x.jsonl');
    writeFileSync(path, content);
    const lines: [string, number][] = [];
    const { end, torn } = readLines(path, from, (line, number) => lines.push([line, number]));
    return { lines, end, torn, path };
  }

  test.each<[string, string | Buffer, [string, number][], number, boolean]>([
    ['nothing', '', [], 0, false],
    [
      'whole lines',
      'a\nb\n',
      [
        ['a', 1],
        ['b', 2],
      ],
      4,
      false,
    ],
    ['no newline at the end', 'a\nb', [['a', 1]], 2, true],
    ['only a torn line', 'abc', [], 0, true],
    [
      'empty lines between',
      'a\n\n\nb\n',
      [
        ['a', 1],
        ['b', 4],
      ],
      6,
      false,
    ],
    [
      'letters of several bytes',
      'é\n数🐳\n',
      [
        ['é', 1],
        ['数🐳', 2],
      ],
      11,
      false,
    ],
    ['half a letter at the end', Buffer.from([0x61, 0x0a, 0xf0, 0x9f]), [['a', 1]], 2, true],
  ])('%s', (_, content, lines, end, torn) => {
    expect(read(content)).toMatchObject({ lines, end, torn });
  });

  test('from an offset counts lines and bytes from there', () => {
    expect(read('first\nsecond\nthird\n', 6)).toMatchObject({
      lines: [
        ['second', 1],
        ['third', 2],
      ],
      end: 19,
    });
    expect(read('first\n', 6)).toMatchObject({ lines: [], end: 6, torn: false });
  });

  test.each([-2, -1, 0, 1, 2])('a letter of four bytes at the border of pieces, %i bytes off', (shift) => {
    const first = 'x'.repeat(mebibyte - 3 + shift);
    const content = `${first}🐳é\nlast\n`;
    expect(read(content).lines).toEqual([
      [`${first}🐳é`, 1],
      ['last', 2],
    ]);
  });

  test.each([-1, 0, 1])('a newline at the border of pieces, %i bytes off', (shift) => {
    const first = 'x'.repeat(mebibyte - 1 + shift);
    expect(read(`${first}\nb\n`).lines).toEqual([
      [first, 1],
      ['b', 2],
    ]);
  });

  test('a line longer than several pieces', () => {
    const long = 'é'.repeat(mebibyte * 1.5);
    const { lines, end } = read(`a\n${long}\nb\n`);
    expect(lines.map(([line]) => line.length)).toEqual([1, long.length, 1]);
    expect(end).toBe(2 + 2 * long.length + 1 + 2);
  });

  test('any text: what is read is what stands there, and reading in two goes is reading in one', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\n', ' '));
    const path = join(tempFolder(), 'x.jsonl');
    fc.assert(
      fc.property(
        fc.array(line),
        fc.string({ unit: fc.constantFrom('a', 'é') }),
        fc.nat(),
        (given, rest, pick) => {
          const whole = given.map((one) => `${one}\n`).join('');
          writeFileSync(path, whole + rest);
          const all: string[] = [];
          const { end, torn } = readLines(path, 0, (text) => all.push(text));
          expect(all).toEqual(given.filter((one) => one !== ''));
          expect([end, torn]).toEqual([Buffer.byteLength(whole), rest !== '']);
          const cut = Buffer.byteLength(
            given
              .slice(0, pick % (given.length + 1))
              .map((one) => `${one}\n`)
              .join(''),
          );
          const later: string[] = [];
          readLines(path, cut, (text) => later.push(text));
          expect(all.slice(all.length - later.length)).toEqual(later);
          expect(linesBefore(path, cut)).toBe(pick % (given.length + 1));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('ids of events', () => {
  test('are 26 characters, sort by time, and within a moment by order', () => {
    const ids = [5, 5, 5, 6, 1_763_625_600_000, 1_763_625_600_000].map(eventId);
    for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(eventId(0).slice(0, 10)).toBe('0000000000');
    // The time of https://github.com/ulid/spec's example.
    expect(eventId(1_469_918_176_385).slice(0, 10)).toBe('01ARYZ6S41');
  });

  test('are never the same twice', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => eventId(index % 7));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('where everything is kept', () => {
  test('with a home all is under it', () => {
    const { home, ...rest } = studyPaths('/some/where');
    expect(home).toBe('/some/where');
    for (const path of Object.values(rest)) expect(path.startsWith('/some/where/')).toBe(true);
  });

  test('a relative home is taken from here', () => {
    expect(studyPaths('here').journal).toBe(join(process.cwd(), 'here', 'journal'));
  });

  test('without one the system says, and caches lie apart from what must be kept', () => {
    const { home, cache } = placesIn(system.data, system.cache);
    expect(home).toContain('aws-study');
    expect(cache).toContain('aws-study');
    expect(cache.startsWith(home)).toBe(false);
  });
});
