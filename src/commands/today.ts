import { drillIds } from '../domain/drills/ids.ts';
import { drillCard, type StudyDay } from '../domain/ids.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import { streakOf } from '../domain/journal/streak.ts';
import { isHidden, standing } from '../domain/scheduling/queue.ts';
import { isoDay, parseIsoDay } from '../domain/scheduling/study-day.ts';
import { waitingExam } from '../study/exam-waiting.ts';
import { openDesk } from '../study/open-desk.ts';
import { makeTheme } from '../terminal/theme.ts';
import { todayView } from '../terminal/views/today.ts';
import type { Run } from './command.ts';
import { sayTrouble } from './say-trouble.ts';

/** Today: what is due, what is new, how it goes, and what to do next. */
export const run: Run = async ({ world, json }) => {
  const desk = await openDesk(world, { trustClock: true });
  sayTrouble(world.terminal, desk.shelf.problems, desk.trouble);
  const { day } = desk.moment();
  const { cards, days } = desk.journal.read().progress;
  const now = standing(desk.shelf.entries, cards, day);
  const done = days.get(day);
  const newToday = Math.max(0, Math.min(now.unseen.length, desk.settings.newPerDay - (done?.newCards ?? 0)));
  const examDay = desk.settings.examDate === undefined ? undefined : parseIsoDay(desk.settings.examDate);
  const facts = {
    today: isoDay(day),
    due: now.due.length,
    newToday,
    unseen: desk.shelf.entries.filter((entry) => cards.get(entry.id)?.due === undefined).length,
    cards: desk.shelf.entries.length,
    answeredToday: done?.reviews ?? 0,
    drillsDue: drillsDue(cards, day),
    streakDays: streakOf(days, day),
    nextDue: now.nextDue === undefined ? null : isoDay(now.nextDue),
    exam: desk.settings.exam ?? null,
    examDate: desk.settings.examDate ?? null,
    daysToExam: examDay === undefined ? null : examDay - day,
    unfinishedExam: (await waitingExam(world)) ?? null,
  };
  world.terminal.print(json ? JSON.stringify(facts) : todayView(makeTheme(world.terminal), facts));
  return undefined;
};

/** Drill templates whose day has come. */
const drillsDue = (cards: ReadonlyMap<string, CardProgress>, day: StudyDay): number =>
  Object.keys(drillIds).filter((id) => {
    const card = cards.get(drillCard(id));
    return card?.due !== undefined && card.due <= day && !isHidden(card, day);
  }).length;
