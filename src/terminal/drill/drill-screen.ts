import type { DrillGrade } from '../../domain/drills/grade.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import { UserError } from '../../errors.ts';
import type { AskedDrill } from '../../study/drill-session.ts';
import type { Frame } from '../frame.ts';
import { offeredGrades, readGrade } from '../grading.ts';
import type { Key, ScreenProgram, Step } from '../screen.ts';
import type { DrillModel, DrillPhase, DrillScreenParts } from './drill-parts.ts';
import { drillFrame } from './drill-view.ts';

export type DrillEnd =
  | { readonly why: 'done' | 'quit' }
  | { readonly why: 'trouble'; readonly error: unknown };

type DrillStep = Step<DrillModel, DrillEnd>;

const asking = { at: 'asking', typed: '', note: '' } as const satisfies DrillPhase;

/** What is taken for an answer that was not given. */
export const gaveUp: DrillGrade = { correct: false, understood: true };

/** Drills as one long-lived screen: type, see the working, go on. */
export function drillScreen(parts: DrillScreenParts, first: AskedDrill): ScreenProgram<DrillModel, DrillEnd> {
  const { session, twoGrades } = parts;
  const record = (grade: Grade, correct: boolean, then: () => DrillStep): DrillStep => {
    try {
      session.record(grade, correct);
      return then();
    } catch (error) {
      if (error instanceof UserError) return { result: { why: 'trouble', error } };
      throw error;
    }
  };
  const next = (): DrillStep => {
    const asked = session.ask();
    return asked === undefined
      ? { result: { why: 'done' } }
      : { model: { asked, phase: asking }, clearLine: true };
  };
  const quit: DrillStep = { result: { why: 'quit' } };

  const whileAsking = (model: DrillModel, typed: string, key: Key, line: string): DrillStep => {
    const settle = (verdict: DrillGrade): DrillStep => ({
      model: { ...model, phase: { at: 'answered', typed, verdict, suggested: verdict.correct ? 3 : 1 } },
      clearLine: true,
    });
    const say = (note: string): DrillStep => ({
      model: { ...model, phase: { ...asking, note } },
      clearLine: true,
    });
    if (key.name === 'return') {
      if (typed.trim() === '') return say('Type an answer first, or ? to be shown it.');
      const verdict = session.grade(typed);
      return verdict.understood
        ? settle(verdict)
        : say(`${verdict.sentence ?? 'That is no such answer.'} Try again.`);
    }
    // No answer begins with these: on an empty line they are keys.
    if (typed === '' && key.name === 'q') return quit;
    if (typed === '' && key.name === '?') return settle(gaveUp);
    return { model: { ...model, phase: { at: 'asking', typed: line, note: '' } } };
  };

  return {
    start: { asked: first, phase: asking },
    update(model, key, line) {
      const { phase } = model;
      if (phase.at === 'asking')
        return key.ctrl && key.name === 'd' ? quit : whileAsking(model, phase.typed, key, line);
      const { correct } = phase.verdict;
      // The answer is given and counts, also where the learner leaves at this point.
      if (key.name === 'q' || (key.ctrl && key.name === 'd'))
        return record(phase.suggested, correct, () => quit);
      if (key.ctrl) return { model };
      const grade = readGrade(key.name, offeredGrades(session.futures(), twoGrades));
      if (grade !== undefined) return record(grade, correct, next);
      if (key.name === 'return' || key.name === 'space') return record(phase.suggested, correct, next);
      return { model };
    },
    view: (model, size): Frame => drillFrame(parts, model, size),
    ended: () => ({ why: 'quit' }),
  };
}
