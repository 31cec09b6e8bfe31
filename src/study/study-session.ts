import { type Card, type DrawCalc, toQuestion } from '../domain/cards/index.ts';
import type { Random } from '../domain/chance.ts';
import { answered, type Future, predicted } from '../domain/journal/fold.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import type { Question } from '../domain/question.ts';
import { type Grade, grades } from '../domain/scheduling/memory.ts';
import { isHidden, type QueueItem } from '../domain/scheduling/queue.ts';
import {
  advance,
  cardsLeft,
  comesBackAfterMs,
  currentItem,
  isLearning,
  type Session,
  startSession,
  takeBack,
  withoutCard,
} from '../domain/scheduling/session.ts';
import { type SessionSummary, summarise } from '../domain/scheduling/summary.ts';
import type { Clock, Journal, Library, LibraryEntry } from '../ports.ts';
import type { Moment } from './today.ts';

export interface StudyParts {
  readonly library: Pick<Library, 'card'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  /** The moment of an answer; asked anew each time, for sessions that pass midnight. */
  readonly moment: () => Moment;
  readonly entries: readonly LibraryEntry[];
  readonly queue: readonly QueueItem<LibraryEntry>[];
  /** Draws the calc cards; asked at each card, since more calculators may have come meanwhile. */
  readonly drawCalc?: (() => DrawCalc | undefined) | undefined;
  /** Answers change no memory. */
  readonly cram?: boolean;
  /** Stop after so many minutes. */
  readonly minutes?: number | undefined;
}

/** A card as it is asked. */
export interface Asked {
  readonly item: QueueItem<LibraryEntry>;
  readonly card: Card;
  readonly question: Question;
  /** Text of the card changed since the learner last answered it. */
  readonly changed: boolean;
  readonly shownAtMs: number;
}

/** What an answer would do: stored days, and minutes where the card comes back in this session. */
export interface FutureOf extends Future {
  readonly grade: Grade;
  readonly backInMs?: number;
}

/** A session at work: asks, records, takes back. Every answer is on disk when `grade` returns. */
export class StudySession {
  readonly #parts: StudyParts;
  readonly #byId: Map<string, LibraryEntry>;
  readonly #total: number;
  readonly #startedAtMs: number;
  #session: Session<LibraryEntry>;
  #asked: Asked | undefined;

  constructor(parts: StudyParts) {
    this.#parts = parts;
    this.#session = startSession(parts.queue);
    this.#byId = new Map(parts.entries.map((entry) => [entry.id, entry]));
    this.#total = parts.queue.length;
    this.#startedAtMs = parts.clock.now();
  }

  /** The card to ask now; undefined at the end. Takes in first what other terminals answered. */
  ask(): Asked | undefined {
    if (this.#asked !== undefined) return this.#asked;
    const { journal, clock, library, random } = this.#parts;
    if (this.#timeIsUp()) return undefined;
    if (journal.refresh()) this.#dropSettledElsewhere();
    const item = currentItem(this.#session, clock.now());
    if (item === undefined) return undefined;
    const card = library.card(item.entry);
    const known = this.#progressOf(item)?.hash;
    this.#asked = {
      item,
      card,
      question: toQuestion(card, item.entry.part, random, this.#parts.drawCalc?.()),
      changed: known !== undefined && known !== item.entry.hash,
      shownAtMs: clock.now(),
    };
    return this.#asked;
  }

  /** The four futures of the card asked now: the same function that the journal's fold uses. */
  futures(): readonly FutureOf[] {
    const { item } = this.#current();
    const { model } = this.#parts.journal.read();
    const { day } = this.#parts.moment();
    return grades.map((grade) => {
      const future = answered(this.#progressOf(item), grade, day, model);
      const backInMs = comesBackAfterMs(grade, isLearning(item));
      return { ...future, grade, ...(backInMs === undefined ? {} : { backInMs }) };
    });
  }

  /** Records the answer to the card asked now. @throws UserError where the disk refuses; the card then stays asked. */
  grade(grade: Grade): void {
    const { item, shownAtMs } = this.#current();
    const { journal, clock, cram } = this.#parts;
    const moment = this.#parts.moment();
    const tookMs = Math.max(0, Math.round(clock.now() - shownAtMs));
    journal.append(
      {
        type: 'review',
        card: item.entry.id,
        grade,
        ms: tookMs,
        hash: item.entry.hash,
        ...predicted(this.#progressOf(item), moment.day, journal.read().model),
        ...(cram === true ? { mode: 'preview' as const } : {}),
      },
      moment,
    );
    this.#session = advance(this.#session, item, grade, { nowMs: clock.now(), tookMs });
    this.#asked = undefined;
  }

  /** Takes the latest answer back, be it of this session or an earlier one; the card is asked again at once. */
  undo(): LibraryEntry | undefined {
    const { journal } = this.#parts;
    const last = journal.lastReviews(1)[0];
    const { adopted } = journal.read().progress;
    const entry = last && this.#byId.get(adopted.get(last.card) ?? last.card);
    if (last === undefined || entry === undefined) return undefined;
    journal.append({ type: 'undo', target: last.id }, this.#parts.moment());
    const progress = journal.read().progress.cards.get(entry.id);
    const reason =
      progress?.due === undefined ? 'new' : progress.lastDay === this.#parts.moment().day ? 'relearn' : 'due';
    this.#session = takeBack(this.#session, { entry, reason });
    this.#asked = undefined;
    return entry;
  }

  suspend(): void {
    this.#leaveOut({ type: 'suspend', card: this.#current().item.entry.id });
  }

  bury(): void {
    const until = this.#parts.moment().day + 1;
    this.#leaveOut({ type: 'bury', card: this.#current().item.entry.id, until });
  }

  /** Cards still to come, cards in the queue at the start, and how many of those are left of each sort. */
  progress(): {
    readonly left: number;
    readonly total: number;
    readonly fresh: number;
    readonly reviews: number;
  } {
    const fresh = this.#session.queue.filter((item) => item.reason === 'new').length;
    const left = cardsLeft(this.#session);
    return { left, total: Math.max(this.#total, left), fresh, reviews: left - fresh };
  }

  summary(): SessionSummary {
    return summarise(this.#session.answered);
  }

  #current(): Asked {
    if (this.#asked === undefined) throw new Error('no card is being asked');
    return this.#asked;
  }

  #progressOf(item: QueueItem): CardProgress | undefined {
    return this.#parts.journal.read().progress.cards.get(item.entry.id);
  }

  #leaveOut(
    happening: { type: 'suspend'; card: string } | { type: 'bury'; card: string; until: number },
  ): void {
    this.#parts.journal.append(happening, this.#parts.moment());
    this.#session = withoutCard(this.#session, happening.card);
    this.#asked = undefined;
  }

  #timeIsUp(): boolean {
    const { minutes, clock } = this.#parts;
    return minutes !== undefined && clock.now() - this.#startedAtMs >= minutes * 60_000;
  }

  /** A card that another terminal answered since (and that is not due again), suspended or buried is asked no more here. */
  #dropSettledElsewhere(): void {
    if (this.#parts.cram === true) return;
    const { cards } = this.#parts.journal.read().progress;
    const today = this.#parts.moment().day;
    const mine = new Set(this.#session.answered.map((one) => one.card));
    for (const { entry } of this.#session.queue) {
      const card = cards.get(entry.id);
      if (card === undefined || mine.has(entry.id)) continue;
      const done =
        card.lastDay === today && card.due !== undefined && card.due > today && card.boosted === undefined;
      if (done || isHidden(card, today)) this.#session = withoutCard(this.#session, entry.id);
    }
  }
}
