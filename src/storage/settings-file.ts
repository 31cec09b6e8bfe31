import { defaultSettings, type Settings } from '../domain/settings.ts';
import type { SettingsStore } from '../ports.ts';
import type { StateFile } from './state-file.ts';

/** Settings in the state file; what is not set there has its default. */
export class SettingsFile implements SettingsStore {
  readonly #file: StateFile;

  constructor(file: StateFile) {
    this.#file = file;
  }

  read(): Settings {
    return { ...defaultSettings, ...this.#file.read().settings };
  }

  async update(
    change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
  ): Promise<Settings> {
    const { changeState } = await import('./state-lock.ts');
    const { settings } = changeState(this.#file, (state) => {
      const merged = Object.entries({ ...state.settings, ...change }).filter(
        ([, value]) => value !== undefined,
      );
      return { ...state, settings: Object.fromEntries(merged) as Partial<Settings> };
    });
    return { ...defaultSettings, ...settings };
  }
}
