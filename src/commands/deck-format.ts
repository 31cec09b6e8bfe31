import { formatYaml } from '../authoring/format/format-deck.ts';
import type { Problem } from '../domain/problem.ts';
import { exitCodes, UserError } from '../errors.ts';
import type { DeckFile, Files } from '../ports.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { problemsView } from '../terminal/views/problems.ts';
import { plural } from '../terminal/words.ts';
import type { Request, Run } from './command.ts';
import { nothingThere } from './nothing-there.ts';

interface Uneven {
  readonly file: string;
  readonly formatted: string;
}

/** Brings decks into canonical form; with --check says which are not, and exits with 1 where there are any. */
export const run: Run = async (request) => {
  const { world, args, options } = request;
  const [workshop, files] = await Promise.all([world.workshop(), world.files()]);
  const check = options.check === true;
  const decks = workshop.decks(args);
  if (args.length > 0 && decks.length === 0) throw nothingThere(args, 'deck');
  // A deck that cannot be read is said, and no reason to leave the others.
  const broken = decks.flatMap((deck) => ('problems' in deck ? deck.problems : []));
  const uneven = decks.flatMap(unevenOf);
  if (args.length === 0 && !check && options.all !== true) throw notAsked(decks, uneven);
  if (!check) write(files, uneven);
  report(request, { decks, broken, uneven, check });
  return broken.length > 0 || (check && uneven.length > 0) ? exitCodes.problemsFound : exitCodes.done;
};

function unevenOf(deck: DeckFile): Uneven[] {
  if (!('deck' in deck)) return [];
  const formatted = formatYaml(deck.text);
  return formatted === undefined || formatted === deck.text ? [] : [{ file: deck.file, formatted }];
}

function write(files: Files, uneven: readonly Uneven[]): void {
  for (const { file, formatted } of uneven) files.write(file, formatted, { overwrite: true });
}

const mostNamed = 5;

/** Nobody's files are rewritten because a path was forgotten. */
function notAsked(decks: readonly DeckFile[], uneven: readonly Uneven[]): UserError {
  const names = uneven.slice(0, mostNamed).map(({ file }) => safeLine(file));
  const more = uneven.length > mostNamed ? `, and ${uneven.length - mostNamed} more` : '';
  return new UserError(
    uneven.length === 0
      ? `no deck is named; none of the ${plural(decks.length, 'file')} here needs formatting.`
      : `no deck is named; --all would format ${uneven.length} of ${plural(decks.length, 'file')}: ${names.join(', ')}${more}.`,
    'Name a deck, a file or a folder; add --all for all of them, or --check to look only.',
  );
}

interface Looked {
  readonly decks: readonly DeckFile[];
  readonly broken: readonly Problem[];
  readonly uneven: readonly Uneven[];
  readonly check: boolean;
}

function report({ world, args, json }: Request, { decks, broken, uneven, check }: Looked): void {
  const changed = uneven.map(({ file }) => file);
  const { print } = world.terminal;
  if (json) {
    print(JSON.stringify({ files: decks.length, changed, written: !check, problems: broken }));
    return;
  }
  const theme = makeTheme(world.terminal);
  const leftOut = new Set(broken.map((problem) => problem.file)).size;
  if (broken.length > 0) print(problemsView(theme, { problems: broken, files: leftOut, cards: 0, leftOut }));
  for (const file of changed) print(`${check ? 'not in canonical form' : 'formatted'}: ${safeLine(file)}`);
  const read = decks.length - leftOut;
  // Where no file could be read, the problems have said it all.
  if (read > 0)
    print(
      `${plural(read, 'file')}: ${read - changed.length} in canonical form, ${changed.length} ${check ? 'not' : 'formatted'}.`,
    );
  if (check && changed.length > 0)
    print(
      `Run "aws-study deck format ${args.length === 0 ? '--all' : safeLine(args.join(' '))}" to write them.`,
    );
}
