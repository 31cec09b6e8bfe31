import { completeness, type ReviewFilter, reviewList } from '../../domain/exam/answering.ts';
import { UserError } from '../../errors.ts';
import type { Frame, Size } from '../frame.ts';
import type { Key, ScreenProgram, Step } from '../screen.ts';
import { type ExamCommand, pressed } from './exam-keys.ts';
import type { ExamModel, ExamScreenParts } from './exam-parts.ts';
import { chooseWords } from './exam-words.ts';
import { helpFrame, pausedFrame } from './help-view.ts';
import { questionFrame } from './question-view.ts';
import { endFrame, reviewFilters, reviewFrame } from './review-view.ts';

export type ExamEnd =
  | { readonly why: 'submitted' | 'left' }
  /** The disk refused, or another terminal took over. */
  | { readonly why: 'trouble'; readonly error: unknown };

type ExamStep = Step<ExamModel, ExamEnd>;

const fresh: ExamModel = {
  at: 'question',
  pointer: undefined,
  note: '',
  typed: '',
  filter: 'all',
  row: 0,
  from: 'question',
};

/** A mock exam as one long-lived screen. Whatever a key changes is on disk before the screen shows it. */
export function examScreen(parts: ExamScreenParts, note = ''): ScreenProgram<ExamModel, ExamEnd> {
  const { session } = parts;
  const submitted: ExamStep = { result: { why: 'submitted' } };
  const left: ExamStep = { result: { why: 'left' } };

  /** The clock goes first; a disk that refuses ends the screen with the words for it. */
  const durable = (act: () => ExamStep): ExamStep => {
    try {
      return session.expire() ? submitted : act();
    } catch (error) {
      if (error instanceof UserError) return { result: { why: 'trouble', error } };
      throw error;
    }
  };
  const show = (index: number, model: ExamModel): ExamStep => {
    const [first, last] = [0, session.size - 1];
    if (index < first || index > last) {
      const note = index < first ? 'This is the first question.' : 'This is the last question.';
      return { model: { ...model, at: 'question', note: `${note} r reviews, x ends.` } };
    }
    session.goTo(index);
    return { model: { ...fresh, filter: model.filter }, clearLine: true };
  };
  const choose = (model: ExamModel, place: number): ExamStep => {
    if (session.isRevealed()) {
      return { model: { ...model, note: 'The answer was shown: it can no longer be changed.' } };
    }
    const { item } = session.question();
    const toggled = session.toggle(item.order[place] ?? -1);
    const note = toggled.accepted ? '' : `${chooseWords(item.choose)} Take one back first.`;
    return { model: { ...model, pointer: place, note } };
  };

  /** Enter chooses what is pointed at, then (practice) checks, then goes on: one key is enough for all of it. */
  const take = (model: ExamModel): ExamStep => {
    const { item, index } = session.question();
    const { pointer } = model;
    const option = pointer === undefined ? undefined : item.order[pointer];
    const state = completeness(item, session.choices());
    if (!session.isRevealed()) {
      if (pointer !== undefined && option !== undefined && !session.choices().includes(option)) {
        return choose(model, pointer);
      }
      if (state === 'incomplete') return { model: { ...model, note: chooseWords(item.choose) } };
      if (session.attempt.mode === 'practice' && state === 'answered') {
        session.reveal();
        return { model: { ...model, note: '' } };
      }
    }
    return show(index + 1, model);
  };

  const command = (model: ExamModel, name: ExamCommand): ExamStep => {
    const { index, item } = session.question();
    const count = item.order.length;
    const clear = { ...model, note: '' };
    switch (name) {
      case 'next':
        return show(index + 1, model);
      case 'back':
        return show(index - 1, model);
      case 'flag':
        session.toggleFlag();
        return { model: clear };
      case 'goto':
        return { model: { ...clear, at: 'goto', typed: '' }, clearLine: true };
      case 'review':
        return { model: openReview(clear, 'all') };
      case 'end':
        return { model: { ...clear, at: 'end', from: 'question' } };
      case 'help':
        return { model: { ...clear, at: 'help' } };
      case 'quit':
        return left;
      case 'pause':
        if (session.attempt.mode !== 'practice') {
          return { model: { ...model, note: 'Only a practice can be paused: an exam runs on.' } };
        }
        session.pause();
        return { model: { ...clear, at: 'paused' } };
      case 'up':
      case 'down': {
        const step = name === 'down' ? 1 : count - 1;
        const before = model.pointer ?? (name === 'down' ? count - 1 : 0);
        return { model: { ...clear, pointer: (before + step) % count } };
      }
      case 'toggle':
        return model.pointer === undefined ? { model: clear } : choose(model, model.pointer);
      case 'take':
        return take(model);
    }
  };

  const openReview = (model: ExamModel, filter: ReviewFilter): ExamModel => {
    const row = reviewList(session.attempt, filter).indexOf(session.attempt.position);
    return { ...model, at: 'review', note: '', filter, row: Math.max(0, row) };
  };

  const onReview = (model: ExamModel, { name }: Key): ExamStep => {
    const listed = reviewList(session.attempt, model.filter);
    const rows = Math.max(1, listed.length);
    const filter = reviewFilters[name];
    if (filter !== undefined) return { model: openReview(model, filter) };
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
        return index === undefined ? { model } : show(index, model);
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
  };

  const onGoto = (model: ExamModel, { name }: Key, line: string): ExamStep => {
    const back = { ...model, at: 'question' as const, typed: '' };
    if (name === 'escape') return { model: back, clearLine: true };
    if (name !== 'return') return { model: { ...model, typed: line, note: '' } };
    // Enter has already emptied the line.
    const typed = model.typed.trim();
    const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (number >= 1 && number <= session.size) return show(number - 1, model);
    const note = typed === '' ? '' : `There is no question "${typed.slice(0, 12)}".`;
    return { model: { ...back, note }, clearLine: true };
  };

  const act = (model: ExamModel, key: Key, line: string): ExamStep => {
    switch (model.at) {
      case 'help':
        return { model: { ...model, at: 'question' } };
      case 'goto':
        return onGoto(model, key, line);
      case 'review':
        return onReview(model, key);
      case 'end':
        if (key.name === 'y') {
          session.submit();
          return submitted;
        }
        return {
          model: model.from === 'review' ? openReview(model, model.filter) : { ...model, at: 'question' },
        };
      case 'paused':
        if (key.name === 'q') return left;
        session.resume();
        return { model: { ...model, at: 'question' } };
      case 'question': {
        const meant = pressed(key, session.question().item.order.length);
        if ('option' in meant) return choose(model, meant.option);
        return 'command' in meant ? command(model, meant.command) : { model };
      }
    }
  };

  return {
    start: { ...fresh, note, at: session.isPaused ? 'paused' : 'question' },
    update(model, key, line) {
      if (key.ctrl) return key.name === 'd' ? left : { model };
      return durable(() => act(model, key, line));
    },
    view(model, size): Frame {
      return frameOf(parts, model, size);
    },
    tick: (model) => durable(() => ({ model })),
    ended: () => ({ why: 'left' }),
  };
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
