import type { ExportBatch, ExportDeck, Exported, Exporter } from '../authoring/export/exported.ts';
import { exporters } from '../authoring/export/index.ts';
import { cardCount } from '../authoring/stats/card-count.ts';
import { isDeckPath } from '../domain/deck-path.ts';
import { nearest } from '../domain/nearest.ts';
import { UserError } from '../errors.ts';
import type { LibraryEntry, World } from '../ports.ts';
import { exportHistory } from '../study/export-history.ts';
import { plural } from '../terminal/words.ts';
import type { Request, Run } from './command.ts';
import { deckOf } from './deck-of.ts';
import { refuseLeftOut } from './left-out-deck.ts';
import { nothingThere } from './nothing-there.ts';

/** Writes decks in the format of another program; says what it cannot carry. */
export const run: Run = async (request) => {
  const { world, options } = request;
  const exporter = exporters.find(({ name }) => name === options.format);
  if (exporter === undefined)
    throw new UserError(
      'this needs a format.',
      `Add --format with one of ${exporters.map(({ name }) => name).join(', ')}.`,
    );
  const out = options.out as string | undefined;
  if (out === undefined && exporter.name === 'apkg')
    throw new UserError('an archive cannot be shown on the screen.', 'Name a file for it: --out cards.apkg.');
  const batch = await batchOf(request, exporter);
  const exported = await exporter.write(batch, () => world.sqlite());
  if (out !== undefined) {
    const files = await world.files();
    files.write(out, exported.content, { overwrite: options.force === true });
  }
  report(request, exporter, batch, exported);
  return undefined;
};

async function batchOf({ world, args, options }: Request, exporter: Exporter): Promise<ExportBatch> {
  const family = options.questions as string | undefined;
  if (family !== undefined && exporter.questions !== true)
    throw new UserError(
      `${exporter.name} has no exam questions.`,
      `These have: ${exporters
        .filter((one) => one.questions === true)
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  const questions = family === undefined ? [] : await questionsOf(world, family);
  const decks = family !== undefined && args.length === 0 ? [] : await decksOf(world, args);
  const nowMs = world.clock.now();
  if (options.history !== true) return { decks, questions, nowMs };
  const cards = new Set(decks.flatMap((deck) => deck.cards.map(({ id }) => id)));
  return { decks, questions, nowMs, history: await exportHistory(world, cards) };
}

/** Decks by their names, or by the paths of their files; all where none is named. Drafts go along from files only. */
async function decksOf(world: World, args: readonly string[]): Promise<readonly ExportDeck[]> {
  const workshop = await world.workshop();
  const paths = args.filter(isDeckPath);
  const files = paths.length === 0 ? [] : workshop.decks(paths);
  if (paths.length > 0 && files.length === 0) throw nothingThere(paths, 'deck');
  const fromFiles = files.map((file): ExportDeck => {
    const { deck, title, summary = '', cards } = deckOf(file);
    return { deck, title, summary, cards };
  });
  const named = args.filter((word) => !isDeckPath(word));
  if (named.length === 0 && paths.length > 0) return fromFiles;
  const library = await world.library();
  const shelf = await library.load();
  await refuseLeftOut(world, shelf, named);
  const { decks, entries } = shelf;
  const names = decks.map(({ deck }) => deck);
  for (const name of named) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    throw new UserError(
      `there is no deck "${name}".`,
      near === undefined ? '"aws-study deck list" shows all.' : `Did you mean "${near}"?`,
    );
  }
  const fromLibrary = decks
    .filter(({ deck }) => named.length === 0 || named.includes(deck))
    .map(({ deck, title, summary }) => {
      const own = entries.filter((entry) => entry.deck === deck);
      return { deck, title, summary, cards: firstParts(own).map((entry) => library.card(entry)) };
    });
  return [...fromLibrary, ...fromFiles];
}

/** One entry for each note: its parts share its text. */
const firstParts = (entries: readonly LibraryEntry[]): LibraryEntry[] =>
  [...new Map([...entries].reverse().map((entry) => [entry.note, entry])).values()].reverse();

async function questionsOf(world: World, name: string) {
  const exams = await world.exams();
  const key = name.toLowerCase();
  const found = exams
    .entries()
    .filter(({ tasks }) => Object.keys(tasks).some((code) => code === key || code.startsWith(`${key}-`)));
  if (found.length === 0)
    throw new UserError(
      `there are no questions for "${name}".`,
      '"aws-study exam list" shows what there is.',
    );
  return found.flatMap(({ id }) => exams.question(id) ?? []);
}

/** On standard output stands what was exported, or the report where that went into a file. */
function report(
  { world, options, json }: Request,
  exporter: Exporter,
  batch: ExportBatch,
  { content, losses }: Exported,
): void {
  const { terminal } = world;
  const out = options.out as string | undefined;
  const cards = batch.decks.reduce((sum, deck) => sum + cardCount(deck.cards), 0);
  const facts = {
    format: exporter.name,
    file: out ?? null,
    decks: batch.decks.map(({ deck }) => deck),
    cards,
    questions: batch.questions.length,
    answers: batch.history?.reviews.length ?? 0,
    losses,
    ...(out === undefined ? { content: String(content) } : {}),
  };
  if (json) {
    terminal.print(JSON.stringify(facts));
    return;
  }
  for (const { cards: count, what } of losses) terminal.complain(`warning: ${what} (${count}).`);
  if (out === undefined) {
    terminal.output.write(content);
    return;
  }
  const parts = [
    `${plural(cards, 'card')} of ${plural(batch.decks.length, 'deck')}`,
    ...(batch.questions.length === 0 ? [] : [plural(batch.questions.length, 'question')]),
    ...(batch.history === undefined ? [] : [plural(facts.answers, 'answer')]),
  ];
  terminal.print(`${parts.join(', ')} written to ${out}.`);
}
