import type { ExitCode } from '../errors.ts';
import type { Terminal, World } from '../ports.ts';
import type { AskedQuestion, ExamSession } from '../study/exam-session.ts';
import { type ExamShelf, examOf } from '../study/exam-shelf.ts';
import { standingOf, timeWords } from '../terminal/exam/exam-words.ts';
import { isQuick, quickMarkdown } from '../terminal/exam/quick-markdown.ts';
import type { StartFacts } from '../terminal/exam/start-view.ts';
import { loadHighlighting, loadMarkdown } from '../terminal/markdown.ts';
import { makeTheme } from '../terminal/theme.ts';
import { wrapLines } from '../terminal/wrap.ts';
import type { Request } from './command.ts';
import { commandAgain } from './command-again.ts';

/** An exam to sit. */
export interface Sitting {
  /** The question that is shown first: its text decides what must be loaded for it. */
  readonly first: AskedQuestion;
  /** What is said before the clock starts; absent where it runs already. */
  readonly start?: StartFacts;
  /** Said below the first question. */
  readonly note?: string;
  /** An attempt that was opened again. */
  readonly session?: ExamSession;
  /** The attempt: made, or the one above. Called once. @throws UserError where the disk refuses. */
  readonly begin: () => ExamSession;
}

/** A sitting that is under way. */
export const sittingOf = (session: ExamSession, note = ''): Sitting => ({
  first: session.question(),
  note,
  session,
  begin: () => session,
});

/** Runs an exam to its end, or until it is left; says how to go on, or how it went. */
export async function takeExam(
  request: Request,
  shelf: ExamShelf,
  sitting: Sitting,
): Promise<ExitCode | undefined> {
  const { terminal } = request.world;
  // One that was opened again is left and told of, also where no screen comes to show it.
  const taken: { session: ExamSession | undefined } = { session: sitting.session };
  const begin = () => {
    taken.session = sitting.begin();
    return taken.session;
  };
  // What the end needs is read while the learner reads: an update of the program meanwhile takes nothing away.
  const ahead = setTimeout(() => void loadEnd(request.world).catch(() => {}), 2 * afterFirstPaintMs);
  try {
    await (terminal.interactive ? onScreen : lineByLine)(request, { ...sitting, begin });
  } finally {
    clearTimeout(ahead);
    taken.session?.leave();
    const { session } = taken;
    if (session === undefined) sayWrapped(terminal, 'No exam was begun, and nothing is saved.');
    else if (!session.isOver)
      sayWrapped(terminal, savedWords(session, commandAgain(['exam', '--resume'], request.options)));
  }
  if (taken.session?.isOver === true) await finishExam(request, shelf, taken.session);
  return undefined;
}

/** A sentence for the learner's shell, wrapped at words. */
export function sayWrapped(terminal: Terminal, text: string): void {
  terminal.print(wrapLines(text, Math.min(terminal.size().columns, 100)).join('\n'));
}

/** The first question is on the screen by then. */
const afterFirstPaintMs = 120;

const loadEnd = (world: World) =>
  Promise.all([
    import('../study/exam-history.ts'),
    import('../terminal/views/exam-result.ts'),
    import('../study/exam-boost.ts'),
    world.library(),
    world.journal(),
    world.settings(),
  ]);

const loadScreen = () => import('../terminal/exam/run-exam.ts');

/** Reads the screen's code while the paper is drawn. What goes wrong is said when the screen is asked for. */
export function preloadScreen(): void {
  loadScreen().catch(() => {});
}

async function onScreen({ world }: Request, { first, start, note, begin }: Sitting): Promise<void> {
  const theme = makeTheme(world.terminal);
  // The renderer is half of what a start costs: a first question of simple words does not wait for it.
  let markdown = quickMarkdown(theme);
  const load = async () => {
    markdown = await loadMarkdown(theme);
  };
  const { question } = first;
  const texts = question === undefined ? [] : [question.stem, ...question.options.map(({ text }) => text)];
  const waits = !texts.every(isQuick);
  const [{ runExam }] = await Promise.all([loadScreen(), ...(waits ? [load()] : [])]);
  const rest = setTimeout(() => {
    const loaded = waits ? Promise.resolve() : load();
    loaded.then(() => loadHighlighting(theme)).catch(() => {});
  }, afterFirstPaintMs);
  const run = { theme, markdown: () => markdown, begin, start, note };
  const end = await runExam(run, world.terminal).finally(() => clearTimeout(rest));
  if (end.why === 'trouble') throw end.error;
}

async function lineByLine({ world }: Request, { start, begin }: Sitting): Promise<void> {
  const { terminal } = world;
  const [{ plainExam }, { plainStart }, markdown] = await Promise.all([
    import('../terminal/exam/plain-exam.ts'),
    import('../terminal/exam/start-view.ts'),
    loadMarkdown(makeTheme(terminal)),
  ]);
  if (start !== undefined) terminal.print(plainStart(start, terminal.size().columns));
  await plainExam({ begin, waits: start !== undefined, terminal, markdown });
}

function savedWords(session: ExamSession, command: string): string {
  const { answered } = standingOf(session.attempt);
  const left = session.remainingMs();
  const clock =
    left === null
      ? ''
      : session.attempt.mode === 'practice'
        ? ` The clock waits with ${timeWords(left)} left.`
        : ` The clock runs on: ${timeWords(left)} left.`;
  return `Saved: ${answered} of ${session.size} answered.${clock} Go on with "${command}".`;
}

/** Scores a submitted attempt, puts the missed cards in front of the quiz, and shows the result. */
export async function finishExam(
  { world, options }: Request,
  shelf: ExamShelf,
  { attempt }: ExamSession,
): Promise<void> {
  const [{ resultOf }, { resultView }, { boostMissed }] = await loadEnd(world);
  const result = resultOf(shelf, attempt);
  let boosted: number | undefined;
  let trouble: unknown;
  try {
    boosted = await boostMissed(world, result);
  } catch (error) {
    // The result is the learner's: it is shown, whatever became of the cards.
    trouble = error;
  }
  world.terminal.print(
    resultView(makeTheme(world.terminal), {
      result,
      blueprint: examOf(shelf, attempt.paper.exam),
      mode: attempt.mode,
      by: attempt.phase.phase === 'submitted' ? attempt.phase.by : 'learner',
      columns: world.terminal.size().columns,
      commands: { review: commandAgain(['exam', 'review'], options), quiz: commandAgain(['quiz'], options) },
      ...(boosted === undefined ? {} : { boosted }),
    }),
  );
  if (trouble !== undefined) throw trouble;
}
