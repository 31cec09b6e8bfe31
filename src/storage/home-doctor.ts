import { accessSync, constants, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvent } from '../domain/journal/event.ts';
import { UserError } from '../errors.ts';
import type { Doctor, Finding } from '../ports.ts';
import { diskTrouble } from './disk-trouble.ts';
import type { Paths } from './paths.ts';
import { readLines } from './read-lines.ts';
import { eventsPerSnapshot, fitsJournals, readSnapshot } from './snapshot.ts';
import type { StateFile } from './state-file.ts';

function unreadableJournal(path: string, error: unknown): Finding {
  return {
    area: 'journal',
    severity: 'error',
    message: `${path} cannot be read (${(error as Error).message}).`,
    remedy: 'Give yourself read access, or restore it from a backup.',
  };
}

/** Looks at the files of one home. It never changes the journal: what cannot be read there is kept as it is. */
export class HomeDoctor implements Doctor {
  readonly #paths: Paths;
  readonly #state: StateFile;

  constructor(paths: Paths, state: StateFile) {
    this.#paths = paths;
    this.#state = state;
  }

  async examine(): Promise<readonly Finding[]> {
    return [this.#home(), ...this.#journal(), this.#snapshot(), this.#stateFile()];
  }

  #home(): Finding {
    const { home } = this.#paths;
    if (!existsSync(home))
      return {
        area: 'home',
        severity: 'ok',
        message: `${home} does not exist yet; the first answer makes it.`,
      };
    if (!statSync(home).isDirectory())
      return {
        area: 'home',
        severity: 'error',
        message: `${home} is not a folder: no answer can be saved.`,
        remedy: 'Choose a folder with --home or AWS_STUDY_HOME.',
      };
    try {
      accessSync(home, constants.W_OK);
      return { area: 'home', severity: 'ok', message: `${home} can be written.` };
    } catch {
      return {
        area: 'home',
        severity: 'error',
        message: `${home} cannot be written: no answer can be saved.`,
        remedy: 'Give yourself write access, or choose another folder with --home or AWS_STUDY_HOME.',
      };
    }
  }

  #journal(): Finding[] {
    const { journal } = this.#paths;
    if (!existsSync(journal)) return [{ area: 'journal', severity: 'ok', message: 'No answers yet.' }];
    let names: string[];
    try {
      names = readdirSync(journal).filter((name) => name.endsWith('.jsonl'));
    } catch (error) {
      return [unreadableJournal(journal, error)];
    }
    return names.sort().map((name) => this.#journalFile(join(journal, name)));
  }

  #journalFile(path: string): Finding {
    let events = 0;
    const unreadable: number[] = [];
    try {
      const { torn } = readLines(path, 0, (line, number) => {
        if (parseEvent(line) === undefined) unreadable.push(number);
        else events += 1;
      });
      if (unreadable.length === 0 && !torn)
        return { area: 'journal', severity: 'ok', message: `${path}: ${events} events, all readable.` };
      const where =
        unreadable.length === 0
          ? ''
          : ` line ${unreadable.slice(0, 10).join(', ')}${unreadable.length > 10 ? ', …' : ''} unreadable;`;
      return {
        area: 'journal',
        severity: 'warning',
        message: `${path}: ${events} events;${where}${torn ? ' the last line is cut short;' : ''} the rest counts.`,
        remedy:
          'Nothing needs doing: such lines are kept and left out. Restore the file from a backup if answers are missing.',
      };
    } catch (error) {
      return unreadableJournal(path, error);
    }
  }

  #snapshot(): Finding {
    const path = join(this.#paths.cache, 'snapshot.json');
    if (!existsSync(path))
      return {
        area: 'snapshot',
        severity: 'ok',
        message: `No snapshot; it is made after ${eventsPerSnapshot} answers.`,
      };
    const snapshot = readSnapshot(path);
    if (snapshot !== undefined && fitsJournals(snapshot))
      return { area: 'snapshot', severity: 'ok', message: `${path} fits the journal.` };
    return {
      area: 'snapshot',
      severity: 'warning',
      message: `${path} does not fit the journal; it is not used.`,
      remedy: 'Delete it: it is made anew from the journal.',
      fix: () => {
        try {
          rmSync(path, { force: true, recursive: true });
        } catch (error) {
          throw diskTrouble('delete', path, error);
        }
      },
    };
  }

  #stateFile(): Finding {
    const { path } = this.#state;
    let fault: string | undefined;
    try {
      fault = this.#state.check();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // It cannot even be looked at, so nothing can be set aside: a matter of the folder.
      return { area: 'home', severity: 'error', message: error.message, remedy: error.hint };
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
