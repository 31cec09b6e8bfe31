import type { DrillGrade } from '../../domain/drills/grade.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import type { AskedDrill } from '../../study/drill-session.ts';
import { durable, type Trouble } from '../durable.ts';
import type { Frame } from '../frame.ts';
import { offeredGrades, readGrade } from '../grading.ts';
import type { Key, ScreenProgram, Step } from '../screen.ts';
import type { DrillModel, DrillPhase, DrillScreenParts } from './drill-parts.ts';
import { drillFrame } from './drill-view.ts';

export type DrillEnd = { readonly why: 'done' | 'quit' } | Trouble;

type DrillStep = Step<DrillModel, DrillEnd>;

const asking = { at: 'asking', typed: '', note: '' } as const satisfies DrillPhase;

/** What is taken for an answer that was not given. */
export const gaveUp: DrillGrade = { correct: false, understood: true };

const quit: DrillStep = { result: { why: 'quit' } };

/** Drills as one long-lived screen: type, see the working, go on. */
export function drillScreen(parts: DrillScreenParts, first: AskedDrill): ScreenProgram<DrillModel, DrillEnd> {
  return {
    start: { asked: first, phase: asking },
    update(model, key, line) {
      const { phase } = model;
      if (key.ctrl && key.name === 'd') return leave(parts);
      return phase.at === 'asking'
        ? whileAsking(parts, model, phase.typed, key, line)
        : whileAnswered(parts, model, phase, key);
    },
    view: (model, size): Frame => drillFrame(parts, model, size),
    ended: () => ({ why: 'quit' }),
  };
}

/** An answer that was given counts, also where the learner leaves without rating it. */
const leave = ({ session }: DrillScreenParts): DrillStep =>
  durable(() => {
    session.leave();
    return quit;
  });

const record = ({ session }: DrillScreenParts, grade: Grade, correct: boolean): DrillStep =>
  durable(() => {
    session.record(grade, correct);
    const asked = session.ask();
    return asked === undefined
      ? { result: { why: 'done' } }
      : { model: { asked, phase: asking }, clearLine: true };
  });

function whileAsking(
  { session }: DrillScreenParts,
  model: DrillModel,
  typed: string,
  key: Key,
  line: string,
): DrillStep {
  const settle = (verdict: DrillGrade): DrillStep => {
    const suggested = verdict.correct ? 3 : 1;
    session.give(suggested, verdict.correct);
    return { model: { ...model, phase: { at: 'answered', typed, verdict, suggested } }, clearLine: true };
  };
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
}

function whileAnswered(
  parts: DrillScreenParts,
  model: DrillModel,
  { verdict: { correct }, suggested }: Extract<DrillPhase, { at: 'answered' }>,
  key: Key,
): DrillStep {
  if (key.ctrl) return { model };
  if (key.name === 'q') return leave(parts);
  const grade = readGrade(key.name, offeredGrades(parts.session.futures(), parts.twoGrades));
  if (grade !== undefined) return record(parts, grade, correct);
  if (key.name === 'return' || key.name === 'space') return record(parts, suggested, correct);
  return { model };
}
