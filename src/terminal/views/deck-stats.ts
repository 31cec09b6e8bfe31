import { safeLine } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { flow, padTo, shorten } from '../wrap.ts';

type Counts = Readonly<Record<string, number>>;

export interface DeckStatsFacts {
  readonly decks: readonly {
    readonly deck: string;
    readonly title: string;
    readonly entries: number;
    readonly cards: number;
    readonly kinds: Counts;
    readonly topics: Counts;
    readonly tags: Counts;
    readonly ages: {
      readonly oldest?: string;
      readonly middle?: string;
      readonly newest?: string;
      readonly overAYear: number;
    };
    readonly gaps: { readonly source: number; readonly why: number; readonly asOf: number };
  }[];
  readonly exams: readonly {
    readonly code: string;
    readonly status: string;
    readonly questions: number;
    readonly cards: number;
    readonly tasks: readonly {
      readonly id: string;
      readonly title: string;
      readonly cards: number;
      readonly questions: number;
    }[];
    readonly gaps: readonly string[];
  }[];
  readonly columns: number;
}

const listed = (counts: Counts) =>
  Object.entries(counts).map(([name, count]) => `${safeLine(name)} ${count}`);

/** Decks first, then how far they and the questions cover each exam. */
export function deckStatsView(theme: Theme, { decks, exams, columns }: DeckStatsFacts): string {
  const width = Math.min(columns, 110) - 2;
  const lines: string[] = [];
  const row = (label: string, pieces: readonly string[]) => {
    if (pieces.length === 0) return;
    flow(pieces, width - 12).forEach((line, index) => {
      lines.push(`  ${theme.dim(padTo(index === 0 ? label : '', 8))} ${line}`);
    });
  };
  for (const { deck, title, entries, cards, kinds, topics, tags, ages, gaps } of decks) {
    const name = shorten(safeLine(title), Math.max(10, width - deck.length - 30), theme.signs.ellipsis);
    lines.push(`${theme.strong(deck)} ${theme.dim(`${theme.signs.dot} ${name}`)}`);
    lines.push(`  ${held(entries, cards)}`);
    row('kinds', listed(kinds));
    row('topics', listed(topics));
    row('tags', listed(tags));
    row('checked', agePieces(ages));
    row(
      'gaps',
      gapPieces(gaps).map((gap) => theme.warn(`! ${gap}`)),
    );
    lines.push('');
  }
  for (const exam of exams) lines.push(...examLines(theme, exam, width), '');
  const [entries, cards] = [sumOf(decks.map((deck) => deck.entries)), sumOf(decks.map((deck) => deck.cards))];
  if (decks.length > 0) lines.push(theme.dim(`${plural(decks.length, 'deck')}, ${held(entries, cards)}.`));
  return lines.join('\n').trimEnd();
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Cards are what is studied; an entry with several blanks makes several of them. */
const held = (entries: number, cards: number): string =>
  entries === cards
    ? plural(cards, 'card')
    : `${plural(cards, 'card')} from ${plural(entries, 'entry', 'entries')}`;

const agePieces = ({
  oldest,
  middle,
  newest,
  overAYear,
}: DeckStatsFacts['decks'][number]['ages']): string[] => {
  if (oldest === undefined) return ['never'];
  if (oldest === newest) return [`all on ${oldest}`];
  const late = overAYear === 0 ? [] : [`${overAYear} over a year ago`];
  return [`oldest ${oldest}`, `half on ${middle} or later`, ...late];
};

const gapPieces = ({ source, why, asOf }: DeckStatsFacts['decks'][number]['gaps']): string[] => [
  ...(source === 0 ? [] : [`${source} without a source`]),
  ...(why === 0 ? [] : [`${why} without a why`]),
  ...(asOf === 0 ? [] : [`${asOf} without a date`]),
];

function examLines(theme: Theme, exam: DeckStatsFacts['exams'][number], width: number): string[] {
  const { code, status, questions, cards, tasks, gaps } = exam;
  const lines = [
    `${theme.strong(code)} ${theme.dim(`${theme.signs.dot} ${status}`)}`,
    `  ${plural(cards, 'card')}, ${plural(questions, 'question')} ${theme.dim('(task: cards, questions)')}`,
  ];
  for (const task of tasks) {
    const counts = `${String(task.cards).padStart(5)} ${String(task.questions).padStart(5)}`;
    const missing = task.cards === 0 || (questions > 0 && task.questions === 0);
    const sign = missing ? theme.warn('!') : ' ';
    const title = shorten(safeLine(task.title), Math.max(12, width - 23), theme.signs.ellipsis);
    lines.push(`  ${sign} ${padTo(task.id, 5)} ${counts}  ${title}`);
  }
  if (gaps.length > 0)
    lines.push(
      ...flow([theme.dim('still to be written:'), ...gaps.map(safeLine)], width - 2).map(
        (line) => `  ${line}`,
      ),
    );
  return lines;
}
