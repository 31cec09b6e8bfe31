import type { DrillGrade } from '../../domain/drills/grade.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import type { AskedDrill, DrillSession } from '../../study/drill-session.ts';
import type { Theme } from '../theme.ts';

export interface DrillScreenParts {
  readonly session: DrillSession;
  readonly theme: Theme;
  readonly unicode: boolean;
  readonly twoGrades: boolean;
}

export type DrillPhase =
  | { readonly at: 'asking'; readonly typed: string; readonly note: string }
  | {
      readonly at: 'answered';
      /** Empty where the learner gave up. */
      readonly typed: string;
      readonly verdict: DrillGrade;
      readonly suggested: Grade;
    };

export interface DrillModel {
  readonly asked: AskedDrill;
  readonly phase: DrillPhase;
}
