import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HomeDoctor } from '../../src/storage/home-doctor.ts';
import { type Paths, studyPaths } from '../../src/storage/paths.ts';
import { StateFile } from '../../src/storage/state-file.ts';
import { aStore, journalFile, snapshotOf, writeJournal } from '../support/a-journal.ts';
import { aReview } from '../support/an-event.ts';
import { mountDisk, remount, sayNotMounted } from '../support/small-disk.ts';
import { emptyHome, tempFolder, tempHome } from '../support/temp-home.ts';

const doctorOf = (paths: Paths) =>
  new HomeDoctor(paths, new StateFile(paths.state, { warn: () => {}, now: () => 1_700_000_000_000 }));

/** Every file of a home and its content. */
function contentOf(folder: string): Record<string, string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isDirectory() ? '(folder)' : readFileSync(path, 'utf8')];
    }),
  );
}

function withSnapshot(paths: Paths): void {
  writeJournal(
    paths,
    Array.from({ length: 250 }, (_, index) => aReview(`sqs-${index}`, 3)),
  );
  const store = aStore(paths);
  store.read();
  store.saveSnapshot();
}

/** What is wrong with a home: area, severity and words of each finding that is not fine. */
async function complaints(paths: Paths) {
  const findings = await doctorOf(paths).examine();
  return findings
    .filter(({ severity }) => severity !== 'ok')
    .map(({ area, severity, message, fix }) => ({ area, severity, message, fixable: fix !== undefined }));
}

describe('the doctor', () => {
  test('finds nothing wrong with no home, and makes none', async () => {
    const paths = tempHome();
    const findings = await doctorOf(paths).examine();
    expect(findings.map(({ area, severity }) => `${area} ${severity}`)).toEqual([
      'home ok',
      'journal ok',
      'snapshot ok',
      'state ok',
    ]);
    expect(existsSync(paths.home)).toBe(false);
  });

  test('finds nothing wrong with a sound home', async () => {
    const paths = emptyHome();
    withSnapshot(paths);
    writeFileSync(paths.state, '{"version": 1, "settings": {"newPerDay": 5}}');
    expect(await complaints(paths)).toEqual([]);
  });

  const sound = JSON.stringify(aReview('sqs-1', 3));

  test.each<[string, (paths: Paths) => void, object[]]>([
    [
      'a torn last line',
      (paths) => {
        writeJournal(paths, [sound]);
        appendFileSync(journalFile(paths), '{"v":1');
      },
      [
        {
          area: 'journal',
          severity: 'note',
          message: expect.stringContaining('1 event; the last line is cut short'),
          fixable: false,
        },
      ],
    ],
    [
      'unreadable lines',
      (paths) => writeJournal(paths, [sound, 'rubbish', sound, '{}']),
      [
        {
          area: 'journal',
          severity: 'warning',
          message: expect.stringContaining('2 events; line 2, 4 unreadable'),
          fixable: true,
        },
      ],
    ],
    [
      'a file in place of the journal',
      (paths) => {
        rmSync(paths.journal, { recursive: true });
        writeFileSync(paths.journal, '');
      },
      [
        {
          area: 'journal',
          severity: 'error',
          message: expect.stringContaining('cannot be read'),
          fixable: false,
        },
      ],
    ],
    [
      'a folder in place of a device',
      (paths) => void mkdirSync(journalFile(paths)),
      [
        {
          area: 'journal',
          severity: 'error',
          message: expect.stringContaining('cannot be read'),
          fixable: false,
        },
      ],
    ],
    [
      'a snapshot that is no JSON',
      (paths) => {
        mkdirSync(paths.cache);
        writeFileSync(snapshotOf(paths), '{');
      },
      [
        {
          area: 'snapshot',
          severity: 'warning',
          message: expect.stringContaining('does not fit'),
          fixable: true,
        },
      ],
    ],
    [
      'a snapshot of another history',
      (paths) => {
        withSnapshot(paths);
        writeJournal(paths, [sound]);
      },
      [
        {
          area: 'snapshot',
          severity: 'warning',
          message: expect.stringContaining('does not fit'),
          fixable: true,
        },
      ],
    ],
    [
      'a snapshot that is a folder',
      (paths) => void mkdirSync(join(snapshotOf(paths), 'deep'), { recursive: true }),
      [
        {
          area: 'snapshot',
          severity: 'warning',
          message: expect.stringContaining('does not fit'),
          fixable: true,
        },
      ],
    ],
    [
      'a state that is no JSON',
      (paths) => writeFileSync(paths.state, '{'),
      [
        {
          area: 'state',
          severity: 'error',
          message: expect.stringContaining('not valid JSON'),
          fixable: true,
        },
      ],
    ],
    [
      'a state with a wrong value',
      (paths) => writeFileSync(paths.state, '{"version": 1, "device": "d-1", "settings": {"newPerDay": -1}}'),
      [
        {
          area: 'state',
          severity: 'error',
          message: expect.stringContaining('not valid: newPerDay'),
          fixable: true,
        },
      ],
    ],
    [
      'a state that is a folder',
      (paths) => void mkdirSync(paths.state),
      [
        {
          area: 'state',
          severity: 'error',
          message: expect.stringContaining('is a folder where the file of your settings should be'),
          fixable: true,
        },
      ],
    ],
    [
      'a line that was cut short and closed by the next answer',
      (paths) => writeJournal(paths, [sound, '{"v":1,"id":"01', sound]),
      [
        {
          area: 'journal',
          severity: 'note',
          message: expect.stringContaining('2 events; line 2 cut short by a crash or a full disk;'),
          fixable: false,
        },
      ],
    ],
    [
      'a file in place of the attempts',
      (paths) => writeFileSync(paths.attempts, ''),
      [
        {
          area: 'attempts',
          severity: 'error',
          message: expect.stringContaining('is a file where a folder should be: no exam can be taken'),
          fixable: false,
        },
      ],
    ],
    [
      'a file in place of the caches',
      (paths) => writeFileSync(paths.cache, ''),
      [
        {
          area: 'snapshot',
          severity: 'warning',
          message: expect.stringContaining('nothing is lost, but every start is slower'),
          fixable: true,
        },
      ],
    ],
  ])('%s: looks only, then mends what it says and nothing else', async (_, spoil, expected) => {
    const paths = emptyHome();
    spoil(paths);
    const before = contentOf(paths.home);
    expect(await complaints(paths)).toEqual(expected);
    expect(contentOf(paths.home)).toEqual(before);
    for (const { severity, remedy } of await doctorOf(paths).examine())
      if (severity !== 'ok') expect(remedy).toMatch(/^[A-Z].*\.$/);

    for (const { fix } of await doctorOf(paths).examine()) fix?.();
    const after = contentOf(paths.home);
    const mended = (await complaints(paths)).filter(({ fixable }) => fixable);
    expect(mended).toEqual([]);
    const journal = (all: Record<string, string>) =>
      Object.entries(all).filter(([name]) => name.startsWith('journal'));
    expect(journal(after)).toEqual(journal(before));
    // Nothing but the cache was deleted: what was in the state is still there, if under another name.
    if (before['state.json'] !== undefined) expect(Object.values(after)).toContain(before['state.json']);
    // A cache may have been made; nothing was taken away.
    const folders = (all: Record<string, string>) =>
      Object.entries(all).filter(([name, each]) => each === '(folder)' && name !== 'cache');
    expect(folders(after)).toHaveLength(folders(before).length);
  });

  test('a home that is a file', async () => {
    const paths = tempHome();
    writeFileSync(paths.home, '');
    expect(await complaints(paths)).toMatchObject([
      { area: 'home', severity: 'error', message: expect.stringContaining('not a folder') },
      { area: 'journal', severity: 'note', message: expect.stringContaining('not checked, because') },
      { area: 'snapshot', severity: 'note' },
      { area: 'state', severity: 'note' },
    ]);
  });

  test.each<[string, (folder: string) => string, string]>([
    ['below a file', (folder) => join(folder, 'file', 'deep', 'home'), 'file is a file, not a folder'],
    ['a link to nowhere', (folder) => join(folder, 'link'), 'link is a link to nowhere'],
    ['below what takes no folders, for root too', () => '/proc/x', '/proc takes no folders (ENOENT)'],
  ])('a home that cannot be made: %s', async (_, home, why) => {
    const folder = tempFolder('around');
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('/nowhere/at/all', join(folder, 'link'));
    const paths = studyPaths(home(folder));
    expect(await complaints(paths)).toEqual([
      { area: 'home', severity: 'error', message: expect.stringContaining(`${why}.`), fixable: false },
      ...['journal', 'snapshot', 'state'].map((area) => ({
        area,
        severity: 'note',
        message: 'not checked, because of what is wrong with the home.',
        fixable: false,
      })),
    ]);
    expect(readdirSync(folder).sort()).toEqual(['file', 'link']);
  });

  test('what to do about a folder where a journal should be: move it, and it is well', async () => {
    const paths = emptyHome();
    mkdirSync(journalFile(paths));
    const [wrong] = (await doctorOf(paths).examine()).filter(({ severity }) => severity === 'error');
    expect(wrong?.remedy).toMatch(/^Move it out of /);
    renameSync(journalFile(paths), join(paths.home, 'elsewhere'));
    expect(await complaints(paths)).toEqual([]);
  });

  test('a home that does not exist yet and can be made leaves no trace of the try', async () => {
    const folder = tempFolder('around');
    expect(await complaints(studyPaths(join(folder, 'deep', 'home')))).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a snapshot is not said to fit a journal that cannot be read', async () => {
    const paths = emptyHome();
    withSnapshot(paths);
    mkdirSync(journalFile(paths, 'd-two'));
    expect(await complaints(paths)).toMatchObject([
      { area: 'journal', severity: 'error' },
      {
        area: 'snapshot',
        severity: 'note',
        message: 'not checked, because the journal cannot be read.',
        fixable: false,
      },
    ]);
  });

  describe('lines that cannot be read', () => {
    const marks = async (paths: Paths) =>
      (await complaints(paths)).map(({ area, severity, fixable }) => `${area} ${severity} ${fixable}`);
    const mend = async (paths: Paths) => {
      for (const { fix } of await doctorOf(paths).examine()) fix?.();
    };

    test('are a warning until note was taken of them; those that come later are new', async () => {
      const paths = emptyHome();
      writeJournal(paths, [sound, 'rubbish', JSON.stringify(aReview('sqs-2', 3))]);
      const before = readFileSync(journalFile(paths), 'utf8');
      expect(await marks(paths)).toEqual(['journal warning true']);
      await mend(paths);
      expect(await marks(paths)).toEqual(['journal note false']);
      expect(readFileSync(journalFile(paths), 'utf8')).toBe(before);
      // The answers beside it are behind the same snapshot, and none is lost.
      const { progress, trouble } = aStore(paths).read();
      expect([[...progress.cards.keys()].sort(), trouble]).toEqual([['sqs-1', 'sqs-2'], []]);
      appendFileSync(journalFile(paths), 'more rubbish\n');
      expect(await marks(paths)).toEqual(['journal warning true']);
      await mend(paths);
      expect(await marks(paths)).toEqual(['journal note false']);
    });

    test.each<[string, (paths: Paths) => void]>([
      ['a file that is none', (paths) => writeFileSync(snapshotOf(paths), '{')],
      ['a folder', (paths) => void mkdirSync(snapshotOf(paths))],
    ])('with a snapshot that is %s: one --fix mends both', async (_, spoil) => {
      const paths = emptyHome();
      writeJournal(paths, [sound, 'rubbish']);
      mkdirSync(paths.cache);
      spoil(paths);
      expect(await marks(paths)).toEqual(['journal warning true', 'snapshot warning true']);
      await mend(paths);
      expect(await marks(paths)).toEqual(['journal note false']);
    });

    test('are no reason to write a snapshot of a journal of which another file cannot be read', async () => {
      const paths = emptyHome();
      writeJournal(paths, [sound, 'rubbish']);
      mkdirSync(journalFile(paths, 'd-two'));
      expect(await marks(paths)).toEqual(['journal warning false', 'journal error false']);
    });
  });

  test('a full disk and a read-only one: what the permissions do not tell', async () => {
    const disk = join(tempFolder('disk'), 'small');
    const reason = mountDisk(disk, 32);
    if (reason !== undefined) return sayNotMounted('the doctor on a full disk', reason);
    const paths = studyPaths(disk);
    mkdirSync(paths.journal);
    expect(await complaints(paths)).toEqual([]);
    expect(readdirSync(disk)).toEqual(['journal']);
    expect(() => {
      for (let block = 0; ; block += 1) writeFileSync(join(disk, `ballast-${block}`), 'x'.repeat(4096));
    }).toThrow('ENOSPC');
    const before = readdirSync(disk);
    expect(await complaints(paths)).toEqual([
      {
        area: 'home',
        severity: 'error',
        message: `could not write to ${disk}: the disk is full (ENOSPC): no answer can be saved.`,
        fixable: false,
      },
    ]);
    expect(readdirSync(disk)).toEqual(before);
    remount(disk, 'ro');
    expect(await complaints(paths)).toMatchObject([
      {
        message: `could not write to ${disk}: the file system is read-only (EROFS): no answer can be saved.`,
      },
    ]);
    return undefined;
  });
});
