import { seededRandom } from '../domain/chance.ts';
import type { AttemptMode, StartedEvent } from '../domain/exam/attempt-events.ts';
import { type Blueprint, chooseDomains } from '../domain/exam/blueprint.ts';
import { deadlineAfter, minutesAllowed } from '../domain/exam/clock.ts';
import { type DrawnPaper, drawPaper } from '../domain/exam/paper.ts';
import { UserError } from '../errors.ts';
import type { StoredAttempt } from '../ports.ts';
import { type ExamShelf, questionsFor, requireQuestions } from './exam-shelf.ts';
import { metQuestions } from './met-questions.ts';

/** What a learner may ask of a paper. */
export interface PaperWish {
  readonly seed: number;
  readonly questions?: number | undefined;
  readonly minutes?: number | undefined;
  readonly domains?: readonly string[] | undefined;
  readonly extraTime: boolean;
  readonly untimed: boolean;
  readonly practice: boolean;
  readonly withUnscored: boolean;
}

export interface PlannedPaper extends DrawnPaper {
  readonly blueprint: Blueprint;
  readonly mode: AttemptMode;
  readonly seed: number;
  /** Null: no clock. */
  readonly minutes: number | null;
  /** How many of the minutes are the accommodation for non-native speakers of English. */
  readonly extraMinutes: number;
}

/** When each question was last met, ms since 1970. */
function lastSeen(attempts: readonly StoredAttempt[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const one of attempts) {
    for (const id of metQuestions(one)) seen.set(id, Math.max(seen.get(id) ?? 0, one.attempt.lastEventMs));
  }
  return seen;
}

/** Draws a paper as it was asked for. @throws UserError for what cannot be drawn. */
export function planPaper(
  shelf: ExamShelf,
  blueprint: Blueprint,
  attempts: readonly StoredAttempt[],
  wish: PaperWish,
): PlannedPaper {
  requireQuestions(shelf, blueprint);
  const chosen = chooseDomains(blueprint, wish.domains);
  if (!chosen.found) {
    const known = blueprint.domains.map(({ id, title }) => `${id} (${title})`);
    throw new UserError(`${blueprint.code} has no domain "${chosen.id}".`, `It has ${known.join(', ')}.`);
  }
  const drawn = drawPaper({
    blueprint,
    bank: questionsFor(shelf, blueprint),
    lastSeenMs: lastSeen(attempts),
    random: seededRandom(wish.seed),
    domains: chosen.domains,
    withUnscored: wish.withUnscored,
    ...(wish.questions === undefined ? {} : { questions: wish.questions }),
  });
  const questions = drawn.paper.items.length;
  if (questions === 0) {
    throw new UserError(
      `there are no questions for ${chosen.domains.map(({ title }) => title).join(', ')} yet.`,
      `"aws-study exam list" shows how many ${blueprint.code} has in each domain.`,
    );
  }
  const clock = { questions, ...(wish.minutes === undefined ? {} : { minutes: wish.minutes }) };
  const minutes = wish.untimed ? null : minutesAllowed(blueprint, { ...clock, extraTime: wish.extraTime });
  const extraMinutes = minutes === null ? 0 : minutes - minutesAllowed(blueprint, clock);
  const mode = wish.practice ? 'practice' : wish.untimed ? 'untimed' : 'timed';
  return { ...drawn, blueprint, mode, seed: wish.seed, minutes, extraMinutes };
}

export function startedEvent(planned: PlannedPaper, attemptId: string, atMs: number): StartedEvent {
  const { mode, seed, minutes, paper } = planned;
  const deadlineMs = minutes === null ? null : deadlineAfter(atMs, minutes);
  return { type: 'started', atMs, format: 1, attemptId, mode, seed, deadlineMs, paper };
}
