import type { Key } from '../screen.ts';
import { answerOf, type Draft, emptyDraft, type Phase, pick, pickable, settle } from './model.ts';
import type { QuizModel, QuizScreenParts } from './quiz-parts.ts';
import { command, type QuizStep } from './quiz-steps.ts';

type Asking = Extract<Phase, { at: 'asking' }>;

const emptyNote = 'Type an answer; Enter again shows it.';

/** What a key does before the answer is given. */
export function whileAsking(parts: QuizScreenParts, model: QuizModel, key: Key, line: string): QuizStep {
  const { phase } = model;
  if (phase.at !== 'asking') return { model };
  switch (model.asked.question.form.form) {
    case 'reveal':
      return key.name === 'space' || key.name === 'return'
        ? { model: { ...model, phase: { at: 'answered', suggested: 3 } } }
        : (command(parts, model, key) ?? { model });
    case 'text':
      return whileTyping(parts, model, phase, key, line);
    default:
      return whilePicking(parts, model, phase, key);
  }
}

const set = (model: QuizModel, phase: Asking, change: Partial<Asking>): QuizStep => ({
  model: { ...model, phase: { ...phase, note: '', ...change } },
});

/** Grades the draft at once where it is whole; says what is missing where it is not. */
function give({ study }: QuizScreenParts, model: QuizModel, phase: Asking): QuizStep {
  const { question } = model.asked;
  const given = answerOf(question, phase.draft);
  if ('missing' in given) return set(model, phase, { note: given.missing });
  const answered = settle(question, given.answer);
  study.give(answered.suggested);
  return { model: { ...model, phase: answered }, clearLine: true };
}

function whileTyping(
  parts: QuizScreenParts,
  model: QuizModel,
  phase: Asking,
  key: Key,
  line: string,
): QuizStep {
  if (!phase.typing) {
    if (key.name === 'return') return set(model, phase, { typing: true });
    return command(parts, model, key) ?? { model };
  }
  if (key.name === 'escape')
    return { ...set(model, phase, { typing: false, draft: emptyDraft }), clearLine: true };
  if (key.name !== 'return') return set(model, phase, { draft: { ...phase.draft, typed: line } });
  // A slip of the Enter key must not count as forgotten.
  const isSlip = phase.draft.typed.trim() === '' && phase.note !== emptyNote;
  return isSlip ? set(model, phase, { note: emptyNote }) : give(parts, model, phase);
}

/** The item that a letter or a digit names. */
function itemOf(name: string, count: number): number | undefined {
  const letter = name.length === 1 ? name.charCodeAt(0) - 97 : -1;
  if (letter >= 0 && letter < count) return letter;
  const digit = /^[1-9]$/.test(name) ? Number(name) - 1 : -1;
  return digit >= 0 && digit < count ? digit : undefined;
}

function whilePicking(parts: QuizScreenParts, model: QuizModel, phase: Asking, key: Key): QuizStep {
  const { question } = model.asked;
  const { draft } = phase;
  const { pointer, picked } = draft;
  const count = pickable(question).length;
  const redraft = (change: Partial<Draft>) => set(model, phase, { draft: { ...draft, ...change } });
  const named = itemOf(key.name, count);
  if (named !== undefined) return set(model, phase, pick(question, draft, named));
  switch (key.name) {
    case 'up':
      return redraft({ pointer: (pointer + count - 1) % count });
    case 'down':
      return redraft({ pointer: (pointer + 1) % count });
    case 'space':
      return set(model, phase, pick(question, draft, pointer));
    case 'backspace':
      return redraft({ picked: picked.slice(0, -1) });
    case 'return':
      // Enter on an option takes it, so that arrows and Enter alone are enough.
      if (picked.length === 0 && question.form.form === 'choice' && question.form.choose === 1)
        return set(model, phase, pick(question, draft, pointer));
      return give(parts, model, phase);
    default:
      return command(parts, model, key) ?? { model };
  }
}
