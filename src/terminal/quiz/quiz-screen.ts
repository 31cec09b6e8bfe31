import type { Asked } from '../../study/study-parts.ts';
import type { Frame } from '../frame.ts';
import { offeredGrades, readGrade } from '../grading.ts';
import type { Key, ScreenProgram } from '../screen.ts';
import { whileAsking } from './asking-keys.ts';
import type { QuizModel, QuizScreenParts } from './quiz-parts.ts';
import { command, leave, type QuizEnd, type QuizStep, rate, shown } from './quiz-steps.ts';
import { helpFrame, questionFrame } from './view.ts';

/** The quiz as one long-lived screen. Every answer is on disk before the next card is shown. */
export function quizScreen(parts: QuizScreenParts, first: Asked): ScreenProgram<QuizModel, QuizEnd> {
  return {
    start: shown(first),
    update(model, key, line) {
      if (key.ctrl) return key.name === 'd' ? leave(parts) : { model };
      if (model.help) return { model: { ...model, help: false } };
      return model.phase.at === 'asking'
        ? whileAsking(parts, model, key, line)
        : whileAnswered(parts, model, key);
    },
    view(model, size): Frame {
      return model.help ? helpFrame(parts, size) : questionFrame(parts, model, size);
    },
    ended: () => ({ why: 'quit' }),
  };
}

function whileAnswered(parts: QuizScreenParts, model: QuizModel, key: Key): QuizStep {
  const { phase } = model;
  if (phase.at !== 'answered') return { model };
  const grade = readGrade(key.name, offeredGrades(parts.study.futures(), parts.twoGrades));
  if (grade !== undefined) return rate(parts, grade);
  // After a reveal Enter says "good" only where the learner looked at the answer: that is what he does most.
  if (key.name === 'return' || key.name === 'space') return rate(parts, phase.suggested);
  return command(parts, model, key) ?? { model };
}
