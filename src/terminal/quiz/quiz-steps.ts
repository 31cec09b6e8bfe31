import type { Grade } from '../../domain/scheduling/memory.ts';
import type { Asked } from '../../study/study-parts.ts';
import { durable, type Trouble } from '../durable.ts';
import { safeQuestion } from '../safe-question.ts';
import type { Key, Step } from '../screen.ts';
import { answeredElsewhere, asking, type Phase, takenBackWords } from './model.ts';
import type { QuizModel, QuizScreenParts } from './quiz-parts.ts';

/** How a screen ended: at the end of the queue, by the learner, or because the disk refused an answer. */
export type QuizEnd = { readonly why: 'done' | 'quit' } | Trouble;

export type QuizStep = Step<QuizModel, QuizEnd>;

/** A card as it comes to the screen. */
export const shown = (asked: Asked, note?: string): QuizModel => ({
  asked: { ...asked, question: safeQuestion(asked.question) },
  phase: { ...asking(asked.question), ...(note === undefined ? {} : { note }) } as Phase,
  help: false,
});

const noted = (model: QuizModel, text: string): QuizStep => ({
  model: { ...model, phase: { ...model.phase, note: text } },
});

function next({ study }: QuizScreenParts, note?: string | ((undoKeys: string) => string)): QuizStep {
  const asked = study.ask();
  if (asked === undefined) return { result: { why: 'done' } };
  // Where one types, letters are letters until Esc.
  const undoKeys = asked.question.form.form === 'text' ? 'esc u' : 'u';
  return { model: shown(asked, typeof note === 'function' ? note(undoKeys) : note), clearLine: true };
}

export const rate = (parts: QuizScreenParts, grade: Grade): QuizStep =>
  durable(() => {
    const done = parts.study.grade(grade);
    return next(parts, done === 'elsewhere' ? answeredElsewhere : undefined);
  });

/** An answer that was given counts, also where the learner leaves without rating it. */
export const leave = ({ study }: QuizScreenParts): QuizStep =>
  durable(() => {
    study.leave();
    return { result: { why: 'quit' } };
  });

/** The keys that mean the same wherever a card is. */
export function command(parts: QuizScreenParts, model: QuizModel, key: Key): QuizStep | undefined {
  const { study } = parts;
  switch (key.name) {
    case 'q':
      return leave(parts);
    case '?':
      return { model: { ...model, help: true } };
    case 'u':
      return takeBack(parts, model);
    case 's':
      return durable(() => {
        study.suspend();
        return next(parts, (keys) => `Suspended: "aws-study unsuspend" brings it back, ${keys} too.`);
      });
    case 'b':
      return durable(() => {
        study.bury();
        return next(parts, (keys) => `Buried until tomorrow; ${keys} takes it back.`);
      });
    case 'o':
      return openSource(parts, model);
    case 'e':
      return openFile(parts, model);
    default:
      return undefined;
  }
}

function takeBack(parts: QuizScreenParts, model: QuizModel): QuizStep {
  const { study } = parts;
  // An answer that is not rated yet is nothing on disk: it is simply asked again.
  if (model.phase.at === 'answered' && model.phase.verdict !== undefined) {
    study.takeBackGiven();
    return { model: shown(model.asked, 'Taken back: answer again.'), clearLine: true };
  }
  return durable(() => {
    const deed = study.undo();
    return deed === undefined
      ? noted(model, 'There is no answer to take back.')
      : next(parts, `${takenBackWords(deed)}.`);
  });
}

function openSource({ opener }: QuizScreenParts, model: QuizModel): QuizStep {
  const source = model.asked.question.sources[0];
  return noted(model, source === undefined ? 'This card names no source.' : opener.browse(source));
}

function openFile({ opener, fileOf }: QuizScreenParts, model: QuizModel): QuizStep {
  const { deck, line } = model.asked.item.entry;
  const file = fileOf(deck);
  return noted(
    model,
    file === undefined ? 'This card has no file.' : opener.edit(file.path, line, file.readAgain),
  );
}
