import { type ExitCode, UserError } from '../errors.ts';
import type { Attempts, StoredAttempt } from '../ports.ts';
import { ExamSession } from '../study/exam-session.ts';
import { type ExamShelf, examOf } from '../study/exam-shelf.ts';
import { isMeant, statusOf } from '../study/exam-status.ts';
import { standingOf, timeWords } from '../terminal/exam/exam-words.ts';
import type { Request } from './command.ts';
import { commandAgain } from './command-again.ts';
import { finishExam, sayWrapped, sittingOf, takeExam } from './exam-take.ts';
import { sayTrouble } from './say-trouble.ts';

const isUnfinished = ({ attempt }: StoredAttempt) => attempt.phase.phase !== 'submitted';

/** Goes on with the latest unfinished attempt, or with that of the exam or id named. */
export async function resumeExam(
  request: Request,
  shelf: ExamShelf,
  attempts: Attempts,
): Promise<ExitCode | undefined> {
  const { world, args } = request;
  const { attempts: stored, trouble } = attempts.list();
  sayTrouble(world.terminal, [], trouble);
  const [wanted] = args;
  const isCode = wanted !== undefined && !/^\d/.test(wanted);
  const code = isCode ? examOf(shelf, wanted).code : undefined;
  const chosen = stored.findLast(
    (one, index) =>
      isUnfinished(one) &&
      (code === undefined || one.attempt.paper.exam === code) &&
      (wanted === undefined || isCode || isMeant(wanted, { number: index + 1, attempt: one.attempt })),
  );
  if (chosen === undefined) {
    throw new UserError(
      `there is no unfinished attempt${wanted === undefined ? '' : ` of ${wanted}`}.`,
      'Start one with "aws-study exam"; "aws-study exam history" shows those that are finished.',
    );
  }
  const session = reopen(request, shelf, attempts, chosen);
  const due = session.expire();
  if (due) sayWrapped(world.terminal, 'The time was up: the attempt is submitted with what was chosen.');
  if (due) {
    session.leave();
    await finishExam(request, shelf, session);
    return undefined;
  }
  return takeExam(request, shelf, sittingOf(session, 'Welcome back: everything is as you left it.'));
}

function reopen({ world }: Request, shelf: ExamShelf, attempts: Attempts, { attempt }: StoredAttempt) {
  examOf(shelf, attempt.paper.exam);
  const { log, stored } = attempts.open(attempt.attemptId);
  const session = new ExamSession({
    attempt: stored.attempt,
    log,
    clock: world.clock,
    exams: shelf.exams,
  });
  session.reopen();
  return session;
}

/**
 * Before a new attempt: scores those whose time is up, and asks what to do about one that is not finished.
 *
 * @returns all attempts as they then are; undefined: no new attempt is wanted
 * @throws UserError where nobody can be asked
 */
export async function settleUnfinished(
  request: Request,
  shelf: ExamShelf,
  attempts: Attempts,
): Promise<readonly StoredAttempt[] | undefined> {
  const { world, options } = request;
  const known = new Set(shelf.blueprints.map(({ code }) => code));
  const { attempts: stored } = attempts.list();
  const open = stored.filter((one) => isUnfinished(one) && known.has(one.attempt.paper.exam));
  const status = (one: StoredAttempt) => statusOf(one, attempts, world.clock.now());
  const expired = open.filter((one) => status(one) === 'expired');
  for (const one of expired) {
    const session = reopen(request, shelf, attempts, one);
    session.expire();
    session.leave();
    sayWrapped(world.terminal, `The time of your attempt ${one.attempt.attemptId} was up: it is scored now.`);
    await finishExam(request, shelf, session);
  }
  const last = open.findLast((one) => !expired.includes(one));
  const now = () => (expired.length === 0 ? stored : attempts.list().attempts);
  if (last === undefined || options.new === true) return now();
  const words = unfinishedWords(world.clock.now(), last, status(last) === 'open');
  if (!world.terminal.interactive) {
    throw new UserError(
      words,
      `Go on with "${commandAgain(['exam', '--resume'], options)}", or start another with --new.`,
    );
  }
  sayWrapped(world.terminal, `${words[0]?.toUpperCase()}${words.slice(1)}`);
  const choice = await ask(request, status(last) === 'open');
  if (choice === 'resume') {
    const session = reopen(request, shelf, attempts, last);
    await takeExam(request, shelf, sittingOf(session));
  }
  return choice === 'new' ? now() : undefined;
}

function unfinishedWords(nowMs: number, { attempt }: StoredAttempt, isOpen: boolean): string {
  const { answered } = standingOf(attempt);
  const agoMs = Math.max(0, nowMs - attempt.lastEventMs);
  const where = isOpen ? 'open in another terminal' : 'not finished';
  const since = agoMs < 60_000 ? 'just now' : `${timeWords(agoMs)} ago`;
  return `your ${attempt.paper.exam} attempt ${attempt.attemptId} is ${where}: ${answered} of ${attempt.paper.items.length} answered, last ${since}.`;
}

type Choice = 'resume' | 'new' | 'none';

async function ask({ world }: Request, isOpen: boolean): Promise<Choice> {
  const { askChoice } = await import('../terminal/ask-choice.ts');
  return askChoice<Choice>(world.terminal, 'What now?', [
    ...(isOpen ? [] : [{ name: 'Go on with it', value: 'resume' as const }]),
    { name: 'Start a new one', value: 'new' as const },
    { name: 'Neither', value: 'none' as const },
  ]);
}
