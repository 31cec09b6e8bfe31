import type { Card, Deck } from '../../domain/cards/schema.ts';
import { contentKey, questionKey } from './card-ids.ts';
import { type CompiledDeck, cardOf } from './compile-notes.ts';
import { deckLines } from './deck-lines.ts';
import { cardText, draftText, placeComment } from './draft-text.ts';
import type { CardBody, Draft } from './drafts/draft.ts';
import { rejectedIds } from './review-deck.ts';

/** What a new compilation did to a deck, by card ids. */
export interface MergeReport {
  readonly added: readonly string[];
  /** The same question with another answer: a draft takes it over, a reviewed card keeps its own and gets a comment. */
  readonly changed: readonly { readonly id: string; readonly reviewed: boolean }[];
  /** Its fact is in the notes no more: an untouched draft is taken out, anything else stays. */
  readonly gone: readonly { readonly id: string; readonly kept: boolean }[];
  readonly unchanged: number;
  /** Drafts that a reviewer turned down before. */
  readonly rejected: number;
}

export interface Merged {
  readonly text: string;
  readonly report: MergeReport;
}

const bodyOf = ({ id: _id, topic: _topic, status: _status, ...body }: Card): CardBody => body as CardBody;

/** The line that says where a draft was found; kept up to date, while other comments are the author's. */
const isPlaceComment = (line: string): boolean => /^\s*# \S.*:\d+(?: \u00B7 .*)?$/.test(line);

/** A note on a reviewed card whose notes have changed; it is written anew each time. */
const changedMark = '\u00B7 changed:';

/**
 * Brings the drafts of a new compilation into the text of a deck. Cards that stay keep their lines, their order and
 * their comments; new ones come at the end. Returns undefined where the deck's text cannot be taken apart by lines.
 */
export function mergeDrafts(
  text: string,
  deck: Deck,
  compiled: CompiledDeck | undefined,
): Merged | undefined {
  const found = deckLines(text.replace(/\r\n/g, '\n'));
  if (found === undefined || found.cards.length !== deck.cards.length) return undefined;
  const drafts = compiled?.drafts ?? [];
  const plan = planMerge(deck, drafts, rejectedIds(text));
  const out: string[] = found.lines.slice(0, found.cards[0]?.from ?? 0);
  found.cards.forEach(({ from, start, to }, index) => {
    const card = deck.cards[index] as Card;
    const fate = plan.fates.get(card.id);
    const own = found.lines.slice(from, start).filter((line) => !line.includes(changedMark));
    const above = own.filter((line) => !(fate?.draft !== undefined && isPlaceComment(line)));
    if (fate?.what === 'gone') return;
    const place = fate?.draft === undefined ? [] : [placeComment(fate.draft)];
    const lines = found.lines.slice(start, to);
    if (fate?.what === 'replace' && fate.draft !== undefined) {
      const fresh = { ...cardOf(fate.draft), id: card.id } as Card;
      out.push(...above, ...place, ...cardText(fresh).trimEnd().split('\n'));
    } else if (fate?.what === 'note' && fate.draft !== undefined) {
      out.push(
        ...above,
        ...place.map((line) => `${line} ${changedMark} the notes now say otherwise`),
        ...lines,
      );
    } else out.push(...above, ...place, ...lines);
  });
  for (const draft of plan.added) out.push(...draftText(draft).trimEnd().split('\n'));
  const merged = [...out, ...found.lines.slice(found.cards.at(-1)?.to ?? found.lines.length)].join('\n');
  return { text: merged.endsWith('\n') ? merged : `${merged}\n`, report: plan.report };
}

interface Fate {
  readonly what: 'keep' | 'replace' | 'note' | 'gone';
  readonly draft?: Draft;
}

function planMerge(deck: Deck, drafts: readonly Draft[], rejected: ReadonlySet<string>) {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const byQuestion = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = questionKey(draft.body);
    if (!byQuestion.has(key)) byQuestion.set(key, draft);
  }
  const fates = new Map<string, Fate>();
  const used = new Set<string>();
  const known = new Set(deck.cards.flatMap((card) => [card.id, ...(card.previousIds ?? [])]));
  const [changed, gone]: [{ id: string; reviewed: boolean }[], { id: string; kept: boolean }[]] = [[], []];
  let unchanged = 0;
  // Ids first: what is still there must not be taken for the new form of something else.
  for (const card of deck.cards) {
    const draft = byId.get(card.id);
    if (draft === undefined) continue;
    used.add(draft.id);
    fates.set(card.id, { what: 'keep', draft });
    unchanged += 1;
  }
  for (const card of deck.cards) {
    if (fates.has(card.id)) continue;
    const body = bodyOf(card);
    const draft = byQuestion.get(questionKey(body));
    const isDraft = card.status === 'draft';
    if (draft !== undefined && !used.has(draft.id)) {
      used.add(draft.id);
      const same = contentKey(draft.body) === contentKey(body);
      fates.set(card.id, { what: same ? 'keep' : isDraft ? 'replace' : 'note', draft });
      if (same) unchanged += 1;
      else changed.push({ id: card.id, reviewed: !isDraft });
      continue;
    }
    // Cards that were written by hand, or changed by hand, are not the compiler's to take away.
    const isOurs = isCompiledId(card.id);
    const kept = !isDraft || !isOurs || card.previousIds !== undefined;
    if (!isOurs) continue;
    gone.push({ id: card.id, kept });
    if (!kept) fates.set(card.id, { what: 'gone' });
  }
  // A deck holds at least one card: where none would be left, the last ones stay as they are.
  const left = deck.cards.filter((card) => fates.get(card.id)?.what !== 'gone').length;
  const fresh = drafts.filter((draft) => !used.has(draft.id) && !known.has(draft.id));
  const added = fresh.filter((draft) => !rejected.has(draft.id));
  if (left + added.length === 0) {
    for (const one of gone) fates.delete(one.id);
    gone.forEach((one, index) => {
      gone[index] = { ...one, kept: true };
    });
  }
  const report: MergeReport = {
    added: added.map(({ id }) => id),
    changed,
    gone,
    unchanged,
    rejected: fresh.length - added.length,
  };
  return { fates, added, report };
}

/** Ids of compiled cards end in a piece of a fingerprint. */
const isCompiledId = (id: string): boolean => /-[0-9a-f]{7}$/.test(id);
