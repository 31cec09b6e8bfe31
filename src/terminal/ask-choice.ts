import { select } from '@inquirer/prompts';
import { Interrupted } from '../errors.ts';
import type { Terminal } from '../ports.ts';

/**
 * Asks for one of a few things. Only for a terminal at both ends: a pipe would answer by itself.
 * @throws Interrupted on Ctrl-C and on signals
 */
export async function askChoice<Value extends string>(
  { input, output, stop }: Terminal,
  message: string,
  choices: readonly { readonly name: string; readonly value: Value }[],
): Promise<Value> {
  try {
    return await select<Value>(
      { message, choices },
      { input: input as NodeJS.ReadableStream, output, signal: stop },
    );
  } catch (error) {
    if (stop.aborted) throw stop.reason;
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
