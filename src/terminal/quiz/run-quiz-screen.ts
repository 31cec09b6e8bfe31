import type { Terminal } from '../../ports.ts';
import type { Asked } from '../../study/study-parts.ts';
import { runScreen } from '../screen.ts';
import type { QuizScreenParts } from './quiz-parts.ts';
import { quizScreen } from './quiz-screen.ts';
import type { QuizEnd } from './quiz-steps.ts';

/** The quiz on the terminal's second page, from its first card to the end. */
export function runQuizScreen(parts: QuizScreenParts, first: Asked, terminal: Terminal): Promise<QuizEnd> {
  return runScreen(quizScreen(parts, first), terminal);
}
