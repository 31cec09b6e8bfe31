import { jsonSchema, type SchemaName, schemaNames } from '../authoring/format/json-schemas.ts';
import { UserError } from '../errors.ts';
import type { Run } from './command.ts';

/** Prints the JSON Schema of decks, exams or question banks, for editors and other tools. */
export const run: Run = async ({ world, args }) => {
  const [name = 'deck'] = args;
  if (!schemaNames.includes(name as SchemaName))
    throw new UserError(`there is no schema "${name}".`, `Name one of ${schemaNames.join(', ')}.`);
  world.terminal.print(jsonSchema(name as SchemaName).trimEnd());
  return undefined;
};
