import { deckFacts } from '../authoring/stats/deck-facts.ts';
import { isDeckPath } from '../domain/deck-path.ts';
import { selectTaskCards } from '../domain/exam/card-selectors.ts';
import { nearest } from '../domain/nearest.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import type { LibraryEntry, World } from '../ports.ts';
import { openExamShelf } from '../study/exam-shelf.ts';
import { examStock, noteIndex } from '../study/exam-stock.ts';
import { makeTheme } from '../terminal/theme.ts';
import { deckStatsView } from '../terminal/views/deck-stats.ts';
import type { Run } from './command.ts';
import { deckOf } from './deck-of.ts';
import { refuseLeftOut } from './left-out-deck.ts';
import { nothingThere } from './nothing-there.ts';
import { sayTrouble } from './say-trouble.ts';

/** What decks hold, how fresh it is, what is missing; and how far exams are covered. */
export const run: Run = async ({ world, args, options, json }) => {
  const paths = args.filter(isDeckPath);
  const exam = options.exam as string | undefined;
  const library = await world.library();
  const named = await namesIn(world, paths);
  const shelf = await library.load(paths);
  const { decks, entries, problems } = shelf;
  const names = [...args.filter((word) => !isDeckPath(word)), ...named];
  await refuseLeftOut(world, shelf, names);
  sayTrouble(world.terminal, problems, []);
  const unknown = names.find((name) => !decks.some(({ deck }) => deck === name));
  if (unknown !== undefined)
    throw unknownDeck(
      unknown,
      decks.map(({ deck }) => deck),
    );
  const today = isoDay(studyDay(world.clock.now(), (at) => world.clock.zoneOffset(at), 0));
  // With an exam alone nobody asked for the decks.
  const all = args.length === 0 && exam === undefined;
  const facts = decks
    .filter(({ deck }) => all || names.includes(deck))
    .map(({ deck, title }) => {
      const own = notesOf(entries.filter((entry) => entry.deck === deck));
      return deckFacts({ deck, title, cards: own.map((entry) => library.card(entry)) }, today);
    });
  const exams = all || exam !== undefined ? await coverage(world, entries, exam) : [];
  if (json) {
    world.terminal.print(JSON.stringify({ decks: facts, exams }));
    return undefined;
  }
  const { columns } = world.terminal.size();
  world.terminal.print(deckStatsView(makeTheme(world.terminal), { decks: facts, exams, columns }));
  return undefined;
};

/** Names of the decks in files that are given by their paths. @throws UserError where one cannot be read: it was asked for. */
async function namesIn(world: World, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const files = (await world.workshop()).decks(paths);
  if (files.length === 0) throw nothingThere(paths, 'deck');
  return files.map((file) => deckOf(file).deck);
}

const unknownDeck = (name: string, names: readonly string[]) => {
  const near = nearest(name, names);
  return new UserError(
    `there is no deck "${name}".`,
    near === undefined ? '"aws-study deck list" shows all.' : `Did you mean "${near}"?`,
  );
};

/** One entry a note: its parts share its text. */
const notesOf = (entries: readonly LibraryEntry[]): LibraryEntry[] => {
  const seen = new Set<string>();
  return entries.filter(({ note }) => !seen.has(note) && seen.add(note));
};

async function coverage(world: World, entries: readonly LibraryEntry[], code: string | undefined) {
  const shelf = await openExamShelf(world);
  const { cards } = noteIndex(entries, []);
  const wanted = shelf.blueprints.filter(
    (one) => code === undefined || one.code.toLowerCase() === code.toLowerCase(),
  );
  if (wanted.length === 0)
    throw new UserError(`there is no exam "${code}".`, '"aws-study exam list" shows all.');
  return wanted.map((blueprint) => {
    const stock = examStock(shelf, blueprint, cards);
    const unresolved = selectTaskCards(blueprint, cards).flatMap((task) => task.unresolved);
    return {
      code: blueprint.code,
      status: stock.status.status,
      questions: stock.questions,
      cards: stock.cards,
      tasks: stock.domains.flatMap(({ tasks }) => tasks),
      /** Selectors that no card answers to yet. */
      gaps: [...new Set(unresolved)].sort(),
    };
  });
}
