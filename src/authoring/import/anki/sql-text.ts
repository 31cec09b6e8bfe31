import type { SqlValue } from '../../../ports.ts';

/** A column as text; what is neither text nor a number is nothing. */
export const textOf = (value: SqlValue | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
