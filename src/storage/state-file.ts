import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { LowSync } from 'lowdb';
import { JSONFileSync } from 'lowdb/node';
import { checkSettings, type Settings } from '../domain/settings.ts';
import { UserError } from '../errors.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { freeName } from './free-name.ts';
import { makeFolder } from './make-folder.ts';

/** The small state: settings and the name of this device. History never goes here: lowdb rewrites the whole file. */
export interface State {
  readonly version: 1;
  /** Names this device's journal file. */
  readonly device?: string;
  readonly settings: Partial<Settings>;
}

const devicePattern = /^[a-z0-9-]{1,64}$/;

function deviceIn(stored: unknown): string | undefined {
  const device =
    typeof stored === 'object' && stored !== null ? (stored as { device?: unknown }).device : undefined;
  return typeof device === 'string' && devicePattern.test(device) ? device : undefined;
}

function withDevice(device: string | undefined, settings: Partial<Settings>): State {
  return { version: 1, ...(device === undefined ? {} : { device }), settings };
}

/** ` is "many"`, where the name has a value that is short enough to be said. */
function saidValue(settings: unknown, name: string): string {
  if (typeof settings !== 'object' || settings === null || !Object.hasOwn(settings, name)) return '';
  const said = JSON.stringify((settings as Record<string, unknown>)[name]);
  return /^[ -~]{1,40}$/.test(said) ? ` is ${said}` : '';
}

/** What is wrong with a stored state, in a few words; undefined where it is sound. */
function faultOf(stored: unknown): string | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return 'it is no JSON object';
  const { version, device, settings } = stored as Record<string, unknown>;
  if (version !== 1) return `its version is ${JSON.stringify(version)}, not 1`;
  if (device !== undefined && deviceIn(stored) === undefined) return 'its device name is not valid';
  const checked = checkSettings(settings);
  if (!('wrong' in checked)) return undefined;
  return `not valid: ${checked.wrong.map((name) => `${name}${saidValue(settings, name)}`).join(', ')}`;
}

/** Settings that can stay though others beside them cannot. Those of a later version may mean something else. */
function soundSettings(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { version = 1, settings } = stored as Record<string, unknown>;
  if (version !== 1 || typeof settings !== 'object' || settings === null || Array.isArray(settings))
    return {};
  const sound = Object.entries(settings).filter(
    ([name, value]) => !('wrong' in checkSettings({ [name]: value })),
  );
  return Object.fromEntries(sound) as Partial<Settings>;
}

/**
 * `state.json`, validated at each read. A broken one is kept under a new name and said so, never overwritten; what is
 * sound in it goes on.
 */
export class StateFile {
  readonly path: string;
  readonly #warn: (message: string) => void;
  readonly #now: () => number;

  constructor(path: string, options: { warn: (message: string) => void; now: () => number }) {
    this.path = path;
    this.#warn = options.warn;
    this.#now = options.now;
  }

  read(): State {
    const { stored, fault } = this.#load();
    if (stored === null) return withDevice(undefined, {});
    return fault === undefined ? (stored as State) : this.#setAside(stored, fault);
  }

  /** What is wrong with the file, in a few words; undefined where it is sound or not there. Looks only. */
  check(): string | undefined {
    return this.#load().fault;
  }

  #load(): { readonly stored: unknown; readonly fault?: string | undefined } {
    try {
      const low = new LowSync<unknown>(new JSONFileSync(this.path), null);
      low.read();
      return low.data === null ? { stored: null } : { stored: low.data, fault: faultOf(low.data) };
    } catch (error) {
      if (errorCode(error) === 'EISDIR')
        throw new UserError(
          `${this.path} is a folder where the file of your settings should be.`,
          'Run "aws-study doctor --fix": it sets the folder aside, and you go on with the default settings.',
          { cause: error },
        );
      if (!(error instanceof SyntaxError)) throw diskTrouble('read', this.path, error);
      return { stored: undefined, fault: 'it is not valid JSON' };
    }
  }

  /** Writes a whole new state: lowdb writes beside and renames. Call it with the lock held. */
  write(state: State): void {
    try {
      makeFolder(dirname(this.path));
      const low = new LowSync<State>(new JSONFileSync(this.path), state);
      low.write();
    } catch (error) {
      throw diskTrouble('write', this.path, error);
    }
  }

  #setAside(stored: unknown, fault: string): State {
    const aside = freeName(this.path, `broken-${this.#now()}`);
    const fresh = withDevice(deviceIn(stored), soundSettings(stored));
    const isAnyKept = Object.keys(fresh.settings).length > 0;
    const goesOn = isAnyKept ? 'the other settings go on' : 'settings are the defaults';
    try {
      if (isAnyKept || fresh.device !== undefined) this.#replace(aside, fresh);
      else renameSync(this.path, aside);
      this.#warn(
        `${basename(this.path)} could not be used (${fault}); it is kept as ${aside}, and ${goesOn}.`,
      );
    } catch {
      this.#warn(`${this.path} could not be used (${fault}); ${goesOn} for now.`);
    }
    return fresh;
  }

  /** By a copy and a rename: there is no moment without a state file, in which a crash would lose what is sound. */
  #replace(aside: string, fresh: State): void {
    try {
      copyFileSync(this.path, aside, constants.COPYFILE_EXCL);
      this.write(fresh);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
  }
}
