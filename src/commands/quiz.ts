import type { LibraryEntry } from '../ports.ts';
import { type Desk, openDesk, type PlannedSession, planSession } from '../study/plan-session.ts';
import { StudySession } from '../study/study-session.ts';
import type { Markdown } from '../terminal/markdown.ts';
import { isSimple, loadHighlighting, loadMarkdown, simpleMarkdown } from '../terminal/markdown.ts';
import { pickable } from '../terminal/quiz/model.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import { summaryView } from '../terminal/views/summary.ts';
import type { Request, Run } from './command.ts';
import { sayTrouble } from './say-trouble.ts';

const isPath = (word: string) => /\.ya?ml$/i.test(word) || word.includes('/');

/** Studies: due cards and new ones, on a screen or line by line. */
export const run: Run = async (request) => {
  const { world, args, options } = request;
  const paths = args.filter(isPath);
  const desk = await openDesk(world, { paths, trustClock: options.trustClock === true });
  sayTrouble(world.terminal, desk.shelf.problems, desk.trouble);
  const named = args.filter((word) => !isPath(word));
  const own = decksOf(desk, paths);
  const decks = [...named, ...own];
  const wish = {
    decks: decks.length === 0 && paths.length === 0 ? undefined : decks,
    topics: options.topic as string[] | undefined,
    tags: options.tag as string[] | undefined,
    kinds: options.kind as string[] | undefined,
    newCards: options.new as number | undefined,
    cards: options.limit as number | undefined,
    cram: options.cram === true,
    aheadDays: options.ahead as number | undefined,
  };
  const planned = planSession(desk, wish, world.random);
  const theme = makeTheme(world.terminal);
  const study = new StudySession({
    library: desk.library,
    journal: desk.journal,
    clock: world.clock,
    random: world.random,
    moment: desk.moment,
    entries: desk.shelf.entries,
    queue: planned.queue,
    cram: wish.cram,
    minutes: (options.minutes as number | undefined) ?? minutesLeftToday(desk),
  });
  if (request.json) return printQueue(request, planned);
  const first = study.ask();
  if (first === undefined) {
    const { emptyQueueView } = await import('../terminal/views/empty-queue.ts');
    world.terminal.print(
      emptyQueueView(theme, {
        ...planned.standing,
        today: desk.moment().day,
        settings: desk.settings,
        minutesLeft: minutesLeftToday(desk),
      }),
    );
    return undefined;
  }
  try {
    await (world.terminal.interactive
      ? onScreen(request, desk, study, theme)
      : lineByLine(request, desk, study, theme));
  } finally {
    farewell(request, desk, study, theme, wish.cram, planned.chosen);
    desk.journal.saveSnapshot();
  }
  return undefined;
};

/** What the learner's own limit leaves of today; undefined without a limit. */
function minutesLeftToday({ settings, journal, moment }: Desk): number | undefined {
  if (settings.minutesPerDay === undefined) return undefined;
  const spentMs = journal.read().progress.days.get(moment().day)?.ms ?? 0;
  return Math.max(0, settings.minutesPerDay - spentMs / 60_000);
}

/** Names of the decks that came from the paths given. */
function decksOf(desk: Desk, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const shown = desk.shelf.decks.filter(
    (deck) => !deck.shipped && paths.some((path) => deck.file.endsWith(path.replace(/^\.?\/+/, ''))),
  );
  return shown.map((deck) => deck.deck);
}

const titlesOf = (desk: Desk) => new Map(desk.shelf.decks.map((deck) => [deck.deck, deck.title]));

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
  setTimeout(() => void (waits ? Promise.resolve() : load()).then(() => loadHighlighting(theme)), 20);
  const files = new Map(desk.shelf.decks.map((deck) => [deck.deck, deck.file]));
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

/** Printed however the session ended: what was answered is saved, and the learner is told so. */
function farewell(
  { world }: Request,
  desk: Desk,
  study: StudySession,
  theme: Theme,
  cram: boolean,
  chosen: readonly LibraryEntry[],
): void {
  const { cards } = desk.journal.read().progress;
  let nextDue: number | undefined;
  for (const { id } of chosen) {
    const due = cards.get(id)?.due;
    if (due !== undefined && (nextDue === undefined || due < nextDue)) nextDue = due;
  }
  const facts = {
    summary: study.summary(),
    today: desk.moment().day,
    left: study.progress().left,
    nextDue,
    cram,
  };
  world.terminal.print(summaryView(theme, facts));
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
