export type Severity = 'error' | 'warning';

/** Trouble in content, as data: all of it at once, printed last. Lines and columns count from 1. */
export interface Problem {
  /** Rule that found it, e.g. `schema`, `source-missing`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Card or question it is about, where there is one. */
  readonly id?: string;
  /** One sentence of what is wrong. */
  readonly message: string;
  /** One sentence of what to do. */
  readonly hint: string;
}

export function byPlace(a: Problem, b: Problem): number {
  return (
    a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule)
  );
}
