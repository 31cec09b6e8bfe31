import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packDeck } from '../src/content/pack.ts';
import { parseDeck } from '../src/content/parse-deck.ts';
import { deckSchema } from '../src/domain/cards/schema.ts';

/** Compiles decks/ into one index and one file of cards; writes the JSON Schemas that editors read. */
export function compileContent(root: string, out: string): void {
  const decks = [];
  let cards = '';
  for (const name of readdirSync(join(root, 'decks')).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = join('decks', name);
    const result = parseDeck(readFileSync(join(root, file), 'utf8'), file);
    if ('problems' in result) {
      const lines = result.problems.map(
        ({ line, column, message }) => `${file}:${line}:${column} ${message}`,
      );
      throw new Error(`a shipped deck is broken:\n${lines.join('\n')}`);
    }
    const packed = packDeck(result.parsed.deck, result.parsed.lines);
    decks.push({ file, base: Buffer.byteLength(cards), index: packed.index });
    cards += packed.cards;
  }
  writeFileSync(join(out, 'decks.json'), JSON.stringify({ decks }));
  writeFileSync(join(out, 'decks.cards'), cards);
  writeSchemas(root);
}

function writeSchemas(root: string): void {
  mkdirSync(join(root, 'schemas'), { recursive: true });
  const schemas = { deck: deckSchema };
  for (const [name, schema] of Object.entries(schemas)) {
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
    const text = JSON.stringify(json, null, 2);
    writeFileSync(join(root, 'schemas', `${name}.schema.json`), `${text}\n`);
  }
}
