import type { Random } from '../chance.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Question } from '../question.ts';
import { basic } from './basic.ts';
import { calc } from './calc.ts';
import { choice } from './choice.ts';
import { cloze } from './cloze.ts';
import type { DrawCalc, Kind, KindName } from './kind.ts';
import { match } from './match.ts';
import { order } from './order.ts';
import type { Card } from './schema.ts';
import { text } from './text.ts';

export type { DrawCalc, KindName } from './kind.ts';
export type { Card, Deck } from './schema.ts';

/** The list of kinds. A new kind is one file, one line here, and its fields in schema.ts. */
const kinds = { basic, cloze, choice, text, order, match, calc } satisfies { [K in KindName]: Kind<K> };

export const kindNames = Object.keys(kinds) as KindName[];

// Each card meets the kind of its own name; TypeScript cannot follow that through a lookup, so it is said once here.
const kindOf = (card: Card) => kinds[card.kind] as unknown as Kind<KindName>;

/** The parts of a note that are studied on their own: `['']`, `['c1', 'c2']`, `['', 'reverse']`. */
export const partsOf = (card: Card): string[] => kindOf(card).parts(card);

export const wordsOf = (card: Card, part: string): string => kindOf(card).words(card, part);

export const hashOf = (card: Card, part: string): string => fingerprint(wordsOf(card, part));

/** `drawCalc` is needed for calc cards only: without it such a card is shown to be read, not to be answered. */
export function toQuestion(card: Card, part: string, random: Random, drawCalc?: DrawCalc): Question {
  const kind = kindOf(card);
  const drawn = kind.draw?.(card, random, drawCalc);
  const why = drawn?.why ?? card.why;
  return {
    prompt: drawn?.prompt ?? kind.prompt(card, part),
    form: drawn?.form ?? kind.form(card, part, random),
    sources: card.sources ?? [],
    ...(why === undefined ? {} : { why }),
    ...(card.examNote === undefined ? {} : { examNote: card.examNote }),
    ...(card.asOf === undefined ? {} : { asOf: card.asOf }),
  };
}
