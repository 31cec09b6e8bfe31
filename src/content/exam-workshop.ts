import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ExamFile } from '../ports.ts';
import { isInside, shownPath, yamlFilesIn } from './author-paths.ts';
import { examTextKind } from './exam-text.ts';
import { parseExam } from './parse-exam.ts';
import { parseQuestionBank } from './parse-question-bank.ts';

/** Exam files and question banks as they stand on disk, for lint: every place known. */
export class ExamWorkshop {
  readonly #project: string;

  constructor(places: { readonly project: string }) {
    this.#project = join(places.project, 'exams');
  }

  /** Exams and banks at these paths (decks there are left alone); with none: those of the project, where it is here. */
  files(paths: readonly string[]): readonly ExamFile[] {
    const wanted = paths.length > 0 ? paths : [this.#project].filter((path) => existsSync(path));
    const files = wanted.flatMap((path) => filesAt(resolve(path)));
    const parts = wholeFamilies(wanted.map((path) => resolve(path)));
    return files.flatMap((file) => this.#read(file, parts));
  }

  #read(absolute: string, inWholeFamily: (file: string) => boolean): ExamFile[] {
    const file = shownPath(absolute);
    let source: string;
    try {
      source = readFileSync(absolute, 'utf8');
    } catch {
      // The deck workshop says so: nobody knows what is in it.
      return [];
    }
    const kind = examTextKind(source);
    if (kind === undefined) return [];
    if (kind === 'exam') {
      const result = parseExam(source, file);
      if ('problems' in result) return [{ file, problems: result.problems }];
      return [{ file, blueprint: result.blueprint, place: (path) => result.yaml.place(path) }];
    }
    const result = parseQuestionBank(source, file);
    if ('problems' in result) return [{ file, problems: result.problems }];
    return [
      {
        file,
        bank: result.bank,
        family: basename(dirname(absolute)),
        shipped: isInside(this.#project, absolute),
        wholeFamily: inWholeFamily(absolute),
        place: (path) => result.yaml.place(path),
      },
    ];
  }
}

function filesAt(absolute: string): string[] {
  if (!existsSync(absolute)) return [];
  return statSync(absolute).isDirectory() ? yamlFilesIn(absolute) : [absolute];
}

/** A bank is judged as a whole where its whole folder was asked for. */
function wholeFamilies(wanted: readonly string[]): (file: string) => boolean {
  const folders = wanted.filter((path) => existsSync(path) && statSync(path).isDirectory());
  return (file) => folders.some((folder) => isInside(folder, file));
}
