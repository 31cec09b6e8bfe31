import type { Progress } from '../domain/journal/progress.ts';
import { isoDay, studyDay, todayAfter } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import type { Clock } from '../ports.ts';

/** When something happens, as an event is stamped. */
export interface Moment {
  readonly at: number;
  readonly tz: number;
  readonly day: number;
}

/**
 * The moment of now, with today's study day. A clock that is far from the last answer is asked about first:
 * @throws UserError where it is more than 2 days behind or 400 ahead, unless it is trusted.
 */
export function thisMoment(
  clock: Clock,
  progress: Pick<Progress, 'lastDay'>,
  options: { readonly rolloverMinutes: number; readonly trustClock?: boolean },
): Moment {
  const at = clock.now();
  const clockDay = studyDay(at, (atMs) => clock.zoneOffset(atMs), options.rolloverMinutes);
  const today = todayAfter(clockDay, progress.lastDay);
  if (today.clockOffDays !== undefined && options.trustClock !== true) {
    const days = Math.abs(today.clockOffDays);
    const side = today.clockOffDays > 0 ? 'behind' : 'ahead of';
    throw new UserError(
      `the clock says ${isoDay(clockDay)}, ${days} days ${side} your last answer (${isoDay(progress.lastDay ?? clockDay)}).`,
      today.clockOffDays > 0
        ? 'Correct the clock. If the clock is right, "aws-study doctor --fix" takes answers from the future back; --trust-clock goes on as it is.'
        : 'Correct the clock, or go on with --trust-clock if it is right.',
    );
  }
  return { at, tz: clock.zoneOffset(at), day: today.day };
}
