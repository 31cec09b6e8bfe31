import { type Random, shuffle } from '../chance.ts';
import type { StudyDay } from '../ids.ts';
import { type CardProgress, isLearned } from '../journal/progress.ts';
import { isHidden } from '../scheduling/queue.ts';

type DrillReason = 'due' | 'new' | 'ahead';

export interface OrderedTemplate<Template> {
  readonly template: Template;
  readonly reason: DrillReason;
}

/**
 * The order in which templates are asked: due ones, most overdue first; then those never asked, in an order that is
 * drawn; then the others, those due soonest first. Suspended and buried ones are left out.
 */
export function orderTemplates<Template>(
  templates: readonly Template[],
  progressOf: (template: Template) => CardProgress | undefined,
  today: StudyDay,
  random: Random,
): readonly OrderedTemplate<Template>[] {
  const shown = templates.filter((template) => !isHidden(progressOf(template), today));
  const dueDay = (template: Template): StudyDay | undefined => {
    const card = progressOf(template);
    if (card?.boosted !== undefined) return Number.NEGATIVE_INFINITY;
    return isLearned(card) ? card.due : undefined;
  };
  const fresh = shown.filter((template) => dueDay(template) === undefined);
  const seen = shown
    .filter((template) => dueDay(template) !== undefined)
    .sort((a, b) => (dueDay(a) ?? 0) - (dueDay(b) ?? 0) || 0);
  const isDue = (template: Template) => (dueDay(template) ?? 0) <= today;
  const named = (list: readonly Template[], reason: DrillReason) =>
    list.map((template) => ({ template, reason }));
  return [
    ...named(seen.filter(isDue), 'due'),
    ...named(shuffle(fresh, random), 'new'),
    ...named(
      seen.filter((template) => !isDue(template)),
      'ahead',
    ),
  ];
}
