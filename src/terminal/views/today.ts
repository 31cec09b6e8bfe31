import type { WaitingExam } from '../../study/exam-waiting.ts';
import { timeWords } from '../exam/exam-words.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';

export interface TodayFacts {
  readonly today: string;
  readonly due: number;
  readonly newToday: number;
  readonly unseen: number;
  readonly cards: number;
  readonly answeredToday: number;
  /** Drills whose day has come; absent: none. */
  readonly drillsDue?: number;
  readonly streakDays: number;
  readonly nextDue: string | null;
  readonly exam: string | null;
  readonly examDate: string | null;
  readonly daysToExam: number | null;
  readonly unfinishedExam: WaitingExam | null;
}

function nextStep({ due, newToday, unseen, cards }: TodayFacts): [command: string, why: string] {
  if (unseen === cards) return ['aws-study quiz', 'your first cards; q ends it, nothing is lost'];
  if (due > 0)
    return ['aws-study quiz', `${plural(due, 'card')} due${newToday > 0 ? ` and ${newToday} new` : ''}`];
  if (newToday > 0) return ['aws-study quiz', plural(newToday, 'new card')];
  if (unseen > 0) return ['aws-study quiz --new 10', 'more new cards than planned for today'];
  return ['aws-study quiz --ahead 3', 'review what falls due soon'];
}

export function todayView(theme: Theme, facts: TodayFacts): string {
  const { dot } = theme.signs;
  const [command, why] = nextStep(facts);
  const lines = [
    `${theme.strong('Today')} ${theme.dim(facts.today)}`,
    `  due ${theme.strong(String(facts.due))} ${dot} new ${theme.strong(String(facts.newToday))} ${dot} answered ${facts.answeredToday} ${dot} streak ${plural(facts.streakDays, 'day')}`,
    `  ${theme.dim(`${facts.cards - facts.unseen} of ${plural(facts.cards, 'card')} seen`)}`,
  ];
  if (facts.drillsDue !== undefined && facts.drillsDue > 0)
    lines.push(`  ${plural(facts.drillsDue, 'drill')} due ${dot} ${theme.accent('aws-study drill')}`);
  if (facts.due === 0 && facts.nextDue !== null) lines.push(`  ${theme.dim(`next due ${facts.nextDue}`)}`);
  if (facts.daysToExam !== null) {
    const when =
      facts.daysToExam < 0
        ? 'was'
        : facts.daysToExam === 0
          ? 'is today'
          : `in ${plural(facts.daysToExam, 'day')}`;
    lines.push(
      `  exam ${facts.exam ?? ''} ${when} ${theme.dim(facts.examDate ?? '')}`
        .replace(/ {2,}(?=\S)/g, ' ')
        .replace(/^/, ' '),
    );
  }
  if (facts.unfinishedExam !== null) lines.push('', ...examLines(theme, facts.unfinishedExam));
  lines.push('', `${theme.strong('Next')}  ${theme.accent(command)}`, `      ${theme.dim(why)}`);
  return lines.join('\n');
}

/** A clock that runs is told before anything else is offered. */
function examLines(theme: Theme, { exam, number, status, msLeft }: WaitingExam): string[] {
  const standing = {
    open: 'is open in another terminal',
    expired: 'is not finished, and its time is up',
    unfinished: 'is not finished',
  }[status];
  const left = msLeft === null || msLeft === 0 ? '' : `: ${timeWords(msLeft)} left`;
  const step = status === 'expired' ? 'scores it' : 'goes on with it';
  const lines = [`${theme.warn(`${exam} attempt ${number} ${standing}${left}.`)}`];
  return status === 'open'
    ? lines
    : [...lines, `  ${theme.accent(`aws-study exam ${number} --resume`)} ${theme.dim(step)}`];
}
