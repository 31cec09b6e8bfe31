import { completeness } from '../../domain/exam/answering.ts';
import type { Attempt } from '../../domain/exam/attempt.ts';
import type { PaperItem } from '../../domain/exam/paper.ts';
import type { PlannedPaper } from '../../study/exam-paper.ts';
import { letterOf, plural } from '../words.ts';

const counts = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];

/** `Choose TWO.`: as AWS words it. */
export const chooseWords = (choose: number): string => `Choose ${counts[choose] ?? choose}.`;

/** Letters of the chosen options in the order of the screen: `A, C`. */
export function lettersOf(item: PaperItem, choices: readonly number[]): string {
  return item.order.flatMap((option, place) => (choices.includes(option) ? letterOf(place) : [])).join(', ');
}

/** `1:02:03`, `9:05`. */
export function clockLabel(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** `1 hour 2 minutes`, `40 seconds`: for a line that is read aloud. */
export function timeWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return plural(seconds, 'second');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [
    ...(hours > 0 ? [plural(hours, 'hour')] : []),
    ...(minutes > 0 ? [plural(minutes, 'minute')] : []),
  ];
  if (hours === 0 && minutes < 10 && seconds % 60 > 0) parts.push(plural(seconds % 60, 'second'));
  return parts.join(' ');
}

const msPerMinute = 60_000;
const firstWarningMinutes = 10;
const secondWarningMinutes = 5;

/**
 * Times left at which the clock speaks up, ms, longest first: a tenth of the time in whole minutes, at most 10; where it
 * was 10, again at 5; then the last minute, which in an exam of one minute is its last half.
 */
function warningsMs(allowedMs: number): number[] {
  const first = Math.min(firstWarningMinutes, Math.floor(allowedMs / 10 / msPerMinute));
  const minutes = first === firstWarningMinutes ? [first, secondWarningMinutes] : first > 1 ? [first] : [];
  return [...minutes.map((one) => one * msPerMinute), Math.min(msPerMinute, allowedMs / 2)];
}

/** Said for a minute from each such time on, and during all of the last minute. Both times null: no clock. */
export function timeWarning(remainingMs: number | null, allowedMs: number | null): string | undefined {
  if (remainingMs === null || allowedMs === null || remainingMs <= 0) return undefined;
  const points = warningsMs(allowedMs);
  const lastMs = points.at(-1) ?? 0;
  const point = points.find(
    (atMs) => remainingMs <= atMs && (atMs === lastMs || remainingMs > atMs - msPerMinute),
  );
  return point === undefined ? undefined : `Less than ${timeWords(point)} left.`;
}

/** How an answer stands: `answered B`, `1 of 2 chosen`, `unanswered`. */
export function answerWords(item: PaperItem, choices: readonly number[]): string {
  switch (completeness(item, choices)) {
    case 'unanswered':
      return 'unanswered';
    case 'incomplete':
      return `${choices.length} of ${item.choose} chosen`;
    case 'answered':
      return `answered ${lettersOf(item, choices)}`;
  }
}

export interface Standing {
  readonly answered: number;
  readonly unanswered: number;
  readonly incomplete: number;
  readonly flagged: number;
}

export function standingOf({ paper, answers, flags }: Attempt): Standing {
  const states = paper.items.map((item, index) => completeness(item, answers[index] ?? []));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return {
    answered: count('answered'),
    unanswered: count('unanswered'),
    incomplete: count('incomplete'),
    flagged: flags.filter(Boolean).length,
  };
}

/** What to know before the end, a sentence each. */
export function endWarnings(standing: Standing): string[] {
  const { unanswered, incomplete, flagged } = standing;
  const are = (count: number) => (count === 1 ? 'is' : 'are');
  const lines: string[] = [];
  if (unanswered > 0)
    lines.push(`${plural(unanswered, 'question')} ${are(unanswered)} unanswered and will count as wrong.`);
  if (incomplete > 0)
    lines.push(
      `${plural(incomplete, 'question')} ${are(incomplete)} short of options and will count as wrong.`,
    );
  if (flagged > 0) lines.push(`${plural(flagged, 'question')} ${are(flagged)} flagged for review.`);
  return lines.length === 0 ? ['Every question is answered.'] : lines;
}

/** One sentence a domain that has too few questions. */
export function shortageWords({ blueprint, shortages, paper }: PlannedPaper): string[] {
  return [
    ...shortages.map(({ domainId, wanted, available }) => {
      const title = blueprint.domains.find(({ id }) => id === domainId)?.title ?? '';
      return `Domain ${domainId} (${title}) has ${available} of the ${wanted} questions it should give.`;
    }),
    ...(shortages.length === 0 ? [] : [`The paper has ${paper.items.length} questions.`]),
  ];
}
