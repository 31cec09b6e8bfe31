import type { Theme } from '../theme.ts';
import { commandAtEnd, minutesLabel, plural } from '../words.ts';
import { padTo } from '../wrap.ts';

export interface DrillSummaryFacts {
  readonly results: readonly {
    readonly calculator: string;
    readonly correct: boolean;
    readonly ms: number;
  }[];
  /** Titles of templates that come back today. */
  readonly again: readonly string[];
  /** The next day on which one is due, YYYY-MM-DD, where none is due today. */
  readonly nextDue?: string | undefined;
  /** The grade that was recorded at leaving, for an answer that was given and not rated. */
  readonly recorded?: string | undefined;
  /** The command that goes on with what was drilled. */
  readonly goOn?: string;
}

/** What the drills came to, weakest calculator first, and when they come back. */
export function drillSummaryView(
  theme: Theme,
  { results, again, nextDue, recorded, goOn = 'aws-study drill' }: DrillSummaryFacts,
): string {
  if (results.length === 0) return theme.dim('No question was answered.');
  const right = results.filter((one) => one.correct).length;
  const minutes = results.reduce((sum, one) => sum + one.ms, 0) / 60_000;
  const lines = [
    `${theme.strong(plural(results.length, 'question'))}, ${right} right (${Math.round((right / results.length) * 100)}%), ${minutesLabel(minutes)}.`,
  ];
  const rows = [...new Set(results.map((one) => one.calculator))].map((name) => {
    const all = results.filter((one) => one.calculator === name);
    return { name, of: all.length, right: all.filter((one) => one.correct).length };
  });
  if (rows.length > 1) {
    const width = Math.max(...rows.map((row) => row.name.length));
    rows.sort((a, b) => a.right / a.of - b.right / b.of || b.of - a.of);
    for (const row of rows) lines.push(`  ${padTo(row.name, width)}  ${row.right} of ${row.of}`);
  }
  if (recorded !== undefined) lines.push(`The answer that was not rated counts as ${recorded}.`);
  if (again.length > 0) lines.push(`Due again today: ${again.join(', ')}. Go on with${commandAtEnd(goOn)}`);
  else if (nextDue !== undefined) lines.push(`Next due: ${nextDue}.`);
  return lines.join('\n');
}
