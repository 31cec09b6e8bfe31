import type { DrillGrade } from '../../domain/drills/grade.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import type { Terminal } from '../../ports.ts';
import type { AskedDrill, DrillSession } from '../../study/drill-session.ts';
import { gradePrompt, offeredGrades, readGrade } from '../grading.ts';
import { plainSignsOf } from '../plain-signs.ts';
import { type LineReader, lineReader } from '../read-line.ts';
import { gaveUp } from './drill-screen.ts';

export interface PlainDrillParts {
  readonly session: DrillSession;
  readonly terminal: Terminal;
  readonly twoGrades: boolean;
}

/** Drills one line at a time: for pipes, screen readers and terminals that cannot move their cursor. */
export async function plainDrill(parts: PlainDrillParts): Promise<void> {
  const { session, terminal } = parts;
  const reader = lineReader(terminal);
  try {
    for (let asked = session.ask(); asked !== undefined; asked = session.ask())
      if (!(await askOne(parts, asked, reader))) break;
  } finally {
    reader.close();
  }
}

const isQuit = (line: string) => /^q(?:uit)?$/i.test(line);

/** False where the learner leaves. */
async function askOne(parts: PlainDrillParts, asked: AskedDrill, reader: LineReader): Promise<boolean> {
  const { session, terminal } = parts;
  const { drill, template, place, of } = asked;
  const print = (text: string) => terminal.print(terminal.unicode ? text : plainSignsOf(text));
  print(`\n${template.title}. Question ${place} of ${of}.`);
  print(drill.question);
  let verdict: DrillGrade | undefined;
  while (verdict === undefined) {
    print('Type the answer, or ? to be shown it, q to quit:');
    const line = await reader.next();
    if (line === undefined || isQuit(line)) return false;
    if (line === '') continue;
    const given = line === '?' ? gaveUp : session.grade(line);
    if (given.understood) verdict = given;
    else print(`${given.sentence ?? 'That is no such answer.'} Try again.`);
    if (verdict !== undefined && line !== '?') print(verdict.correct ? 'Right.' : 'Wrong.');
  }
  print(`Answer: ${drill.answerText}`);
  if (verdict.sentence !== undefined) print(`Trap: ${verdict.sentence}`);
  for (const { label, expression, value } of drill.steps)
    print(`Step: ${label}: ${expression === value ? value : `${expression} = ${value}`}`);
  if (drill.sources[0] !== undefined) print(`Source: ${drill.sources[0]}`);
  return rate(parts, verdict.correct, reader);
}

async function rate(
  { session, terminal, twoGrades }: PlainDrillParts,
  correct: boolean,
  reader: LineReader,
): Promise<boolean> {
  const suggested: Grade = correct ? 3 : 1;
  const offered = offeredGrades(session.futures(), twoGrades);
  // It counts, also where the learner leaves at this point.
  session.give(suggested, correct);
  for (;;) {
    terminal.print(gradePrompt(offered, suggested));
    const line = await reader.next();
    if (line === undefined || isQuit(line)) return false;
    const grade = line === '' ? suggested : readGrade(line, offered);
    if (grade !== undefined) {
      session.record(grade, correct);
      return true;
    }
    terminal.print(`"${line}" is no grade.`);
  }
}
