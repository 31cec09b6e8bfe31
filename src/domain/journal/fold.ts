import { isDrillCard, type StudyDay } from '../ids.ts';
import {
  defaultRetention,
  type Grade,
  type Memory,
  type MemoryModel,
  memoryModel,
} from '../scheduling/memory.ts';
import { byTime, type JournalEvent, type Review } from './event.ts';
import { type CardProgress, emptyProgress, type Progress } from './progress.ts';

export function memoryOf(card: CardProgress | undefined): Memory | undefined {
  return card?.stabilityDays === undefined || card.difficulty === undefined
    ? undefined
    : { stabilityDays: card.stabilityDays, difficulty: card.difficulty };
}

/** Recall predicted for a day, 0-1; undefined for a card without an answer. */
export function recallOf(
  card: CardProgress | undefined,
  day: StudyDay,
  model: Pick<MemoryModel, 'recall'>,
): number | undefined {
  const memory = memoryOf(card);
  return memory === undefined || card?.lastDay === undefined
    ? undefined
    : model.recall(memory, day - card.lastDay);
}

/** The prediction as a review holds it: to four places. */
export function predicted(
  card: CardProgress | undefined,
  day: StudyDay,
  model: Pick<MemoryModel, 'recall'>,
): Pick<Review, 'recall'> {
  const recall = recallOf(card, day, model);
  return recall === undefined ? {} : { recall: Math.round(recall * 1e4) / 1e4 };
}

export interface Future {
  readonly memory: Memory;
  /** 0 where the card comes back in the same session. */
  readonly intervalDays: number;
  readonly due: StudyDay;
}

/** What one answer would make of a card. The fold and the preview of the four futures are this one function. */
export function answered(
  card: CardProgress | undefined,
  grade: Grade,
  day: StudyDay,
  model: Pick<MemoryModel, 'next' | 'intervalDays'>,
): Future {
  const elapsedDays = card?.lastDay === undefined ? 0 : Math.max(0, day - card.lastDay);
  const memory = model.next(memoryOf(card), elapsedDays, grade);
  // Again is due today: the session brings it back within minutes, and if the learner leaves, so does the next one.
  const intervalDays = grade === 1 ? 0 : model.intervalDays(memory);
  return { memory, intervalDays, due: day + intervalDays };
}

/** Folds events one after the other into a Progress. Give it events in the order of `byTime`, undone ones left out. */
export class Folder {
  readonly progress: Progress;
  readonly #parameters: readonly number[] | undefined;
  #model: MemoryModel;

  constructor(parameters?: readonly number[], progress: Progress = emptyProgress(defaultRetention)) {
    this.progress = progress;
    this.#parameters = parameters;
    this.#model = memoryModel(progress.retention, parameters);
  }

  get model(): MemoryModel {
    return this.#model;
  }

  apply(event: JournalEvent): void {
    const { progress } = this;
    progress.events += 1;
    progress.lastAt = event.at;
    progress.lastId = event.id;
    switch (event.type) {
      case 'review':
        if (progress.lastDay === undefined || event.day > progress.lastDay) progress.lastDay = event.day;
        if (event.mode !== 'preview') this.#review(event, event.day);
        break;
      case 'suspend':
        this.#card(event.card).suspended = true;
        break;
      case 'unsuspend':
        delete this.#card(event.card).suspended;
        delete this.#card(event.card).buriedUntil;
        break;
      case 'bury':
        this.#card(event.card).buriedUntil = event.until;
        break;
      case 'boost':
        this.#card(event.card).boosted = event.reason;
        break;
      case 'reset':
        progress.cards.delete(this.#home(event.card));
        break;
      case 'adopt':
        this.#adopt(event.card, event.from);
        break;
      case 'config':
        progress.retention = event.retention;
        this.#model = memoryModel(event.retention, this.#parameters);
        break;
      case 'undo':
      case 'params':
      case 'forecast':
        break;
    }
  }

  #home(id: string): string {
    return this.progress.adopted.get(id) ?? id;
  }

  #card(id: string): CardProgress {
    const home = this.#home(id);
    let card = this.progress.cards.get(home);
    if (card === undefined) {
      card = { reviews: 0, lapses: 0 };
      this.progress.cards.set(home, card);
    }
    return card;
  }

  #review(event: Review, day: StudyDay): void {
    const card = this.#card(event.card);
    const future = answered(card, event.grade, day, this.#model);
    const isNew = card.due === undefined;
    const isFirstToday = card.lastDay !== undefined && card.lastDay < day;
    const wasDue = isFirstToday && card.due !== undefined && (card.boosted !== undefined || card.due <= day);
    if (event.grade === 1 && !isNew && isFirstToday) card.lapses += 1;
    card.stabilityDays = future.memory.stabilityDays;
    card.difficulty = future.memory.difficulty;
    card.due = future.due;
    card.firstDay ??= day;
    // A clock that went back does not move the last answer back with it.
    card.lastDay = card.lastDay === undefined ? day : Math.max(card.lastDay, day);
    card.lastGrade = event.grade;
    card.reviews += 1;
    if (event.hash !== undefined) card.hash = event.hash;
    delete card.boosted;
    delete card.buriedUntil;
    this.#count(day, event, { isNew, wasDue });
  }

  #count(day: StudyDay, event: Review, { isNew, wasDue }: { isNew: boolean; wasDue: boolean }): void {
    let totals = this.progress.days.get(day);
    if (totals === undefined) {
      totals = { reviews: 0, newCards: 0, again: 0, ms: 0 };
      this.progress.days.set(day, totals);
    }
    if (isDrillCard(event.card)) {
      totals.drills = (totals.drills ?? 0) + 1;
      return;
    }
    totals.reviews += 1;
    if (isNew) totals.newCards += 1;
    if (wasDue) totals.dueCards = (totals.dueCards ?? 0) + 1;
    if (event.grade === 1) totals.again += 1;
    totals.ms += event.ms ?? 0;
  }

  #adopt(to: string, from: string): void {
    const { cards, adopted } = this.progress;
    const history = cards.get(from);
    const present = cards.get(to);
    // A card that was only suspended or boosted under its new name has no history to lose.
    if (history !== undefined && present?.due === undefined) cards.set(to, { ...present, ...history });
    cards.delete(from);
    for (const [old, home] of adopted) if (home === from) adopted.set(old, to);
    adopted.set(from, to);
    adopted.delete(to);
  }
}

export interface Folded {
  readonly progress: Progress;
  readonly model: MemoryModel;
  /** Parameters in force: the last `params` event's, else the defaults. They hold for the whole history. */
  readonly parameters: readonly number[] | undefined;
  /** Ids of the events that were taken back. */
  readonly undone: Set<string>;
}

/** Folds a whole history in any order: sorts it, leaves out what was undone, applies the rest. */
export function fold(events: readonly JournalEvent[]): Folded {
  const undone = new Set<string>();
  let parameters: readonly number[] | undefined;
  let sorted = true;
  let before: JournalEvent | undefined;
  for (const event of events) {
    if (event.type === 'undo') undone.add(event.target);
    if (before !== undefined && byTime(before, event) > 0) sorted = false;
    before = event;
  }
  const inOrder = sorted ? events : [...events].sort(byTime);
  for (const event of inOrder) if (event.type === 'params' && !undone.has(event.id)) parameters = event.w;
  const folder = new Folder(parameters);
  let last: JournalEvent | undefined;
  for (const event of inOrder) {
    // The same event may stand in two files (a copied journal): it counts once.
    if (last?.id === event.id) continue;
    last = event;
    if (undone.size === 0 || !undone.has(event.id)) folder.apply(event);
  }
  return { progress: folder.progress, model: folder.model, parameters, undone };
}
