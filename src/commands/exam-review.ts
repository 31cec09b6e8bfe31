import { UserError } from '../errors.ts';
import { resultDocument } from '../study/exam-document.ts';
import { findAttempt, historyRows } from '../study/exam-history.ts';
import { type ReviewWish, reviewedQuestions } from '../study/exam-reviewed.ts';
import { openExamShelf } from '../study/exam-shelf.ts';
import { wished } from '../terminal/exam/wished.ts';
import { loadMarkdown } from '../terminal/markdown.ts';
import { makeTheme } from '../terminal/theme.ts';
import type { Run } from './command.ts';
import { commandAgain } from './command-again.ts';
import { sayTrouble } from './say-trouble.ts';

/** Walks through the questions of a finished attempt. */
export const run: Run = async ({ world, args, options, json }) => {
  const { terminal } = world;
  const shelf = await openExamShelf(world);
  const attempts = await world.attempts();
  const { attempts: stored, trouble } = attempts.list();
  sayTrouble(terminal, [], trouble);
  const row = findAttempt(historyRows(shelf, attempts, stored, world.clock.now()), args[0]);
  const { attempt, result } = row;
  if (result === undefined) {
    throw new UserError(
      `attempt ${row.number} (${attempt.attemptId}) is not finished: its answers are shown after the end.`,
      `Go on with "${commandAgain(['exam', '--resume'], options)}".`,
    );
  }
  const { entries } = await (await world.library()).load();
  const questions = reviewedQuestions(shelf, attempt, result, new Set(entries.map(({ note }) => note)));
  const only = options.only as ReviewWish | undefined;
  if (json) {
    const { reviewDocument } = await import('../terminal/views/exam-reviewed.ts');
    const listed = wished(questions, only ?? 'all');
    terminal.print(
      JSON.stringify({
        number: row.number,
        attempt: attempt.attemptId,
        exam: attempt.paper.exam,
        mode: attempt.mode,
        ...resultDocument(result),
        questions: listed.map(reviewDocument),
      }),
    );
    return undefined;
  }
  const theme = makeTheme(terminal);
  const markdown = await loadMarkdown(theme);
  const wish = only ?? (questions.some(({ right }) => !right) ? 'wrong' : 'all');
  if (!terminal.interactive) {
    const { printReview } = await import('../terminal/exam/plain-review.ts');
    printReview({ terminal, markdown }, row, wished(questions, wish), wish);
    return undefined;
  }
  const [{ runScreen }, { reviewScreen }] = await Promise.all([
    import('../terminal/screen.ts'),
    import('../terminal/exam/review-screen.ts'),
  ]);
  await runScreen(reviewScreen({ theme, markdown: () => markdown, attempt, questions }, wish), terminal);
  return undefined;
};
