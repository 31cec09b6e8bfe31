import { isoDay } from '../../domain/scheduling/study-day.ts';
import type { SessionSummary } from '../../domain/scheduling/summary.ts';
import type { Theme } from '../theme.ts';
import { commandAtEnd, daysLabel, minutesLabel, plural } from '../words.ts';
import { padTo } from '../wrap.ts';

export interface SummaryFacts {
  readonly summary: SessionSummary;
  readonly today: number;
  readonly left: number;
  readonly nextDue?: number | undefined;
  readonly cram: boolean;
  /** The command that goes on with what was studied. */
  readonly goOn?: string;
  /** The grade that was recorded at leaving, for an answer that was given and not rated. */
  readonly recorded?: string | undefined;
  /** Answers to cards that another terminal had answered before. */
  readonly notRecorded?: number;
}

const percent = (part: number, of: number) => (of === 0 ? 0 : Math.round((part / of) * 100));

/** What the session came to, and where to go on. */
export function summaryView(
  theme: Theme,
  { summary, today, left, nextDue, cram, goOn = 'aws-study quiz', recorded, notRecorded = 0 }: SummaryFacts,
): string {
  const { answers, cards, rightAtFirst, newCards, minutes, topics } = summary;
  const elsewhere =
    notRecorded === 0
      ? []
      : [`${plural(notRecorded, 'answer')} not recorded: another terminal had answered before.`];
  if (answers === 0) return [theme.dim('No card was answered.'), ...elsewhere].join('\n');
  const goOnWith = commandAtEnd(goOn);
  const lines = [
    `${theme.strong(plural(answers, 'answer'))} to ${plural(cards, 'card')} (${newCards} new), ${percent(rightAtFirst, cards)}% right at first try, ${minutesLabel(minutes)}.`,
  ];
  if (topics.length > 1) {
    const names = topics.slice(0, 8).map((row) => `${row.deck}/${row.topic}`);
    const width = Math.max(...names.map((name) => name.length));
    topics.slice(0, 8).forEach((row, index) => {
      lines.push(`  ${padTo(names[index] ?? '', width)}  ${row.rightAtFirst} of ${row.answered}`);
    });
    if (topics.length > 8) lines.push(theme.dim(`  and ${topics.length - 8} topics more`));
  }
  if (recorded !== undefined) lines.push(`The answer that was not rated counts as ${recorded}.`);
  lines.push(...elsewhere);
  if (cram) lines.push('Crammed: no memory was changed.');
  if (left > 0) lines.push(`${plural(left, 'card')} left: go on with${goOnWith}`);
  else if (nextDue !== undefined) {
    const days = nextDue - today;
    lines.push(
      days <= 0
        ? `More is due today: go on with${goOnWith}`
        : `Next due: ${days === 1 ? 'tomorrow' : `in ${daysLabel(days)}`} (${isoDay(nextDue)}).`,
    );
  }
  return lines.join('\n');
}
