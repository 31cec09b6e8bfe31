import { lintDecks } from '../authoring/lint/lint-decks.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { exitCodes } from '../errors.ts';
import { makeTheme } from '../terminal/theme.ts';
import { problemsView } from '../terminal/views/problems.ts';
import type { Run } from './command.ts';

/** Checks deck files; exit code 1 where there is a problem. */
export const run: Run = async ({ world, args, json }) => {
  const workshop = await world.workshop();
  const files = workshop.decks(args);
  const today = isoDay(studyDay(world.clock.now(), (at) => world.clock.zoneOffset(at), 0));
  const problems = lintDecks(files, today);
  const cards = files.reduce((sum, file) => sum + ('deck' in file ? file.deck.cards.length : 0), 0);
  if (json) world.terminal.print(JSON.stringify({ files: files.length, cards, problems }));
  else
    world.terminal.print(problemsView(makeTheme(world.terminal), { problems, files: files.length, cards }));
  return problems.length > 0 ? exitCodes.problemsFound : exitCodes.done;
};
