import { basename, join } from 'node:path';
import { type Compiled, compileNotes, deckOfDomain } from '../authoring/compile/compile-notes.ts';
import { deckText } from '../authoring/compile/draft-text.ts';
import type { NoteFile } from '../authoring/compile/read-notes.ts';
import { explainLine, summarise } from '../authoring/compile/summary.ts';
import { slugPattern } from '../domain/ids.ts';
import { UserError } from '../errors.ts';
import type { World } from '../ports.ts';
import { makeTheme } from '../terminal/theme.ts';
import {
  compileSummaryView,
  explainView,
  nextStepsView,
  type WrittenDeck,
} from '../terminal/views/compile-summary.ts';
import type { Request, Run } from './command.ts';
import { readNoteFiles } from './compile-input.ts';
import { type MergedDeck, updateDecks, wasMadeAsOne } from './compile-update.ts';
import { isBelow, shownPath } from './shown-path.ts';

/** Longer names would leave no room for the names of cards. */
const longestDeckName = 40;

/** Notes in, decks of drafts out: one a service domain, or one for all with --deck. */
export const run: Run = async (request) => {
  const { world, args, options, json } = request;
  const [files, workshop] = await Promise.all([world.files(), world.workshop()]);
  const notes = readNoteFiles(files, args);
  const update = options.update as string | undefined;
  const out = options.out as string | undefined;
  if (update !== undefined && out !== undefined)
    throw new UserError(
      '--update and --out were both given.',
      'Give the one that names the deck or folder to write.',
    );
  const outIsFile = out !== undefined && /\.ya?ml$/i.test(out);
  const named = nameOf(options.deck as string | undefined, outIsFile ? out : undefined);
  const deck = named ?? (update === undefined ? undefined : wasMadeAsOne(files, workshop, update));
  const compiled = compileNotes(notes, { deck, progress: progressOn(world) });
  if (options.explain !== undefined) return explain(request, notes, compiled, options.explain as number);
  const merged = update === undefined ? undefined : updateDecks(files, workshop, update, compiled);
  if (merged === undefined && compiled.decks.length === 0) throw nothingFound(compiled);
  const written =
    merged === undefined ? await writeNew(request, compiled, out, outIsFile, named) : merged.map(shownMerge);
  const summary = summarise(compiled);
  if (json) {
    const details = merged?.map(({ file, deck: name, report }) => ({ file, deck: name, ...report }));
    world.terminal.print(JSON.stringify({ ...summary, written: details ?? written }));
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  world.terminal.print(compileSummaryView(theme, summary, written, world.terminal.size().columns));
  const [first] = [...written].sort((a, b) => b.drafts - a.drafts);
  if (first !== undefined) {
    const isOwn = isBelow(first.file, world.decksFolder);
    world.terminal.print(nextStepsView(theme, first.file, first.deck, written.length - 1, isOwn));
  }
  return undefined;
};

/** The one deck that everything goes into: by --deck, or by the file that --out names. */
function nameOf(typed: string | undefined, outFile: string | undefined): string | undefined {
  const fromFile = outFile === undefined ? undefined : basename(outFile).replace(/\.ya?ml$/i, '');
  const name = typed?.toLowerCase().replace(/[\s_]+/g, '-') ?? fromFile;
  if (name === undefined) return undefined;
  if (!slugPattern.test(name) || name.length > longestDeckName)
    throw new UserError(
      `"${typed ?? fromFile}" cannot name a deck.`,
      `Use lower-case letters, digits and hyphens, at most ${longestDeckName}, such as "my-notes".`,
    );
  if (fromFile !== undefined && fromFile !== name)
    throw new UserError(
      `a deck called "${name}" does not go into ${outFile}.`,
      `Its file has its name: ${name}.yaml.`,
    );
  return name;
}

async function writeNew(
  { world, options }: Request,
  compiled: Compiled,
  out: string | undefined,
  outIsFile: boolean,
  named: string | undefined,
): Promise<WrittenDeck[]> {
  const files = await world.files();
  const folder = out ?? world.decksFolder;
  const targets = compiled.decks.map((deck) => ({
    deck,
    file: outIsFile && out !== undefined ? out : join(folder, `${deck.deck}.yaml`),
  }));
  if (named !== undefined) await refuseShippedName(world, named);
  // Looked at before anything is written: all of them, or none.
  const there = targets.filter(({ file }) => files.exists(file)).map(({ file }) => shownPath(file));
  if (there.length > 0 && options.force !== true)
    throw new UserError(
      there.length === 1
        ? `${there[0]} is there already.`
        : `${there.length} of these decks are there already, such as ${there[0]}.`,
      `Add --update ${there.length === 1 ? there[0] : shownPath(folder)} to bring them up to date, or --force to replace them.`,
    );
  for (const { deck, file } of targets)
    files.write(file, deckText(deck, named !== undefined), { overwrite: options.force === true });
  return targets.map(({ deck, file }) => ({
    deck: deck.deck,
    file: shownPath(file),
    drafts: deck.drafts.length,
  }));
}

/** A deck of a shipped deck's name would never be asked. */
async function refuseShippedName(world: World, name: string): Promise<void> {
  const { decks } = await (await world.library()).load();
  const twin = decks.find((deck) => deck.deck === name && deck.shipped);
  if (twin !== undefined)
    throw new UserError(
      `there is a deck "${name}" already, and it ships with aws-study.`,
      `Choose another name, such as --deck ${deckOfDomain(name)}.`,
    );
}

const shownMerge = ({ file, deck, drafts, report }: MergedDeck): WrittenDeck => ({
  deck,
  file: shownPath(file),
  drafts,
  merge: {
    added: report.added.length,
    changed: report.changed.length,
    gone: report.gone.length,
    unchanged: report.unchanged,
  },
});

/** Says how far it is once it has taken half a second, and then twice a second. */
function progressOn({ clock, terminal }: World): (share: number) => void {
  let saidMs = clock.now();
  return (share) => {
    if (clock.now() - saidMs < 500) return;
    saidMs = clock.now();
    terminal.complain(`compiling: ${Math.floor(share * 100)}%`);
  };
}

function nothingFound(compiled: Compiled): UserError {
  return new UserError(
    `no draft could be made of ${compiled.lines} ${compiled.lines === 1 ? 'line' : 'lines'}.`,
    'Notes need sentences, lists, tables or commands; add --explain <line> to see what became of a line.',
  );
}

function explain(
  { world, json }: Request,
  notes: readonly NoteFile[],
  compiled: Compiled,
  line: number,
): undefined {
  const found = notes.flatMap(({ name, text }) => {
    const lines = text.split(/\r\n|\n|\r/);
    return line >= 1 && line <= lines.length
      ? [{ name, text: lines[line - 1] ?? '', fates: explainLine(compiled, name, line) }]
      : [];
  });
  if (found.length === 0)
    throw new UserError(`there is no line ${line} in these notes.`, 'Lines count from 1.');
  if (json) {
    world.terminal.print(JSON.stringify(found.map(({ name, fates }) => ({ file: name, line, fates }))));
    return undefined;
  }
  const theme = makeTheme(world.terminal);
  const { columns } = world.terminal.size();
  for (const { name, text, fates } of found)
    world.terminal.print(explainView(theme, `${name}:${line}`, text.slice(0, 200), fates, columns));
  return undefined;
}
