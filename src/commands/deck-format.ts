import { formatYaml } from '../authoring/format/format-deck.ts';
import { exitCodes } from '../errors.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { problemsView } from '../terminal/views/problems.ts';
import { plural } from '../terminal/words.ts';
import type { Run } from './command.ts';

/** Brings decks into canonical form; with --check says which are not, and exits with 1 where there are any. */
export const run: Run = async ({ world, args, options, json }) => {
  const [workshop, files] = await Promise.all([world.workshop(), world.files()]);
  const check = options.check === true;
  const decks = workshop.decks(args);
  // A deck that cannot be read is said, and no reason to leave the others.
  const broken = decks.flatMap((deck) => ('problems' in deck ? deck.problems : []));
  const changed = decks.flatMap(({ file, text = '', ...read }) => {
    if (!('deck' in read)) return [];
    const formatted = formatYaml(text);
    if (formatted === undefined || formatted === text) return [];
    if (!check) files.write(file, formatted, { overwrite: true });
    return [file];
  });
  const bad = broken.length > 0 || (check && changed.length > 0);
  if (json) {
    world.terminal.print(JSON.stringify({ files: decks.length, changed, written: !check, problems: broken }));
  } else {
    const theme = makeTheme(world.terminal);
    const { print } = world.terminal;
    if (broken.length > 0) print(problemsView(theme, { problems: broken, files: decks.length, cards: 0 }));
    for (const file of changed) print(`${check ? 'not in canonical form' : 'formatted'}: ${safeLine(file)}`);
    const even = decks.length - changed.length - new Set(broken.map((problem) => problem.file)).size;
    print(
      `${plural(decks.length, 'file')}: ${even} in canonical form, ${changed.length} ${check ? 'not' : 'formatted'}.`,
    );
    if (check && changed.length > 0) print('Run "aws-study deck format" to write them.');
  }
  return bad ? exitCodes.problemsFound : exitCodes.done;
};
