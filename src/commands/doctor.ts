import { exitCodes } from '../errors.ts';
import type { Finding } from '../ports.ts';
import { checkAttempts } from '../study/exam-check.ts';
import { makeTheme } from '../terminal/theme.ts';
import { plural } from '../terminal/words.ts';
import type { Run } from './command.ts';
import { deskFindings } from './doctor-desk.ts';

/** Checks everything that answers hang on; with --fix does what it said it would do. */
export const run: Run = async ({ world, options, json }) => {
  const mend = options.fix === true;
  const stored = rowsOf(await (await world.doctor()).examine(), mend);
  // Opening the desk would set a broken state file aside, and stumble over what cannot be read.
  const brokenAt = (...areas: readonly Finding['area'][]) =>
    stored.find((row) => row.severity === 'error' && !row.fixed && areas.includes(row.area))?.area;
  const deskBroken = brokenAt('home', 'journal', 'state');
  const homeBroken = brokenAt('home');
  const opened = [
    ...(deskBroken === undefined ? await deskFindings(world) : [notChecked('decks', deskBroken)]),
    // Exams hang on nothing but their own files, and on a home to hold them.
    ...(homeBroken !== undefined
      ? [notChecked('attempts', homeBroken)]
      : brokenAt('attempts') === undefined
        ? await checkAttempts(world)
        : []),
  ];
  const rows = [...stored, ...rowsOf(opened, mend)];
  const open = rows.filter(({ severity, fixed }) => !fixed && severity !== 'ok' && severity !== 'note');
  if (json) {
    world.terminal.print(JSON.stringify({ home: world.home, findings: rows }));
  } else {
    const theme = makeTheme(world.terminal);
    const signs = {
      ok: theme.good(theme.signs.right),
      note: theme.dim(theme.signs.dot),
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

const notChecked = (area: Finding['area'], broken: Finding['area']): Finding => ({
  area,
  severity: 'note',
  message: `not checked, because of what is wrong with the ${broken}.`,
  remedy: 'Mend that first, then run "aws-study doctor" again.',
});

/** Findings as they are shown; with `mend` each that can be is mended first. */
const rowsOf = (findings: readonly Finding[], mend: boolean) =>
  findings.map(({ area, severity, message, remedy, fix }) => {
    if (mend) fix?.();
    const fixable = fix !== undefined;
    return { area, severity, message, remedy: remedy ?? null, fixable, fixed: mend && fixable };
  });
