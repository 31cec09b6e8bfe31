import type { Standing } from '../../domain/scheduling/queue.ts';
import { isoDay } from '../../domain/scheduling/study-day.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { padTo } from '../wrap.ts';

export interface EmptyQueueFacts extends Pick<Standing, 'due' | 'unseen' | 'nextDue'> {
  /** Cards that fit what was asked for, due or not. */
  readonly cards: number;
  /** Reviews still allowed today. */
  readonly reviewsLeft: number;
  readonly today: number;
  readonly settings: Settings;
  readonly minutesLeft?: number | undefined;
  /** The command that was given, with another option. */
  readonly goOnWith?: (option: string) => string;
}

/** Beside a longer command there is no room to say what it does. */
const longestBeside = 36;

/** "Nothing due" is never a dead end: when the next card is due, and what can be done until then. */
export function emptyQueueView(theme: Theme, facts: EmptyQueueFacts): string {
  const { cards, due, unseen, nextDue, reviewsLeft, today, settings, minutesLeft } = facts;
  const { goOnWith = (option) => `aws-study quiz ${option}` } = facts;
  if (cards === 0)
    return `${theme.strong('No card fits.')} Take a filter away, or see "aws-study deck list".`;
  const lines: string[] = [];
  if (minutesLeft === 0) {
    lines.push(`You have reached today's limit of ${plural(settings.minutesPerDay ?? 0, 'minute')}.`);
    lines.push(`Go on all the same: ${goOnWith('--minutes 10')}`);
  } else if (due.length > 0 && reviewsLeft > 0) {
    lines.push(
      `Nothing more for now: ${plural(due.length, 'card')} can wait, as others of the same facts were asked today.`,
    );
  } else if (due.length > 0) {
    lines.push(
      `You have reached today's limit of ${plural(settings.reviewsPerDay, 'review')}; ${plural(due.length, 'card')} can wait.`,
    );
  } else {
    lines.push(theme.strong('Nothing is due.'));
  }
  if (nextDue !== undefined) {
    const days = nextDue - today;
    lines.push(`The next card is due ${days === 1 ? 'tomorrow' : `in ${days} days`} (${isoDay(nextDue)}).`);
  }
  const ways: (readonly [command: string, what: string])[] = [
    [goOnWith('--ahead 3'), 'review what falls due in the next 3 days'],
    [goOnWith('--cram'), 'any card, without touching your memory'],
  ];
  if (unseen.length > 0)
    ways.unshift([goOnWith('--new 10'), `${plural(unseen.length, 'card')} you have not seen yet`]);
  const width = Math.max(...ways.map(([command]) => command.length));
  const beside = width <= longestBeside;
  lines.push('', 'Until then:');
  for (const [command, what] of ways)
    lines.push(...(beside ? [`  ${padTo(command, width)}    ${what}`] : [`  ${command}`, `      ${what}`]));
  return lines.join('\n');
}
