import { type Grade, gradeNames } from '../domain/scheduling/memory.ts';
import { isHidden, reviewsLeft } from '../domain/scheduling/queue.ts';
import type { Desk } from '../study/open-desk.ts';
import { type PlannedSession, planSession, type SessionWish } from '../study/plan-session.ts';
import type { StudySession } from '../study/study-session.ts';
import type { Theme } from '../terminal/theme.ts';
import { summaryView } from '../terminal/views/summary.ts';
import type { Request } from './command.ts';
import { printWrapped } from './print-wrapped.ts';
import { goOnCommand } from './quiz-wish.ts';

/** What the learner's own limit leaves of today; undefined without a limit. */
export function minutesLeftToday({ settings, journal, moment }: Desk): number | undefined {
  if (settings.minutesPerDay === undefined) return undefined;
  const spentMs = journal.read().progress.days.get(moment().day)?.ms ?? 0;
  return Math.max(0, settings.minutesPerDay - spentMs / 60_000);
}

/** There is nothing to ask: why, and what can be done until there is. */
export async function printEmptyQueue(
  request: Request,
  desk: Desk,
  theme: Theme,
  planned: PlannedSession,
): Promise<void> {
  const { emptyQueueView } = await import('../terminal/views/empty-queue.ts');
  const today = desk.moment().day;
  const facts = {
    ...planned.standing,
    cards: planned.chosen.length,
    reviewsLeft: reviewsLeft(desk.settings, desk.journal.read().progress.days.get(today)),
    today,
    settings: desk.settings,
    minutesLeft: minutesLeftToday(desk),
    goOnWith: (also: string) => goOnCommand(request, also),
  };
  printWrapped(request, emptyQueueView(theme, facts));
}

export interface Ended {
  readonly study: StudySession;
  readonly wish: SessionWish;
  /** The answer on the screen that was given and not rated: it was recorded at leaving. */
  readonly recorded: Grade | undefined;
}

/** Printed however the session ended: what was answered is saved, and the learner is told so. */
export function farewell(request: Request, desk: Desk, theme: Theme, { study, wish, recorded }: Ended): void {
  const today = desk.moment().day;
  const facts = {
    summary: study.summary(),
    today,
    left: study.progress().left,
    nextDue: nextDueOf(request, desk, wish, today),
    cram: wish.cram === true,
    // Where the minutes of the day are used up, the same command would only say so.
    goOn: goOnCommand(request, minutesLeftToday(desk) === 0 ? '--minutes 10' : ''),
    recorded: recorded === undefined ? undefined : gradeNames[recorded],
    notRecorded: study.notRecorded,
  };
  printWrapped(request, summaryView(theme, facts));
}

/** The next day on which one of these cards is asked; what is suspended or buried is not. */
function nextDueOf({ world }: Request, desk: Desk, wish: SessionWish, today: number): number | undefined {
  const { cards } = desk.journal.read().progress;
  // What a session of now would ask: the limit of the day, or a sibling that was asked, puts the others off.
  const { queue, chosen } = planSession(desk, { ...wish, cram: false, cards: undefined }, world.random);
  if (queue.some(({ reason }) => reason !== 'new')) return today;
  const days = chosen.flatMap(({ id }) => {
    const card = cards.get(id);
    return card?.due === undefined || isHidden(card, today) ? [] : [Math.max(card.due, today + 1)];
  });
  return days.length === 0 ? undefined : days.reduce((first, day) => Math.min(first, day));
}
