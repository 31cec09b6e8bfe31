import { wordsOf } from '../domain/cards/index.ts';
import { UserError } from '../errors.ts';
import { openDesk } from '../study/open-desk.ts';
import { safeText } from '../terminal/safe-text.ts';
import { makeTheme } from '../terminal/theme.ts';
import { plural } from '../terminal/words.ts';
import { shorten } from '../terminal/wrap.ts';
import type { Run } from './command.ts';

const shownByDefault = 20;

/** Cards that hold all of the words, in front, back, id or topic. */
export const run: Run = async ({ world, args, options, json }) => {
  const words = args.flatMap((arg) => arg.toLowerCase().split(/\s+/)).filter((word) => word !== '');
  if (words.length === 0)
    throw new UserError(
      'there is nothing to search for.',
      'Give a word, such as "aws-study search visibility".',
    );
  const desk = await openDesk(world, { trustClock: true });
  const found = desk.shelf.entries.flatMap((entry) => {
    const card = desk.library.card(entry);
    const text = safeText(wordsOf(card, entry.part)).replace(/\s+/g, ' ').trim();
    const hay = `${entry.id} ${entry.topic} ${text} ${card.why ?? ''}`.toLowerCase();
    return words.every((word) => hay.includes(word))
      ? [{ card: entry.id, deck: entry.deck, topic: entry.topic, text }]
      : [];
  });
  const limit = (options.limit as number | undefined) ?? shownByDefault;
  if (json) {
    world.terminal.print(JSON.stringify(found.slice(0, limit)));
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  const { columns } = world.terminal.size();
  if (found.length === 0) world.terminal.print(`No card holds "${words.join(' ')}".`);
  for (const { card, text } of found.slice(0, limit)) {
    world.terminal.print(
      `${theme.strong(card)}\n  ${shorten(text, Math.max(30, columns - 3), theme.signs.ellipsis)}`,
    );
  }
  if (found.length > limit)
    world.terminal.print(
      theme.dim(`${plural(found.length - limit, 'card')} more: add a word, or --limit ${found.length}.`),
    );
  return undefined;
};
