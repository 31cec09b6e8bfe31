import { toQuestion } from '../domain/cards/index.ts';
import { predicted } from '../domain/journal/fold.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import type { Grade } from '../domain/scheduling/memory.ts';
import type { QueueItem } from '../domain/scheduling/queue.ts';
import {
  advance,
  cardsLeft,
  comesBackAfterMs,
  currentItem,
  isLearning,
  putFirst,
  type Session,
  startSession,
  takeBack,
  withoutAnswers,
  withoutCard,
} from '../domain/scheduling/session.ts';
import { type SessionSummary, summarise } from '../domain/scheduling/summary.ts';
import type { LibraryEntry } from '../ports.ts';
import { type Deed, Deeds } from './deeds.ts';
import { type FutureOf, storedFutures } from './futures.ts';
import { Given } from './given.ts';
import { lookAround } from './look-around.ts';
import { withoutSettledElsewhere } from './settled-elsewhere.ts';
import type { Asked, StudyParts } from './study-parts.ts';

/** A session at work: asks, records, takes back. Every answer is on disk when `grade` returns. */
export class StudySession {
  readonly #parts: StudyParts;
  readonly #total: number;
  readonly #startedAtMs: number;
  readonly #deeds: Deeds;
  /** How many answers each card had when it was last answered here: one more comes from elsewhere. */
  readonly #reviewsHere = new Map<string, number>();
  #session: Session<LibraryEntry>;
  #asked: Asked | undefined;
  /** A card that an undo brought back: asked next, whatever the time. */
  #again: QueueItem<LibraryEntry> | undefined;
  /** How many answers the card asked now had when it was asked: one more comes from elsewhere. */
  #reviewsAtAsking = 0;
  readonly #given = new Given();
  #notRecorded = 0;

  constructor(parts: StudyParts) {
    this.#parts = parts;
    this.#session = startSession(parts.queue);
    this.#total = parts.queue.length;
    this.#startedAtMs = parts.clock.now();
    this.#deeds = new Deeds({
      journal: parts.journal,
      entries: parts.entries,
      ownOnly: parts.cram === true,
    });
  }

  /** The card to ask now; undefined at the end. Takes in first what other terminals answered. */
  ask(): Asked | undefined {
    if (this.#asked !== undefined) return this.#asked;
    const { journal, clock, library, random } = this.#parts;
    if (this.#again === undefined && this.#timeIsUp()) return undefined;
    journal.refresh();
    this.#leaveOutTakenBack();
    if (!this.isCram) this.#session = this.#withoutSettledElsewhere();
    const item = this.#again ?? currentItem(this.#session, clock.now());
    this.#again = undefined;
    if (item === undefined) return undefined;
    const card = library.card(item.entry);
    const { hash: known, reviews = 0 } = this.#progressOf(item) ?? {};
    this.#reviewsAtAsking = reviews;
    this.#asked = {
      item,
      card,
      question: toQuestion(card, item.entry.part, random, this.#parts.drawCalc?.()),
      changed: known !== undefined && known !== item.entry.hash,
      shownAtMs: clock.now(),
    };
    return this.#asked;
  }

  /** The four futures of the card asked now. */
  futures(): readonly FutureOf[] {
    const { item } = this.#current();
    const { model } = this.#parts.journal.read();
    const futures = storedFutures(this.#progressOf(item), this.#parts.moment().day, model);
    return futures.map(({ grade, ...stored }) => {
      const backInMs = comesBackAfterMs(grade, isLearning(item));
      return { grade, ...(this.isCram ? {} : stored), ...(backInMs === undefined ? {} : { backInMs }) };
    });
  }

  /** An answer to the card asked now that was graded at once: it counts, also where the learner leaves without rating it. */
  give(suggested: Grade): void {
    this.#given.give({ grade: suggested });
  }

  /** It is to be given anew. */
  takeBackGiven(): void {
    this.#given.take();
  }

  /** The learner leaves: an answer that was given and not rated is recorded as suggested, once. Returns that grade. */
  leave(): Grade | undefined {
    const recorded = this.#given.leave(({ grade }) => this.grade(grade) === 'recorded');
    this.#lookAround();
    return recorded;
  }

  /**
   * Records the answer to the card asked now, unless another terminal recorded one since it was asked: the same card is
   * not answered twice. @throws UserError where the disk refuses; the card then stays asked.
   */
  grade(grade: Grade): 'recorded' | 'elsewhere' {
    const { item, shownAtMs } = this.#current();
    const { journal, clock } = this.#parts;
    const moment = this.#parts.moment();
    this.#given.take();
    this.#lookAround();
    const before = this.#progressOf(item);
    if (!this.isCram && (before?.reviews ?? 0) > this.#reviewsAtAsking) {
      this.#notRecorded += 1;
      this.#session = withoutCard(this.#session, item.entry.id);
      this.#asked = undefined;
      return 'elsewhere';
    }
    const tookMs = Math.max(0, Math.round(clock.now() - shownAtMs));
    const { id: target } = journal.append(
      {
        type: 'review',
        card: item.entry.id,
        grade,
        ms: tookMs,
        hash: item.entry.hash,
        ...predicted(before, moment.day, journal.read().model),
        ...(this.isCram ? { mode: 'preview' as const } : {}),
      },
      moment,
    );
    this.#deeds.add({ what: 'answer', target, item });
    this.#reviewsHere.set(item.entry.id, this.#progressOf(item)?.reviews ?? 0);
    this.#session = advance(this.#session, item, grade, { nowMs: clock.now(), tookMs, event: target });
    this.#asked = undefined;
    return 'recorded';
  }

  /**
   * Takes back what was done last: an answer, a suspension or a burial of this session, then answers given on this device
   * before. Its card is asked again at once.
   */
  undo(): Deed | undefined {
    this.#lookAround();
    const deed = this.#deeds.newest();
    if (deed === undefined) return undefined;
    this.#parts.journal.append({ type: 'undo', target: deed.target }, this.#parts.moment());
    this.#deeds.drop();
    const item = deed.earlierDay === undefined ? deed.item : this.#asItIs(deed.item);
    this.#reviewsHere.set(item.entry.id, this.#progressOf(item)?.reviews ?? 0);
    this.#session = (deed.what === 'answer' ? takeBack : putFirst)(this.#session, item);
    this.#again = item;
    this.#asked = undefined;
    this.#given.take();
    return deed;
  }

  /** Answers change no memory. */
  get isCram(): boolean {
    return this.#parts.cram === true;
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

  /** How many answers were not recorded, since another terminal had answered their cards. */
  get notRecorded(): number {
    return this.#notRecorded;
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

  /** The card with the reason why it is asked now: after an undo it may be new again. */
  #asItIs({ entry }: QueueItem<LibraryEntry>): QueueItem<LibraryEntry> {
    const card = this.#progressOf({ entry, reason: 'due' });
    const today = this.#parts.moment().day;
    return { entry, reason: card?.due === undefined ? 'new' : card.lastDay === today ? 'relearn' : 'due' };
  }

  #leaveOut(
    happening: { type: 'suspend'; card: string } | { type: 'bury'; card: string; until: number },
  ): void {
    const { item } = this.#current();
    // An answer that was given counts, also where the card is left out then.
    const given = this.#given.take();
    if (given !== undefined) this.grade(given.grade);
    const { id: target } = this.#parts.journal.append(happening, this.#parts.moment());
    this.#deeds.add({ what: happening.type, target, item });
    this.#session = withoutCard(this.#session, happening.card);
    this.#asked = undefined;
  }

  #lookAround(): void {
    lookAround(this.#parts.journal);
    this.#leaveOutTakenBack();
  }

  /** What another terminal took back counts here no more. */
  #leaveOutTakenBack(): void {
    const { journal } = this.#parts;
    this.#session = withoutAnswers(this.#session, (event) => journal.isTakenBack(event));
  }

  #withoutSettledElsewhere(): Session<LibraryEntry> {
    const { cards } = this.#parts.journal.read().progress;
    return withoutSettledElsewhere(this.#session, cards, this.#parts.moment().day, this.#reviewsHere);
  }

  #timeIsUp(): boolean {
    const { minutes, clock } = this.#parts;
    return minutes !== undefined && clock.now() - this.#startedAtMs >= minutes * 60_000;
  }
}
