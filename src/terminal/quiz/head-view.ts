import type { Theme } from '../theme.ts';
import { shorten, spread, widthOf } from '../wrap.ts';
import type { QuizModel, QuizScreenParts } from './quiz-parts.ts';

/** Of a title that is shorter no word is left to know it by. */
const shortestTitle = 10;

/** Where the card is from and how far the session is, over a rule. The progress stays where both do not fit. */
export function headLines(
  { study, theme, titles }: Pick<QuizScreenParts, 'study' | 'theme' | 'titles'>,
  { asked }: Pick<QuizModel, 'asked'>,
  columns: number,
): string[] {
  const { deck, topic } = asked.item.entry;
  const { left, total, fresh, reviews } = study.progress();
  const width = Math.min(columns, 100) - 1;
  const title = titles.get(deck) ?? deck;
  const count = `${Math.min(total, total - left + 1)}/${total}`;
  const sorts = study.isCram ? 'cram' : `new ${fresh} ${theme.signs.dot} due ${reviews}`;
  const long = `${count} ${bar(theme, total - left, total)}   ${theme.dim(sorts)}`;
  const shortPlace = `${subjectOf(title)} ${theme.signs.dot} ${topic}`;
  const progress = widthOf(shortPlace) + widthOf(long) + 4 <= width ? long : count;
  const place = placeOf(theme, title, topic, width - widthOf(progress) - 4);
  return [spread(` ${place}`, `${progress} `, width), theme.dim(theme.signs.rule.repeat(width))];
}

function bar(theme: Theme, done: number, total: number): string {
  const cells = 10;
  const full = total === 0 ? cells : Math.round((done / total) * cells);
  return theme.accent(theme.signs.full.repeat(full)) + theme.dim(theme.signs.empty.repeat(cells - full));
}

/** `Encryption and secrets` of `Encryption and secrets: KMS, Secrets Manager`. */
const subjectOf = (title: string): string => title.split(':')[0] ?? title;

/** Title and topic in a given width. A long title ends at its colon, then anywhere, then gives way to the topic. */
function placeOf({ strong, dim, signs }: Theme, title: string, topic: string, width: number): string {
  const room = width - widthOf(topic) - signs.dot.length - 2;
  const subject = subjectOf(title);
  const fitting = [title, subject].find((one) => widthOf(one) <= room);
  if (fitting === undefined && room < shortestTitle) return strong(shorten(topic, width, signs.ellipsis));
  const shown = fitting ?? cutAfter(subject, room, signs.ellipsis);
  return `${strong(shown)} ${dim(`${signs.dot} ${topic}`)}`;
}

/** The beginning of a text, by which a title is known. */
function cutAfter(text: string, width: number, ellipsis: string): string {
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character + ellipsis) > width) break;
    kept += character;
  }
  return kept.trimEnd() + ellipsis;
}
