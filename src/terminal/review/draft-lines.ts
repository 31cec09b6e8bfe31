import { type Card, toQuestion } from '../../domain/cards/index.ts';
import type { Markdown } from '../markdown.ts';
import { safeLine, safeQuestion } from '../safe-question.ts';
import { safeText } from '../safe-text.ts';
import type { Theme } from '../theme.ts';
import { answerText } from '../views/card.ts';
import { sourceLabel } from '../words.ts';
import { shorten, wrapLines } from '../wrap.ts';
import type { DraftCard } from './review-parts.ts';

/** A sentence with its answers in place, in brackets: a reviewer reads, and is not asked. */
const withAnswers = (text: string): string =>
  text.replace(
    /\{\{c\d+::((?:(?!\}\}|::)[\s\S])*)(?:::((?:(?!\}\})[\s\S])*))?\}\}/g,
    (_, answer: string, hint?: string) => `**[${answer}]**${hint === undefined ? '' : ` (${hint}?)`}`,
  );

/** Question and answer of a card as Markdown, with a line between them. */
function texts(card: Card): readonly string[] {
  if (card.kind === 'cloze') return [withAnswers(card.text)];
  // The order of the file: nothing is being asked here.
  const question = safeQuestion(toQuestion(card, '', () => 0.999999));
  return [question.prompt, answerText(question)];
}

/** What a reviewer sees of a draft: where it is from and what to look at, what it asks, what it answers, what it teaches. */
export function draftLines(
  theme: Theme,
  markdown: Markdown,
  { card, notes }: DraftCard,
  width: number,
): string[] {
  const [asked = '', answer] = texts(card);
  const marks = notes.flatMap((note) => safeLine(note).split(' \u00B7 '));
  const lines = marks.flatMap((mark) =>
    /^(?:flags|changed):/.test(mark)
      ? wrapLines(theme.warn(`${theme.signs.flag} ${mark}`), width)
      : wrapLines(theme.dim(mark), width),
  );
  if (lines.length > 0) lines.push('');
  lines.push(...markdown(safeText(asked), width));
  if (answer !== undefined) lines.push('', theme.dim('Answer'), ...markdown(answer, width));
  if (card.why !== undefined) lines.push('', theme.dim('Why'), ...markdown(safeText(card.why), width));
  for (const source of card.sources ?? [])
    lines.push(theme.dim(shorten(sourceLabel(safeLine(source)), width, theme.signs.ellipsis)));
  return lines;
}
