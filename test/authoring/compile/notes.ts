import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Compiled,
  type CompileOptions,
  cardOf,
  compileNotes,
} from '../../../src/authoring/compile/compile-notes.ts';
import type { Draft } from '../../../src/authoring/compile/drafts/draft.ts';
import { flagText } from '../../../src/authoring/compile/flags/flag.ts';

const folder = join(import.meta.dirname, '../../fixtures/notes');

/** The project's own notes, one of each style. */
export const fixtures: readonly string[] = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .sort();

export const fixture = (name: string) => ({ name, text: readFileSync(join(folder, name), 'utf8') });

export const goldenPath = (name: string) => join(folder, 'golden', name.replace(/\.(?:md|txt)$/, '.txt'));

export const compileText = (text: string, options: CompileOptions = {}): Compiled =>
  compileNotes([{ name: 'notes.md', text }], options);

export const draftsOf = (compiled: Compiled): Draft[] => compiled.decks.flatMap(({ drafts }) => drafts);

/** A card in a few lines, for tables and golden files. */
export function shown(draft: Draft): string {
  const card = cardOf(draft);
  switch (card.kind) {
    case 'cloze':
      return card.text;
    case 'basic':
      return `${card.front} => ${card.back}`;
    case 'choice':
      return `${card.stem} => ${card.options.map(({ text, correct }) => (correct ? `[${text}]` : text)).join(' | ')}`;
    case 'text':
      return `${card.front} => ${card.number?.value} ${card.number?.unit ?? ''}`.trim();
    case 'order':
      return `${card.front} => ${card.steps.join(' > ')}`;
    case 'match':
      return `${card.front} => ${card.pairs.map(({ left, right }) => `${left} = ${right}`).join(' | ')}`;
    default:
      return card.front;
  }
}

/** All cards of a text, in a line each. */
export const cardsOf = (text: string): string[] => draftsOf(compileText(text)).map(shown);

export const report = (compiled: Compiled): string =>
  [
    ...draftsOf(compiled).map((draft) => {
      const { place, structure, flags, id, topic, body } = draft;
      const marks = flags.map(flagText).join(', ');
      return `${place.line}-${place.endLine} ${body.kind} ${structure} ${id} (${topic})${marks === '' ? '' : ` {${marks}}`}\n  ${shown(draft).replaceAll('\n', '\n  ')}`;
    }),
    ...compiled.todos.map(({ place, text }) => `${place.line} todo: ${text}`),
    ...compiled.ignored
      .filter(({ why }) => why !== 'heading')
      .map(({ place, why, text }) => `${place.line} no card (${why}): ${text}`),
    ...compiled.passed
      .filter(({ why }) => why !== 'blank')
      .map(({ place, why }) => `${place.line}-${place.endLine} passed over (${why})`),
    '',
  ].join('\n');
