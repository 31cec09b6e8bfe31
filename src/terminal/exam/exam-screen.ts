import { reviewList } from '../../domain/exam/answering.ts';
import type { ExamSession } from '../../study/exam-session.ts';
import { durable } from '../durable.ts';
import type { Frame, Size } from '../frame.ts';
import type { Key, ScreenProgram } from '../screen.ts';
import { pressed } from './exam-keys.ts';
import type { ExamEnd, ExamModel, ExamScreenParts, ExamStep } from './exam-parts.ts';
import { choose, freshModel, left, onCommand, openReview, showQuestion, submitted } from './exam-steps.ts';
import { helpFrame, pausedFrame } from './help-view.ts';
import { questionFrame } from './question-view.ts';
import { endFrame, reviewFilters, reviewFrame } from './review-view.ts';

/** A mock exam as one long-lived screen. Whatever a key changes is on disk before the screen shows it. */
export function examScreen(parts: ExamScreenParts, note = ''): ScreenProgram<ExamModel, ExamEnd> {
  const { session } = parts;
  /** The clock goes first. */
  const inTime = (act: () => ExamStep): ExamStep => durable(() => (session.expire() ? submitted : act()));
  return {
    start: { ...freshModel, note, at: session.isPaused ? 'paused' : 'question' },
    update(model, key, line) {
      if (key.ctrl) return key.name === 'd' ? left : { model };
      return inTime(() => onKey(session, model, key, line));
    },
    view: (model, size) => frameOf(parts, model, size),
    // Without a clock nothing on the screen changes by itself.
    tick: (model) => (session.allowedMs === null ? undefined : inTime(() => ({ model }))),
    ended: () => ({ why: 'left' }),
  };
}

function onKey(session: ExamSession, model: ExamModel, key: Key, line: string): ExamStep {
  switch (model.at) {
    case 'help':
      return { model: { ...model, at: 'question' } };
    case 'goto':
      return onGoto(session, model, key, line);
    case 'review':
      return onReview(session, model, key);
    case 'end':
      return onEnd(session, model, key);
    case 'paused':
      if (key.name === 'q') return left;
      session.resume();
      return { model: { ...model, at: 'question' } };
    case 'question': {
      const meant = pressed(key, session.question().item.order.length);
      if ('option' in meant) return choose(session, model, meant.option);
      return 'command' in meant ? onCommand(session, model, meant.command) : { model };
    }
  }
}

function onEnd(session: ExamSession, model: ExamModel, { name }: Key): ExamStep {
  if (name === 'y') {
    session.submit();
    return submitted;
  }
  return {
    model: model.from === 'review' ? openReview(session, model, model.filter) : { ...model, at: 'question' },
  };
}

function onReview(session: ExamSession, model: ExamModel, { name }: Key): ExamStep {
  const listed = reviewList(session.attempt, model.filter);
  const rows = Math.max(1, listed.length);
  const filter = reviewFilters[name];
  if (filter !== undefined) return { model: openReview(session, model, filter) };
  switch (name) {
    case 'up':
    case 'k':
      return { model: { ...model, row: (model.row + rows - 1) % rows } };
    case 'down':
    case 'j':
      return { model: { ...model, row: (model.row + 1) % rows } };
    case 'return':
    case 'space': {
      const index = listed[model.row];
      return index === undefined ? { model } : showQuestion(session, model, index);
    }
    case 'x':
      return { model: { ...model, at: 'end', from: 'review' } };
    case 'r':
    case 'escape':
    case 'left':
      return { model: { ...model, at: 'question', note: '' } };
    case 'g':
      return { model: { ...model, at: 'goto', typed: '', note: '' }, clearLine: true };
    case 'q':
      return left;
    default:
      return { model };
  }
}

function onGoto(session: ExamSession, model: ExamModel, { name }: Key, line: string): ExamStep {
  const back = { ...model, at: 'question' as const, typed: '' };
  if (name === 'escape') return { model: back, clearLine: true };
  if (name !== 'return') return { model: { ...model, typed: line, note: '' } };
  // Enter has already emptied the line.
  const typed = model.typed.trim();
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (number >= 1 && number <= session.size) return showQuestion(session, model, number - 1);
  const note = typed === '' ? '' : `There is no question "${typed.slice(0, 12)}".`;
  return { model: { ...back, note }, clearLine: true };
}

function frameOf(parts: ExamScreenParts, model: ExamModel, size: Size): Frame {
  switch (model.at) {
    case 'question':
    case 'goto':
      return questionFrame(parts, model, size);
    case 'review':
      return reviewFrame(parts, model, size);
    case 'end':
      return endFrame(parts, model, size);
    case 'help':
      return helpFrame(parts, size);
    case 'paused':
      return pausedFrame(parts, size);
  }
}
