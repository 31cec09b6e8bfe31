import { resolve } from 'node:path';
import type { DrawCalc } from '../domain/cards/index.ts';
import { isHidden } from '../domain/scheduling/queue.ts';
import { UserError } from '../errors.ts';
import type { LibraryEntry } from '../ports.ts';
import { type Desk, openDesk } from '../study/open-desk.ts';
import { type PlannedSession, planSession } from '../study/plan-session.ts';
import { StudySession } from '../study/study-session.ts';
import type { Markdown } from '../terminal/markdown.ts';
import { isSimple, loadHighlighting, loadMarkdown, simpleMarkdown } from '../terminal/markdown.ts';
import { pickable } from '../terminal/quiz/model.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme, type Theme } from '../terminal/theme.ts';
import { summaryView } from '../terminal/views/summary.ts';
import { wrapLines } from '../terminal/wrap.ts';
import type { Request, Run } from './command.ts';
import { sayTrouble } from './say-trouble.ts';

const isPath = (word: string) => /\.ya?ml$/i.test(word) || word.includes('/');

/** Studies: due cards and new ones, on a screen or line by line. */
export const run: Run = async (request) => {
  const { world, args, options } = request;
  const paths = args.filter(isPath);
  const desk = await openDesk(world, { paths, trustClock: options.trustClock === true });
  const named = args.filter((word) => !isPath(word));
  const own = paths.map((path) => deckAt(desk, path));
  sayTrouble(world.terminal, desk.shelf.problems, desk.trouble);
  const decks = [...named, ...own];
  refuseNothing(options);
  const wish = {
    decks: decks.length === 0 ? undefined : decks,
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
  // Only where the queue holds such a card; those that an undo could bring back come while the first card is read.
  let drawCalc = request.json
    ? undefined
    : await drawCalcFor(
        desk,
        planned.queue.map((item) => item.entry),
      );
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
  if (request.json) return printQueue(request, planned);
  const first = study.ask();
  if (first === undefined) {
    const { emptyQueueView } = await import('../terminal/views/empty-queue.ts');
    const today = desk.moment().day;
    const done = desk.journal.read().progress.days.get(today);
    const facts = {
      ...planned.standing,
      cards: planned.chosen.length,
      reviewsLeft: desk.settings.reviewsPerDay - ((done?.reviews ?? 0) - (done?.newCards ?? 0)),
      today,
      settings: desk.settings,
      minutesLeft: minutesLeftToday(desk),
    };
    printWrapped(request, emptyQueueView(theme, facts));
    return undefined;
  }
  let rest: Promise<void> | undefined;
  const later = setTimeout(() => {
    rest = drawCalcFor(desk, desk.shelf.entries).then((all) => {
      drawCalc = all;
    }, goOn);
  }, 50).unref();
  try {
    await (world.terminal.interactive
      ? onScreen(request, desk, study, theme)
      : lineByLine(request, desk, study, theme));
  } finally {
    // A short session ends before it: nothing is left under way when the command is done.
    clearTimeout(later);
    await rest;
    farewell(request, desk, study, theme, wish.cram, planned.chosen);
    desk.journal.saveSnapshot();
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

/** What the learner's own limit leaves of today; undefined without a limit. */
function minutesLeftToday({ settings, journal, moment }: Desk): number | undefined {
  if (settings.minutesPerDay === undefined) return undefined;
  const spentMs = journal.read().progress.days.get(moment().day)?.ms ?? 0;
  return Math.max(0, settings.minutesPerDay - spentMs / 60_000);
}

/**
 * Name of the deck in a file given by its path.
 * @throws UserError where it cannot be used: a file that was asked for is not passed over with a warning.
 */
function deckAt({ shelf }: Desk, path: string): string {
  const file = resolve(path);
  const found = shelf.decks.find((deck) => deck.file === file);
  if (found !== undefined) return found.deck;
  if (shelf.entries.some((entry) => `${entry.deck}/${entry.topic}` === path))
    throw new UserError(`"${path}" is a topic, not a deck.`, `Write --topic ${path}.`);
  const problems = shelf.problems.filter((problem) => problem.file === file);
  const [first] = problems;
  const place = first === undefined || first.rule === 'file' ? '' : `:${first.line}:${first.column}`;
  throw new UserError(
    `${safeLine(`${path}${place}`)}: ${safeLine(first?.message ?? 'this is no deck')}.`,
    problems.length > 1
      ? `It has ${problems.length} problems: run "aws-study deck lint ${path}".`
      : safeLine(first?.hint ?? 'Check the path.'),
  );
}

/** What is loaded behind a card that is on the screen is not worth the session: an update may just have replaced it. */
const goOn = () => {};

const titlesOf = (desk: Desk) => new Map(desk.shelf.decks.map(({ deck, title }) => [deck, safeLine(title)]));

/** Sentences break between words, so that a command in them can be copied. */
function printWrapped({ world: { terminal } }: Request, text: string): void {
  terminal.print(wrapLines(text, Math.max(40, terminal.size().columns)).join('\n'));
}

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
  request: Request,
  desk: Desk,
  study: StudySession,
  theme: Theme,
  cram: boolean,
  chosen: readonly LibraryEntry[],
): void {
  const { cards } = desk.journal.read().progress;
  const today = desk.moment().day;
  let nextDue: number | undefined;
  for (const { id } of chosen) {
    const card = cards.get(id);
    if (card?.due === undefined || isHidden(card, today)) continue;
    if (nextDue === undefined || card.due < nextDue) nextDue = card.due;
  }
  const facts = {
    summary: study.summary(),
    today,
    left: study.progress().left,
    nextDue,
    cram,
  };
  printWrapped(request, summaryView(theme, facts));
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

/** A session of no cards or no minutes would say "nothing is due", which is not why it ends. */
function refuseNothing(options: Request['options']): void {
  const empty = (['limit', 'minutes'] as const).find((name) => options[name] === 0);
  if (empty !== undefined)
    throw new UserError(`--${empty} 0 leaves nothing to ask.`, `Give 1 or more, such as --${empty} 10.`);
}
