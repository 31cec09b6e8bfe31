import { startAttempt } from '../domain/exam/attempt.ts';
import type { PaperItem } from '../domain/exam/paper.ts';
import { nearest } from '../domain/nearest.ts';
import { UserError } from '../errors.ts';
import type { Attempts, StoredAttempt } from '../ports.ts';
import { type PaperWish, type PlannedPaper, planPaper, startedEvent } from '../study/exam-paper.ts';
import { type AskedQuestion, askedQuestion, ExamSession } from '../study/exam-session.ts';
import { chosenExam, type ExamShelf, noticeOf, openExamShelf } from '../study/exam-shelf.ts';
import { shortageWords } from '../terminal/exam/exam-words.ts';
import { plainSignsIn } from '../terminal/plain-signs.ts';
import type { Request, Run } from './command.ts';
import { commandAgain } from './command-again.ts';
import { preloadScreen, takeExam } from './exam-take.ts';
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
    const { terminal } = world;
    const shown = terminal.unicode ? facts : plainSignsIn(facts);
    terminal.print(json ? JSON.stringify(paperDocument(facts)) : paperView(terminal, shown));
    return undefined;
  }
  const stored = await settleUnfinished(request, shelf, attempts);
  if (stored === undefined) return undefined;
  const planned = planPaper(shelf, blueprint, stored, wishOf(request));
  const notes = [...(notice === undefined ? [] : [notice]), ...shortageWords(planned)];
  const facts = world.terminal.unicode ? { planned, notes } : plainSignsIn({ planned, notes });
  return takeExam(request, shelf, {
    first: firstQuestion(shelf, planned),
    start: { ...facts, goOn: commandAgain(['exam', '--resume'], options) },
    begin: () => {
      refuseSecond(request, attempts, stored);
      return beginExam(request, shelf, attempts, planned);
    },
  });
};

function firstQuestion({ exams }: ExamShelf, { paper }: PlannedPaper): AskedQuestion {
  return askedQuestion(exams, 0, paper.items[0] as PaperItem);
}

/** @throws UserError where another terminal began an exam while this one stood before its start. */
function refuseSecond({ options }: Request, attempts: Attempts, before: readonly StoredAttempt[]): void {
  if (options.new === true) return;
  const known = new Set(before.map(({ attempt }) => attempt.attemptId));
  const other = attempts
    .list()
    .attempts.find(({ attempt }) => attempt.phase.phase !== 'submitted' && !known.has(attempt.attemptId));
  if (other === undefined) return;
  throw new UserError(
    `another terminal has begun a ${other.attempt.paper.exam} exam in the meantime.`,
    `Go on there, or with "${commandAgain(['exam', '--resume'], options)}" once it is closed; --new starts another.`,
  );
}

/** Writes the start of the attempt: the clock runs from here on. */
function beginExam(
  { world }: Request,
  { exams }: ExamShelf,
  attempts: Attempts,
  planned: PlannedPaper,
): ExamSession {
  const atMs = world.clock.now();
  const attemptId = attempts.newId(localTime(atMs, world.clock.zoneOffset(atMs)));
  const started = startedEvent(planned, attemptId, atMs);
  const log = attempts.start(started);
  return new ExamSession({ attempt: startAttempt(started), log, clock: world.clock, exams });
}

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

/** Options that say what a paper is to be. */
const paperFlags = [
  ['questions', '--questions'],
  ['minutes', '--minutes'],
  ['domain', '--domain'],
  ['untimed', '--untimed'],
  ['extraTime', '--extra-time'],
  ['practice', '--practice'],
  ['withUnscored', '--with-unscored'],
  ['new', '--new'],
  ['dryRun', '--dry-run'],
] as const;

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
  if (options.resume === true) {
    const flag = paperFlags.find(([name]) => options[name] !== undefined && options[name] !== false)?.[1];
    if (flag !== undefined) {
      throw new UserError(
        `--resume goes on with the paper as it was drawn: ${flag} does not go with it.`,
        `Leave out ${flag}, or leave out --resume to start another exam.`,
      );
    }
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
