import { z } from 'zod';
import { deckSchema } from '../../domain/cards/schema.ts';
import { blueprintSchema } from '../../domain/exam/blueprint-schema.ts';
import { questionBankSchema } from '../../domain/exam/question-bank-schema.ts';

const schemas = { deck: deckSchema, exam: blueprintSchema, 'question-bank': questionBankSchema } as const;

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as SchemaName[];

/** The JSON Schema (draft 7) that editors check a file by, as text. */
export function jsonSchema(name: SchemaName): string {
  const schema = z.toJSONSchema(schemas[name], { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
