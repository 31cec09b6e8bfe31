import type { StudyDay } from '../ids.ts';
import type { DayTotals } from './progress.ts';

/** Days in a row with an answer, up to today; a day that is not over yet does not break it. */
export function streakOf(days: ReadonlyMap<StudyDay, DayTotals>, today: StudyDay): number {
  const answered = (day: StudyDay) => {
    const totals = days.get(day);
    return totals !== undefined && totals.reviews + (totals.drills ?? 0) > 0;
  };
  let streak = answered(today) ? 1 : 0;
  for (let day = today - 1; answered(day); day -= 1) streak += 1;
  return streak;
}
