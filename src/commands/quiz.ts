import type { DrawCalc } from '../domain/cards/index.ts';
import { isDeckPath } from '../domain/deck-path.ts';
import type { Grade } from '../domain/scheduling/memory.ts';
import type { LibraryEntry } from '../ports.ts';
import { type Desk, openDesk } from '../study/open-desk.ts';
import { type PlannedSession, planSession } from '../study/plan-session.ts';
import { StudySession } from '../study/study-session.ts';
import type { Markdown } from '../terminal/markdown.ts';
import { isSimple, loadHighlighting, loadMarkdown, simpleMarkdown } from '../terminal/markdown.ts';
import { pickable } from '../terminal/quiz/model.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import type { Request, Run } from './command.ts';
import { refuseLeftOut } from './left-out-deck.ts';
import { farewell, minutesLeftToday, printEmptyQueue } from './quiz-end.ts';
import { wishOf } from './quiz-wish.ts';
import { sayTrouble } from './say-trouble.ts';

/** Studies: due cards and new ones, on a screen or line by line. */
export const run: Run = async (request) => {
  const { world, args, options } = request;
  const desk = await openDesk(world, {
    paths: args.filter(isDeckPath),
    trustClock: options.trustClock === true,
  });
  const wish = wishOf(request, desk);
  await refuseLeftOut(world, desk.shelf, wish.decks ?? []);
  sayTrouble(world.terminal, desk.shelf.problems, desk.trouble);
  const planned = planSession(desk, wish, world.random);
  if (request.json) return printQueue(request, planned);
  const theme = makeTheme(world.terminal);
  const queued = planned.queue.map((item) => item.entry);
  // Only where the queue holds such a card; those that an undo could bring back come while the first card is read.
  let drawCalc = await drawCalcFor(desk, queued);
  const study = new StudySession({
    library: desk.library,
    journal: desk.journal,
    clock: world.clock,
    random: world.random,
    moment: desk.moment,
    entries: desk.shelf.entries,
    queue: planned.queue,
    drawCalc: () => drawCalc,
    cram: wish.cram,
    minutes: (options.minutes as number | undefined) ?? minutesLeftToday(desk),
  });
  if (study.ask() === undefined) {
    await printEmptyQueue(request, desk, theme, planned);
    return undefined;
  }
  await world.makeReady();
  let rest: Promise<void> | undefined;
  const later = setTimeout(() => {
    rest = drawCalcFor(desk, desk.shelf.entries).then((all) => {
      drawCalc = all;
    }, goOn);
  }, 50).unref();
  let recorded: Grade | undefined;
  try {
    await (world.terminal.interactive
      ? onScreen(request, desk, study, theme)
      : lineByLine(request, desk, study, theme));
  } finally {
    clearTimeout(later);
    try {
      // First of all: after a signal there is little time.
      recorded = study.leave();
    } finally {
      farewell(request, desk, theme, { study, wish, recorded });
      desk.journal.saveSnapshot();
      // Nothing is left under way when the command is done.
      await rest;
    }
  }
  return undefined;
};

/** What draws the calc cards among these; nothing is loaded where there is none. */
async function drawCalcFor(
  { library }: Desk,
  entries: readonly LibraryEntry[],
): Promise<DrawCalc | undefined> {
  const found = entries.filter((entry) => entry.kind === 'calc');
  if (found.length === 0) return undefined;
  const { loadCalculators } = await import('../study/load-calculators.ts');
  return loadCalculators(found.map((entry) => library.card(entry)));
}

/** What is loaded behind a card that is on the screen is not worth the session: an update may just have replaced it. */
const goOn = () => {};

const titlesOf = (desk: Desk) => new Map(desk.shelf.decks.map(({ deck, title }) => [deck, safeLine(title)]));

/** Shipped decks are compiled into the program; the learner's own are read at each start. */
const filesOf = (desk: Desk) =>
  new Map(
    desk.shelf.decks.map(({ deck, file, shipped }) => [
      deck,
      {
        path: file,
        readAgain: shipped
          ? 'it is compiled in, so build ("npm run build") to be asked the changed card'
          : 'changes are read at the next start',
      },
    ]),
  );

async function onScreen({ world }: Request, desk: Desk, study: StudySession, theme: Theme): Promise<void> {
  const first = study.ask();
  if (first === undefined) return;
  // The renderer is half of what a start costs: a first card of simple words does not wait for it.
  let markdown: Markdown = simpleMarkdown(theme);
  const load = async () => {
    markdown = await loadMarkdown(theme);
  };
  const texts = [first.question.prompt, ...pickable(first.question)];
  const waits = !texts.every(isSimple);
  const [{ runQuizScreen }] = await Promise.all([
    import('../terminal/quiz/run-quiz-screen.ts'),
    waits && load(),
  ]);
  // What the first card can do without comes while the learner reads it.
  setTimeout(() => {
    (waits ? Promise.resolve() : load()).then(() => loadHighlighting(theme)).catch(goOn);
  }, 20);
  const files = filesOf(desk);
  const parts = {
    study,
    theme,
    markdown: () => markdown,
    titles: titlesOf(desk),
    twoGrades: desk.settings.grades === 'two',
    opener: await world.opener(),
    fileOf: (deck: string) => files.get(deck),
  };
  const end = await runQuizScreen(parts, first, world.terminal);
  if (end.why === 'trouble') throw end.error;
}

async function lineByLine({ world }: Request, desk: Desk, study: StudySession, theme: Theme): Promise<void> {
  const [{ plainQuiz }, markdown] = await Promise.all([
    import('../terminal/quiz/plain-quiz.ts'),
    loadMarkdown(theme),
  ]);
  await plainQuiz({
    study,
    terminal: world.terminal,
    markdown,
    titles: titlesOf(desk),
    twoGrades: desk.settings.grades === 'two',
  });
}

/** `quiz --json` shows the queue without asking: the same seed and journal give the same one. */
function printQueue({ world }: Request, { queue }: PlannedSession): undefined {
  const cards = queue.map(({ entry, reason }) => ({
    card: entry.id,
    deck: entry.deck,
    topic: entry.topic,
    kind: entry.kind,
    reason,
  }));
  world.terminal.print(JSON.stringify(cards));
}
