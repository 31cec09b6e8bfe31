import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Doctor, Finding } from '../ports.ts';
import { checkJournal } from './check-journal.ts';
import { checkHome } from './check-places.ts';
import { diskTrouble } from './disk-trouble.ts';
import { freeName } from './free-name.ts';
import type { Paths } from './paths.ts';
import { placeAt } from './place-at.ts';
import { eventsPerSnapshot, fitsJournals, readSnapshot } from './snapshot.ts';
import type { StateFile } from './state-file.ts';

/** Looks at the files of one home. It never changes the journal: what cannot be read there is kept as it is. */
export class HomeDoctor implements Doctor {
  readonly #paths: Paths;
  readonly #state: StateFile;

  constructor(paths: Paths, state: StateFile) {
    this.#paths = paths;
    this.#state = state;
  }

  async examine(): Promise<readonly Finding[]> {
    const { home, journal } = this.#paths;
    const places = checkHome(this.#paths);
    // Where the home is no folder, nothing in it can be looked at.
    if (placeAt(home) !== 'folder' && places.some(({ severity }) => severity === 'error')) return places;
    return [...places, ...checkJournal(journal), this.#snapshot(), this.#stateFile()];
  }

  #snapshot(): Finding {
    const path = join(this.#paths.cache, 'snapshot.json');
    switch (placeAt(path)) {
      case 'nothing':
        return {
          area: 'snapshot',
          severity: 'ok',
          message: `No snapshot; it is made after ${eventsPerSnapshot} answers.`,
        };
      case 'folder':
        return {
          area: 'snapshot',
          severity: 'warning',
          message: `${path} is a folder where a file should be; it does not fit the journal and is not used.`,
          remedy: 'Set it aside under a new name: the snapshot is made anew from the journal.',
          fix: () => mended('rename', path, () => renameSync(path, freeName(path, 'folder'))),
        };
      case 'file': {
        const snapshot = readSnapshot(path);
        if (snapshot !== undefined && fitsJournals(snapshot))
          return { area: 'snapshot', severity: 'ok', message: `${path} fits the journal.` };
        return {
          area: 'snapshot',
          severity: 'warning',
          message: `${path} does not fit the journal; it is not used.`,
          remedy: 'Delete it: it is made anew from the journal.',
          fix: () => mended('delete', path, () => rmSync(path, { force: true })),
        };
      }
    }
  }

  #stateFile(): Finding {
    const { path } = this.#state;
    if (placeAt(path) === 'folder')
      return {
        area: 'state',
        severity: 'error',
        message: `${path} is a folder where the file of your settings should be: commands stop at it.`,
        remedy: 'Move it out of the way, and go on with the default settings.',
      };
    let fault: string | undefined;
    try {
      fault = this.#state.check();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { area: 'state', severity: 'error', message: error.message, remedy: error.hint };
    }
    if (fault === undefined) {
      return {
        area: 'state',
        severity: 'ok',
        message: existsSync(path) ? `${path} is valid.` : 'All settings are the defaults.',
      };
    }
    return {
      area: 'state',
      severity: 'error',
      message: `${path} could not be used: ${fault}.`,
      remedy: 'Set it aside under a new name and go on with the default settings.',
      fix: () => void this.#state.read(),
    };
  }
}

function mended(action: string, path: string, mend: () => void): void {
  try {
    mend();
  } catch (error) {
    throw diskTrouble(action, path, error);
  }
}
