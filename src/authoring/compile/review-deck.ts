import type { Card } from '../../domain/cards/schema.ts';
import { type CardLines, type DeckLines, deckLines } from './deck-lines.ts';
import { cardText } from './draft-text.ts';

/** Begins the line that remembers what a reviewer turned down, so that a new compilation does not bring it back. */
const rejectedMark = '# rejected:';

/** Ids that a reviewer turned down. */
export function rejectedIds(text: string): Set<string> {
  const ids = new Set<string>();
  for (const line of text.split('\n')) {
    if (!line.startsWith(rejectedMark)) continue;
    for (const id of line.slice(rejectedMark.length).split(/[\s,]+/)) if (id !== '') ids.add(id);
  }
  return ids;
}

/** What keeps a change from being made, in words for the reviewer. */
export interface Refusal {
  readonly refused: string;
}

export type Changed = { readonly text: string } | Refusal;

const notFound: Refusal = { refused: 'This card is not in the file any more.' };

function withCard(
  text: string,
  id: string,
  change: (deck: DeckLines, card: CardLines, index: number) => Changed,
): Changed {
  const deck = deckLines(text);
  if (deck === undefined) return { refused: 'The file cannot be changed from here: edit it.' };
  const index = deck.cards.findIndex((card) => card.id === id);
  const card = deck.cards[index];
  return card === undefined ? notFound : change(deck, card, index);
}

const joined = (lines: readonly string[]): { text: string } => ({ text: lines.join('\n') });

/** Takes `status: draft` off a card. Every other line stays as it is. */
export function acceptCard(text: string, id: string): Changed {
  return withCard(text, id, ({ lines }, card) =>
    card.statusLine === undefined
      ? { refused: 'This card is accepted already.' }
      : joined(withoutStatus(lines, card)),
  );
}

/** The same for many cards at once: the file is read a single time. Ids that are no drafts are passed over. */
export function acceptCards(text: string, ids: ReadonlySet<string>): Changed {
  const deck = deckLines(text);
  if (deck === undefined) return { refused: 'The file cannot be changed from here: edit it.' };
  // From the last to the first: what is taken out moves no line above it.
  const wanted = deck.cards.filter(({ id }) => ids.has(id)).reverse();
  return joined(wanted.reduce<readonly string[]>(withoutStatus, deck.lines));
}

function withoutStatus(lines: readonly string[], { statusLine, start }: CardLines): readonly string[] {
  if (statusLine === undefined) return lines;
  if (statusLine !== start) return [...lines.slice(0, statusLine), ...lines.slice(statusLine + 1)];
  // `- status: draft` on the line of the dash: the next field takes its place there.
  const next = lines[start + 1] ?? '';
  const dash = (lines[start] ?? '').replace(/^(\s*-\s*).*$/, '$1');
  return [...lines.slice(0, start), dash + next.trimStart(), ...lines.slice(start + 2)];
}

/** Takes a card out with the comments above it, and remembers its id at the end of the file. */
export function rejectCard(text: string, id: string): Changed {
  return withCard(text, id, ({ lines, cards }, { from, to }) => {
    if (cards.length === 1) return { refused: 'It is the last card: delete the file instead.' };
    return { text: remembering([...lines.slice(0, from), ...lines.slice(to)], id) };
  });
}

function remembering(lines: readonly string[], id: string): string {
  const kept = [...lines];
  while (kept.at(-1) === '') kept.pop();
  const last = kept.at(-1) ?? '';
  const fits = last.startsWith(rejectedMark) && last.length + id.length < 110;
  if (fits) kept[kept.length - 1] = `${last} ${id}`;
  else kept.push(`${rejectedMark} ${id}`);
  return `${kept.join('\n')}\n`;
}

/** What a card says, in one paragraph: for the `why` of the card it is merged into. */
function saying(card: Card): string {
  switch (card.kind) {
    case 'basic':
      return `${card.front}\n\n${card.back}`;
    case 'cloze':
      return card.text.replace(/\{\{c\d+::((?:(?!\}\}|::)[\s\S])*)(?:::(?:(?!\}\})[\s\S])*)?\}\}/g, '$1');
    case 'choice':
      return `${card.stem}\n\n${card.options
        .filter((one) => one.correct === true)
        .map((one) => one.text)
        .join('; ')}`;
    case 'text':
      return `${card.front}\n\n${card.accept?.join('; ') ?? `${card.number?.value ?? ''} ${card.number?.unit ?? ''}`.trim()}`;
    case 'order':
      return `${card.front}\n\n${card.steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`;
    case 'calc':
      return card.front;
    case 'match':
      return `${card.front}\n\n${card.pairs.map(({ left, right }) => `- ${left}: ${right}`).join('\n')}`;
  }
}

/**
 * Makes one card of two: the first stays what is asked, what the second says becomes part of its explanation, and the
 * second's id and sources go with it. Comments of both stay.
 */
export function mergeCards(text: string, first: Card, second: Card): Changed {
  return withCard(text, first.id, ({ lines, cards }, card, index) => {
    const other = cards[index + 1];
    if (other === undefined || other.id !== second.id)
      return { refused: 'There is no card below it to merge with.' };
    const why = [first.why, saying(second), second.why].filter((part) => part !== undefined).join('\n\n');
    const sources = [...new Set([...(first.sources ?? []), ...(second.sources ?? [])])].slice(0, 10);
    const previousIds = [
      ...new Set([...(first.previousIds ?? []), second.id, ...(second.previousIds ?? [])]),
    ].slice(0, 20);
    if (why.length > 8_000) return { refused: 'Together they are too long for one card.' };
    const merged = { ...first, why, ...(sources.length === 0 ? {} : { sources }), previousIds } as Card;
    return joined([
      ...lines.slice(0, card.start),
      ...lines.slice(other.from, other.start),
      ...cardText(merged).trimEnd().split('\n'),
      ...lines.slice(other.to),
    ]);
  });
}

/** Line of a card in the text, from 1; for an editor. */
export const lineOfCard = (text: string, id: string): number =>
  (deckLines(text)?.cards.find((card) => card.id === id)?.start ?? 0) + 1;
