import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where everything of one learner is kept. All folders are made when they are first written to. */
export interface Paths {
  readonly home: string;
  readonly journal: string;
  readonly attempts: string;
  readonly decks: string;
  readonly state: string;
  readonly cache: string;
}

/**
 * With a home (`--home` or AWS_STUDY_HOME) everything is under it; without one the system's own folders for data and
 * for caches are used (XDG on Linux, Application Support on macOS, AppData on Windows).
 */
export function studyPaths(chosenHome: string | undefined): Paths {
  const system = envPaths('aws-study', { suffix: '' });
  const home = chosenHome === undefined ? system.data : resolve(chosenHome);
  return {
    home,
    journal: join(home, 'journal'),
    attempts: join(home, 'attempts'),
    decks: join(home, 'decks'),
    state: join(home, 'state.json'),
    cache: chosenHome === undefined ? system.cache : join(home, 'cache'),
  };
}
