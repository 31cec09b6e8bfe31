import type { Answer, Question } from '../../domain/question.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import type { Terminal } from '../../ports.ts';
import type { Asked } from '../../study/study-parts.ts';
import type { StudySession } from '../../study/study-session.ts';
import { gradePrompt, offeredGrades, readGrade } from '../grading.ts';
import type { Markdown } from '../markdown.ts';
import { lineReader } from '../read-line.ts';
import { safeQuestion } from '../safe-question.ts';
import { letterOf, plural, readLetters } from '../words.ts';
import { answeredElsewhere, entriesWanted, pickable, takenBackWords } from './model.ts';
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

/** Commands as they are written where letters are an answer: where one types, after a colon; b may be an option. */
const commandsFor: Record<Question['form']['form'], string> = {
  reveal: commandsHelp,
  choice: commandsHelp.replace('b bury', 'bury'),
  text: ':u undo, :s suspend, :b bury, :? help, :q quit',
  order: commandsHelp.replace('b bury', 'bury'),
  match: commandsHelp.replace('b bury', 'bury'),
};

/** The quiz one line at a time: for pipes, screen readers and terminals that cannot move their cursor. */
export async function plainQuiz(parts: PlainQuizParts): Promise<void> {
  const { study, terminal } = parts;
  const reader = lineReader(terminal);
  try {
    for (let asked = study.ask(); asked !== undefined; asked = study.ask()) {
      const safe = { ...asked, question: safeQuestion(asked.question) };
      if ((await askOne(parts, safe, reader.next)) === 'quit') break;
    }
  } finally {
    reader.close();
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
  if (given.answer !== undefined) study.give(suggested);
  return rate(parts, suggested, given.answer !== undefined, read);
}

const asks: Record<Question['form']['form'], string> = {
  reveal: 'Press Enter to see the answer',
  choice: 'Type the letters of your choice',
  text: 'Type your answer',
  order: 'Type the letters in the right order',
  match: 'Type a letter for each item, in order',
};

async function readAnswer(
  parts: PlainQuizParts,
  question: Question,
  read: Read,
): Promise<Commanded | { readonly answer?: Answer }> {
  const { terminal } = parts;
  const { form } = question;
  const wanted = entriesWanted(question);
  const many = form.form === 'choice' && form.choose > 1 ? ` (choose ${form.choose})` : '';
  for (;;) {
    terminal.print(`${asks[form.form]}${many}, or ${commandsFor[form.form]}:`);
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
    const count = pickable(question).length;
    const answer = readLetters(line, count);
    if (answer !== undefined && answer.length === wanted) return { answer };
    terminal.print(`That is not ${plural(wanted, 'letter')} from A to ${letterOf(count - 1)}.`);
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
      const deed = study.undo();
      terminal.print(
        deed === undefined
          ? 'There is no answer to take back.'
          : `${takenBackWords(deed)}: ${deed.item.entry.id}.`,
      );
      return deed === undefined ? 'handled' : 'next';
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

async function rate(
  parts: PlainQuizParts,
  suggested: Grade,
  wasGraded: boolean,
  read: Read,
): Promise<Commanded> {
  const { study, terminal } = parts;
  const offered = offeredGrades(study.futures(), parts.twoGrades);
  for (;;) {
    terminal.print(gradePrompt(offered, suggested));
    const line = await read();
    if (line === undefined) return 'quit';
    if (wasGraded && /^u(?:ndo)?$/i.test(line)) {
      // It is not rated yet, so nothing is on disk: it is simply asked again.
      study.takeBackGiven();
      terminal.print('Taken back: answer again.');
      return 'next';
    }
    const commanded = command(parts, line);
    if (commanded === 'handled') continue;
    if (commanded !== undefined) return commanded;
    const grade = line === '' ? suggested : readGrade(line, offered);
    if (grade !== undefined) {
      if (study.grade(grade) === 'elsewhere') terminal.print(answeredElsewhere);
      return 'next';
    }
    terminal.print(`"${line}" is no grade.`);
  }
}
