import type { Opener } from '../../ports.ts';
import type { Asked } from '../../study/study-parts.ts';
import type { StudySession } from '../../study/study-session.ts';
import type { Markdown } from '../markdown.ts';
import type { Theme } from '../theme.ts';
import type { Phase } from './model.ts';

export interface QuizScreenParts {
  readonly study: StudySession;
  readonly theme: Theme;
  readonly markdown: () => Markdown;
  readonly titles: ReadonlyMap<string, string>;
  readonly twoGrades: boolean;
  readonly opener: Opener;
  /** File of a deck, for opening a card in the learner's editor, and when a change of it is read. */
  readonly fileOf: (deck: string) => { readonly path: string; readonly readAgain: string } | undefined;
}

export interface QuizModel {
  readonly asked: Asked;
  readonly phase: Phase;
  readonly help: boolean;
}
