import { type ExamQuestion, entryOf } from '../domain/exam/exam-question.ts';
import type { BankEntry } from '../ports.ts';
import { joinSoftBreaks } from './join-soft-breaks.ts';

/** An entry of the bank, and where its line of JSON stands in the file of texts (bytes). */
export interface PackedQuestion extends BankEntry {
  readonly offset: number;
  readonly length: number;
}

/** Paragraphs are joined here, once, instead of at every screen. */
function withJoinedLines(question: ExamQuestion): ExamQuestion {
  const { stem, options, explanation, examNote } = question;
  return {
    ...question,
    stem: joinSoftBreaks(stem),
    options: options.map(({ text, correct, why }) => ({
      text: joinSoftBreaks(text),
      correct,
      why: joinSoftBreaks(why),
    })),
    explanation: joinSoftBreaks(explanation),
    ...(examNote === undefined ? {} : { examNote: joinSoftBreaks(examNote) }),
  };
}

/** A small index that is read at every start, and one line of JSON for each question, read when it is shown. */
export function packQuestions(questions: readonly ExamQuestion[]): {
  readonly index: readonly PackedQuestion[];
  readonly texts: string;
} {
  const texts: string[] = [];
  let offset = 0;
  const index = questions.map((question): PackedQuestion => {
    const joined = withJoinedLines(question);
    const text = JSON.stringify(joined);
    const length = Buffer.byteLength(text);
    const entry = { ...entryOf(joined), cards: joined.cards, offset, length };
    texts.push(`${text}\n`);
    offset += length + 1;
    return entry;
  });
  return { index, texts: texts.join('') };
}
