import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Doctor, Finding } from '../ports.ts';
import { checkJournal } from './check-journal.ts';
import { checkHome } from './check-places.ts';
import { diskTrouble } from './disk-trouble.ts';
import { JournalStore } from './journal-store.ts';
import type { Paths } from './paths.ts';
import { placeAt } from './place-at.ts';
import { setAside } from './set-aside.ts';
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
    if (placeAt(home) !== 'folder' && places.some(({ severity }) => severity === 'error'))
      return [
        ...places,
        ...(['journal', 'snapshot', 'state'] as const).map((area) =>
          notChecked(area, 'of what is wrong with the home'),
        ),
      ];
    const path = this.#snapshotPath;
    const events = checkJournal(journal, { foldedIn: path, takeNote: () => this.#takeNote() });
    const isUnread = events.some(({ severity }) => severity === 'error');
    // What is no file is in the way, whatever the journal holds.
    const snapshot =
      isUnread && placeAt(path) === 'file'
        ? notChecked('snapshot', 'the journal cannot be read')
        : this.#snapshot(path);
    return [...places, ...events, snapshot, this.#stateFile()];
  }

  get #snapshotPath(): string {
    return join(this.#paths.cache, 'snapshot.json');
  }

  /** What was read is behind the snapshot then. */
  #takeNote(): void {
    this.#mendSnapshot();
    const store = new JournalStore({
      folder: this.#paths.journal,
      snapshot: this.#snapshotPath,
      // It is only read here.
      device: () => '',
    });
    store.read();
    store.saveSnapshot();
  }

  /** Away with what is none, as it is now: it may have been made anew since it was looked at. */
  #mendSnapshot(): void {
    const path = this.#snapshotPath;
    if (placeAt(path) === 'folder') setAside(path, 'folder');
    const snapshot = readSnapshot(path);
    if (snapshot === undefined || !fitsJournals(snapshot)) remove(path);
  }

  #snapshot(path: string): Finding {
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
          fix: () => this.#mendSnapshot(),
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
          fix: () => this.#mendSnapshot(),
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
        remedy: 'Set it aside under a new name, and go on with the default settings.',
        fix: () => setAside(path, 'folder'),
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
      remedy:
        'Set it aside under a new name; go on with what is sound in it, and with the defaults for the rest.',
      fix: () => void this.#state.read(),
    };
  }
}

const notChecked = (area: Finding['area'], why: string): Finding => ({
  area,
  severity: 'note',
  message: `not checked, because ${why}.`,
});

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw diskTrouble('delete', path, error);
  }
}
