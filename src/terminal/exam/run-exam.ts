import type { Terminal } from '../../ports.ts';
import type { ExamSession } from '../../study/exam-session.ts';
import { runScreen } from '../screen.ts';
import type { ExamEnd } from './exam-parts.ts';
import { examScreen } from './exam-screen.ts';
import type { TextParts } from './question-lines.ts';
import { startScreen } from './start-screen.ts';
import type { StartFacts } from './start-view.ts';

export interface ExamRun extends TextParts {
  readonly begin: () => ExamSession;
  /** The page before the clock; absent where the clock runs already. */
  readonly start?: StartFacts | undefined;
  /** Said below the first question. */
  readonly note?: string | undefined;
}

/** An exam on the terminal's second page, all of it as one piece to load. */
export function runExam(
  { theme, markdown, begin, start, note }: ExamRun,
  terminal: Terminal,
): Promise<ExamEnd> {
  const exam = () => examScreen({ session: begin(), theme, markdown }, note);
  return start === undefined
    ? runScreen(exam(), terminal)
    : runScreen(startScreen({ theme, facts: start, begin: exam }), terminal);
}
