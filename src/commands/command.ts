import type { ExitCode } from '../errors.ts';
import type { World } from '../ports.ts';

export interface Request {
  readonly world: World;
  /** Positional arguments as typed. */
  readonly args: readonly string[];
  /** Options by their camelCase name. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly json: boolean;
}

/** What a command's file exports. Done (0) where it returns nothing. */
export type Run = (request: Request) => Promise<ExitCode | undefined>;

export interface OptionEntry {
  readonly flags: string;
  readonly summary: string;
  /** Takes a whole number. */
  readonly whole?: boolean;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: boolean;
}

export interface CommandEntry {
  /** As typed: `quiz`, `deck list`; the empty name is `aws-study` alone. */
  readonly name: string;
  readonly args?: string;
  readonly summary: string;
  readonly options?: readonly OptionEntry[];
  readonly examples?: readonly string[];
  /** Its flags depend on its arguments: options that are not known here, and `--help`, come to it as they were typed. */
  readonly ownFlags?: true;
  /** Absent for a group such as `deck`. */
  readonly load?: () => Promise<{ readonly run: Run }>;
}
