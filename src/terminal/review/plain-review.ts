import type { Terminal } from '../../ports.ts';
import { lineReader } from '../read-line.ts';
import { safeLine } from '../safe-question.ts';
import { draftLines } from './draft-lines.ts';
import { actionOf, type ReviewParts, reviewActions } from './review-parts.ts';
import type { ReviewEnd } from './review-screen.ts';

/** The review one line at a time: for pipes, screen readers and terminals that cannot move their cursor. */
export async function plainReview(parts: ReviewParts, terminal: Terminal): Promise<ReviewEnd> {
  const reader = lineReader(terminal);
  try {
    return await walk(parts, terminal, async () => (await reader.next())?.toLowerCase());
  } finally {
    reader.close();
  }
}

const ask = `Type ${reviewActions.map(({ key, word }) => `${key} ${word}`).join(', ')}, ? help, q quit:`;

async function walk(
  parts: ReviewParts,
  terminal: Terminal,
  read: () => Promise<string | undefined>,
): Promise<ReviewEnd> {
  const { theme } = parts;
  /** Drafts that were skipped are not shown again. */
  const skipped = new Set<string>();
  for (;;) {
    const drafts = parts.drafts();
    const left = drafts.filter(({ card }) => !skipped.has(card.id));
    const [draft] = left;
    if (draft === undefined) return drafts.length === 0 ? 'done' : 'quit';
    const { card } = draft;
    const width = Math.min(terminal.size().columns, 100);
    terminal.print(`\n${safeLine(parts.title)}, ${card.topic}, ${card.kind}. ${left.length} to go.`);
    terminal.print(draftLines(theme, parts.markdown(), draft, width).join('\n'));
    for (;;) {
      terminal.print(ask);
      const line = await read();
      if (line === undefined || line === 'q' || line === 'quit') return 'quit';
      const action = actionOf(line);
      if (line === '?' || line === 'help' || action === undefined) {
        if (action === undefined && line !== '?' && line !== 'help')
          terminal.print(`"${safeLine(line)}" is no command.`);
        for (const { key, word, help } of reviewActions) terminal.print(`${key} ${word}: ${help}`);
        continue;
      }
      if (action === 'skip') skipped.add(card.id);
      else if (action === 'edit') {
        terminal.print(`Edit ${safeLine(parts.placeOf(card.id))}, then press Enter here.`);
        if ((await read()) === undefined) return 'quit';
      } else terminal.print(parts[action](card.id));
      break;
    }
  }
}
