import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema, schemaNames } from '../src/authoring/format/json-schemas.ts';
import { packDeck } from '../src/content/pack.ts';
import { packQuestions } from '../src/content/pack-questions.ts';
import { parseDeck } from '../src/content/parse-deck.ts';
import { parseExam } from '../src/content/parse-exam.ts';
import { parseQuestionBank } from '../src/content/parse-question-bank.ts';
import type { Problem } from '../src/domain/problem.ts';

/** Compiles decks/ into one index and one file of cards; writes the JSON Schemas that editors read. */
export function compileContent(root: string, out: string): void {
  const decks = [];
  let cards = '';
  for (const name of readdirSync(join(root, 'decks')).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = join('decks', name);
    const result = parseDeck(readFileSync(join(root, file), 'utf8'), file);
    if ('problems' in result) throw broken('deck', result.problems);
    const packed = packDeck(result.parsed.deck, result.parsed.lines);
    decks.push({ file, base: Buffer.byteLength(cards), index: packed.index });
    cards += packed.cards;
  }
  writeFileSync(join(out, 'decks.json'), JSON.stringify({ decks }));
  writeFileSync(join(out, 'decks.cards'), cards);
  compileExams(root, out);
  writeSchemas(root);
}

function broken(what: string, problems: readonly Problem[]): Error {
  const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  return new Error(`a shipped ${what} is broken:\n${lines.join('\n')}`);
}

/** Names of the YAML files below a folder of the project, in a fixed order. */
function yamlFiles(root: string, folder: string, recursive = false): string[] {
  const names = readdirSync(join(root, folder), { recursive, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Compiles exams/ into one index of exams and questions, and one file of the questions' texts. */
function compileExams(root: string, out: string): void {
  const blueprints = yamlFiles(root, 'exams').map((file) => {
    const result = parseExam(readFileSync(join(root, file), 'utf8'), file);
    if ('problems' in result) throw broken('exam', result.problems);
    return result.blueprint;
  });
  const questions = yamlFiles(root, 'exams/questions', true).flatMap((file) => {
    const result = parseQuestionBank(readFileSync(join(root, file), 'utf8'), file);
    if ('problems' in result) throw broken('question bank', result.problems);
    return result.bank.questions;
  });
  const { index, texts } = packQuestions(questions);
  writeFileSync(join(out, 'exams.json'), JSON.stringify({ blueprints, questions: index }));
  writeFileSync(join(out, 'questions.lines'), texts);
}

function writeSchemas(root: string): void {
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const name of schemaNames)
    writeFileSync(join(root, 'schemas', `${name}.schema.json`), jsonSchema(name));
}
