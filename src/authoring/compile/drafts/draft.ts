import type { Card } from '../../../domain/cards/index.ts';
import type { Context, Structure } from '../facts/fact.ts';
import type { Flag } from '../flags/flag.ts';
import type { Place } from '../place.ts';
import { capitalised } from '../sentences.ts';

type Bare<T> = T extends Card ? Omit<T, 'id' | 'topic' | 'status'> : never;

/** A card's own fields, before it has an id and a topic. */
export type CardBody = Bare<Card>;

/** What a fact makes: a card, where it came from, and what it asks without its answer. */
export interface Proposal {
  readonly body: CardBody;
  readonly context: Context;
  readonly place: Place;
  readonly structure: Structure;
  readonly quoted: boolean;
  /** What is stated, in one text: looked at for numbers, for stale claims and for contradictions. */
  readonly claim: string;
  /** Higher is surer: a paragraph keeps its best three. */
  readonly worth: number;
}

/** A card of status draft with all that a reviewer should know of it. */
export interface Draft {
  readonly id: string;
  readonly deck: string;
  readonly topic: string;
  readonly body: CardBody;
  readonly place: Place;
  readonly structure: Structure;
  readonly flags: readonly Flag[];
}

/** `**Amazon SQS / Polling:** ` before a question; nothing where there is nothing to say. */
export const labelled = (label: string, text: string): string =>
  label === '' ? capitalised(text) : `**${label.replace(/[*`]/g, '')}:** ${text}`;
