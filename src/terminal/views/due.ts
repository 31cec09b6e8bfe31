import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { padTo, shorten } from '../wrap.ts';

export interface DueFacts {
  readonly rows: readonly { readonly card: string; readonly overdueDays: number; readonly reason: string }[];
  readonly ahead: readonly { readonly day: string; readonly cards: number }[];
  readonly columns: number;
}

const rowsShown = 20;

export function dueView(theme: Theme, { rows, ahead, columns }: DueFacts): string {
  const lines = [theme.strong(rows.length === 0 ? 'Nothing is due.' : `${plural(rows.length, 'card')} due`)];
  // Beside the longest note, "missed in an exam".
  const width = Math.max(12, Math.min(60, columns - 21));
  for (const { card, overdueDays, reason } of rows.slice(0, rowsShown)) {
    const note =
      reason === 'boosted'
        ? 'missed in an exam'
        : overdueDays === 0
          ? 'today'
          : `${plural(overdueDays, 'day')} late`;
    lines.push(`  ${padTo(shorten(card, width, theme.signs.ellipsis), width)}  ${theme.dim(note)}`);
  }
  if (rows.length > rowsShown) lines.push(theme.dim(`  and ${rows.length - rowsShown} more`));
  const most = Math.max(...ahead.map((day) => day.cards));
  if (most > 0) {
    lines.push('', theme.strong('Coming'));
    const cells = Math.max(5, Math.min(40, columns - 24));
    for (const { day, cards } of ahead.filter((one) => one.cards > 0)) {
      const bar = theme.signs.full.repeat(Math.max(1, Math.round((cards / most) * cells)));
      lines.push(`  ${day}  ${String(cards).padStart(4)}  ${theme.accent(bar)}`);
    }
  }
  return lines.join('\n');
}
