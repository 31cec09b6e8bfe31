import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Card } from '../domain/cards/index.ts';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { DeckInfo, Library, LibraryEntry, Shelf } from '../ports.ts';
import { loadCached } from './deck-cache.ts';
import { type DeckIndex, deckInfo, type PackedEntry, unpackEntries } from './pack.ts';

/** Decks that ship with the program, compiled to one index and one file of cards at build. */
export interface ShippedPack {
  readonly decks: readonly { readonly file: string; readonly base: number; readonly index: DeckIndex }[];
}

export interface LibraryPlaces {
  /** Folder with `decks.json` and `decks.cards`, made at build. */
  readonly shipped: string;
  /** The learner's own decks; it need not exist. */
  readonly own: string;
  readonly cache: string;
  readonly now: () => number;
}

const isDeckFile = (name: string) => /\.ya?ml$/i.test(name) && !name.startsWith('.');

const hints: Readonly<Record<string, string>> = {
  EISDIR: 'It is a folder: move it away, or the decks out of it.',
  ENOTDIR: 'A file stands where a folder should be: move it away.',
};

const unreadable = (file: string, message: string, code: unknown): Problem => ({
  rule: 'file',
  severity: 'error',
  file,
  line: 1,
  column: 1,
  message,
  hint: hints[String(code)] ?? 'Check the path and its permissions.',
});

/** Ids start with their deck's name, so only a deck whose name continues another's can use an id of that one. */
function idClash(
  deck: string,
  fresh: readonly PackedEntry[],
  decks: readonly DeckInfo[],
  entries: readonly PackedEntry[],
): Omit<Problem, 'file'> | undefined {
  const kin = decks.filter((other) => other.deck.startsWith(`${deck}-`) || deck.startsWith(`${other.deck}-`));
  if (kin.length === 0) return undefined;
  const names = new Set(kin.map((other) => other.deck));
  const notes = new Map<string, string>();
  for (const entry of entries) if (names.has(entry.deck)) notes.set(entry.note, entry.deck);
  const twin = fresh.find((entry) => notes.has(entry.note));
  return (
    twin && {
      rule: 'id-unique',
      severity: 'error',
      line: twin.line,
      column: 1,
      id: twin.note,
      message: `the id "${twin.note}" is used in the deck "${notes.get(twin.note)}" too`,
      hint: 'Give the card an id of its own: progress hangs on it.',
    }
  );
}

export class DeckLibrary implements Library {
  readonly #places: LibraryPlaces;
  readonly #handles = new Map<string, number>();

  constructor(places: LibraryPlaces) {
    this.#places = places;
  }

  /** Shipped decks, then the learner's own, then the given files. A deck of a name that is taken is a problem. */
  async load(paths: readonly string[] = []): Promise<Shelf> {
    const decks: DeckInfo[] = [];
    let entries: PackedEntry[] = [];
    const problems: Problem[] = [];
    const pack = join(this.#places.shipped, 'decks.cards');
    for (const { file, base, index } of this.#shipped().decks) {
      decks.push(deckInfo(index, file, true));
      entries.push(...unpackEntries(index, pack, base));
    }
    // A pack may have been written anew since: what is open still shows the old one.
    this.close();
    const named = new Set(paths.map((path) => resolve(path)));
    for (const file of new Set([...this.#ownFiles(problems), ...named])) {
      const loaded = await this.#loadFile(file);
      if ('problems' in loaded) {
        problems.push(...loaded.problems);
        continue;
      }
      const twin = decks.find((deck) => deck.deck === loaded.index.deck);
      if (twin?.shipped === true && named.has(file)) {
        // A deck of the project that is being worked on: the file named stands in for the one that was built.
        decks.splice(decks.indexOf(twin), 1);
        entries = entries.filter((entry) => entry.deck !== twin.deck);
      } else if (twin !== undefined) {
        problems.push({
          rule: 'deck-unique',
          severity: 'error',
          file,
          line: 1,
          column: 1,
          message: `there is already a deck "${twin.deck}" (${twin.file})`,
          hint: 'Give this deck another name, and its ids the new prefix.',
        });
        continue;
      }
      const fresh = unpackEntries(loaded.index, loaded.pack, 0);
      const clash = idClash(loaded.index.deck, fresh, decks, entries);
      if (clash !== undefined) {
        problems.push({ ...clash, file });
        continue;
      }
      decks.push(deckInfo(loaded.index, file, false));
      for (const entry of fresh) entries.push(entry);
    }
    return { decks, entries, problems };
  }

  card(entry: LibraryEntry): Card {
    const { pack, offset, length } = entry as PackedEntry;
    if (pack.startsWith('data:')) {
      return JSON.parse(
        Buffer.from(pack.slice('data:'.length)).toString('utf8', offset, offset + length),
      ) as Card;
    }
    let handle = this.#handles.get(pack);
    if (handle === undefined) {
      handle = openSync(pack, 'r');
      this.#handles.set(pack, handle);
    }
    const bytes = Buffer.alloc(length);
    readSync(handle, bytes, 0, length, offset);
    try {
      return JSON.parse(bytes.toString('utf8')) as Card;
    } catch (error) {
      throw new UserError(
        `the text of ${entry.id} could not be read from ${pack}.`,
        'Start again; if it stays so, delete that file: it is made anew from the deck.',
        { cause: error },
      );
    }
  }

  close(): void {
    for (const handle of this.#handles.values()) closeSync(handle);
    this.#handles.clear();
  }

  #shipped(): ShippedPack {
    const path = join(this.#places.shipped, 'decks.json');
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as ShippedPack;
    } catch (error) {
      throw new UserError(
        `the shipped decks could not be read (${path}).`,
        'Run "npm run build", or install again.',
        {
          cause: error,
        },
      );
    }
  }

  #ownFiles(problems: Problem[]): string[] {
    try {
      const names = readdirSync(this.#places.own).filter(isDeckFile);
      return names.sort().map((name) => join(this.#places.own, name));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'ENOENT')
        problems.push(unreadable(this.#places.own, `the folder could not be read (${code})`, code));
      return [];
    }
  }

  async #loadFile(file: string): ReturnType<typeof loadCached> {
    try {
      return await loadCached(file, join(this.#places.cache, 'decks'), this.#places.now());
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      const message =
        error.code === 'ENOENT' ? 'there is no such file' : `the file could not be read (${error.code})`;
      return { problems: [unreadable(file, message, error.code)] };
    }
  }
}
