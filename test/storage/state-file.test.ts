import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { Paths } from '../../src/storage/paths.ts';
import { SettingsFile } from '../../src/storage/settings-file.ts';
import { StateFile } from '../../src/storage/state-file.ts';
import { changeState, ensureDevice } from '../../src/storage/state-lock.ts';
import { morning } from '../support/fixed-clock.ts';
import { startDriver } from '../support/run-driver.ts';
import { emptyHome, tempHome } from '../support/temp-home.ts';

function aState(paths: Paths) {
  const warnings: string[] = [];
  const file = new StateFile(paths.state, {
    warn: (message) => void warnings.push(message),
    now: () => morning,
  });
  return {
    file,
    settings: new SettingsFile(file),
    warnings,
    stored: () => JSON.parse(readFileSync(paths.state, 'utf8')),
  };
}

const aside = (paths: Paths) => readdirSync(paths.home).filter((name) => name.includes('broken'));

describe('the state', () => {
  test('of a new home is the defaults, and looking makes no file', () => {
    const paths = tempHome();
    const { file, settings, warnings } = aState(paths);
    expect(file.read()).toEqual({ version: 1, settings: {} });
    expect(settings.read()).toEqual(defaultSettings);
    expect(file.check()).toBeUndefined();
    expect([existsSync(paths.home), warnings]).toEqual([false, []]);
  });

  test('keeps what is set, and only that', async () => {
    const paths = tempHome();
    const { settings, stored } = aState(paths);
    expect(await settings.update({ newPerDay: 5, exam: 'DVA-C03' })).toEqual({
      ...defaultSettings,
      newPerDay: 5,
      exam: 'DVA-C03',
    });
    await settings.update({ reviewsPerDay: 50 });
    expect(stored()).toEqual({ version: 1, settings: { newPerDay: 5, exam: 'DVA-C03', reviewsPerDay: 50 } });
    expect(await settings.update({ exam: undefined })).not.toHaveProperty('exam');
    expect(aState(paths).settings.read()).toEqual({ ...defaultSettings, newPerDay: 5, reviewsPerDay: 50 });
    expect(readdirSync(paths.home)).toEqual(['state.json']);
  });

  test('names the device once, for ever, and says nothing of the machine', async () => {
    const paths = tempHome();
    const { file, settings } = aState(paths);
    const device = ensureDevice(file);
    expect(device).toMatch(/^d-[0-9a-f]{10}$/);
    await settings.update({ newPerDay: 1 });
    expect(ensureDevice(aState(paths).file)).toBe(device);
  });

  const device = 'd-0123456789';

  test.each<[string, string, string | undefined]>([
    ['no JSON', '{"version": 1,', undefined],
    ['empty', '', undefined],
    ['a list', '[]', undefined],
    ['of a later version', `{"version": 2, "device": "${device}", "settings": {}}`, device],
    ['without a version', `{"device": "${device}", "settings": {}}`, device],
    ['without settings', `{"version": 1, "device": "${device}"}`, device],
    [
      'with a wrong value',
      `{"version": 1, "device": "${device}", "settings": {"newPerDay": "five"}}`,
      device,
    ],
    ['with an unknown setting', `{"version": 1, "device": "${device}", "settings": {"colour": 1}}`, device],
    [
      'with the name of every object',
      `{"version": 1, "device": "${device}", "settings": {"constructor": 1}}`,
      device,
    ],
    ['with a device that names a path', '{"version": 1, "device": "../../x", "settings": {}}', undefined],
  ])('that is %s is set aside as it was, and said so; the device is kept', (_, content, kept) => {
    const paths = emptyHome();
    writeFileSync(paths.state, content);
    const { file, warnings } = aState(paths);
    expect(file.check()).toEqual(expect.any(String));
    expect(readFileSync(paths.state, 'utf8')).toBe(content);
    expect(file.read()).toEqual({
      version: 1,
      settings: {},
      ...(kept === undefined ? {} : { device: kept }),
    });
    const [name = ''] = aside(paths);
    expect(readFileSync(`${paths.home}/${name}`, 'utf8')).toBe(content);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(name);
    expect(file.check()).toBeUndefined();
    file.read();
    expect(warnings).toHaveLength(1);
  });

  test.each<[string, object, object, string]>([
    [
      'a wrong value',
      { version: 1, device, settings: { newPerDay: 'many', reviewsPerDay: 50, exam: 'DVA-C03' } },
      { version: 1, device, settings: { reviewsPerDay: 50, exam: 'DVA-C03' } },
      'not valid: newPerDay is "many"',
    ],
    [
      'two wrong values and an unknown name',
      { version: 1, device, settings: { newPerDay: -1, colour: 'x'.repeat(99), grades: 'two', exam: 3 } },
      { version: 1, device, settings: { grades: 'two' } },
      'not valid: newPerDay is -1, colour, exam is 3',
    ],
    [
      'a device that names a path',
      { version: 1, device: '../../x', settings: { newPerDay: 5 } },
      { version: 1, settings: { newPerDay: 5 } },
      'its device name is not valid',
    ],
    [
      'no version',
      { device, settings: { newPerDay: 5 } },
      { version: 1, device, settings: { newPerDay: 5 } },
      '',
    ],
    [
      'a later version, whose settings may mean something else',
      { version: 2, device, settings: { newPerDay: 5 } },
      { version: 1, device, settings: {} },
      'its version is 2, not 1',
    ],
  ])(
    'with %s keeps what is sound, says what is not, and the whole file stays beside it',
    (_, content, kept, words) => {
      const paths = emptyHome();
      writeFileSync(paths.state, JSON.stringify(content));
      const { file, warnings, stored } = aState(paths);
      expect(file.read()).toEqual(kept);
      expect(stored()).toEqual(kept);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(words);
      const [name = ''] = aside(paths);
      expect(warnings[0]).toContain(name);
      expect(JSON.parse(readFileSync(`${paths.home}/${name}`, 'utf8'))).toEqual(content);
      const goesOn = Object.keys((kept as { settings: object }).settings).length > 0;
      expect(warnings[0]).toContain(goesOn ? 'the other settings go on' : 'settings are the defaults');
    },
  );

  test('broken twice within one moment is kept twice', () => {
    const paths = emptyHome();
    const { file } = aState(paths);
    for (const content of ['{first', '{second', '{third']) {
      writeFileSync(paths.state, content);
      file.read();
    }
    const kept = aside(paths).map((name) => readFileSync(`${paths.home}/${name}`, 'utf8'));
    expect(kept.sort()).toEqual(['{first', '{second', '{third']);
  });

  test('that is a folder is said in words, and nothing is moved', () => {
    const paths = emptyHome();
    mkdirSync(paths.state);
    const { file } = aState(paths);
    const words = expect.objectContaining({
      name: 'UserError',
      message: expect.stringContaining(paths.state),
      hint: expect.stringContaining('aws-study doctor --fix'),
    });
    expect(() => file.read()).toThrow(words);
    expect(() => changeState(file, (state) => state)).toThrow(words);
    expect(aside(paths)).toEqual([]);
    rmSync(paths.state, { recursive: true });
    expect(ensureDevice(file)).toMatch(/^d-/);
  });

  test('in a home that cannot be made is said in words', async () => {
    const paths = tempHome();
    writeFileSync(paths.home, 'a file in place of the folder');
    const { settings } = aState(paths);
    await expect(settings.update({ newPerDay: 1 })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(paths.home),
      hint: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect(readFileSync(paths.home, 'utf8')).toBe('a file in place of the folder');
  });
});

describe('the lock', () => {
  test('two processes that change settings at once lose nothing of each other', async () => {
    const paths = tempHome();
    const runs = (['newPerDay', 'reviewsPerDay'] as const).map((name) =>
      startDriver(['settings', paths.home, '60', name]),
    );
    for (const run of runs) {
      expect(await run.ended).toEqual({ code: 0, signal: null });
      expect(run.lines()).toEqual(['done']);
    }
    expect(aState(paths).settings.read()).toMatchObject({ newPerDay: 60, reviewsPerDay: 60 });
    expect(readdirSync(paths.home)).toEqual(['state.json']);
  }, 20_000);

  test('a process that was killed with the lock in hand blocks no one for long', async () => {
    const paths = tempHome();
    const run = startDriver(['hold-lock', paths.home]);
    await run.started;
    expect(run.lines()).toEqual(['locked']);
    run.child.kill('SIGKILL');
    await run.ended;
    expect(existsSync(`${paths.state}.lock`)).toBe(true);
    const before = Date.now();
    await aState(paths).settings.update({ newPerDay: 7 });
    expect(Date.now() - before).toBeLessThan(4_000);
    expect(aState(paths).settings.read().newPerDay).toBe(7);
    expect(existsSync(`${paths.state}.lock`)).toBe(false);
  }, 20_000);

  test('that another terminal really holds is waited for, then said in words', async () => {
    const paths = emptyHome();
    mkdirSync(`${paths.state}.lock`);
    // It stays fresh: a lock of the future is never stale.
    const later = Date.now() / 1000 + 3600;
    utimesSync(`${paths.state}.lock`, later, later);
    await expect(aState(paths).settings.update({ newPerDay: 7 })).rejects.toMatchObject({
      name: 'UserError',
      message: `${paths.state} is in use by another terminal.`,
      hint: expect.stringContaining(`${paths.state}.lock`),
    });
    expect(existsSync(paths.state)).toBe(false);
  }, 20_000);

  test('is given back when the change fails', () => {
    const paths = emptyHome();
    const { file } = aState(paths);
    expect(() =>
      changeState(file, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(existsSync(`${paths.state}.lock`)).toBe(false);
  });
});
