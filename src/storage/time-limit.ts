import { runInNewContext } from 'node:vm';
import { UserError } from '../errors.ts';
import type { TimeLimit } from '../ports.ts';

/** Runs work that a stranger's file may have made endless: it is stopped in its tracks when its time is up. */
export const withinSeconds: TimeLimit = (seconds, work) => {
  try {
    return runInNewContext('work()', { work }, { timeout: seconds * 1000 }) as ReturnType<typeof work>;
  } catch (error) {
    // It comes from a realm of its own, whose errors are no instances of ours.
    const { code } = (error ?? {}) as { readonly code?: unknown };
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new UserError(
      `reading this file took longer than ${seconds} seconds.`,
      'It is damaged, made to harm, or far too large: export less into it.',
      { cause: error },
    );
  }
};
