import { startAttempt } from '../domain/exam/attempt.ts';
import { nearest } from '../domain/nearest.ts';
import { UserError } from '../errors.ts';
import { type PaperWish, planPaper, startedEvent } from '../study/exam-paper.ts';
import { ExamSession } from '../study/exam-session.ts';
import { chosenExam, noticeOf, openExamShelf } from '../study/exam-shelf.ts';
import { shortageWords } from '../terminal/exam/exam-words.ts';
import type { Request, Run } from './command.ts';
import { preloadScreen, sayWrapped, takeExam } from './exam-take.ts';
import { resumeExam, settleUnfinished } from './exam-unfinished.ts';

/** Takes a mock exam: draws a paper, or goes on with an unfinished one. */
export const run: Run = async (request) => {
  const { world, args, options, json } = request;
  checkOptions(request);
  if (world.terminal.interactive && options.dryRun !== true) preloadScreen();
  const [shelf, attempts] = await Promise.all([openExamShelf(world), world.attempts()]);
  refuseSlip(args[0]);
  if (options.resume === true) return resumeExam(request, shelf, attempts);
  const blueprint = await chosenExam(shelf, world, args[0]);
  const notice = noticeOf(shelf, blueprint);
  if (options.dryRun === true) {
    const { paperDocument, paperView } = await import('../terminal/views/exam-paper.ts');
    const planned = planPaper(shelf, blueprint, attempts.list().attempts, wishOf(request));
    const facts = { planned, notice };
    world.terminal.print(json ? JSON.stringify(paperDocument(facts)) : paperView(world.terminal, facts));
    return undefined;
  }
  const stored = await settleUnfinished(request, shelf, attempts);
  if (stored === undefined) return undefined;
  const planned = planPaper(shelf, blueprint, stored, wishOf(request));
  const atMs = world.clock.now();
  const started = startedEvent(planned, attempts.newId(localTime(atMs, world.clock.zoneOffset(atMs))), atMs);
  const notes = [...(notice === undefined ? [] : [notice]), ...shortageWords(planned)];
  for (const note of notes) sayWrapped(world.terminal, note);
  const session = new ExamSession({
    attempt: startAttempt(started),
    log: attempts.start(started),
    clock: world.clock,
    exams: shelf.exams,
  });
  return takeExam(request, shelf, session, notes.join(' '));
};

/** @throws UserError for a mistyped subcommand, which would else be taken for the code of an exam. */
function refuseSlip(word: string | undefined): void {
  const meant =
    word === undefined || word.includes('-') ? undefined : nearest(word, ['list', 'history', 'review']);
  if (meant === undefined) return;
  throw new UserError(`there is no exam "${word}".`, `Did you mean "aws-study exam ${meant}"?`);
}

function wishOf({ world, options }: Request): PaperWish {
  return {
    seed: (options.seed as number | undefined) ?? Math.floor(world.random() * 2 ** 31),
    questions: options.questions as number | undefined,
    minutes: options.minutes as number | undefined,
    domains: options.domain as string[] | undefined,
    extraTime: options.extraTime === true,
    untimed: options.untimed === true,
    practice: options.practice === true,
    withUnscored: options.withUnscored === true,
  };
}

/** @throws UserError for options that contradict each other. */
function checkOptions({ options, json }: Request): void {
  for (const name of ['questions', 'minutes'] as const) {
    if (options[name] === 0) {
      throw new UserError(
        `--${name} is 0.`,
        name === 'minutes' ? 'Give at least 1, or --untimed for no clock.' : 'Give at least 1.',
      );
    }
  }
  if (options.untimed === true && (options.minutes !== undefined || options.extraTime === true)) {
    throw new UserError('--untimed has no clock to set.', 'Leave out --minutes and --extra-time.');
  }
  if (json && options.dryRun !== true) {
    throw new UserError(
      'an exam cannot be taken in JSON.',
      'Add --dry-run to see the paper; results are in "aws-study exam review --json".',
    );
  }
}

/** `2026-11-20-0935` on the learner's clock. */
function localTime(atMs: number, offsetMinutes: number): string {
  const iso = new Date(atMs - offsetMinutes * 60_000).toISOString();
  return `${iso.slice(0, 10)}-${iso.slice(11, 13)}${iso.slice(14, 16)}`;
}
