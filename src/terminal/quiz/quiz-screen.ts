import type { Grade } from '../../domain/scheduling/memory.ts';
import { UserError } from '../../errors.ts';
import type { Asked } from '../../study/study-session.ts';
import type { Frame } from '../frame.ts';
import { offeredGrades, readGrade } from '../grading.ts';
import { safeQuestion } from '../safe-question.ts';
import type { Key, ScreenProgram, Step } from '../screen.ts';
import { answerOf, asking, emptyDraft, type Phase, pick, pickable, settle } from './model.ts';
import type { QuizModel, QuizScreenParts } from './quiz-parts.ts';
import { helpFrame, questionFrame } from './view.ts';

/** How a screen ended: at the end of the queue, by the learner, or because the disk refused an answer. */
export type QuizEnd =
  | { readonly why: 'done' | 'quit' }
  | { readonly why: 'trouble'; readonly error: unknown };

const emptyNote = 'Type an answer; Enter again shows it.';

type QuizStep = Step<QuizModel, QuizEnd>;

/** The quiz as one long-lived screen. Every answer is on disk before the next card is shown. */
export function quizScreen(parts: QuizScreenParts, first: Asked): ScreenProgram<QuizModel, QuizEnd> {
  const { study } = parts;
  const show = (asked: Asked, note?: string): QuizModel => ({
    asked: { ...asked, question: safeQuestion(asked.question) },
    phase: { ...asking(asked.question), ...(note === undefined ? {} : { note }) } as Phase,
    help: false,
  });
  const next = (note?: string): QuizStep => {
    const asked = study.ask();
    return asked === undefined ? { result: { why: 'done' } } : { model: show(asked, note), clearLine: true };
  };
  /** Runs what writes to disk; a refusal ends the screen with the words for it, and the card stays unanswered. */
  const durable = (act: () => QuizStep): QuizStep => {
    try {
      return act();
    } catch (error) {
      if (error instanceof UserError) return { result: { why: 'trouble', error } };
      throw error;
    }
  };
  const rate = (grade: Grade): QuizStep =>
    durable(() => {
      study.grade(grade);
      return next();
    });
  const note = (model: QuizModel, text: string): QuizStep => ({
    model: { ...model, phase: { ...model.phase, note: text } },
  });

  const command = (model: QuizModel, key: Key): QuizStep | undefined => {
    switch (key.name) {
      case 'q':
        return { result: { why: 'quit' } };
      case '?':
        return { model: { ...model, help: true } };
      case 'u':
        // An answer that is not rated yet is nothing on disk: it is simply asked again.
        if (model.phase.at === 'answered' && model.phase.verdict !== undefined) {
          return { model: show(model.asked, 'Taken back: answer again.'), clearLine: true };
        }
        return durable(() =>
          study.undo() === undefined ? note(model, 'There is no answer to take back.') : next('Taken back.'),
        );
      case 's':
        return durable(() => {
          study.suspend();
          return next('Suspended: "aws-study unsuspend" brings it back.');
        });
      case 'b':
        return durable(() => {
          study.bury();
          return next('Buried until tomorrow.');
        });
      case 'o': {
        const source = model.asked.question.sources[0];
        return note(model, source === undefined ? 'This card names no source.' : parts.opener.browse(source));
      }
      case 'e': {
        const { deck, line } = model.asked.item.entry;
        const file = parts.fileOf(deck);
        return note(model, file === undefined ? 'This card has no file.' : parts.opener.edit(file, line));
      }
      default:
        return undefined;
    }
  };

  const whileAsking = (model: QuizModel, key: Key, line: string): QuizStep => {
    const { phase, asked } = model;
    if (phase.at !== 'asking') return { model };
    const { question } = asked;
    const set = (change: Partial<typeof phase>): QuizStep => ({
      model: { ...model, phase: { ...phase, note: '', ...change } },
    });
    const give = (): QuizStep => {
      const given = answerOf(question, phase.draft);
      if ('missing' in given) return set({ note: given.missing });
      return { model: { ...model, phase: settle(question, given.answer) }, clearLine: true };
    };
    if (question.form.form === 'reveal') {
      if (key.name === 'space' || key.name === 'return')
        return { model: { ...model, phase: { at: 'answered', suggested: 3 } } };
      return command(model, key) ?? { model };
    }
    if (question.form.form === 'text') {
      if (!phase.typing) {
        if (key.name === 'return') return set({ typing: true });
        return command(model, key) ?? { model };
      }
      if (key.name === 'escape') return { ...set({ typing: false, draft: emptyDraft }), clearLine: true };
      if (key.name !== 'return') return set({ draft: { ...phase.draft, typed: line } });
      // A slip of the Enter key must not count as forgotten.
      const isSlip = phase.draft.typed.trim() === '' && phase.note !== emptyNote;
      return isSlip ? set({ note: emptyNote }) : give();
    }
    const items = pickable(question);
    const letter = key.name.length === 1 ? key.name.charCodeAt(0) - 97 : -1;
    const digit = /^[1-9]$/.test(key.name) ? Number(key.name) - 1 : -1;
    const index =
      letter >= 0 && letter < items.length ? letter : digit >= 0 && digit < items.length ? digit : -1;
    if (index >= 0) return set(pick(question, phase.draft, index));
    const { pointer, picked } = phase.draft;
    switch (key.name) {
      case 'up':
        return set({ draft: { ...phase.draft, pointer: (pointer + items.length - 1) % items.length } });
      case 'down':
        return set({ draft: { ...phase.draft, pointer: (pointer + 1) % items.length } });
      case 'space':
        return set(pick(question, phase.draft, pointer));
      case 'backspace':
        return set({ draft: { ...phase.draft, picked: picked.slice(0, -1) } });
      case 'return':
        // Enter on an option takes it, so that arrows and Enter alone are enough.
        if (picked.length === 0 && question.form.form === 'choice' && question.form.choose === 1) {
          return set(pick(question, phase.draft, pointer));
        }
        return give();
      default:
        return command(model, key) ?? { model };
    }
  };

  return {
    start: show(first),
    update(model, key, line) {
      if (key.ctrl) return key.name === 'd' ? { result: { why: 'quit' } } : { model };
      if (model.help) return { model: { ...model, help: false } };
      const { phase } = model;
      if (phase.at === 'asking') return whileAsking(model, key, line);
      const grade = readGrade(key.name, offeredGrades(study.futures(), parts.twoGrades));
      if (grade !== undefined) return rate(grade);
      // After a reveal Enter says "good" only where the learner looked at the answer: that is what he does most.
      if (key.name === 'return' || key.name === 'space') return rate(phase.suggested);
      return command(model, key) ?? { model };
    },
    view(model, size): Frame {
      return model.help ? helpFrame(parts, size) : questionFrame(parts, model, size);
    },
    ended: () => ({ why: 'quit' }),
  };
}
