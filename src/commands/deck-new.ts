import { join } from 'node:path';
import { starterDeck } from '../authoring/format/starter-deck.ts';
import { slugPattern } from '../domain/ids.ts';
import { isoDay, studyDay } from '../domain/scheduling/study-day.ts';
import { UserError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { padTo } from '../terminal/wrap.ts';
import type { Run } from './command.ts';
import { schemaFor } from './deck-schema-path.ts';
import { problemsOf } from './left-out-deck.ts';
import { isBelow, shownPath } from './shown-path.ts';

/** Writes a commented starter deck: into ./decks where that folder is here, else among the learner's own. */
export const run: Run = async ({ world, args, options, json }) => {
  const typed = (args[0] ?? '').trim();
  const deck = typed.toLowerCase().replace(/[\s_]+/g, '-');
  if (!slugPattern.test(deck)) throw noName(typed);
  const shelf = await (await world.library()).load();
  // A deck that is left out for its problems has its name all the same.
  const twin = shelf.decks.find((one) => one.deck === deck) ?? problemsOf(shelf, deck)[0];
  if (twin !== undefined && options.force !== true)
    throw new UserError(
      `there is a deck "${deck}" already (${safeLine(twin.file)}).`,
      'Choose another name; ids begin with it, so no two decks may share one.',
    );
  const [files, workshop] = await Promise.all([world.files(), world.workshop()]);
  const out = (options.out as string | undefined) ?? defaultFile(files, deck, world.decksFolder);
  if (!new RegExp(`(?:^|[\\\\/])${deck}\\.ya?ml$`).test(out))
    throw new UserError(
      `a deck called "${deck}" does not go into "${out}".`,
      `Its file has its name: ${deck}.yaml.`,
    );
  const today = isoDay(studyDay(world.clock.now(), (at) => world.clock.zoneOffset(at), 0));
  const schema = schemaFor(out, workshop.schemasFolder);
  // Words that make no name as they stand are how the learner calls it.
  const words = typed.replace(/\s+/g, ' ');
  const title = (options.title as string | undefined) ?? (/[\sA-Z]/.test(words) ? words : undefined);
  const text = starterDeck({ deck, title, schema, today });
  files.write(out, text, { overwrite: options.force === true });
  const file = shownPath(out);
  if (json) world.terminal.print(JSON.stringify({ deck, file }));
  else {
    const theme = makeTheme(world.terminal);
    const called =
      deck === typed
        ? ''
        : `the deck "${deck}"${title === undefined ? '' : `, titled "${safeLine(title)}"`}; `;
    world.terminal.print(
      `${theme.good(theme.signs.right)} ${file}: ${called}fill in what says TODO, then take "status: draft" away.`,
    );
    // Among the own decks it is known by its name; elsewhere it is found by its path alone.
    const asked = isBelow(out, world.decksFolder) ? deck : file;
    world.terminal.print(`  aws-study deck preview ${file}   shows it as you save`);
    world.terminal.print(`  aws-study deck lint ${file}      says what is left`);
    world.terminal.print(
      `  aws-study quiz ${padTo(asked, file.length)}           asks its cards, once they are no drafts`,
    );
  }
  return undefined;
};

function noName(typed: string): UserError {
  const [, bare] = /^(.+)\.ya?ml$/i.exec(typed) ?? [];
  return new UserError(
    `"${safeLine(typed)}" cannot name a deck.`,
    bare === undefined
      ? 'Use lower-case letters, digits and hyphens, such as "step-functions".'
      : 'Leave out ".yaml"; a place for its file is given with --out.',
  );
}

function defaultFile(files: Files, deck: string, own: string): string {
  return join(files.isFolder('decks') ? 'decks' : own, `${deck}.yaml`);
}
