import { durable } from '../durable.ts';
import type { ScreenProgram, Step } from '../screen.ts';
import type { Theme } from '../theme.ts';
import type { ExamEnd, ExamModel } from './exam-parts.ts';
import { type StartFacts, startFrame } from './start-view.ts';

type Exam = ScreenProgram<ExamModel, ExamEnd>;

/** Undefined before the learner begins. */
type StartModel = { readonly exam: Exam; readonly model: ExamModel } | undefined;

export interface StartParts {
  readonly theme: Theme;
  readonly facts: StartFacts;
  /** Makes the attempt: its clock runs from here on. @throws UserError where the disk refuses. */
  readonly begin: () => Exam;
}

/** The page before an exam and the exam, as one screen: no key between them is lost. */
export function startScreen({ theme, facts, begin }: StartParts): ScreenProgram<StartModel, ExamEnd> {
  const left: Step<StartModel, ExamEnd> = { result: { why: 'left' } };
  const inside = (exam: Exam, step: Step<ExamModel, ExamEnd>): Step<StartModel, ExamEnd> =>
    'result' in step ? step : { ...step, model: { exam, model: step.model } };
  const begun = (): Step<StartModel, ExamEnd> =>
    durable(() => {
      const exam = begin();
      return { model: { exam, model: exam.start }, clearLine: true };
    });
  return {
    start: undefined,
    update(now, key, line) {
      if (now !== undefined) return inside(now.exam, now.exam.update(now.model, key, line));
      if (key.ctrl) return key.name === 'd' ? left : { model: now };
      if (key.name === 'return' || key.name === 'enter') return begun();
      return key.name === 'q' || key.name === 'escape' ? left : { model: now };
    },
    view: (now, size) =>
      now === undefined ? startFrame(theme, facts, size) : now.exam.view(now.model, size),
    tick(now) {
      const step = now?.exam.tick?.(now.model);
      return now === undefined || step === undefined ? undefined : inside(now.exam, step);
    },
    ended: () => ({ why: 'left' }),
  };
}
