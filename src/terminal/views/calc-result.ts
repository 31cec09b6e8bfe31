import type { Calculation } from '../../domain/calculators/calculate.ts';
import type { Answer, Finding, Result } from '../../domain/calculators/calculator.ts';
import { plainSignsIn } from '../plain-signs.ts';
import { safeText } from '../safe-text.ts';
import { makeTheme, type Theme } from '../theme.ts';
import { padTo, widthOf, wrapLines } from '../wrap.ts';
import { barLines, tableLines } from './calc-drawing.ts';
import { stepLines, widestLabel } from './working.ts';

export type Done = Extract<Calculation, { ok: true }>;

/** What a page must know of the terminal. */
export interface Page {
  readonly colors: boolean;
  readonly unicode: boolean;
  readonly columns: number;
}

/** The answer first, what is wrong with it, then the working, the mistake it avoids, and the source. */
export function calcResultView(page: Page, done: Done): string {
  const { columns, unicode } = page;
  const { result, assumed } = unicode ? done : plainSignsIn(done);
  const theme = makeTheme(page);
  const width = Math.min(columns, 100) - 2;
  const drawn = answersInTable(result);
  const table = result.table === undefined ? [] : tableLines(theme, result.table, width - 2);
  const bar = result.bar === undefined ? [] : barLines(theme, result.bar, width - 2);
  const [wrong, notes] = [
    result.findings.filter((finding) => finding.level !== 'note'),
    result.findings.filter((finding) => finding.level === 'note'),
  ];
  const blocks = [
    answerLines(
      theme,
      result.answers.filter((answer) => !drawn.has(answer)),
      width,
    ),
    ...(drawn.size > 0 ? [table, bar] : []),
    // A unit that was guessed may make the answer wrong by a thousand: it is said where the answer stands.
    findingLines(theme, [...guessed(assumed), ...wrong], width),
    titled(theme, 'Steps', stepLines(theme, result.steps, width - 2)),
    ...(drawn.size > 0 ? [] : [indented(table), indented(bar)]),
    titled(
      theme,
      result.traps.length > 1 ? 'Traps' : 'Trap',
      result.traps.length > 1
        ? result.traps.flatMap((trap) => listed(theme, trap, width - 2))
        : result.traps.flatMap((trap) => wrapLines(trap, width - 2)),
    ),
    findingLines(theme, notes, width),
    titled(
      theme,
      'Assumed',
      assumed.filter(({ why }) => why !== 'unit').flatMap(({ text }) => wrapLines(`${text}.`, width - 2)),
    ),
    // Never broken, so that a terminal can open them and a learner copy them.
    titled(
      theme,
      'Source',
      result.sources.map((source) => theme.dim(source)),
    ),
  ].filter((block) => block.length > 0);
  return blocks.map((block) => block.join('\n')).join('\n\n');
}

/** One of several: without a mark nobody sees where the next begins. */
const listed = (theme: Theme, text: string, width: number): string[] =>
  wrapLines(text, width - 2).map((line, at) => `${at === 0 ? theme.dim(theme.signs.dot) : ' '} ${line}`);

const guessed = (assumed: Done['assumed']): Finding[] =>
  assumed.filter(({ why }) => why === 'unit').map(({ text }) => ({ level: 'warning', text: `${text}.` }));

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

const titled = (theme: Theme, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [theme.strong(title), ...indented(lines)];

/** Lists whose every entry stands in the table are not said twice. */
function answersInTable({ answers, table }: Result): ReadonlySet<Answer> {
  if (table === undefined) return new Set();
  const cells = new Set(table.rows.flatMap((row) => [...row, `${row[0]}-${row[1]}`]));
  return new Set(
    answers.filter(
      ({ value }) => typeof value === 'object' && value.length > 1 && value.every((each) => cells.has(each)),
    ),
  );
}

function answerLines(theme: Theme, answers: readonly Answer[], width: number): string[] {
  const labels = Math.max(0, ...answers.map((answer) => widthOf(answer.label)));
  return answers.flatMap((answer, index) => {
    const text = safeText(answer.text);
    const paint = (line: string) => (index === 0 ? theme.strong(theme.accent(line)) : line);
    const label = safeText(answer.label);
    if (labels > width * widestLabel)
      return [...wrapLines(label, width), ...wrapLines(text, width - 2).map((line) => `  ${paint(line)}`)];
    const lines = wrapLines(text, width - labels - 2);
    return lines.map((line, at) => `${padTo(at === 0 ? label : '', labels)}  ${paint(line)}`);
  });
}

const levels = {
  error: 'wrong',
  warning: 'careful',
  note: 'note',
} as const satisfies Record<Finding['level'], string>;

function findingLines(theme: Theme, findings: readonly Finding[], width: number): string[] {
  const paints = { error: theme.bad, warning: theme.warn, note: theme.dim };
  return findings.flatMap(({ level, text }) => {
    const sign = { error: theme.signs.wrong, warning: '!', note: theme.signs.dot }[level];
    const word = levels[level];
    const lead = 2;
    const lines = wrapLines(`${word}: ${safeText(text)}`, width - lead);
    return lines.map((line, index) =>
      index === 0
        ? `${paints[level](sign)} ${paints[level](`${word}:`)}${line.slice(word.length + 1)}`
        : ' '.repeat(lead) + line,
    );
  });
}
