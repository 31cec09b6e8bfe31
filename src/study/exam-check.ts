import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import type { Attempts, Finding, JournalTrouble, StoredAttempt, World } from '../ports.ts';
import { type ExamShelf, openExamShelf } from './exam-shelf.ts';
import { statusOf } from './exam-status.ts';

/** A stored attempt as the learner knows it from the history. */
interface Known {
  readonly one: StoredAttempt;
  /** `attempt 3 (2026-11-20-0935-a1b2)`. */
  readonly name: string;
}

const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`;

/** What there is to know about the learner's attempts at exams. Looks only. */
export async function checkAttempts(world: World): Promise<Finding[]> {
  const [shelf, attempts] = await Promise.all([openExamShelf(world), world.attempts()]);
  let listed: ReturnType<Attempts['list']>;
  try {
    listed = attempts.list();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ area: 'attempts', severity: 'error', message: error.message, remedy: error.hint }];
  }
  const known = listed.attempts.map((one, index) => ({
    one,
    name: `attempt ${index + 1} (${one.attempt.attemptId})`,
  }));
  const day = (atMs: number) => isoDay(studyDay(atMs, (at) => world.clock.zoneOffset(at), 0));
  const findings = [
    ...troubleFindings(known, listed.trouble),
    ...known.flatMap((each) => [
      ...lateFinding(each, attempts, world.clock.now(), day),
      ...goneFinding(each, shelf),
    ]),
  ];
  if (findings.length > 0) return findings;
  const message =
    known.length === 0
      ? 'No exam was taken yet.'
      : `${count(known.length, 'attempt')} at exams, ${known.length === 1 ? '' : 'all of them '}readable.`;
  return [{ area: 'attempts', severity: 'ok', message }];
}

/** Lines that could not be read, a finding for each file. */
function troubleFindings(known: readonly Known[], trouble: readonly JournalTrouble[]): Finding[] {
  const files = [...new Set(trouble.map(({ file }) => file))];
  return files.map((file): Finding => {
    const own = trouble.filter((one) => one.file === file);
    const what = own.map(({ line, message }) => `${line === 0 ? '' : `line ${line}: `}${message}`).join('; ');
    const read = known.find(({ one }) => file.endsWith(`${one.attempt.attemptId}.jsonl`));
    if (read === undefined) {
      return {
        area: 'attempts',
        severity: 'warning',
        message: `${file}: ${what}.`,
        remedy: 'Restore it from a backup, or delete it: no other attempt hangs on it.',
      };
    }
    const isOver = read.one.attempt.phase.phase === 'submitted';
    return {
      area: 'attempts',
      severity: 'note',
      message: `${read.name}: ${what}; the rest counts.`,
      ...(isOver ? {} : { remedy: 'Look over the answers before you end it: one may be missing.' }),
    };
  });
}

/** Time that is up while nobody looked: the answers are there, the score is not. */
function lateFinding(
  { one, name }: Known,
  attempts: Attempts,
  nowMs: number,
  day: (atMs: number) => string,
): Finding[] {
  if (statusOf(one, attempts, nowMs) !== 'expired') return [];
  return [
    {
      area: 'attempts',
      severity: 'note',
      message: `${name}: its time was up on ${day(one.attempt.deadlineMs ?? nowMs)}, and it is not scored yet.`,
      remedy: '"aws-study exam --resume" scores it with what was chosen.',
    },
  ];
}

/** What an attempt asks or asked and the program has no more. */
function goneFinding({ one, name }: Known, { blueprints, exams }: ExamShelf): Finding[] {
  const { paper, phase } = one.attempt;
  const isOver = phase.phase === 'submitted';
  if (!blueprints.some(({ code }) => code === paper.exam)) {
    return [
      {
        area: 'attempts',
        severity: 'note',
        message: `${name} is of ${paper.exam}, an exam that this version does not have: it is kept and not shown.`,
      },
    ];
  }
  const options = new Map(exams.entries().map(({ id, options }) => [id, options]));
  // Answers hang on the places of options: with another number of them the text is no longer the one that was asked.
  const gone = paper.items.filter(({ questionId, order }) => options.get(questionId) !== order.length).length;
  if (gone === 0) return [];
  const of = `${gone} of its ${count(paper.items.length, 'question')}`;
  if (isOver) {
    const message = `${name}: ${of} left the bank since; the score stands, the review lacks their text.`;
    return [{ area: 'attempts', severity: 'note', message }];
  }
  return [
    {
      area: 'attempts',
      severity: 'warning',
      message: `${name}: ${of} left the bank since it was begun, and can no longer be read.`,
      remedy: 'End it and take another one: "aws-study exam --resume", then "aws-study exam".',
    },
  ];
}
