import { type Card, cardSchema } from '../../domain/cards/schema.ts';
import { cardIdOf, contentKey } from './card-ids.ts';
import { contextMaker } from './context.ts';
import type { Draft, Proposal } from './drafts/draft.ts';
import { propose } from './drafts/propose.ts';
import { collectFacts } from './facts/collect.ts';
import type { Ignored, Todo } from './facts/collected.ts';
import { contradictions } from './flags/contradictions.ts';
import { flagsOf } from './flags/flags.ts';
import { domainTitle } from './gazetteer.ts';
import { wordsIn } from './inline.ts';
import type { PassedOver } from './outline/block.ts';
import { outlineOf } from './outline/outline.ts';
import { byNotePlace, byText, type Place, placeText } from './place.ts';
import { type NoteFile, readNotes } from './read-notes.ts';

export interface CompiledDeck {
  readonly deck: string;
  readonly title: string;
  readonly summary: string;
  readonly drafts: readonly Draft[];
}

export interface Compiled {
  readonly decks: readonly CompiledDeck[];
  readonly todos: readonly Todo[];
  readonly ignored: readonly Ignored[];
  readonly passed: readonly { readonly place: Place; readonly why: PassedOver }[];
  readonly files: number;
  readonly lines: number;
  readonly facts: number;
}

export interface CompileOptions {
  /** One deck of this name for everything, instead of one a service domain. */
  readonly deck?: string | undefined;
  /** Called with the share that is done, from 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined;
}

/** Own decks must not take the names of those that ship. */
export const deckOfDomain = (domain: string): string => `notes-${domain}`;

export const domainOfDeck = (deck: string): string => deck.replace(/^notes-/, '');

/** Notes in, decks of drafts out. Pure: the same notes give the same decks, in whatever order their files are given. */
export function compileNotes(files: readonly NoteFile[], options: CompileOptions = {}): Compiled {
  const sorted = [...files].sort((a, b) => byText(a.name, b.name));
  const proposals: Proposal[] = [];
  const [todos, ignored, passed]: [Todo[], Ignored[], { place: Place; why: PassedOver }[]] = [[], [], []];
  const personal = new Map<string, readonly string[]>();
  let [lineCount, factCount] = [0, 0];
  sorted.forEach(({ name, text }, index) => {
    const lines = readNotes(text);
    lineCount += text === '' ? 0 : lines.length - (lines.at(-1)?.text === '' && /[\r\n]$/.test(text) ? 1 : 0);
    for (const line of lines)
      if (line.personal.length > 0) personal.set(`${name}:${line.number}`, line.personal);
    const outline = outlineOf(lines);
    const collected = collectFacts(outline.root, name, contextMaker());
    const made = propose(collected.facts);
    factCount += collected.facts.length;
    // One by one: a spread of a hundred thousand arguments is more than the stack holds.
    for (const proposal of made.proposals) proposals.push(proposal);
    for (const todo of collected.todos) todos.push(todo);
    for (const one of collected.ignored) ignored.push(one);
    for (const { fact, why } of made.without) ignored.push({ place: fact.place, why, text: factWords(fact) });
    for (const { why, line, endLine } of outline.passed)
      passed.push({ why, place: { file: name, line, endLine } });
    options.progress?.((index + 1) / (sorted.length + 1));
  });
  proposals.sort((a, b) => byNotePlace(a.place, b.place));
  const kept = withoutDuplicates(proposals, options.deck, ignored);
  const drafts = draftsOf(kept, options.deck, personal, ignored);
  return {
    decks: decksOf(drafts, options.deck, sorted),
    todos: todos.sort((a, b) => byNotePlace(a.place, b.place)),
    ignored: ignored.sort((a, b) => byNotePlace(a.place, b.place)),
    passed: passed.sort((a, b) => byNotePlace(a.place, b.place)),
    files: files.length,
    lines: lineCount,
    facts: factCount,
  };
}

const factWords = (fact: ReturnType<typeof collectFacts>['facts'][number]): string =>
  (fact.kind === 'sentence'
    ? fact.clean.text
    : fact.kind === 'table'
      ? fact.header.join(' | ')
      : fact.kind === 'definition'
        ? `${fact.term}: ${fact.meaning}`
        : fact.kind === 'answer' || fact.kind === 'options'
          ? fact.question
          : fact.kind === 'procedure'
            ? fact.steps.join('; ')
            : fact.kind
  ).slice(0, 120);

const deckFor = ({ context }: Proposal, deck: string | undefined): string =>
  deck ?? deckOfDomain(context.domain);

/** The first of several lines that say the same stays; the others say whose duplicate they are. */
function withoutDuplicates(
  proposals: readonly Proposal[],
  deck: string | undefined,
  ignored: Ignored[],
): Proposal[] {
  const seen = new Map<string, Proposal>();
  const kept: Proposal[] = [];
  for (const proposal of proposals) {
    const home = deckFor(proposal, deck);
    const claim = wordsIn(proposal.claim);
    const keys = [
      `${home}|${contentKey(proposal.body)}`,
      ...(claim.length < 4 ? [] : [`${home}|${proposal.body.kind}|${claim.join(' ')}`]),
    ];
    const twin = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    if (twin !== undefined) {
      ignored.push({ place: proposal.place, why: 'duplicate', text: `as ${placeText(twin.place)}` });
      continue;
    }
    for (const key of keys) seen.set(key, proposal);
    kept.push(proposal);
  }
  return kept;
}

function draftsOf(
  proposals: readonly Proposal[],
  deck: string | undefined,
  personal: ReadonlyMap<string, readonly string[]>,
  ignored: Ignored[],
): Draft[] {
  const against = contradictions(proposals);
  const ids = new Set<string>();
  const drafts: Draft[] = [];
  for (const proposal of proposals) {
    const { place, context, structure } = proposal;
    const home = deckFor(proposal, deck);
    const found = new Set<string>();
    if (personal.size > 0) {
      for (let line = place.line; line <= place.endLine; line += 1)
        for (const kind of personal.get(`${place.file}:${line}`) ?? []) found.add(kind);
    }
    const flags = flagsOf(proposal, { contradicts: against.get(proposal), personal: [...found] });
    const sources = context.sources.length === 0 ? {} : { sources: [...context.sources] };
    const body = { ...proposal.body, ...sources };
    const draft: Draft = {
      id: cardIdOf(home, body),
      deck: home,
      topic: context.topic,
      body,
      place,
      structure,
      flags,
    };
    if (ids.has(draft.id) || !cardSchema.safeParse(cardOf(draft)).success) {
      ignored.push({
        place,
        why: ids.has(draft.id) ? 'duplicate' : 'schema',
        text: proposal.claim.slice(0, 120),
      });
      continue;
    }
    ids.add(draft.id);
    drafts.push(draft);
  }
  return drafts;
}

/** The card as it stands in the deck's file. */
export const cardOf = ({ id, topic, body }: Draft): Card => {
  const { kind, ...fields } = body;
  return { id, kind, topic, ...fields, status: 'draft' } as Card;
};

function decksOf(
  drafts: readonly Draft[],
  deck: string | undefined,
  files: readonly NoteFile[],
): CompiledDeck[] {
  const byDeck = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const mates = byDeck.get(draft.deck) ?? [];
    if (mates.length === 0) byDeck.set(draft.deck, mates);
    mates.push(draft);
  }
  const names = files.map(({ name }) => name.replace(/^.*[\\/]/, ''));
  const from =
    names.length <= 3
      ? names.join(', ')
      : `${names.slice(0, 2).join(', ')} and ${names.length - 2} other files`;
  return [...byDeck]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, mates]) => ({
      deck: name,
      title: deck === undefined ? `${domainTitle(domainOfDeck(name))} (my notes)` : titleOf(name),
      summary: `Compiled from ${from || 'notes'}`,
      drafts: mates,
    }));
}

const titleOf = (deck: string): string => {
  const words = deck.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
