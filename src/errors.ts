/** Exit codes of the program, by name. A failed mock exam is `done`. */
export const exitCodes = {
  done: 0,
  problemsFound: 1,
  userMustAct: 2,
  bug: 70,
  hangup: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Something the user can mend: a wrong flag, a missing file, a full disk.
 * `message` is one sentence of what went wrong, `hint` one of what to do.
 */
export class UserError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.hint = hint;
  }
}

/** The user (or the system) ended the program. What was answered is already on disk. */
export class Interrupted extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode = exitCodes.interrupted) {
    super('interrupted');
    this.name = 'Interrupted';
    this.exitCode = exitCode;
  }
}
