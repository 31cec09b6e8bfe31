import type { ExamStock } from '../../study/exam-stock.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { padTo, wrapLines } from '../wrap.ts';

export interface ListRow {
  readonly stock: ExamStock;
  readonly notice: string | undefined;
}

/** One exam as `exam list --json` prints it. */
export function listDocument({ stock, notice }: ListRow) {
  const { blueprint, status, questions, cards, domains } = stock;
  return {
    exam: blueprint.code,
    title: blueprint.title,
    status: status.status,
    availableFrom: blueprint.availableFrom ?? null,
    lastDay: blueprint.lastDay ?? null,
    minutes: blueprint.minutes,
    extraMinutes: blueprint.extraMinutes,
    questions: blueprint.questions,
    scored: blueprint.scored,
    pass: blueprint.pass,
    priceUsd: blueprint.priceUsd,
    bank: { questions, cards },
    domains: domains.map(({ perPaper, ...domain }) => ({ ...domain, questionsPerPaper: perPaper })),
    notice: notice ?? null,
    sources: blueprint.sources,
    asOf: blueprint.asOf,
  };
}

export function examListView(theme: Theme, rows: readonly ListRow[], columns: number): string {
  const width = Math.min(columns, 100) - 1;
  const wrap = (text: string, by = 0) => wrapLines(' '.repeat(by) + text, width);
  const lines = rows.flatMap(({ stock, notice }) => {
    const { blueprint, questions, cards, domains } = stock;
    const { code, title, minutes, pass } = blueprint;
    const whole = `${blueprint.questions} questions, ${minutes} minutes, pass ${pass}`;
    const bank =
      questions === 0 ? theme.warn('no questions yet') : `${plural(questions, 'question')} in the bank`;
    const short = domains.filter((domain) => questions > 0 && domain.questions < domain.perPaper);
    return [
      ...wrap(`${theme.strong(code)} ${title}`),
      ...wrap(`${whole}; ${bank}, ${plural(cards, 'card')}`, 2),
      ...(notice === undefined ? [] : wrap(theme.warn(notice), 2)),
      ...domains.flatMap((domain) => domainLines(theme, domain, width)),
      ...short.flatMap(({ id, questions: have, perPaper }) =>
        wrap(theme.warn(`Domain ${id} has ${have} of the ${perPaper} questions of a whole paper.`), 2),
      ),
      '',
    ];
  });
  return [...lines, ...wrap(theme.dim('Take one with "aws-study exam <code>".'))].join('\n');
}

function domainLines(
  theme: Theme,
  { id, title, weight, questions, cards }: ExamStock['domains'][number],
  width: number,
): string[] {
  const counts = `${String(weight).padStart(3)}%  ${String(questions).padStart(4)} questions  ${String(cards).padStart(4)} cards`;
  const room = width - counts.length - 7;
  if (room >= 24) {
    return wrapLines(title, room).map((line, index) =>
      index === 0 ? `  ${id} ${padTo(line, room)}  ${theme.dim(counts)}` : `    ${line}`,
    );
  }
  return [...wrapLines(`  ${id} ${title}`, width), `   ${theme.dim(counts)}`];
}
