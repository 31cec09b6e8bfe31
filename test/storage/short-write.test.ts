import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { AppendFile } from '../../src/storage/append-file.ts';
import { tempFolder } from '../support/temp-home.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, writeSync: vi.fn(real.writeSync), fsyncSync: vi.fn(real.fsyncSync) };
});

const writeSync = vi.mocked(fs.writeSync);
const fsyncSync = vi.mocked(fs.fsyncSync);
const real = await vi.importActual<typeof fs>('node:fs');

beforeEach(() => {
  writeSync.mockReset().mockImplementation(real.writeSync);
  fsyncSync.mockReset().mockImplementation(real.fsyncSync);
});

/** The next write takes so many bytes only, as on a disk that is about to be full. */
const cutNextWrite = (bytes: number, meanwhile?: () => void) =>
  writeSync.mockImplementationOnce((handle, buffer) => {
    const written = real.writeSync(handle, Buffer.from(buffer), 0, bytes);
    meanwhile?.();
    return written;
  });

test.each([1, 3, 7])('a write cut after %i bytes is begun anew, whole', (bytes) => {
  const path = join(tempFolder(), 'x.jsonl');
  cutNextWrite(bytes);
  new AppendFile(path).append('{"a":1}');
  expect(fs.readFileSync(path, 'utf8').split('\n').at(-2)).toBe('{"a":1}');
});

test('what another terminal writes between the pieces spoils neither line', () => {
  const path = join(tempFolder(), 'x.jsonl');
  const [mine, other] = [new AppendFile(path), new AppendFile(path)];
  cutNextWrite(4, () => other.append('{"other":2}'));
  mine.append('{"mine":1}');
  const whole = fs.readFileSync(path, 'utf8').split('\n');
  expect(whole).toContain('{"other":2}');
  expect(whole).toContain('{"mine":1}');
});

test('a disk that is full after the first piece loses that line only, and the next begins anew', () => {
  const path = join(tempFolder(), 'x.jsonl');
  const file = new AppendFile(path);
  file.append('{"first":1}');
  cutNextWrite(5);
  writeSync.mockImplementationOnce(() => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  expect(() => file.append('{"lost":1}')).toThrow('the disk is full');
  file.append('{"next":1}');
  expect(fs.readFileSync(path, 'utf8')).toBe('{"first":1}\n{"los\n{"next":1}\n');
});

test('every line is synced before it counts; where that fails, it is said', () => {
  const path = join(tempFolder(), 'x.jsonl');
  const file = new AppendFile(path);
  file.append('one');
  fsyncSync.mockClear();
  file.append('two');
  expect(fsyncSync).toHaveBeenCalledTimes(1);
  expect(fsyncSync.mock.invocationCallOrder[0]).toBeGreaterThan(
    writeSync.mock.invocationCallOrder.at(-1) ?? 0,
  );
  fsyncSync.mockImplementationOnce(() => {
    throw Object.assign(new Error('bad disk'), { code: 'EIO' });
  });
  expect(() => file.append('three')).toThrow(`could not write to ${path}: the disk reported an error (EIO).`);
});

test('the name of a new file is synced too: its folder', () => {
  const folder = tempFolder();
  new AppendFile(join(folder, 'x.jsonl')).append('one');
  expect(fsyncSync).toHaveBeenCalledTimes(2);
});
