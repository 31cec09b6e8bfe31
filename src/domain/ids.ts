/** `dynamodb-lsi-creation`: names a fact in a deck. Written once, never reused. */
export type NoteId = string;

/**
 * What is studied and scheduled. A plain card has the id of its note; one that asks in several ways adds
 * a part: `sqs-visibility#c2` (second cloze), `sqs-dlq#reverse`.
 */
export type CardId = string;

const drillPrefix = 'drill:';

/** The id under which a drill template is scheduled. No card of a deck can have it: slugs hold no colon. */
export const drillCard = (template: string): CardId => drillPrefix + template;

export const isDrillCard = (card: CardId): boolean => card.startsWith(drillPrefix);

/** Whole days since 1970-01-01 in the learner's own calendar; see scheduling/study-day.ts. */
export type StudyDay = number;

/** Lower-kebab: letters, digits and single hyphens. No dot, slash or space, so that an id can never name a path. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const longestSlug = 100;

export function cardId(note: NoteId, part: string): CardId {
  return part === '' ? note : `${note}#${part}`;
}

/** The note a card belongs to: the id without its part. */
export function noteOf(card: CardId): NoteId {
  const mark = card.indexOf('#');
  return mark === -1 ? card : card.slice(0, mark);
}
