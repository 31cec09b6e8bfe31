import { gradeAnswer, type Verdict } from '../../domain/grading/grade-answer.ts';
import type { Answer, Question } from '../../domain/question.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import { isoDay } from '../../domain/scheduling/study-day.ts';
import type { Deed } from '../../study/deeds.ts';

/** What the learner is in the middle of giving. */
export interface Draft {
  /** Chosen options, or items placed so far, as indexes. */
  readonly picked: readonly number[];
  readonly typed: string;
  /** Option or item under the pointer. */
  readonly pointer: number;
}

export const emptyDraft: Draft = { picked: [], typed: '', pointer: 0 };

/** Where the screen is with the card it shows. */
export type Phase =
  | { readonly at: 'asking'; readonly draft: Draft; readonly note?: string; readonly typing: boolean }
  | {
      readonly at: 'answered';
      readonly answer?: Answer;
      readonly verdict?: Verdict;
      readonly suggested: Grade;
      readonly note?: string;
    };

const isTyped = (question: Question): boolean => question.form.form === 'text';

export const asking = (question: Question): Phase => ({
  at: 'asking',
  draft: emptyDraft,
  typing: isTyped(question),
});

/** How many entries a draft needs before it can be given. */
export function entriesWanted({ form }: Question): number {
  switch (form.form) {
    case 'choice':
      return form.choose;
    case 'order':
      return form.items.length;
    case 'match':
      return form.lefts.length;
    default:
      return 0;
  }
}

/** Things that can be picked on this screen, in the order shown. */
export function pickable({ form }: Question): readonly string[] {
  switch (form.form) {
    case 'choice':
      return form.options.map((option) => option.text);
    case 'order':
      return form.items;
    case 'match':
      return form.rights;
    default:
      return [];
  }
}

/**
 * The draft after an item was picked. A choice of one moves the pick; a choice of several takes no more than asked;
 * in an arrangement each pick takes the next place, and picking a placed item takes it out.
 */
export function pick(question: Question, draft: Draft, index: number): { draft: Draft; note?: string } {
  const pointed = { ...draft, pointer: index };
  if (draft.picked.includes(index)) {
    return { draft: { ...pointed, picked: draft.picked.filter((one) => one !== index) } };
  }
  const { form } = question;
  if (form.form === 'choice' && form.choose === 1) return { draft: { ...pointed, picked: [index] } };
  const most = entriesWanted(question);
  if (draft.picked.length >= most) {
    return { draft: pointed, note: `Only ${most} can be chosen: take one back first.` };
  }
  return { draft: { ...pointed, picked: [...draft.picked, index] } };
}

/** The finished answer, or what is still missing. */
export function answerOf(question: Question, draft: Draft): { answer: Answer } | { missing: string } {
  const { form } = question;
  if (form.form === 'text') return { answer: draft.typed };
  const most = entriesWanted(question);
  if (draft.picked.length < most) {
    const left = most - draft.picked.length;
    const what = form.form === 'choice' ? `Choose ${left} more.` : `${left} still to place.`;
    return { missing: form.form === 'choice' && most === 1 ? 'Choose an option first.' : what };
  }
  return { answer: draft.picked };
}

/** Grades a finished answer: right suggests good, wrong suggests again; the learner may say otherwise. */
export function settle(question: Question, answer: Answer): Extract<Phase, { at: 'answered' }> {
  const verdict = gradeAnswer(question.form, answer);
  return { at: 'answered', answer, verdict, suggested: verdict.correct ? 3 : 1 };
}

/** `Taken back`, `Taken back: earlier session, 2026-11-19`, `No longer suspended`: what an undo did. */
export function takenBackWords({ what, earlierDay }: Deed): string {
  if (what === 'suspend') return 'No longer suspended';
  if (what === 'bury') return 'No longer buried';
  return earlierDay === undefined ? 'Taken back' : `Taken back: earlier session, ${isoDay(earlierDay)}`;
}

/** What is said where the same card stood in two terminals, and the other one was faster. */
export const answeredElsewhere = 'Answered in another terminal before: not recorded here.';
