import { safeLine } from '../safe-question.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';

export interface ImportFacts {
  readonly format: string;
  readonly decks: readonly {
    readonly deck: string;
    readonly file: string;
    readonly cards: number;
    readonly added: number;
    readonly changed: number;
    /** In the file before, and not in what was imported. */
    readonly kept: number;
  }[];
  readonly drafts: boolean;
  readonly twins: number;
  readonly skipped: readonly { readonly place: string; readonly why: string }[];
  readonly losses: readonly string[];
  readonly media: readonly string[];
  /** Absent where no history was asked for. */
  readonly history?: { readonly added: number; readonly known: number; readonly leftOut: number };
  /** Answers in the file that were not asked for. */
  readonly answersThere: number;
}

const shown = 5;

export function importView(theme: Theme, facts: ImportFacts): string {
  const lines = facts.decks.map(({ deck, file, cards, added, changed, kept }) => {
    const rest = [
      changed > 0 ? `${changed} brought up to date` : '',
      cards > added + changed ? `${cards - added - changed} as they were` : '',
      kept > 0 ? `${kept} kept that the file does not have` : '',
    ].filter((part) => part !== '');
    return `${theme.good(theme.signs.right)} ${theme.strong(safeLine(deck))}: ${plural(added, 'entry', 'entries')} added${rest.map((part) => `, ${part}`).join('')}. ${safeLine(file)}`;
  });
  if (facts.twins > 0) lines.push(`${plural(facts.twins, 'entry', 'entries')} stood in the file twice.`);
  lines.push(
    ...listed(
      theme,
      `${plural(facts.skipped.length, 'entry', 'entries')} left out`,
      facts.skipped.map(({ place, why }) => `${place}: ${why}`),
    ),
  );
  for (const loss of facts.losses) lines.push(theme.warn(`! ${safeLine(loss)}`));
  lines.push(
    ...listed(
      theme,
      `${plural(facts.media.length, 'picture or sound', 'pictures and sounds')} not copied`,
      facts.media,
    ),
  );
  lines.push(...historyLines(theme, facts));
  lines.push('', ...nextSteps(facts));
  return lines.join('\n');
}

function listed(theme: Theme, what: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const more = entries.length - shown;
  return [
    theme.warn(`! ${what}:`),
    ...entries.slice(0, shown).map((entry) => `    ${safeLine(entry)}`),
    ...(more > 0 ? [theme.dim(`    and ${more} more (--json lists all)`)] : []),
  ];
}

function historyLines(theme: Theme, { history, answersThere }: ImportFacts): string[] {
  if (history === undefined)
    return answersThere === 0
      ? []
      : [theme.dim(`${plural(answersThere, 'answer')} in the file: --history takes them into your journal.`)];
  const { added, known, leftOut } = history;
  const rest = [
    known > 0 ? `${known} were there already` : '',
    leftOut > 0 ? `${leftOut} left out (no possible time, or no such card)` : '',
  ].filter((part) => part !== '');
  return [`${plural(added, 'answer')} taken into your journal${rest.map((part) => `; ${part}`).join('')}.`];
}

function nextSteps({ drafts, decks }: ImportFacts): string[] {
  const [first] = decks;
  if (first === undefined) return [];
  const file = safeLine(first.file);
  return drafts
    ? [
        'The cards are drafts: nobody is asked them until you accept them.',
        `  aws-study deck review ${file}    go through them one by one`,
        `  aws-study deck preview ${file}   see them as the quiz shows them`,
      ]
    : [`  aws-study quiz ${file}`];
}
