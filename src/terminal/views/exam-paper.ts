import type { PlannedPaper } from '../../study/exam-paper.ts';
import { shortageWords } from '../exam/exam-words.ts';
import { makeTheme } from '../theme.ts';
import { plural } from '../words.ts';
import { padTo, wrapLines } from '../wrap.ts';

export interface PaperFacts {
  readonly planned: PlannedPaper;
  readonly notice: string | undefined;
}

function domainCounts({ blueprint, paper }: PlannedPaper) {
  return blueprint.domains
    .map(({ id, title }) => ({
      id,
      title,
      questions: paper.items.filter((item) => item.domainId === id).length,
    }))
    .filter(({ questions }) => questions > 0);
}

/** A paper as `exam --dry-run --json` prints it. The keys stay out: it may be looked at before it is taken. */
export function paperDocument({ planned, notice }: PaperFacts) {
  const { blueprint, minutes, extraMinutes, paper, shortages, seed, mode, unseen } = planned;
  return {
    exam: blueprint.code,
    title: blueprint.title,
    mode,
    seed,
    minutes,
    extraMinutes,
    questions: paper.items.map((item, index) => ({
      number: index + 1,
      id: item.questionId,
      domain: item.domainId,
      task: item.taskId,
      choose: item.choose,
      options: item.order.length,
      scored: item.scored,
    })),
    domains: domainCounts(planned).map(({ id, questions }) => ({ id, questions })),
    shortages: shortages.map(({ domainId, wanted, available }) => ({ domain: domainId, wanted, available })),
    unseen,
    notice: notice ?? null,
  };
}

export function paperView(
  terminal: { colors: boolean; unicode: boolean; size(): { columns: number } },
  { planned, notice }: PaperFacts,
): string {
  const theme = makeTheme(terminal);
  const width = Math.min(terminal.size().columns, 100) - 1;
  const { blueprint, minutes, paper, seed, unseen } = planned;
  const clock = minutes === null ? 'no clock' : plural(minutes, 'minute');
  const wrap = (text: string) => wrapLines(text, width);
  const widest = Math.max(...paper.items.map(({ questionId }) => questionId.length));
  return [
    ...wrap(
      `${theme.strong(blueprint.code)} ${blueprint.title}: ${plural(paper.items.length, 'question')} (${unseen} not seen before), ${clock}, seed ${seed}`,
    ),
    ...(notice === undefined ? [] : wrap(theme.warn(notice))),
    ...shortageWords(planned).flatMap((line) => wrap(theme.warn(line))),
    '',
    ...domainCounts(planned).flatMap(({ id, title, questions }) =>
      wrap(`${id} ${title}: ${plural(questions, 'question')}`),
    ),
    '',
    ...paper.items.map(({ questionId, taskId, choose }, index) =>
      `${String(index + 1).padStart(3)}  ${padTo(questionId, Math.min(widest, width - 20))}  ${theme.dim(`task ${taskId}${choose > 1 ? `, choose ${choose}` : ''}`)}`.trimEnd(),
    ),
    '',
    ...wrap(theme.dim('Nothing was started.')),
  ].join('\n');
}
