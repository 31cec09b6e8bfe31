import { completeness, type ReviewFilter, reviewList } from '../../domain/exam/answering.ts';
import type { Terminal } from '../../ports.ts';
import type { AskedQuestion, ExamSession } from '../../study/exam-session.ts';
import type { Markdown } from '../markdown.ts';
import { type LineReader, lineReader } from '../read-line.ts';
import { letterOf, readLetters } from '../words.ts';
import {
  answerWords,
  chooseWords,
  endWarnings,
  lettersOf,
  standingOf,
  timeWarning,
  timeWords,
} from './exam-words.ts';
import { printMarked } from './plain-question.ts';
import { goneWords } from './question-lines.ts';

interface PlainExamParts {
  readonly session: ExamSession;
  readonly terminal: Terminal;
  readonly markdown: Markdown;
}

export interface PlainSitting extends Omit<PlainExamParts, 'session'> {
  /** Makes the attempt: its clock runs from here on. @throws UserError where the disk refuses. */
  readonly begin: () => ExamSession;
  /** The clock does not run yet: it is for the learner to start it. */
  readonly waits: boolean;
}

type Outcome = 'submitted' | 'left';
/** What a line came to: the same question again without its text, a question to read, or the end. */
type Handled = 'same' | 'ask' | Outcome;

/** A mock exam one line at a time: for pipes, screen readers and terminals that cannot move their cursor. */
export async function plainExam({ begin, waits, ...output }: PlainSitting): Promise<Outcome> {
  const reader = lineReader(output.terminal);
  try {
    if (!waits) return await sit({ session: begin(), ...output }, reader);
    output.terminal.print('Press Enter to begin, or type q to leave:');
    const first = (await reader.next())?.toLowerCase();
    if (first === undefined || first === 'q' || first === 'quit') return 'left';
    // A script may answer at once: a line that says something is for the first question.
    return await sit({ session: begin(), ...output }, reader, first === '' ? undefined : first);
  } finally {
    reader.close();
  }
}

async function sit(parts: PlainExamParts, reader: LineReader, typed?: string): Promise<Outcome> {
  const { session, terminal } = parts;
  let ahead = typed;
  let said: string | undefined;
  const warn = () => {
    const warning = timeWarning(session.remainingMs(), session.allowedMs);
    if (warning !== undefined && warning !== said) terminal.print(warning);
    said = warning ?? said;
    return session.expire();
  };
  let next: Handled = 'ask';
  for (;;) {
    if (warn()) return 'submitted';
    if (next === 'ask') printQuestion(parts);
    terminal.print(promptFor(session));
    const read = ahead === undefined ? await reader.read(warn) : { line: ahead };
    ahead = undefined;
    if (read === 'time' || session.expire()) return 'submitted';
    if (read.line === undefined) return 'left';
    next = await handle(parts, reader, read.line, warn);
    if (next === 'submitted' || next === 'left') return next;
  }
}

function promptFor(session: ExamSession): string {
  const isPractice = session.attempt.mode === 'practice';
  if (session.isPaused) return 'Paused. Type resume, or quit:';
  const letters = session.isRevealed() ? 'Type next' : 'Type letters to answer';
  const check = isPractice && !session.isRevealed() ? ', check' : '';
  return `${letters}${check}, or next, prev, flag, goto 12, review, end, quit, help:`;
}

function printQuestion({ session, terminal, markdown }: PlainExamParts): void {
  const asked = session.question();
  const { item, question, changed } = asked;
  const width = Math.min(terminal.size().columns, 100);
  const show = (text: string) => terminal.print(markdown(text, width).join('\n'));
  const left = session.remainingMs();
  const clock = left === null ? 'No clock.' : `${timeWords(left)} left.`;
  const flag = session.isFlagged() ? ' Flagged.' : '';
  terminal.print(`\nQuestion ${asked.index + 1} of ${session.size}. ${clock}${flag}`);
  if (changed && question !== undefined)
    terminal.print('This question was edited after this paper was drawn.');
  show(question?.stem ?? goneWords);
  if (session.isRevealed()) {
    printMarked({ terminal, markdown }, asked, session.choices());
    return;
  }
  item.order.forEach((option, place) => {
    show(`${letterOf(place)}. ${question?.options[option]?.text ?? '?'}`);
  });
  if (item.choose > 1) terminal.print(chooseWords(item.choose));
  if (session.choices().length > 0) terminal.print(`Your answer: ${lettersOf(item, session.choices())}.`);
}

async function handle(
  parts: PlainExamParts,
  reader: LineReader,
  line: string,
  everySecond: () => boolean,
): Promise<Handled> {
  const { session, terminal } = parts;
  const [word = '', argument = ''] = line.toLowerCase().split(/\s+/);
  if (session.isPaused) {
    if (word === 'quit' || word === 'q') return 'left';
    session.resume();
    return 'ask';
  }
  const asked = session.question();
  switch (word) {
    case '':
    case 'next':
    case 'n':
      return move(parts, asked.index + 1);
    case 'prev':
    case 'previous':
    case 'back':
    case 'p':
      return move(parts, asked.index - 1);
    case 'flag':
      terminal.print(session.toggleFlag() ? 'Flagged.' : 'Flag taken off.');
      return 'same';
    case 'goto':
    case 'g':
      return /^\d{1,3}$/.test(argument) ? move(parts, Number(argument) - 1) : say(terminal, 'Write goto 12.');
    case 'review':
    case 'r':
      return review(parts, argument);
    case 'check':
      return check(parts, asked);
    case 'pause':
      if (session.attempt.mode !== 'practice') {
        return say(terminal, 'Only a practice can be paused: an exam runs on.');
      }
      session.pause();
      return 'same';
    case 'end':
    case 'submit':
    case 'x':
      return confirmEnd(parts, reader, everySecond);
    case 'quit':
    case 'q':
      return 'left';
    case 'again':
      return 'ask';
    case 'help':
    case '?':
      return say(terminal, help(session));
    default:
      return answer(parts, asked, line);
  }
}

function say(terminal: Terminal, text: string): 'same' {
  terminal.print(text);
  return 'same';
}

function move({ session, terminal }: PlainExamParts, index: number): Handled {
  if (index < 0) return say(terminal, 'This is the first question.');
  if (index >= session.size) {
    return say(terminal, `The last question is ${session.size}. review shows what is open, end ends.`);
  }
  session.goTo(index);
  return 'ask';
}

function answer({ session, terminal }: PlainExamParts, { item }: AskedQuestion, line: string): Handled {
  const count = item.order.length;
  const places = readLetters(line, count);
  if (places === undefined) {
    return say(terminal, `"${line}" is no command and no letters from A to ${letterOf(count - 1)}.`);
  }
  if (session.isRevealed()) return say(terminal, 'The answer was shown: it can no longer be changed.');
  if (places.length > item.choose) return say(terminal, `${chooseWords(item.choose)} Nothing was changed.`);
  session.answer(places.map((place) => item.order[place] ?? -1));
  const short = completeness(item, session.choices()) === 'incomplete' ? ` ${chooseWords(item.choose)}` : '';
  return say(terminal, `Saved: ${lettersOf(item, session.choices())}.${short}`);
}

function check({ session, terminal, markdown }: PlainExamParts, asked: AskedQuestion): Handled {
  if (session.attempt.mode !== 'practice') return say(terminal, 'Answers are shown after the end.');
  if (completeness(asked.item, session.choices()) !== 'answered') {
    return say(terminal, `Answer first. ${chooseWords(asked.item.choose)}`);
  }
  session.reveal();
  printMarked({ terminal, markdown }, asked, session.choices());
  return 'same';
}

const filters: Readonly<Record<string, ReviewFilter>> = {
  '': 'all',
  all: 'all',
  unanswered: 'unanswered',
  flagged: 'flagged',
};

function review({ session, terminal }: PlainExamParts, argument: string): Handled {
  const filter = filters[argument];
  if (filter === undefined) return say(terminal, 'Write review, review unanswered or review flagged.');
  const listed = reviewList(session.attempt, filter);
  for (const index of listed) {
    const { item } = session.question(index);
    const flag = session.isFlagged(index) ? ', flagged' : '';
    terminal.print(`${index + 1}: ${answerWords(item, session.choices(index))}${flag}`);
  }
  const { answered, flagged } = standingOf(session.attempt);
  terminal.print(`${answered} of ${session.size} answered, ${flagged} flagged. goto 12 opens a question.`);
  return 'same';
}

async function confirmEnd(
  { session, terminal }: PlainExamParts,
  reader: LineReader,
  everySecond: () => boolean,
): Promise<Handled> {
  terminal.print(endWarnings(standingOf(session.attempt)).join('\n'));
  terminal.print('End and score it? Type yes, or anything else to go on:');
  const read = await reader.read(everySecond);
  if (read === 'time' || session.expire()) return 'submitted';
  if (read.line === undefined) return 'left';
  if (!/^y(es)?$/i.test(read.line)) return 'ask';
  session.submit();
  return 'submitted';
}

function help({ attempt }: ExamSession): string {
  const practice =
    attempt.mode === 'practice' ? ['check: show the answer', 'pause, resume: stop the clock'] : [];
  return [
    'a, or a c: answer with these letters; the last answer counts',
    'next (or an empty line), prev, goto 12: move',
    'again: read the question again',
    'flag: flag for review, or take the flag off',
    'review, review unanswered, review flagged: how the questions stand',
    ...practice,
    'end: end and score; it asks first',
    attempt.mode === 'practice'
      ? 'quit: leave; everything is saved, the clock waits'
      : 'quit: leave; everything is saved, the clock runs on',
  ].join('\n');
}
