import { UserError } from '../errors.ts';
import type { Step } from './screen.ts';

/** How a screen ends where the disk refuses: with the words for it. */
export interface Trouble {
  readonly why: 'trouble';
  readonly error: unknown;
}

/** Runs what writes to disk; a refusal ends the screen, and what was asked stays unanswered. */
export function durable<Model, Result>(act: () => Step<Model, Result>): Step<Model, Result | Trouble> {
  try {
    return act();
  } catch (error) {
    if (error instanceof UserError) return { result: { why: 'trouble', error } };
    throw error;
  }
}
