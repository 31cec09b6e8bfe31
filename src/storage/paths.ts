import { join, resolve } from 'node:path';

/** Where everything of one learner is kept. All folders are made when they are first written to. */
export interface Paths {
  readonly home: string;
  readonly journal: string;
  readonly attempts: string;
  readonly decks: string;
  readonly state: string;
  readonly cache: string;
}

/** The places in a home, with the cache apart from it. Both absolute. */
export const placesIn = (home: string, cache: string): Paths => ({
  home,
  journal: join(home, 'journal'),
  attempts: join(home, 'attempts'),
  decks: join(home, 'decks'),
  state: join(home, 'state.json'),
  cache,
});

/** With a home (`--home` or AWS_STUDY_HOME) everything is under it. A relative one is settled here, once. */
export function studyPaths(chosenHome: string): Paths {
  const home = resolve(chosenHome);
  return placesIn(home, join(home, 'cache'));
}
