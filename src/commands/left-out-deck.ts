import { basename, join } from 'node:path';
import type { Problem } from '../domain/problem.ts';
import { UserError } from '../errors.ts';
import type { Shelf, World } from '../ports.ts';
import { safeLine } from '../terminal/safe-question.ts';
import { plural } from '../terminal/words.ts';

const nameOf = (file: string) => basename(file).replace(/\.ya?ml$/i, '');

/** Why the file of a deck is left out, where one has this name: its problems, none where all is well. */
export const problemsOf = ({ problems }: Pick<Shelf, 'problems'>, deck: string): readonly Problem[] =>
  problems.filter(({ file }) => nameOf(file) === deck);

/**
 * Names that no deck answers to, though there is a file of that name: it would be wrong to say that there is none.
 *
 * @throws UserError for a deck that has problems, or that stands in ./decks and not among the learner's own
 */
export async function refuseLeftOut(
  world: Pick<World, 'files'>,
  shelf: Shelf,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    if (shelf.decks.some(({ deck }) => deck === name)) continue;
    const problems = problemsOf(shelf, name);
    if (problems.length > 0) throw leftOut(name, problems);
    const files = await world.files();
    const here = ['yaml', 'yml'].map((ending) => join('decks', `${name}.${ending}`)).find(files.exists);
    if (here !== undefined)
      throw new UserError(
        `there is no deck "${safeLine(name)}" among yours, but a file ${safeLine(here)}.`,
        `Study it by its path: aws-study quiz ${safeLine(here)}`,
      );
  }
}

function leftOut(name: string, problems: readonly Problem[]): UserError {
  const [first] = problems;
  return first?.rule === 'file'
    ? new UserError(`${safeLine(`${first.file}: ${first.message}`)}.`, safeLine(first.hint))
    : new UserError(
        `the deck "${safeLine(name)}" has ${plural(problems.length, 'problem')}${problems.length === 1 ? `: ${safeLine(first?.message ?? '')}` : ''}.`,
        `Run "aws-study deck lint ${safeLine(name)}" to see what is wrong.`,
      );
}
