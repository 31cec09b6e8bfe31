import { basename, join } from 'node:path';
import { deckText } from '../authoring/format/deck-text.ts';
import { updateDeck } from '../authoring/format/update-deck.ts';
import { detectFormat, type ImportFormat, importFormats } from '../authoring/import/detect-format.ts';
import { pastReviews } from '../authoring/import/history.ts';
import type { ImportedDeck } from '../authoring/import/imported.ts';
import { readFile } from '../authoring/import/index.ts';
import { type Settled, settleCards } from '../authoring/import/settle-cards.ts';
import { partsOf } from '../domain/cards/index.ts';
import { slugPattern } from '../domain/ids.ts';
import { defaultSettings } from '../domain/settings.ts';
import { UserError } from '../errors.ts';
import type { Files, Workshop, World } from '../ports.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { makeTheme } from '../terminal/theme.ts';
import { type ImportFacts, importView } from '../terminal/views/deck-import.ts';
import type { Request, Run } from './command.ts';
import { schemaFor } from './deck-schema-path.ts';

const mostBytes = 256 * 1024 * 1024;
const mostSeconds = 60;
/** From here on reading takes longer than half a second, and is said. */
const largeBytes = 256 * 1024;

/** Takes cards of another program into decks, as drafts. Nothing is written unless all of it can be. */
export const run: Run = async (request) => {
  const { world, args, options, json } = request;
  const [file = ''] = args;
  const files = await world.files();
  const bytes = files.read(file, mostBytes);
  if (bytes.length === 0) throw new UserError(`${file} is empty.`, 'Export it again from the other program.');
  const format = (options.format as ImportFormat | undefined) ?? detectFormat(bytes);
  if (format === undefined)
    throw new UserError(
      `${file} is in no format that can be imported.`,
      `Formats: ${importFormats.join(', ')}; name one with --format.`,
    );
  if (bytes.length > largeBytes) world.terminal.complain(`reading ${safeLine(file)} …`);
  const open = format === 'apkg' ? await world.sqlite() : undefined;
  const limit = await world.timeLimit();
  const { settled, found } = limit(mostSeconds, () => {
    const read = readFile(bytes, format, open);
    const fileName = basename(file).replace(/\.[^.]*$/, '');
    const deck = deckName(options);
    return { found: read, settled: settleCards(read, { deck, fileName, accept: options.accept === true }) };
  });
  if (settled.decks.length === 0) throw nothingTaken(file, settled);
  const written = await write(request, files, await world.workshop(), settled.decks);
  const history = options.history === true ? await takeHistory(world, settled) : undefined;
  const facts: ImportFacts = {
    format,
    decks: written,
    drafts: options.accept !== true,
    twins: settled.twins,
    skipped: settled.skipped,
    losses: found.losses,
    media: found.media,
    answersThere: settled.answers.length,
    ...(history === undefined ? {} : { history }),
  };
  if (json) world.terminal.print(JSON.stringify(facts));
  else world.terminal.print(importView(makeTheme(world.terminal), facts));
  return undefined;
};

/** The deck that is named, or that the file to write is named after. */
function deckName({ deck, out }: Request['options']): string | undefined {
  const name =
    (deck as string | undefined) ?? /([^\\/]+)\.ya?ml$/i.exec((out as string | undefined) ?? '')?.[1];
  if (name !== undefined && (!slugPattern.test(name) || name.length > 40))
    throw new UserError(
      `"${name}" cannot name a deck.`,
      'Use at most 40 lower-case letters, digits and hyphens, such as "my-notes".',
    );
  return name;
}

function nothingTaken(file: string, { skipped }: Settled): UserError {
  const [first] = skipped;
  const why =
    first === undefined
      ? 'It holds no cards.'
      : `The first of ${skipped.length}: ${safeLine(`${first.place}: ${first.why}`)}.`;
  return new UserError(`nothing in ${file} could be taken.`, why);
}

interface Target {
  readonly deck: ImportedDeck;
  readonly file: string;
  readonly text: string;
  readonly added: number;
  readonly changed: number;
  readonly kept: number;
}

/** Every deck's text is made and read back before the first is written. */
async function write(
  { world, options }: Request,
  files: Files,
  workshop: Workshop,
  decks: readonly ImportedDeck[],
): Promise<ImportFacts['decks']> {
  const out = options.out as string | undefined;
  const targets = decks.map((deck): Target => {
    const isFile = out !== undefined && /\.ya?ml$/i.test(out);
    const file = isFile ? out : join(out ?? world.decksFolder, `${deck.deck}.yaml`);
    const target = targetOf(deck, file, files, workshop, options.update === true);
    const read = workshop.parse(target.text, file);
    const problem = 'problems' in read ? read.problems[0] : undefined;
    if (problem !== undefined)
      throw new UserError(
        `the deck "${deck.deck}" would not be readable: ${problem.message}.`,
        'Choose another name with --deck.',
      );
    return target;
  });
  if (out === undefined) await checkNames(world, targets);
  const overwrite = options.force === true || options.update === true;
  const taken = overwrite ? undefined : targets.find(({ file }) => files.exists(file));
  if (taken !== undefined)
    throw new UserError(
      `${taken.file} is there already.`,
      'Add --update to bring it up to date, --force to replace it, or choose another --deck or --out.',
    );
  for (const { file, text } of targets) files.write(file, text, { overwrite });
  return targets.map(({ deck, file, added, changed, kept }) => ({
    ...{ deck: deck.deck, file, cards: deck.cards.length, added, changed, kept },
  }));
}

function targetOf(
  deck: ImportedDeck,
  file: string,
  files: Files,
  workshop: Workshop,
  update: boolean,
): Target {
  if (!update || !files.exists(file)) {
    const text = deckText({ ...deck, cards: [...deck.cards] }, schemaFor(file, workshop.schemasFolder));
    return { deck, file, text, added: deck.cards.length, changed: 0, kept: 0 };
  }
  const before = new TextDecoder().decode(files.read(file, mostBytes));
  const updated = updateDeck(before, deck.cards);
  if (updated === undefined)
    throw new UserError(`${file} is no deck that can be updated.`, 'Check it with "aws-study deck lint".');
  const { text, added, changed, kept } = updated;
  return { deck, file, text, added: added.length, changed: changed.length, kept: kept.length };
}

/** Among the learner's own decks no name may be taken: both decks would be left out. */
async function checkNames(world: World, targets: readonly Target[]): Promise<void> {
  const { decks } = await (await world.library()).load();
  for (const { deck, file } of targets) {
    const twin = decks.find((one) => one.deck === deck.deck && one.file !== file);
    if (twin !== undefined)
      throw new UserError(
        `there is already a deck "${deck.deck}" (${twin.file}).`,
        'Give this one another name: --deck my-cards.',
      );
  }
}

async function takeHistory(world: World, { decks, answers }: Settled) {
  const [journal, settings] = await Promise.all([world.journal(), world.settings()]);
  const cards = new Map(decks.flatMap((deck) => deck.cards.map((card) => [card.id, card])));
  const { reviews, leftOut } = pastReviews(
    answers,
    (note) => {
      const card = cards.get(note);
      return card === undefined ? [] : partsOf(card);
    },
    {
      nowMs: world.clock.now(),
      zoneOffset: (at) => world.clock.zoneOffset(at),
      rolloverMinutes: settings.read().rolloverMinutes ?? defaultSettings.rolloverMinutes,
    },
  );
  const added = journal.addReviews(reviews);
  journal.saveSnapshot();
  return { added, known: reviews.length - added, leftOut };
}
