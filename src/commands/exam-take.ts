import type { ExitCode } from '../errors.ts';
import type { Terminal, World } from '../ports.ts';
import type { ExamSession } from '../study/exam-session.ts';
import { type ExamShelf, examOf } from '../study/exam-shelf.ts';
import { standingOf, timeWords } from '../terminal/exam/exam-words.ts';
import { isQuick, quickMarkdown } from '../terminal/exam/quick-markdown.ts';
import { loadHighlighting, loadMarkdown } from '../terminal/markdown.ts';
import { makeTheme } from '../terminal/theme.ts';
import { wrapLines } from '../terminal/wrap.ts';
import type { Request } from './command.ts';

/** Runs an exam to its end, or until it is left; says how to go on, or how it went. */
export async function takeExam(
  request: Request,
  shelf: ExamShelf,
  session: ExamSession,
  note = '',
): Promise<ExitCode | undefined> {
  const { terminal } = request.world;
  // What the end needs is read while the learner reads: an update of the program meanwhile takes nothing away.
  const ahead = setTimeout(() => void loadEnd(request.world).catch(() => {}), 2 * afterFirstPaintMs);
  try {
    if (!session.expire()) {
      await (terminal.interactive ? onScreen(request, session, note) : lineByLine(request, session));
    }
  } finally {
    clearTimeout(ahead);
    session.leave();
    if (!session.isOver) sayWrapped(terminal, savedWords(session));
  }
  if (session.isOver) await finishExam(request, shelf, session);
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

const loadScreen = () =>
  Promise.all([import('../terminal/screen.ts'), import('../terminal/exam/exam-screen.ts')]);

/** Reads the screen's code while the paper is drawn. What goes wrong is said when the screen is asked for. */
export function preloadScreen(): void {
  loadScreen().catch(() => {});
}

async function onScreen({ world }: Request, session: ExamSession, note: string): Promise<void> {
  const theme = makeTheme(world.terminal);
  // The renderer is half of what a start costs: a first question of simple words does not wait for it.
  let markdown = quickMarkdown(theme);
  const load = async () => {
    markdown = await loadMarkdown(theme);
  };
  const { question } = session.question();
  const texts = question === undefined ? [] : [question.stem, ...question.options.map(({ text }) => text)];
  const waits = !texts.every(isQuick);
  const [[{ runScreen }, { examScreen }]] = await Promise.all([loadScreen(), ...(waits ? [load()] : [])]);
  const rest = setTimeout(() => {
    const loaded = waits ? Promise.resolve() : load();
    loaded.then(() => loadHighlighting(theme)).catch(() => {});
  }, afterFirstPaintMs);
  const screen = examScreen({ session, theme, markdown: () => markdown }, note);
  const end = await runScreen(screen, world.terminal).finally(() => clearTimeout(rest));
  if (end.why === 'trouble') throw end.error;
}

async function lineByLine({ world }: Request, session: ExamSession): Promise<void> {
  const [{ plainExam }, markdown] = await Promise.all([
    import('../terminal/exam/plain-exam.ts'),
    loadMarkdown(makeTheme(world.terminal)),
  ]);
  await plainExam({ session, terminal: world.terminal, markdown });
}

function savedWords(session: ExamSession): string {
  const { answered } = standingOf(session.attempt);
  const left = session.remainingMs();
  const clock =
    left === null
      ? ''
      : session.attempt.mode === 'practice'
        ? ` The clock waits with ${timeWords(left)} left.`
        : ` The clock runs on: ${timeWords(left)} left.`;
  return `Saved: ${answered} of ${session.size} answered.${clock} Go on with "aws-study exam --resume".`;
}

/** Scores a submitted attempt, puts the missed cards in front of the quiz, and shows the result. */
export async function finishExam(
  { world }: Request,
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
      ...(boosted === undefined ? {} : { boosted }),
    }),
  );
  if (trouble !== undefined) throw trouble;
}
