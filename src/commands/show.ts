import { partsOf, toQuestion, wordsOf } from '../domain/cards/index.ts';
import { memoryOf, recallOf } from '../domain/journal/fold.ts';
import { gradeNames } from '../domain/scheduling/memory.ts';
import { isoDay } from '../domain/scheduling/study-day.ts';
import { findCard } from '../study/choose-cards.ts';
import { openDesk } from '../study/open-desk.ts';
import { loadHighlighting, loadMarkdown } from '../terminal/markdown.ts';
import { makeTheme } from '../terminal/theme.ts';
import { cardView } from '../terminal/views/card.ts';
import type { Run } from './command.ts';

/** A card with its answer, its memory and its history. */
export const run: Run = async ({ world, args, json }) => {
  const desk = await openDesk(world, { trustClock: true });
  const entry = findCard(desk.shelf.entries, args[0] ?? '');
  const card = desk.library.card(entry);
  const { progress, model } = desk.journal.read();
  const state = progress.cards.get(entry.id);
  const memory = memoryOf(state);
  const { day } = desk.moment();
  const history = desk.journal.historyOf(entry.id).map((event) => ({
    day: isoDay(event.day),
    type: event.type,
    ...(event.type === 'review'
      ? { grade: gradeNames[event.grade], ...(event.mode === undefined ? {} : { mode: event.mode }) }
      : {}),
  }));
  const facts = {
    card: entry.id,
    deck: entry.deck,
    topic: entry.topic,
    kind: entry.kind,
    siblings: partsOf(card).length,
    suspended: state?.suspended === true,
    stabilityDays: memory?.stabilityDays ?? null,
    difficulty: memory?.difficulty ?? null,
    retrievability: recallOf(state, day, model) ?? null,
    due: state?.due === undefined ? null : isoDay(state.due),
    reviews: state?.reviews ?? 0,
    lapses: state?.lapses ?? 0,
    history,
  };
  if (json) {
    world.terminal.print(JSON.stringify({ ...facts, words: wordsOf(card, entry.part), content: card }));
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  const drawCalc =
    card.kind === 'calc'
      ? await (await import('../study/load-calculators.ts')).loadCalculators([card])
      : undefined;
  // Options keep the order of the file here: nothing is being asked.
  const question = toQuestion(card, entry.part, () => 0.999999, drawCalc);
  const file = desk.shelf.decks.find((deck) => deck.deck === entry.deck)?.file ?? '';
  const place = `${file}:${entry.line}`;
  await loadHighlighting(theme);
  world.terminal.print(
    cardView({ theme, markdown: await loadMarkdown(theme) }, question, {
      ...facts,
      place,
      columns: world.terminal.size().columns,
    }),
  );
  return undefined;
};
