import { lintDecks } from '../authoring/lint/lint-decks.ts';
import { allCalculators } from '../domain/calculators/all.ts';
import { drawCalcWith } from '../domain/cards/draw-calc.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { exitCodes, UserError } from '../errors.ts';
import type { Workshop } from '../ports.ts';
import { loadHighlighting, loadMarkdown } from '../terminal/markdown.ts';
import { type PreviewDeck, previewItems } from '../terminal/preview/preview-deck.ts';
import { isOf, type PreviewParts, previewScreen } from '../terminal/preview/preview-screen.ts';
import { makeTheme } from '../terminal/theme.ts';
import { previewText } from '../terminal/views/deck-preview.ts';
import { problemsView } from '../terminal/views/problems.ts';
import type { Request, Run } from './command.ts';

/** A deck's cards as the quiz will show them: on a screen that follows the file, or once as text. */
export const run: Run = async (request) => {
  const { world, args, options, json } = request;
  const [workshop, files] = await Promise.all([world.workshop(), world.files()]);
  const file = workshop.locate(args[0] ?? '');
  if (files.isFolder(file)) throw new UserError(`${file} is a folder.`, 'Name the file of one deck.');
  const today = isoDay(studyDay(world.clock.now(), (at) => world.clock.zoneOffset(at), 0));
  const read = () => readDeck(workshop, file, today, world.random);
  const card = options.card as string | undefined;
  const deck = read();
  if (card !== undefined && deck.items.length > 0 && !deck.items.some((item) => isOf(item, card)))
    throw new UserError(
      `there is no card "${card}" in ${file}.`,
      `Its cards: ${deck.items
        .slice(0, 5)
        .map(({ id }) => id)
        .join(', ')}${deck.items.length > 5 ? ', …' : ''}.`,
    );
  const theme = makeTheme(world.terminal);
  if (!world.terminal.interactive || json) {
    await loadHighlighting(theme);
    return printOnce(request, deck, await loadMarkdown(theme));
  }
  const markdown = await loadMarkdown(theme);
  await loadHighlighting(theme);
  const opener = await world.opener();
  const { runScreen } = await import('../terminal/screen.ts');
  const parts: PreviewParts = {
    theme,
    markdown: () => markdown,
    file,
    read,
    stamp: () => files.stamp(file),
    edit: (line) => opener.edit(file, line),
  };
  await runScreen(previewScreen(parts, { card }), world.terminal);
  return undefined;
};

function readDeck(workshop: Workshop, path: string, today: string, random: () => number): PreviewDeck {
  const [file] = workshop.decks([path]);
  if (file === undefined)
    throw new UserError(`${path} is no deck.`, 'A deck begins with "deck:" and holds "cards:".');
  const problems = lintDecks([file], today);
  if ('problems' in file) return { title: path, items: [], problems };
  const lineOf = (index: number) => file.place(['cards', index]).line;
  return {
    title: file.deck.title,
    items: previewItems(file.deck, lineOf, random, drawCalcWith(allCalculators)),
    problems,
  };
}

function printOnce(
  { world: { terminal }, options, json }: Request,
  deck: PreviewDeck,
  markdown: Awaited<ReturnType<typeof loadMarkdown>>,
) {
  const card = options.card as string | undefined;
  const items = card === undefined ? deck.items : deck.items.filter((item) => isOf(item, card));
  if (json) {
    terminal.print(JSON.stringify({ title: deck.title, cards: items, problems: deck.problems }));
  } else {
    const theme = makeTheme(terminal);
    const { columns } = terminal.size();
    for (const item of items) terminal.print(`${previewText({ theme, markdown }, item, columns)}\n`);
    if (deck.problems.length > 0 || items.length === 0)
      terminal.print(
        problemsView(theme, {
          problems: deck.problems,
          files: 1,
          cards: deck.items.length,
        }),
      );
  }
  return deck.items.length === 0 ? exitCodes.problemsFound : exitCodes.done;
}
