import { safeLine } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { padTo, wrapLines } from '../wrap.ts';

/** What came of a compilation. */
export interface CompileFacts {
  readonly files: number;
  readonly lines: number;
  readonly drafts: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly flags: readonly { readonly flag: string; readonly drafts: number; readonly meaning: string }[];
  readonly stale: readonly { readonly place: string; readonly detail: string }[];
  readonly ignored: readonly { readonly why: string; readonly count: number }[];
  readonly todos: readonly { readonly place: string; readonly text: string }[];
}

/** What happened to one deck's file. */
export interface WrittenDeck {
  readonly deck: string;
  readonly file: string;
  readonly drafts: number;
  /** With --update: how the file changed. */
  readonly merge?:
    | {
        readonly added: number;
        readonly changed: number;
        readonly gone: number;
        readonly unchanged: number;
      }
    | undefined;
}

/** How many stale facts and open questions are listed before the rest is only counted. */
const mostListed = 8;

export function compileSummaryView(
  theme: Theme,
  facts: CompileFacts,
  written: readonly WrittenDeck[],
  columns: number,
): string {
  const width = Math.max(40, Math.min(columns, 100));
  const lines = [
    `${plural(facts.lines, 'line')} in ${plural(facts.files, 'file')} gave ${plural(facts.drafts, 'draft')}${facts.drafts === 0 ? '' : ': '}${Object.entries(
      facts.kinds,
    )
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}.`,
    ...section(theme, 'To look at', flagLines(facts), width),
    ...section(theme, 'AWS has changed', staleLines(facts), width),
    ...section(
      theme,
      'You were not sure',
      listed(facts.todos.map(({ place, text }) => `${place} ${text}`)),
      width,
    ),
    ...section(
      theme,
      'No draft',
      facts.ignored.map(({ why, count }) => `${String(count).padStart(5)}  ${why}`),
      width,
    ),
    ...section(
      theme,
      written.length === 1 ? 'Written' : `Written, ${written.length} decks`,
      writtenLines(theme, written),
      width,
    ),
  ];
  return lines.join('\n');
}

function section(theme: Theme, title: string, rows: readonly string[], width: number): string[] {
  if (rows.length === 0) return [];
  return ['', theme.strong(title), ...rows.flatMap((row) => wrapLines(`  ${row}`, width))];
}

const flagLines = ({ flags }: CompileFacts): string[] =>
  flags.map(({ flag, drafts, meaning }) => `${String(drafts).padStart(5)}  ${padTo(flag, 14)} ${meaning}`);

const staleLines = ({ stale }: CompileFacts): string[] =>
  listed(stale.map(({ place, detail }) => `${place} ${detail}`));

function listed(rows: readonly string[]): string[] {
  const shown = rows.slice(0, mostListed).map(safeLine);
  return rows.length > mostListed
    ? [...shown, `and ${rows.length - mostListed} more (--json lists all)`]
    : shown;
}

function writtenLines(theme: Theme, written: readonly WrittenDeck[]): string[] {
  const width = Math.max(...written.map(({ deck }) => deck.length), 4);
  return written.map(({ deck, file, drafts, merge }) => {
    const what =
      merge === undefined
        ? plural(drafts, 'draft')
        : `${merge.added} added, ${merge.changed} changed, ${merge.gone} gone, ${merge.unchanged} as before`;
    return `${padTo(deck, width)}  ${what}  ${theme.dim(safeLine(file))}`;
  });
}

/** What to do next, so that what was written is studied. */
export function nextStepsView(
  theme: Theme,
  file: string,
  deck: string,
  others: number,
  isOwn: boolean,
): string {
  const shown = /\s/.test(file) ? `"${file}"` : file;
  const quiz = isOwn ? deck : shown;
  return [
    '',
    theme.strong('Next'),
    `  aws-study deck review ${shown}${others > 0 ? `   (and ${plural(others, 'more deck')})` : ''}`,
    `  aws-study quiz ${quiz}`,
    theme.dim('  Drafts are not asked until they are accepted.'),
  ].join('\n');
}

/** What became of one line of the notes. */
export function explainView(
  theme: Theme,
  place: string,
  text: string,
  fates: readonly { readonly what: string; readonly words: string; readonly id?: string }[],
  columns: number,
): string {
  const width = Math.max(40, Math.min(columns, 100));
  const rows = fates.map(
    ({ words, id }) => `${id === undefined ? '' : `${theme.strong(id)}: `}${safeLine(words)}`,
  );
  return [
    `${theme.strong(safeLine(place))} ${theme.dim(safeLine(text))}`,
    ...(rows.length === 0
      ? ['  nothing: it is part of what stands around it']
      : rows.flatMap((row) => wrapLines(`  ${row}`, width))),
  ].join('\n');
}
