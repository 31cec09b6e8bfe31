import { UserError } from '../errors.ts';

/** For paths that are there and hold nothing of what was looked for: silence would look like success. */
export const nothingThere = (paths: readonly string[], what: string): UserError =>
  new UserError(
    `there is no ${what} in ${paths.join(', ')}.`,
    'Name a .yaml file, a folder that holds some, or a deck of your own.',
  );
