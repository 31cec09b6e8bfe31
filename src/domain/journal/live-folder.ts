import type { CardId, StudyDay } from '../ids.ts';
import type { MemoryModel } from '../scheduling/memory.ts';
import type { JournalEvent } from './event.ts';
import { Folder } from './fold.ts';
import type { CardProgress, DayTotals, Progress } from './progress.ts';

/** An event that was folded in, and all that it could change as it was before. */
interface Step {
  readonly event: JournalEvent;
  readonly counters: Pick<Progress, 'events' | 'lastAt' | 'lastId' | 'lastDay'>;
  readonly card?: { readonly id: CardId; readonly before: CardProgress | undefined };
  readonly totals?: { readonly day: StudyDay; readonly before: DayTotals | undefined };
}

/** More than any sitting answers; half of them are forgotten when there are so many. */
const mostSteps = 4000;

/**
 * A fold that goes on while the learner studies. It remembers its latest steps, so that an undo of one of them costs about
 * as much as an answer, and comes to what folding the whole history without it comes to.
 */
export class LiveFolder {
  readonly #folder: Folder;
  #steps: Step[] = [];

  constructor(parameters?: readonly number[], progress?: Progress) {
    this.#folder = new Folder(parameters, progress);
  }

  get progress(): Progress {
    return this.#folder.progress;
  }

  get model(): MemoryModel {
    return this.#folder.model;
  }

  /** Folds in an event that follows all others. */
  apply(event: JournalEvent): void {
    const step = this.#stepBefore(event);
    this.#folder.apply(event);
    if (step === undefined) this.#steps = [];
    else this.#steps.push(step);
    if (this.#steps.length > mostSteps) this.#steps = this.#steps.slice(mostSteps / 2);
  }

  /**
   * Leaves out an event, as if it had never been: goes back to before it, and folds what came after it again. False where
   * it is not among the latest steps: then only folding the whole helps.
   */
  takeBack(id: string): boolean {
    const index = this.#steps.findLastIndex(({ event }) => event.id === id);
    if (index === -1) return false;
    const [, ...later] = this.#rewind(index);
    for (const { event } of later) this.apply(event);
    return true;
  }

  #rewind(index: number): readonly Step[] {
    const steps = this.#steps.splice(index);
    const { progress } = this.#folder;
    for (const { counters, card, totals } of [...steps].reverse()) {
      Object.assign(progress, counters);
      if (counters.lastDay === undefined) delete progress.lastDay;
      if (card !== undefined) putBack(progress.cards, card.id, card.before);
      if (totals !== undefined) putBack(progress.days, totals.day, totals.before);
    }
    return steps;
  }

  /** Undefined for what changes more than one card and one day. */
  #stepBefore(event: JournalEvent): Step | undefined {
    const { cards, days, adopted, events, lastAt, lastId, lastDay } = this.#folder.progress;
    const counters = { events, lastAt, lastId, ...(lastDay === undefined ? {} : { lastDay }) };
    switch (event.type) {
      case 'adopt':
      case 'config':
      case 'params':
      case 'reset':
        return undefined;
      case 'undo':
      case 'forecast':
        return { event, counters };
      case 'review':
      case 'suspend':
      case 'unsuspend':
      case 'bury':
      case 'boost': {
        const id = adopted.get(event.card) ?? event.card;
        const step = { event, counters, card: { id, before: copyOf(cards.get(id)) } };
        if (event.type !== 'review') return step;
        return { ...step, totals: { day: event.day, before: copyOf(days.get(event.day)) } };
      }
    }
  }
}

const copyOf = <T extends object>(value: T | undefined): T | undefined => value && { ...value };

function putBack<Key, Value>(map: Map<Key, Value>, key: Key, before: Value | undefined): void {
  if (before === undefined) map.delete(key);
  else map.set(key, before);
}
