import { isDrillCard } from '../domain/ids.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { exitCodes } from '../errors.ts';
import type { Finding } from '../ports.ts';
import { type Desk, openDesk } from '../study/open-desk.ts';
import { makeTheme } from '../terminal/theme.ts';
import { plural } from '../terminal/words.ts';
import type { Request, Run } from './command.ts';

/** Checks everything that answers hang on; with --fix does what it said it would do. */
export const run: Run = async (request) => {
  const { world, options, json } = request;
  const mend = options.fix === true;
  const stored = rowsOf(await (await world.doctor()).examine(), mend);
  // Opening the desk would set a broken state file aside, and stumble over what cannot be read.
  const isBroken = stored.some((row) => row.severity === 'error' && !row.fixed);
  const rows = isBroken ? stored : [...stored, ...rowsOf(await deskFindings(request), mend)];
  const open = rows.filter((row) => row.severity !== 'ok' && !row.fixed);
  if (json) {
    world.terminal.print(JSON.stringify({ home: world.home, findings: rows }));
  } else {
    const theme = makeTheme(world.terminal);
    const signs = {
      ok: theme.good(theme.signs.right),
      warning: theme.warn('!'),
      error: theme.bad(theme.signs.wrong),
    };
    for (const row of rows) {
      world.terminal.print(`${signs[row.severity]} ${row.area}: ${row.message}`);
      if (row.severity === 'ok' || row.remedy === null) continue;
      const lead = row.fixed ? 'done: ' : row.fixable ? 'with --fix: ' : '';
      world.terminal.print(theme.dim(`    ${lead}${row.remedy}`));
    }
    world.terminal.print(open.length === 0 ? 'All is well.' : `${plural(open.length, 'thing')} to look at.`);
  }
  return open.length === 0 ? exitCodes.done : exitCodes.problemsFound;
};

/** Findings as they are shown; with `mend` each that can be is mended first. */
const rowsOf = (findings: readonly Finding[], mend: boolean) =>
  findings.map(({ area, severity, message, remedy, fix }) => {
    if (mend) fix?.();
    const fixable = fix !== undefined;
    return { area, severity, message, remedy: remedy ?? null, fixable, fixed: mend && fixable };
  });

/** What shows only when journal and decks are looked at together. */
async function deskFindings({ world }: Request): Promise<Finding[]> {
  const desk = await openDesk(world, { trustClock: true });
  return [deckFinding(desk), ...futureFinding(desk, world.clock), ...orphanFinding(desk)];
}

function deckFinding({ shelf }: Desk): Finding {
  const files = new Set(shelf.problems.map((problem) => problem.file));
  if (files.size === 0) {
    return {
      area: 'decks',
      severity: 'ok',
      message: `${plural(shelf.decks.length, 'deck')}, ${plural(shelf.entries.length, 'card')}.`,
    };
  }
  return {
    area: 'decks',
    severity: 'warning',
    message: `${plural(files.size, 'deck')} left out: ${[...files].join(', ')}.`,
    remedy: 'Run "aws-study deck lint" with the file to see what is wrong.',
  };
}

/** Answers dated later than tomorrow come from a clock that was wrong: they hold the calendar back. */
function futureFinding(desk: Desk, clock: Request['world']['clock']): Finding[] {
  const today = studyDay(clock.now(), (at) => clock.zoneOffset(at), desk.settings.rolloverMinutes);
  const { lastDay } = desk.journal.read().progress;
  if (lastDay === undefined || lastDay <= today + 1) return [];
  const reviews = desk.journal
    .lastReviews(Number.MAX_SAFE_INTEGER)
    .filter((review) => review.day > today + 1);
  return [
    {
      area: 'journal',
      severity: 'warning',
      message: `${plural(reviews.length, 'answer')} dated after today (${isoDay(today)}), up to ${isoDay(lastDay)}.`,
      remedy: 'If the clock is right now, take them back.',
      fix: () => {
        for (const review of reviews)
          desk.journal.append(
            { type: 'undo', target: review.id },
            { at: clock.now(), tz: clock.zoneOffset(clock.now()), day: today },
          );
      },
    },
  ];
}

function orphanFinding({ journal, shelf }: Desk): Finding[] {
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
