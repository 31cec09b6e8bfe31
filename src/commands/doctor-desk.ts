import { isDrillCard } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import type { Clock, Finding, World } from '../ports.ts';
import { type Desk, openDesk } from '../study/open-desk.ts';
import { plural } from '../terminal/words.ts';
import { shownPath } from './shown-path.ts';

const dayMs = 86_400_000;

/** What shows only when journal and decks are looked at together. */
export async function deskFindings(world: World): Promise<Finding[]> {
  const desk = await openDesk(world, { trustClock: true });
  return [...deckFindings(desk), ...futureFindings(desk, world.clock), ...orphanFindings(desk)];
}

function deckFindings({ shelf }: Desk): Finding[] {
  const problems = new Map<string, Problem>();
  for (const problem of shelf.problems) if (!problems.has(problem.file)) problems.set(problem.file, problem);
  const unread = [...problems.values()].filter(({ rule }) => rule === 'file');
  const wrong = [...problems.values()].filter(({ rule }) => rule !== 'file').map(({ file }) => file);
  const found = unread.map(
    ({ file, message, hint }): Finding => ({
      area: 'decks',
      severity: 'warning',
      message: `${file} is left out: ${message}.`,
      remedy: hint,
    }),
  );
  if (wrong.length > 0)
    found.push({
      area: 'decks',
      severity: 'warning',
      message: `${plural(wrong.length, 'deck')} left out: ${wrong.join(', ')}.`,
      remedy: `Run "aws-study deck lint ${shownPath(wrong[0] ?? '')}" to see what is wrong.`,
    });
  if (found.length > 0) return found;
  const held = `${plural(shelf.decks.length, 'deck')}, ${plural(shelf.entries.length, 'card')}.`;
  return [{ area: 'decks', severity: 'ok', message: held }];
}

/** Answers dated later than tomorrow come from a clock that was wrong: they hold the calendar back. */
function futureFindings({ journal, settings }: Desk, clock: Clock): Finding[] {
  const now = clock.now();
  const today = studyDay(now, (at) => clock.zoneOffset(at), settings.rolloverMinutes);
  const { lastDay, lastAt } = journal.read().progress;
  if (lastDay === undefined || lastDay <= today + 1) return lastAt > now + dayMs ? [aheadNote(lastAt)] : [];
  const reviews = journal.lastReviews(Number.MAX_SAFE_INTEGER).filter((review) => review.day > today + 1);
  return [
    {
      area: 'journal',
      severity: 'warning',
      message: `${plural(reviews.length, 'answer')} dated after today (${isoDay(today)}), up to ${isoDay(lastDay)}.`,
      remedy:
        'Take them back, if the clock is right now: an undo is written for each, and their lines stay in the journal.',
      fix: () => {
        const stamp = { at: now, tz: clock.zoneOffset(now), day: today };
        const undos = reviews.map(({ id }) => ({ type: 'undo', target: id }) as const);
        journal.appendAll(undos, stamp);
      },
    },
  ];
}

/** The journal only grows, and each line is dated after the one before: what a wrong clock wrote shows for a while. */
const aheadNote = (lastAt: number): Finding => ({
  area: 'journal',
  severity: 'note',
  message: `the journal's times run ahead of the clock, up to ${new Date(lastAt).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
  remedy:
    'Nothing needs doing: until then answers are dated right after that moment; their order and their study days are right. To be rid of it, restore the journal from a backup of before.',
});

function orphanFindings({ journal, shelf }: Desk): Finding[] {
  const ids = new Set(shelf.entries.map((entry) => entry.id));
  const orphans = [...journal.read().progress.cards.keys()].filter((id) => !ids.has(id) && !isDrillCard(id));
  if (orphans.length === 0) return [];
  return [
    {
      area: 'decks',
      severity: 'ok',
      message: `${plural(orphans.length, 'card')} with a history ${orphans.length === 1 ? 'is' : 'are'} in no deck; the history is kept (${orphans.slice(0, 3).join(', ')}${orphans.length > 3 ? ', …' : ''}).`,
    },
  ];
}
