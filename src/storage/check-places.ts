import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Finding } from '../ports.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import type { Paths } from './paths.ts';
import { placeAt } from './place-at.ts';
import { setAside } from './set-aside.ts';

const chooseAnother = 'Choose a folder with --home or AWS_STUDY_HOME.';

/** Whether answers can be saved in a home; tried with a small file that is removed again. */
export function checkHome(paths: Paths): Finding[] {
  const { home, journal, attempts } = paths;
  const place = placeAt(home);
  if (place === 'nothing') return [homeToBe(home)];
  if (place === 'file')
    return [
      {
        area: 'home',
        severity: 'error',
        message: `${home} is not a folder: no answer can be saved.`,
        remedy: chooseAnother,
      },
    ];
  const written = [home, journal, attempts].filter((folder) => placeAt(folder) === 'folder');
  const refused = written.map(tryToWrite).find((trouble) => trouble !== undefined);
  return [
    refused ?? { area: 'home', severity: 'ok', message: `${home} can be written.` },
    ...filesInTheWay(paths),
  ];
}

/** A home that is made by the first answer: whether that will work, as far as can be told without making it. */
function homeToBe(home: string): Finding {
  let above = home;
  while (above !== dirname(above) && !isThere(above)) above = dirname(above);
  const error = (why: string): Finding => ({
    area: 'home',
    severity: 'error',
    message: `${home} cannot be made: ${why}.`,
    remedy: chooseAnother,
  });
  const place = placeAt(above);
  if (place === 'nothing') return error(`${above} is a link to nowhere`);
  if (place === 'file') return error(`${above} is a file, not a folder`);
  const refused = tryToMake(above);
  if (refused !== undefined) return error(refused);
  return { area: 'home', severity: 'ok', message: `${home} does not exist yet; the first answer makes it.` };
}

/** Why no folder with files in it can be made here; tried, for permission says nothing of /proc or a full disk. */
function tryToMake(folder: string): string | undefined {
  const path = join(folder, `.doctor-${randomBytes(5).toString('hex')}`);
  try {
    mkdirSync(path);
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    return code === 'EACCES' || code === 'EPERM'
      ? `${folder} cannot be written`
      : `${folder} takes no folders (${code})`;
  }
  try {
    const refused = tryToWrite(path);
    return refused === undefined
      ? undefined
      : refused.message.replaceAll(path, folder).replace(/: no answer.*$/, '');
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Also a link that leads nowhere is there. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** A block as the next answer would need it: permission alone says nothing of a full disk. */
function tryToWrite(folder: string): Finding | undefined {
  const path = join(folder, `.doctor-${randomBytes(5).toString('hex')}`);
  try {
    const handle = openSync(path, 'wx', 0o600);
    try {
      writeFileSync(handle, 'x'.repeat(4096));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
      rmSync(path, { force: true });
    }
    return undefined;
  } catch (error) {
    const trouble = diskTrouble('write to', folder, error);
    // A file system that takes no files, such as /proc, says that the new one does not exist.
    const [what, remedy] =
      trouble instanceof UserError && errorCode(error) !== 'ENOENT'
        ? [trouble.message.replace(/\.$/, ''), trouble.hint]
        : [`${folder} takes no files (${errorCode(error) ?? String(error)})`, chooseAnother];
    return { area: 'home', severity: 'error', message: `${what}: no answer can be saved.`, remedy };
  }
}

/** Files where folders belong. The journal and the decks are looked at by themselves. */
function filesInTheWay({ attempts, cache }: Paths): Finding[] {
  const remedy = 'Move it out of the way: the folder is made when it is needed.';
  const found: Finding[] = [];
  if (placeAt(attempts) === 'file')
    found.push({
      area: 'attempts',
      severity: 'error',
      message: `${attempts} is a file where a folder should be: no exam can be taken.`,
      remedy,
    });
  if (placeAt(cache) === 'file')
    found.push({
      area: 'snapshot',
      severity: 'warning',
      message: `${cache} is a file where a folder should be: nothing is lost, but every start is slower.`,
      remedy: 'Set it aside under a new name: the folder is made when it is needed.',
      fix: () => setAside(cache, 'file'),
    });
  return found;
}
