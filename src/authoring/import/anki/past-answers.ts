import type { Grade } from '../../../domain/scheduling/memory.ts';
import type { PastAnswer } from '../imported.ts';
import type { AnkiAnswer, AnkiCollection } from './read-collection.ts';

/** Answers of the review log by note, oldest first. Rows that are no answers (ease 0, changes by hand) are left out. */
export function answersByNote({
  cards,
  answers,
  notes,
  notetypes,
  oldScheduler,
}: AnkiCollection): Map<number, PastAnswer[]> {
  const isCloze = new Map(notes.map(({ id, notetype }) => [id, notetypes.get(notetype)?.cloze === true]));
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const byNote = new Map<number, PastAnswer[]>();
  for (const answer of [...answers].sort((a, b) => a.id - b.id)) {
    const card = cardOf.get(answer.card);
    const grade = gradeOf(answer, oldScheduler);
    if (card === undefined || grade === undefined) continue;
    const { note, ordinal } = card;
    const part = isCloze.get(note) === true ? `c${ordinal + 1}` : ordinal === 0 ? '' : 'reverse';
    const past: PastAnswer = {
      part,
      atMs: answer.id,
      grade,
      ...(answer.ms > 0 && answer.ms <= longestMs ? { ms: answer.ms } : {}),
      // A filtered deck that did not reschedule left no factor.
      ...(answer.type === 3 && answer.factor === 0 ? { preview: true } : {}),
    };
    const list = byNote.get(note);
    if (list === undefined) byNote.set(note, [past]);
    else list.push(past);
  }
  return byNote;
}

const longestMs = 3_600_000;

/** The first scheduler of Anki had three buttons for cards that are being learned: again, good, easy. */
function gradeOf({ ease, type }: AnkiAnswer, oldScheduler: boolean): Grade | undefined {
  if (type > 3 || !Number.isInteger(ease) || ease < 1 || ease > 4) return undefined;
  return (oldScheduler && (type === 0 || type === 2) && ease > 1 ? Math.min(4, ease + 1) : ease) as Grade;
}
