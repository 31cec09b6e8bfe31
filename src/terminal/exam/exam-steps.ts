import { completeness, type ReviewFilter, reviewList } from '../../domain/exam/answering.ts';
import type { ExamSession } from '../../study/exam-session.ts';
import type { ExamCommand } from './exam-keys.ts';
import type { ExamModel, ExamStep } from './exam-parts.ts';
import { chooseWords } from './exam-words.ts';

export const freshModel: ExamModel = {
  at: 'question',
  pointer: undefined,
  note: '',
  typed: '',
  filter: 'all',
  row: 0,
  from: 'question',
};

export const submitted: ExamStep = { result: { why: 'submitted' } };
export const left: ExamStep = { result: { why: 'left' } };

export function showQuestion(session: ExamSession, model: ExamModel, index: number): ExamStep {
  if (index < 0 || index >= session.size) {
    const note = index < 0 ? 'This is the first question.' : 'This is the last question.';
    return { model: { ...model, at: 'question', note: `${note} r reviews, x ends.` } };
  }
  session.goTo(index);
  return { model: { ...freshModel, filter: model.filter }, clearLine: true };
}

export function openReview(session: ExamSession, model: ExamModel, filter: ReviewFilter): ExamModel {
  const row = reviewList(session.attempt, filter).indexOf(session.attempt.position);
  return { ...model, at: 'review', note: '', filter, row: Math.max(0, row) };
}

/** Chooses the option at a place on the screen, or takes it back. */
export function choose(session: ExamSession, model: ExamModel, place: number): ExamStep {
  if (session.isRevealed()) {
    return { model: { ...model, note: 'The answer was shown: it can no longer be changed.' } };
  }
  const { item } = session.question();
  const toggled = session.toggle(item.order[place] ?? -1);
  const note = toggled.accepted ? '' : `${chooseWords(item.choose)} Take one back first.`;
  return { model: { ...model, pointer: place, note } };
}

/** Enter chooses what is pointed at, then (practice) checks, then goes on: one key is enough for all of it. */
function take(session: ExamSession, model: ExamModel): ExamStep {
  const { item, index } = session.question();
  const { pointer } = model;
  const option = pointer === undefined ? undefined : item.order[pointer];
  const state = completeness(item, session.choices());
  if (!session.isRevealed()) {
    if (pointer !== undefined && option !== undefined && !session.choices().includes(option)) {
      return choose(session, model, pointer);
    }
    if (state === 'incomplete') return { model: { ...model, note: chooseWords(item.choose) } };
    if (session.attempt.mode === 'practice' && state === 'answered') {
      session.reveal();
      return { model: { ...model, note: '' } };
    }
  }
  return showQuestion(session, model, index + 1);
}

function pause(session: ExamSession, model: ExamModel): ExamStep {
  if (session.attempt.mode !== 'practice') {
    return { model: { ...model, note: 'Only a practice can be paused: an exam runs on.' } };
  }
  session.pause();
  return { model: { ...model, note: '', at: 'paused' } };
}

/** The option that an arrow leads to; from nowhere, the first or the last. */
function point(session: ExamSession, { pointer }: ExamModel, name: 'up' | 'down'): number {
  const count = session.question().item.order.length;
  const before = pointer ?? (name === 'down' ? count - 1 : 0);
  return (before + (name === 'down' ? 1 : count - 1)) % count;
}

/** What a command makes of the question on the screen. */
export function onCommand(session: ExamSession, model: ExamModel, name: ExamCommand): ExamStep {
  const { index } = session.question();
  const clear = { ...model, note: '' };
  switch (name) {
    case 'next':
      return showQuestion(session, model, index + 1);
    case 'back':
      return showQuestion(session, model, index - 1);
    case 'flag':
      session.toggleFlag();
      return { model: clear };
    case 'goto':
      return { model: { ...clear, at: 'goto', typed: '' }, clearLine: true };
    case 'review':
      return { model: openReview(session, clear, 'all') };
    case 'end':
      return { model: { ...clear, at: 'end', from: 'question' } };
    case 'help':
      return { model: { ...clear, at: 'help' } };
    case 'quit':
      return left;
    case 'pause':
      return pause(session, model);
    case 'up':
    case 'down':
      return { model: { ...clear, pointer: point(session, model, name) } };
    case 'toggle':
      return model.pointer === undefined ? { model: clear } : choose(session, model, model.pointer);
    case 'take':
      return take(session, model);
  }
}
