import type { Question } from '../../domain/question.ts';
import type { Markdown } from '../markdown.ts';
import type { PreviewItem } from '../preview/preview-deck.ts';
import type { Theme } from '../theme.ts';
import { answerText } from './card.ts';

/** One card for reading line by line: what is asked, what can be chosen, the answer, what it teaches. */
export function previewText(
  { theme, markdown }: { readonly theme: Theme; readonly markdown: Markdown },
  { id, topic, draft, question }: PreviewItem,
  columns: number,
): string {
  const width = Math.min(columns, 100) - 3;
  const block = (text: string) => markdown(text, width).map((line) => (line === '' ? '' : `  ${line}`));
  const lines = [theme.strong(id) + theme.dim(` ${theme.signs.dot} ${topic}${draft ? ' (draft)' : ''}`), ''];
  lines.push(...block(question.prompt));
  const choices = choicesOf(question);
  if (choices !== undefined) lines.push('', ...block(choices));
  lines.push('', theme.dim('  Answer'), ...block(answerText(question)));
  if (question.why !== undefined) lines.push('', ...block(question.why));
  if (question.examNote !== undefined) lines.push('', ...block(`**In the exam:** ${question.examNote}`));
  for (const source of question.sources) lines.push(theme.dim(`  ${source}`));
  if (question.asOf !== undefined) lines.push(theme.dim(`  checked ${question.asOf}`));
  return lines.join('\n');
}

/** What there is to order or to pair; the options of a choice stand in its answer. */
function choicesOf({ form }: Question): string | undefined {
  const items = form.form === 'order' ? form.items : form.form === 'match' ? form.rights : undefined;
  return items?.map((item) => `- ${item}`).join('\n');
}
