import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeckPath } from '../domain/deck-path.ts';
import { nearest } from '../domain/nearest.ts';
import { UserError } from '../errors.ts';
import type { DeckFile, ExamFile, Workshop } from '../ports.ts';
import { isInside, shownPath, yamlFilesIn } from './author-paths.ts';
import { examTextKind } from './exam-text.ts';
import { ExamWorkshop } from './exam-workshop.ts';
import { parseDeck } from './parse-deck.ts';

/** Deck files as they stand on disk, for lint and preview: no cache, every place known. */
export class DeckWorkshop implements Workshop {
  readonly #project: string;
  readonly #own: string;
  readonly #exams: ExamWorkshop;
  readonly schemasFolder: string;

  constructor(places: { readonly project: string; readonly own: string }) {
    this.schemasFolder = join(places.project, 'schemas');
    this.#project = join(places.project, 'decks');
    this.#own = places.own;
    this.#exams = new ExamWorkshop(places);
  }

  decks(paths: readonly string[]): readonly DeckFile[] {
    const wanted =
      paths.length > 0
        ? paths.map((path) => this.locate(path))
        : [this.#project, this.#own].filter((path) => existsSync(path));
    return wanted.flatMap(filesAt).flatMap((file) => this.#read(file) ?? []);
  }

  exams(paths: readonly string[]): readonly ExamFile[] {
    return this.#exams.files(paths);
  }

  /** A file goes before a folder that holds some, that before a deck of the name, and that before any other folder. */
  locate(word: string): string {
    const place = placeOf(word);
    const isName = !isDeckPath(word);
    if (place === 'file' || (place === 'folder' && (!isName || filesAt(word).length > 0))) return word;
    const decks = isName ? this.#byName() : new Map<string, string>();
    const named = decks.get(word);
    if (named !== undefined) return shownPath(named);
    if (place === 'folder') return word;
    if (!isName) throw new UserError(`there is no file or folder ${word}.`, 'Check the path.');
    const near = nearest(word, [...decks.keys()]);
    throw new UserError(
      `there is no file or folder ${word}, and no deck of that name has a file here.`,
      near === undefined ? 'Give a path, or the name of a deck of your own.' : `Did you mean "${near}"?`,
    );
  }

  /** Files by the name of their deck: the learner's own, those of a decks folder here, the project's. */
  #byName(): Map<string, string> {
    const decks = new Map<string, string>();
    for (const folder of [this.#own, resolve('decks'), this.#project]) {
      for (const name of namesIn(folder)) {
        const [, deck] = /^([^.].*)\.ya?ml$/i.exec(name) ?? [];
        if (deck !== undefined && !decks.has(deck)) decks.set(deck, join(folder, name));
      }
    }
    return decks;
  }

  /** Undefined for an exam or a question bank. */
  #read(absolute: string): DeckFile | undefined {
    const file = shownPath(absolute);
    let source: string;
    try {
      source = readFileSync(absolute, 'utf8');
    } catch {
      const message = 'the file could not be read';
      return {
        file,
        problems: [
          {
            rule: 'file',
            severity: 'error',
            file,
            line: 1,
            column: 1,
            message,
            hint: 'Check its permissions.',
          },
        ],
      };
    }
    if (examTextKind(source) !== undefined) return undefined;
    return this.parse(source, file);
  }

  parse(text: string, file: string): DeckFile {
    const result = parseDeck(text, file);
    if ('problems' in result) return { file, text, problems: result.problems };
    const { deck, yaml } = result.parsed;
    const shipped = isInside(this.#project, resolve(file));
    const { cards } = yaml.value as { readonly cards: readonly object[] };
    const fields = (card: number) => Object.keys(cards[card] ?? {});
    return { file, text, deck, shipped, fields, place: (path) => yaml.place(path) };
  }
}

function placeOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(resolve(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function filesAt(path: string): string[] {
  const absolute = resolve(path);
  if (placeOf(absolute) !== 'folder') return [absolute];
  try {
    return yamlFilesIn(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`the folder ${path} could not be read (${code}).`, 'Check its permissions.');
  }
}
