import { mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { studyPaths } from '../../src/storage/paths.ts';
import { SettingsFile } from '../../src/storage/settings-file.ts';
import { StateFile } from '../../src/storage/state-file.ts';
import { ensureDevice } from '../../src/storage/state-lock.ts';
import { aStamp, aStore, good, journalFile, linesOf } from '../support/a-journal.ts';
import { startDriver } from '../support/run-driver.ts';
import { mountDisk, remount, sayNotMounted } from '../support/small-disk.ts';
import { emptyHome, tempFolder } from '../support/temp-home.ts';

const stateOf = (path: string) => new StateFile(path, { warn: () => {}, now: () => 1 });

function refusal(act: () => unknown): { name: string; message: string; hint: string } {
  try {
    act();
  } catch (error) {
    return error as { name: string; message: string; hint: string };
  }
  throw new Error('nothing was refused');
}

test('a journal on a full disk: said in words, nothing counted, and it goes on when there is space', () => {
  const paths = emptyHome();
  const store = aStore(paths);
  const kept = store.append(good('sqs-1'), aStamp());
  const full = aStore(paths, 'd-full');
  symlinkSync('/dev/full', journalFile(paths, 'd-full'));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { name, message, hint } = refusal(() => full.append(good('sqs-2'), aStamp()));
    expect(name).toBe('UserError');
    expect(message).toBe(`could not write to ${journalFile(paths, 'd-full')}: the disk is full (ENOSPC).`);
    expect(hint).toContain('everything answered before this is saved');
  }
  expect([...full.read().progress.cards.keys()]).toEqual(['sqs-1']);
  unlinkSync(journalFile(paths, 'd-full'));
  const later = full.append(good('sqs-2'), aStamp());
  expect(linesOf(journalFile(paths, 'd-full')).map((line) => JSON.parse(line).id)).toEqual([later.id]);
  expect(
    aStore(paths)
      .lastReviews(9)
      .map(({ id }) => id),
  ).toEqual([later.id, kept.id]);
});

test('a real disk of 64 KiB filled to the brim: what was acknowledged is there, and it goes on', async () => {
  const disk = join(tempFolder('disk'), 'small');
  const reason = mountDisk(disk, 64);
  if (reason !== undefined) return sayNotMounted('a disk filled to the brim', reason);
  const paths = studyPaths(join(disk, 'home'));
  const state = stateOf(paths.state);
  const settings = new SettingsFile(state);
  await settings.update({ newPerDay: 3 });
  const device = ensureDevice(state);
  writeFileSync(join(disk, 'ballast'), 'x'.repeat(24 * 1024));
  const store = aStore(paths, device);
  const acknowledged: string[] = [];
  const { message, name, hint } = refusal(() => {
    for (;;) acknowledged.push(store.append(good(`sqs-${acknowledged.length}`), aStamp()).id);
  });
  expect(name).toBe('UserError');
  expect(message).toBe(`could not write to ${journalFile(paths, device)}: the disk is full (ENOSPC).`);
  expect(hint).toMatch(/^Free some space/);
  expect(acknowledged.length).toBeGreaterThan(50);
  expect(store.read().progress.cards.size).toBe(acknowledged.length);
  expect(() => store.saveSnapshot()).not.toThrow();
  // Settings do not fit any more either: said, and the old ones stay whole.
  writeFileSync(join(disk, 'rest'), '');
  const stateBefore = readFileSync(paths.state, 'utf8');
  const refused = await settings.update({ newPerDay: 4 }).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused === undefined) expect(settings.read().newPerDay).toBe(4);
  else {
    expect(refused).toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('the disk is full'),
    });
    expect(readFileSync(paths.state, 'utf8')).toBe(stateBefore);
  }
  rmSync(join(disk, 'ballast'));
  const later = store.append(good('sqs-later'), aStamp());
  const ids = aStore(paths, device)
    .lastReviews(9_999)
    .map(({ id }) => id);
  expect(ids.reverse()).toEqual([...acknowledged, later.id]);
  expect(await settings.update({ newPerDay: 5 })).toMatchObject({ newPerDay: 5 });
}, 20_000);

test('a disk that became read-only: all can be looked at, writing is refused in words, and it goes on after', async () => {
  const disk = join(tempFolder('disk'), 'read-only');
  const reason = mountDisk(disk, 1024);
  if (reason !== undefined) return sayNotMounted('a read-only disk', reason);
  const paths = studyPaths(join(disk, 'home'));
  const run = startDriver(['append', paths.home, '3', 'r']);
  expect(await run.ended).toEqual({ code: 0, signal: null });
  remount(disk, 'ro');
  const state = stateOf(paths.state);
  const { device = '' } = state.read();
  const store = aStore(paths, device);
  expect(store.read().progress.cards.size).toBe(3);
  expect(refusal(() => store.append(good('sqs-1'), aStamp()))).toMatchObject({
    name: 'UserError',
    message: `could not write to ${journalFile(paths, device)}: the file system is read-only (EROFS).`,
    hint: 'Choose a folder that can be written: --home <dir> or AWS_STUDY_HOME.',
  });
  expect(() => store.saveSnapshot()).not.toThrow();
  await expect(new SettingsFile(state).update({ newPerDay: 1 })).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('the file system is read-only (EROFS)'),
  });
  expect(store.read().progress.cards.size).toBe(3);
  remount(disk, 'rw');
  store.append(good('sqs-1'), aStamp());
  expect(aStore(paths, device).read().progress.cards.size).toBe(4);
}, 20_000);

test('a broken state on a read-only disk: the defaults for now, said so, and the file stays', () => {
  const disk = join(tempFolder('disk'), 'read-only');
  const reason = mountDisk(disk, 64);
  if (reason !== undefined) return sayNotMounted('a broken state on a read-only disk', reason);
  const paths = studyPaths(join(disk, 'home'));
  mkdirSync(paths.home);
  writeFileSync(paths.state, '{broken');
  remount(disk, 'ro');
  const warnings: string[] = [];
  const file = new StateFile(paths.state, { warn: (message) => void warnings.push(message), now: () => 1 });
  expect(file.read()).toEqual({ version: 1, settings: {} });
  expect(warnings).toEqual([expect.stringContaining('defaults for now')]);
  expect(readFileSync(paths.state, 'utf8')).toBe('{broken');
  remount(disk, 'rw');
});

test.each([
  ['/proc, where nothing can be made', () => '/proc/aws-study-home', 'it does not exist (ENOENT)'],
  [
    'a home that is a file',
    () => {
      const path = join(tempFolder(), 'home');
      writeFileSync(path, '');
      return path;
    },
    '(EEXIST)|(ENOTDIR)',
  ],
  [
    'a home behind a link to nowhere',
    () => {
      const path = join(tempFolder(), 'home');
      symlinkSync('/nowhere/at/all', path);
      return path;
    },
    '(EEXIST)|(ENOENT)',
  ],
])('%s: answer and setting are refused in words, at once', async (_, home, words) => {
  const paths = studyPaths(home());
  const fits = (message: string) => words.split('|').some((one) => message.includes(one));
  const { name, message, hint } = refusal(() => aStore(paths).append(good('sqs-1'), aStamp()));
  expect([name, fits(message)], message).toEqual(['UserError', true]);
  expect(message).toContain(paths.home);
  expect(hint).toMatch(/^[A-Z].*\.$/);
  const settings = new SettingsFile(stateOf(paths.state));
  await expect(settings.update({ newPerDay: 1 })).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(paths.home),
  });
});
