import { createInterface } from 'node:readline';
import type { Answer, Question } from '../../domain/question.ts';
import { type Grade, gradeNames, parseGrade } from '../../domain/scheduling/memory.ts';
import type { Terminal } from '../../ports.ts';
import type { Asked, StudySession } from '../../study/study-session.ts';
import type { Markdown } from '../markdown.ts';
import { safeQuestion } from '../safe-question.ts';
import { intervalLabel, plural } from '../words.ts';
import { letterOf } from './answer-view.ts';
import { printChoices, printOutcome } from './plain-outcome.ts';

export interface PlainQuizParts {
  readonly study: StudySession;
  readonly terminal: Terminal;
  readonly markdown: Markdown;
  readonly titles: ReadonlyMap<string, string>;
  readonly twoGrades: boolean;
}

type Commanded = 'quit' | 'next';

const commandsHelp = 'u undo, s suspend, b bury, ? help, q quit';

/** The quiz one line at a time: for pipes, screen readers and terminals that cannot move their cursor. */
export async function plainQuiz(parts: PlainQuizParts): Promise<void> {
  const { study, terminal } = parts;
  const reader = createInterface({ input: terminal.input, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  const stopped = new Promise<never>((_, reject) => {
    terminal.stop.addEventListener('abort', () => reject(terminal.stop.reason), { once: true });
  });
  stopped.catch(() => {});
  /** The next line; undefined at the end of input. */
  const read = async (): Promise<string | undefined> => {
    terminal.stop.throwIfAborted();
    const next = await Promise.race([lines.next(), stopped]);
    return next.done === true ? undefined : next.value.trim();
  };
  try {
    for (let asked = study.ask(); asked !== undefined; asked = study.ask()) {
      const safe = { ...asked, question: safeQuestion(asked.question) };
      if ((await askOne(parts, safe, read)) === 'quit') break;
    }
  } finally {
    // An input that stays open (a terminal, a waiting pipe) would keep the program alive.
    reader.close();
    terminal.input.pause();
  }
}

type Read = () => Promise<string | undefined>;

async function askOne(parts: PlainQuizParts, asked: Asked, read: Read): Promise<Commanded> {
  const { terminal, study, titles } = parts;
  const { entry } = asked.item;
  const print = (text: string) => terminal.print(text);
  const show = (text: string) =>
    print(parts.markdown(text, Math.min(terminal.size().columns, 100)).join('\n'));
  const { left, total } = study.progress();
  print(
    `\n${titles.get(entry.deck) ?? entry.deck}, ${entry.topic}. Card ${Math.min(total, total - left + 1)} of ${total}.`,
  );
  if (asked.changed) print('This card changed since you last saw it.');
  show(asked.question.prompt);
  printChoices(terminal, asked.question, show);
  const given = await readAnswer(parts, asked.question, read);
  if (given === 'quit' || given === 'next') return given;
  const suggested = printOutcome(terminal, asked.question, given.answer, show);
  return rate(parts, suggested, read);
}

const asks: Record<Question['form']['form'], string> = {
  reveal: 'Press Enter to see the answer',
  choice: 'Type the letters of your choice',
  text: 'Type your answer',
  order: 'Type the letters in the right order',
  match: 'Type a letter for each item, in order',
};

/** Letters of a line as indexes, each once; undefined where the line is no such list. */
function readLetters(line: string, count: number): number[] | undefined {
  const letters = line.toUpperCase().replace(/[\s,;]+/g, '');
  const indexes = [...letters].map((letter) => letter.charCodeAt(0) - 65);
  const valid = indexes.length > 0 && indexes.every((index) => index >= 0 && index < count);
  return valid && new Set(indexes).size === indexes.length ? indexes : undefined;
}

async function readAnswer(
  parts: PlainQuizParts,
  question: Question,
  read: Read,
): Promise<Commanded | { readonly answer?: Answer }> {
  const { terminal } = parts;
  const { form } = question;
  const wanted =
    form.form === 'choice'
      ? form.choose
      : form.form === 'order'
        ? form.items.length
        : form.form === 'match'
          ? form.lefts.length
          : 0;
  const many = form.form === 'choice' && form.choose > 1 ? ` (choose ${form.choose})` : '';
  for (;;) {
    terminal.print(`${asks[form.form]}${many}, or ${commandsHelp}:`);
    const line = await read();
    if (line === undefined) return 'quit';
    // A typed answer may be the letter of a command; a colon before it says that it is a command.
    const commanded = command(
      parts,
      form.form === 'text' ? (line.startsWith(':') ? line.slice(1) : '') : line,
      form,
    );
    if (commanded === 'handled') continue;
    if (commanded !== undefined) return commanded;
    if (form.form === 'reveal') return {};
    if (form.form === 'text') return { answer: line };
    const items = form.form === 'choice' ? form.options : form.form === 'order' ? form.items : form.rights;
    const answer = readLetters(line, items.length);
    if (answer !== undefined && answer.length === wanted) return { answer };
    terminal.print(`That is not ${plural(wanted, 'letter')} from A to ${letterOf(items.length - 1)}.`);
  }
}

/** Carries out a command line; undefined where the line is none. Letters that name options are options. */
function command(
  { study, terminal }: PlainQuizParts,
  line: string,
  form?: Question['form'],
): Commanded | 'handled' | undefined {
  const isOption = form?.form === 'choice' || form?.form === 'order' || form?.form === 'match';
  switch (line.toLowerCase()) {
    case 'q':
    case 'quit':
      return 'quit';
    case 'u':
    case 'undo': {
      const entry = study.undo();
      terminal.print(entry === undefined ? 'There is no answer to take back.' : `Taken back: ${entry.id}.`);
      return entry === undefined ? 'handled' : 'next';
    }
    case 's':
    case 'suspend':
      study.suspend();
      terminal.print('Suspended.');
      return 'next';
    case 'b':
      if (isOption) return undefined;
      study.bury();
      terminal.print('Buried until tomorrow.');
      return 'next';
    case 'bury':
      study.bury();
      terminal.print('Buried until tomorrow.');
      return 'next';
    case '?':
      terminal.print(
        `Commands: ${commandsHelp}. Whole words work too: undo, suspend, bury, quit; before a typed answer write :undo and so on.`,
      );
      return 'handled';
    default:
      return undefined;
  }
}

async function rate(parts: PlainQuizParts, suggested: Grade, read: Read): Promise<Commanded> {
  const { study, terminal, twoGrades } = parts;
  const shown = study.futures().filter(({ grade }) => !twoGrades || grade === 1 || grade === 3);
  const choices = shown.map(
    (future, index) => `${index + 1} ${gradeNames[future.grade]} ${intervalLabel(future)}`,
  );
  for (;;) {
    terminal.print(`Grade: ${choices.join(', ')}. Enter takes ${gradeNames[suggested]}.`);
    const line = await read();
    if (line === undefined) return 'quit';
    const commanded = command(parts, line);
    if (commanded === 'handled') continue;
    if (commanded !== undefined) return commanded;
    // A digit is the place in the list just printed, which with two grades is not the grade.
    const grade =
      line === '' ? suggested : /^\d$/.test(line) ? shown[Number(line) - 1]?.grade : parseGrade(line);
    if (grade !== undefined && shown.some((future) => future.grade === grade)) {
      study.grade(grade);
      return 'next';
    }
    terminal.print(`"${line}" is no grade.`);
  }
}
