import { basename, resolve } from 'node:path';
import { cardCount } from '../authoring/stats/card-count.ts';
import { UserError } from '../errors.ts';
import type { Opener, World } from '../ports.ts';
import { loadMarkdown } from '../terminal/markdown.ts';
import type { ReviewParts } from '../terminal/review/review-parts.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { plural } from '../terminal/words.ts';
import type { Run } from './command.ts';
import { acceptAll } from './deck-review-all.ts';
import { ReviewDesk } from './review-desk.ts';
import { isBelow } from './shown-path.ts';

/** Walks the drafts of a deck: accept, edit, reject, merge; on a screen or line by line; or accepts them all at once. */
export const run: Run = async (request) => {
  const { world, args, options, json } = request;
  const [word = ''] = args;
  if (options.withFlags === true && options.acceptAll !== true)
    throw new UserError('--with-flags belongs to --accept-all.', 'Give both, or neither to go through them.');
  const [workshop, files, opener] = await Promise.all([world.workshop(), world.files(), world.opener()]);
  const file = workshop.locate(word);
  if (files.isFolder(file)) throw new UserError(`${file} is a folder.`, 'Name the file of one deck.');
  const desk = new ReviewDesk({ file, workshop, files });
  const { print } = world.terminal;
  if (options.acceptAll === true) return acceptAll(request, desk, word);
  if (json) {
    const drafts = desk
      .drafts()
      .map(({ card, notes }) => ({ id: card.id, kind: card.kind, topic: card.topic, notes }));
    print(JSON.stringify({ deck: desk.deck.deck, cards: cardCount(desk.deck.cards), drafts }));
    return undefined;
  }
  if (desk.drafts().length === 0) {
    const cards = cardCount(desk.deck.cards);
    const which = cards === 1 ? 'its card' : `all of its ${cards} cards`;
    print(`${safeLine(file)} has no drafts: ${which} can be studied.`);
    return undefined;
  }
  await walk(world, desk, opener, file);
  const { accepted, rejected, merged } = desk.tally;
  const left = desk.drafts().length;
  const rest = left === 0 ? 'no drafts left' : `${plural(left, 'draft')} left`;
  print(`${accepted} accepted, ${rejected} rejected, ${merged} merged; ${rest}.`);
  if (desk.deck.cards.length > left)
    print(`Study them: aws-study quiz ${nameForQuiz(file, world.decksFolder)}`);
  return undefined;
};

function nameForQuiz(file: string, ownDecks: string): string {
  if (isBelow(file, ownDecks)) return basename(file).replace(/\.ya?ml$/i, '');
  return /[\\/]/.test(file) ? file : `./${file}`;
}

async function walk({ terminal }: World, desk: ReviewDesk, opener: Opener, file: string): Promise<void> {
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
}
