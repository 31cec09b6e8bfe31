import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
    const wanted = paths.length > 0 ? paths : [this.#project, this.#own].filter((path) => existsSync(path));
    return wanted.flatMap((path) => this.#filesAt(path)).flatMap((file) => this.#read(file) ?? []);
  }

  exams(paths: readonly string[]): readonly ExamFile[] {
    return this.#exams.files(paths);
  }

  /** @throws UserError for a path that is not there or holds no deck. */
  #filesAt(path: string): string[] {
    const absolute = resolve(path);
    let isFolder: boolean;
    try {
      isFolder = statSync(absolute).isDirectory();
    } catch {
      throw new UserError(`there is no file or folder ${path}.`, 'Check the path.');
    }
    return isFolder ? yamlFilesIn(absolute) : [absolute];
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
