import type { Card, Deck } from '../../../domain/cards/index.ts';
import type { Severity } from '../../../domain/problem.ts';

type Path = readonly (string | number)[];

/** What a rule found, before it has a file and a line. */
export interface CardFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly cardId: string;
  /** From the root of the deck: `['cards', 3, 'front']`. */
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

export interface CardLintContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Decks of the project owe sources and whys; a learner's own notes need not. */
  readonly shipped: boolean;
}

export interface CardRule {
  /** As in `--rule card-source`. */
  readonly name: string;
  readonly summary: string;
  readonly check: (deck: Deck, context: CardLintContext) => CardFinding[];
}

type Say = (path: Path, message: string, hint: string) => void;

/** A rule that looks at one card at a time; `say` takes the path within the card. */
export function eachCard(
  name: string,
  severity: Severity,
  summary: string,
  look: (card: Card, say: Say, context: CardLintContext) => void,
): CardRule {
  return {
    name,
    summary,
    check: (deck, context) =>
      deck.cards.flatMap((card, index) => {
        const findings: CardFinding[] = [];
        look(
          card,
          (path, message, hint) => {
            findings.push({
              rule: name,
              severity,
              cardId: card.id,
              path: ['cards', index, ...path],
              message,
              hint,
            });
          },
          context,
        );
        return findings;
      }),
  };
}

/** Every text of a card with its path in it. */
export function textsOf(card: Card): [path: (string | number)[], text: string][] {
  const texts: [(string | number)[], string][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === 'string') texts.push([path, value]);
    else if (Array.isArray(value)) value.forEach((item, index) => void walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  const {
    id: _id,
    kind: _kind,
    topic: _topic,
    tags: _tags,
    sources: _sources,
    asOf: _asOf,
    ...texted
  } = card;
  walk(texted, []);
  return texts;
}

/** What is asked: front, stem or the sentence with its blanks. */
export const askedText = (card: Card): string =>
  'stem' in card ? card.stem : 'text' in card ? card.text : card.front;

export const askedField = (card: Card): string =>
  'stem' in card ? 'stem' : 'text' in card ? 'text' : 'front';
