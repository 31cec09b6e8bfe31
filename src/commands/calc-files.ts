import type { RawInputs } from '../domain/calculators/calculate.ts';
import type { Calculator, InputProblem } from '../domain/calculators/calculator.ts';
import { UserError } from '../errors.ts';
import type { World } from '../ports.ts';
import type { Request } from './command.ts';

/** What is wrong with a file that was named; undefined where it can be read. */
export async function fileTrouble(world: World, path: string): Promise<string | undefined> {
  try {
    await world.readText(path);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
    throw error;
  }
}

/** Puts the text of files in the place of their paths; JSON itself may stand there too. */
export async function readFiles(
  { world }: Request,
  calculator: Calculator,
  given: RawInputs,
): Promise<{ readonly raw: RawInputs; readonly problems: readonly InputProblem[] }> {
  const raw: Record<string, string | undefined> = { ...given };
  const problems: InputProblem[] = [];
  const files = new Set(
    calculator.tasks.flatMap((task) =>
      Object.entries(task.inputs).flatMap(([name, spec]) => (spec.kind === 'json-file' ? [name] : [])),
    ),
  );
  for (const name of files) {
    const path = raw[name]?.trim();
    if (path === undefined || path === '' || path.startsWith('{')) continue;
    try {
      raw[name] = await world.readText(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push({ input: name, message: `--${name}: ${error.message}`, hint: error.hint });
    }
  }
  return { raw, problems };
}
