import { basename, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { loadMarkdown } from '../terminal/markdown.ts';
import type { ReviewParts } from '../terminal/review/review-parts.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { plural } from '../terminal/words.ts';
import type { Run } from './command.ts';
import { ReviewDesk } from './review-desk.ts';
import { isBelow } from './shown-path.ts';

/** Walks the drafts of a deck: accept, edit, reject, merge; on a screen or line by line. */
export const run: Run = async ({ world, args, json }) => {
  const [file = ''] = args;
  const [workshop, files, opener] = await Promise.all([world.workshop(), world.files(), world.opener()]);
  if (files.isFolder(file)) throw new UserError(`${file} is a folder.`, 'Name the file of one deck.');
  const desk = new ReviewDesk({ file, workshop, files });
  const { terminal } = world;
  if (json) {
    const drafts = desk
      .drafts()
      .map(({ card, notes }) => ({ id: card.id, kind: card.kind, topic: card.topic, notes }));
    terminal.print(JSON.stringify({ deck: desk.deck.deck, cards: desk.deck.cards.length, drafts }));
    return undefined;
  }
  if (desk.drafts().length === 0) {
    terminal.print(
      `${safeLine(file)} has no drafts: all of its ${plural(desk.deck.cards.length, 'card')} can be studied.`,
    );
    return undefined;
  }
  const theme = makeTheme(terminal);
  const markdown = await loadMarkdown(theme);
  const parts: ReviewParts = {
    theme,
    markdown: () => markdown,
    title: desk.deck.title,
    drafts: () => desk.drafts(),
    accept: (id) => desk.accept(id),
    reject: (id) => desk.reject(id),
    merge: (id) => desk.merge(id),
    undo: () => desk.undo(),
    edit: (id) => {
      const said = opener.edit(resolve(file), desk.lineOf(id));
      return desk.reread() ?? (said.startsWith('Edited') ? 'Edited; this is how it stands now.' : said);
    },
    placeOf: (id) => `${file}:${desk.lineOf(id)}`,
    tally: () => desk.tally,
  };
  if (terminal.interactive) {
    const [{ runScreen }, { reviewScreen }] = await Promise.all([
      import('../terminal/screen.ts'),
      import('../terminal/review/review-screen.ts'),
    ]);
    await runScreen(reviewScreen(parts), terminal);
  } else {
    const { plainReview } = await import('../terminal/review/plain-review.ts');
    await plainReview(parts, terminal);
  }
  const { accepted, rejected, merged } = desk.tally;
  const left = desk.drafts().length;
  terminal.print(
    `${accepted} accepted, ${rejected} rejected, ${merged} merged; ${left === 0 ? 'no drafts left' : `${plural(left, 'draft')} left`}.`,
  );
  const own = isBelow(file, world.decksFolder);
  const name = own ? basename(file).replace(/\.ya?ml$/i, '') : /[\\/]/.test(file) ? file : `./${file}`;
  if (desk.deck.cards.length > left) terminal.print(`Study them: aws-study quiz ${name}`);
  return undefined;
};
