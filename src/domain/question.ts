/**
 * What a screen can ask. Every kind of card becomes one of these forms, so that no screen knows about kinds.
 * All texts are Markdown. Options and items come already shuffled; answers and keys are indexes into them.
 */
export type Form =
  | { readonly form: 'reveal'; readonly answer: string }
  | { readonly form: 'choice'; readonly choose: number; readonly options: readonly QuestionOption[] }
  | {
      readonly form: 'text';
      readonly accept: readonly string[];
      readonly number?: ExpectedNumber;
      /** Every sign counts, as in an address: only case and outer spaces are forgiven. */
      readonly exact?: true;
    }
  | { readonly form: 'order'; readonly items: readonly string[]; readonly solution: readonly number[] }
  | {
      readonly form: 'match';
      readonly lefts: readonly string[];
      readonly rights: readonly string[];
      /** For each left, the index of its right. */
      readonly solution: readonly number[];
    };

export interface QuestionOption {
  readonly text: string;
  readonly correct: boolean;
  readonly why?: string;
}

export interface ExpectedNumber {
  readonly value: number;
  readonly unit?: string;
  /** Largest accepted distance, in the expected unit. */
  readonly tolerance: number;
}

export interface Question {
  readonly prompt: string;
  readonly form: Form;
  readonly why?: string;
  readonly examNote?: string;
  readonly sources: readonly string[];
  readonly asOf?: string;
}

/** What a learner gave: chosen option indexes, typed text, or an arrangement of indexes. */
export type Answer = string | readonly number[];
