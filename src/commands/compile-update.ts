import { join } from 'node:path';
import { type Compiled, type CompiledDeck, domainOfDeck } from '../authoring/compile/compile-notes.ts';
import { deckText, isCompiled, wasOneDeck } from '../authoring/compile/draft-text.ts';
import { isDomain } from '../authoring/compile/gazetteer.ts';
import { type MergeReport, mergeDrafts } from '../authoring/compile/merge-drafts.ts';
import type { Deck } from '../domain/cards/index.ts';
import { UserError } from '../errors.ts';
import type { Files, Workshop } from '../ports.ts';

export interface MergedDeck {
  readonly deck: string;
  readonly file: string;
  readonly drafts: number;
  readonly report: MergeReport;
}

interface ReadDeck {
  readonly file: string;
  readonly text: string;
  readonly deck: Deck;
}

/** @throws UserError for a deck that cannot be read: nothing is merged into what is broken. */
function readDeck(workshop: Workshop, path: string): ReadDeck {
  const [file] = workshop.decks([path]);
  if (file === undefined)
    throw new UserError(`${path} is no deck.`, 'A deck begins with "deck:" and holds "cards:".');
  if ('problems' in file) {
    const [first] = file.problems;
    throw new UserError(
      `${path}:${first?.line ?? 1}: ${first?.message ?? 'this is no deck'}.`,
      `Mend it first: "aws-study deck lint ${path}" says all that is wrong.`,
    );
  }
  return { file: path, text: file.text, deck: file.deck };
}

/** Name of the deck in a file that holds all domains together; undefined where decks are sorted by domain. */
export function wasMadeAsOne(files: Files, workshop: Workshop, path: string): string | undefined {
  if (files.isFolder(path)) return undefined;
  const { text, deck } = readDeck(workshop, path);
  const byDomain = !wasOneDeck(text) && /^notes-/.test(deck.deck) && isDomain(domainOfDeck(deck.deck));
  return byDomain ? undefined : deck.deck;
}

/** Brings a deck, or all compiled decks of a folder, up to date. Everything is worked out before anything is written. */
export function updateDecks(
  files: Files,
  workshop: Workshop,
  path: string,
  compiled: Compiled,
): MergedDeck[] {
  const byName = new Map(compiled.decks.map((deck) => [deck.deck, deck]));
  const results: { merged: MergedDeck; text: string; before: string | undefined }[] = [];
  const merge = ({ file, text, deck }: ReadDeck, fresh: CompiledDeck | undefined) => {
    const result = mergeDrafts(text, deck, fresh);
    if (result === undefined)
      throw new UserError(
        `${file} cannot be brought up to date: its cards are not written one below the other.`,
        'Run "aws-study deck format" on it first.',
      );
    const merged = { deck: deck.deck, file, drafts: fresh?.drafts.length ?? 0, report: result.report };
    results.push({ merged, text: result.text, before: text });
  };
  if (!files.isFolder(path)) {
    const read = readDeck(workshop, path);
    merge(read, byName.get(read.deck.deck));
  } else {
    for (const found of workshop.decks([path])) {
      if (!('deck' in found) || !isCompiled(found.text) || wasOneDeck(found.text)) continue;
      merge(found, byName.get(found.deck.deck));
      byName.delete(found.deck.deck);
    }
    for (const deck of byName.values()) {
      const file = join(path, `${deck.deck}.yaml`);
      if (files.exists(file)) {
        merge(readDeck(workshop, file), deck);
        continue;
      }
      const report: MergeReport = {
        added: deck.drafts.map(({ id }) => id),
        changed: [],
        gone: [],
        unchanged: 0,
        rejected: 0,
      };
      results.push({
        merged: { deck: deck.deck, file, drafts: deck.drafts.length, report },
        text: deckText(deck, false),
        before: undefined,
      });
    }
  }
  for (const { merged, text, before } of results)
    if (text !== before) files.write(merged.file, text, { overwrite: true });
  return results.map(({ merged }) => merged);
}
