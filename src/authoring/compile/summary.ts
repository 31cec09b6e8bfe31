import type { Card } from '../../domain/cards/schema.ts';
import type { Compiled } from './compile-notes.ts';
import type { Structure } from './facts/fact.ts';
import { noCard } from './facts/fact.ts';
import { type FlagName, flagMeaning, flagText } from './flags/flag.ts';
import { passedOver } from './outline/block.ts';
import { placeText } from './place.ts';

/** What came of a compilation, in numbers; the same for text and for JSON. */
export interface CompileSummary {
  readonly files: number;
  readonly lines: number;
  readonly facts: number;
  readonly drafts: number;
  readonly decks: readonly { readonly deck: string; readonly title: string; readonly drafts: number }[];
  readonly kinds: Readonly<Partial<Record<Card['kind'], number>>>;
  readonly structures: Readonly<Partial<Record<Structure, number>>>;
  readonly flags: readonly { readonly flag: FlagName; readonly drafts: number; readonly meaning: string }[];
  readonly stale: readonly { readonly place: string; readonly id: string; readonly detail: string }[];
  readonly ignored: readonly { readonly why: string; readonly count: number }[];
  readonly todos: readonly { readonly place: string; readonly text: string }[];
}

function counted<K extends string>(keys: Iterable<K>): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return Object.fromEntries(
    Object.entries(counts).sort(([a, x], [b, y]) => (y as number) - (x as number) || (a < b ? -1 : 1)),
  ) as Partial<Record<K, number>>;
}

/** Reasons that are no loss: structure, not content. */
const silent = new Set(['heading', 'blank', 'rule']);

export function summarise(compiled: Compiled): CompileSummary {
  const drafts = compiled.decks.flatMap((deck) => deck.drafts);
  const flagCounts = counted(drafts.flatMap((draft) => [...new Set(draft.flags.map(({ name }) => name))]));
  const reasons = [
    ...compiled.ignored.filter(({ why }) => !silent.has(why)).map(({ why }) => noCard[why]),
    ...compiled.passed.filter(({ why }) => !silent.has(why)).map(({ why }) => passedOver[why]),
  ];
  return {
    files: compiled.files,
    lines: compiled.lines,
    facts: compiled.facts,
    drafts: drafts.length,
    decks: compiled.decks.map(({ deck, title, drafts: own }) => ({ deck, title, drafts: own.length })),
    kinds: counted(drafts.map(({ body }) => body.kind)),
    structures: counted(drafts.map(({ structure }) => structure)),
    flags: Object.entries(flagCounts).map(([flag, count]) => ({
      flag: flag as FlagName,
      drafts: count as number,
      meaning: flagMeaning[flag as FlagName],
    })),
    stale: drafts.flatMap(({ flags, id, place }) =>
      flags
        .filter(({ name }) => name === 'stale')
        .map(({ detail }) => ({ place: placeText(place), id, detail: detail ?? '' })),
    ),
    ignored: Object.entries(counted(reasons)).map(([why, count]) => ({ why, count: count as number })),
    todos: compiled.todos.map(({ place, text }) => ({ place: placeText(place), text })),
  };
}

export interface LineFate {
  readonly what: 'draft' | 'todo' | 'ignored' | 'passed';
  /** One sentence. */
  readonly words: string;
  readonly id?: string;
}

/** What became of a line of the notes; empty for a line that is not there. */
export function explainLine(compiled: Compiled, file: string, line: number): LineFate[] {
  const holds = (place: { file: string; line: number; endLine: number }) =>
    place.file === file && place.line <= line && line <= place.endLine;
  const fates: LineFate[] = [];
  for (const { drafts } of compiled.decks) {
    for (const draft of drafts.filter(({ place }) => holds(place))) {
      const flags = draft.flags.length === 0 ? '' : `; look at: ${draft.flags.map(flagText).join(', ')}`;
      fates.push({
        what: 'draft',
        id: draft.id,
        words: `draft, ${draft.body.kind}, from its ${draft.structure}${flags}`,
      });
    }
  }
  for (const { text } of compiled.todos.filter(({ place }) => holds(place)))
    fates.push({ what: 'todo', words: `on the to-do list, because the writer was not sure: ${text}` });
  for (const { why, text } of compiled.ignored.filter(({ place }) => holds(place)))
    fates.push({ what: 'ignored', words: `no draft, ${noCard[why]}: ${text}` });
  for (const { why } of compiled.passed.filter(({ place }) => holds(place)))
    fates.push({ what: 'passed', words: `passed over: ${passedOver[why]}` });
  return fates;
}
