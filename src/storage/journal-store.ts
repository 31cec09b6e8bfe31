import { join } from 'node:path';
import type { CardId } from '../domain/ids.ts';
import {
  byTime,
  type Happening,
  type JournalEvent,
  journalVersion,
  type Review,
} from '../domain/journal/event.ts';
import { fold } from '../domain/journal/fold.ts';
import { LiveFolder } from '../domain/journal/live-folder.ts';
import type { Progress } from '../domain/journal/progress.ts';
import type { MemoryModel } from '../domain/scheduling/memory.ts';
import { UserError } from '../errors.ts';
import type { Journal, JournalTrouble, PastReview } from '../ports.ts';
import { AppendFile } from './append-file.ts';
import { eventId } from './event-id.ts';
import { JournalFiles } from './journal-files.ts';
import { historyIn, latestReviews, newReviews, scanEvents } from './past-reviews.ts';
import {
  eventsPerSnapshot,
  type Folded,
  fitsJournals,
  readSnapshot,
  tailOf,
  writeSnapshot,
} from './snapshot.ts';

export interface JournalPlace {
  /** Folder of `<device>.jsonl` files. */
  readonly folder: string;
  readonly snapshot: string;
  /** Name of this device's file; asked for when first written to. */
  readonly device: () => string;
}

/** What is written in one piece, and synced once. */
const linesPerWrite = 1000;

/** When and where something happens; the study day is frozen with it. */
type Stamp = Parameters<Journal['append']>[1];

/** The journal of one learner: a folder of append-only files, one a device, read through a snapshot. */
export class JournalStore implements Journal {
  readonly #place: JournalPlace;
  readonly #files: JournalFiles;
  /** Events that were written here. */
  readonly #seen = new Set<string>();
  /** Events that were taken back, of those that were read or written since this was opened. */
  #takenBack = new Set<string>();
  #folder = new LiveFolder();
  #parameters: readonly number[] | undefined;
  #unsaved = 0;
  #opened = false;
  #file: AppendFile | undefined;

  constructor(place: JournalPlace) {
    this.#place = place;
    this.#files = new JournalFiles(place.folder);
  }

  read(): { progress: Progress; model: MemoryModel; trouble: readonly JournalTrouble[] } {
    if (!this.#opened) this.#open();
    return { progress: this.#folder.progress, model: this.#folder.model, trouble: this.#files.trouble };
  }

  #open(): void {
    this.#seen.clear();
    const snapshot = readSnapshot(this.#place.snapshot);
    if (snapshot === undefined || !fitsJournals(snapshot)) {
      this.#foldAll();
      return;
    }
    this.#parameters = snapshot.parameters;
    this.#takenBack = new Set();
    this.#folder = new LiveFolder(snapshot.parameters, snapshot.progress);
    this.#files.restart(Object.entries(snapshot.files).map(([path, { size }]) => [path, size] as const));
    this.#catchUp();
    // Only now: where a file could not be read, the next look begins anew instead of trusting half a fold.
    this.#opened = true;
  }

  #foldAll(): void {
    this.#opened = false;
    this.#files.restart();
    const events = this.#files.readNew();
    const { progress, parameters, undone } = fold(events);
    this.#parameters = parameters;
    this.#takenBack = undone;
    this.#folder = new LiveFolder(parameters, progress);
    this.#unsaved += events.length;
    this.#opened = true;
  }

  refresh(): boolean {
    if (this.#opened) return this.#catchUp();
    this.#open();
    return true;
  }

  #catchUp(): boolean {
    const events = this.#files.readNew().filter((event) => !this.#seen.has(event.id));
    if (events.length === 0) return false;
    events.sort(byTime);
    this.#take(events);
    return true;
  }

  /** Folds in what follows what was folded; anything that would change the past folds the whole again. */
  #take(events: readonly JournalEvent[]): void {
    let { lastAt: at, lastId: id } = this.#folder.progress;
    for (const event of events) {
      if (event.type === 'params' || byTime({ at, id }, event) >= 0) {
        this.#foldAll();
        return;
      }
      ({ at, id } = event);
    }
    for (const event of events) {
      if (event.type === 'undo' && !this.#folder.takeBack(event.target)) {
        this.#foldAll();
        return;
      }
      if (event.type === 'undo') this.#takenBack.add(event.target);
      this.#folder.apply(event);
    }
    this.#unsaved += events.length;
  }

  append(happening: Happening, stamp: Stamp): JournalEvent {
    return this.appendAll([happening], stamp)[0] as JournalEvent;
  }

  appendAll(happenings: readonly Happening[], stamp: Stamp): readonly JournalEvent[] {
    this.#lookAround();
    // Always after the last event: with a clock that went back, the order of the file and of time stay one.
    const first = Math.max(stamp.at, this.#folder.progress.lastAt + 1);
    const events = happenings.map((happening, index) => {
      const at = first + index;
      return { v: journalVersion, id: eventId(at), at, tz: stamp.tz, day: stamp.day, ...happening };
    }) as JournalEvent[];
    this.#write(events);
    try {
      this.#take(events);
    } catch {
      // It is on disk, so it counts; what could not be read again now is read at the next look.
      this.#opened = false;
    }
    return events;
  }

  /** Takes in what others wrote, so that what is written now follows it: else it would have to be put before it later. */
  #lookAround(): void {
    if (!this.#opened) this.#open();
    try {
      this.#catchUp();
    } catch (error) {
      // An answer counts also while another device's file cannot be read.
      if (!(error instanceof UserError)) throw error;
    }
  }

  #write(events: readonly JournalEvent[]): void {
    for (let from = 0; from < events.length; from += linesPerWrite) {
      const piece = events.slice(from, from + linesPerWrite);
      const text = piece.map((event) => JSON.stringify(event)).join('\n');
      try {
        this.#ownFile().append(text);
      } catch (error) {
        // Earlier pieces are on disk: the next look reads them.
        if (from > 0) this.#opened = false;
        throw error;
      }
      for (const { id } of piece) this.#seen.add(id);
      // It is folded now, and need not be read back.
      this.#files.skipOwn(this.#ownPath(), `${text}\n`);
    }
  }

  isTakenBack(id: string): boolean {
    return this.#takenBack.has(id);
  }

  lastReviews(
    count: number,
    where: 'everywhere' | 'here' = 'everywhere',
  ): readonly (JournalEvent & Review)[] {
    const files = this.#files.list();
    // Where nothing was ever written, this device has no name yet and needs none.
    if (where === 'everywhere' || files.length === 0) return latestReviews(files, count);
    return latestReviews(files, count, this.#ownPath());
  }

  historyOf(card: CardId): readonly JournalEvent[] {
    const { adopted } = this.read().progress;
    const former = [...adopted].filter(([, home]) => home === card).map(([id]) => id);
    return historyIn(this.#files.list(), new Set([card, ...former]));
  }

  /** Older than what was folded, as a rule: the next look folds anew. */
  addReviews(reviews: readonly PastReview[]): number {
    const { count, pieces } = newReviews(reviews, (each) =>
      scanEvents(this.#files.list(), each, ['"type":"review"']),
    );
    for (const piece of pieces) this.#ownFile().append(piece);
    if (count > 0) this.#opened = false;
    return count;
  }

  #ownFile(): AppendFile {
    this.#file ??= new AppendFile(this.#ownPath());
    return this.#file;
  }

  #ownPath(): string {
    return join(this.#place.folder, `${this.#place.device()}.jsonl`);
  }

  saveSnapshot(): void {
    // What was said of unreadable lines lies behind the snapshot then: it is told once, and by the doctor.
    if (this.#unsaved < eventsPerSnapshot && this.#files.trouble.length === 0) return;
    try {
      // Own lines were folded without being read: take the offsets up to date first.
      this.refresh();
    } catch {
      return;
    }
    const files: Record<string, Folded> = {};
    for (const [path, size] of this.#files.offsets) {
      const tail = tailOf(path, size);
      if (tail === undefined) return;
      files[path] = { size, tail };
    }
    if (
      writeSnapshot(this.#place.snapshot, {
        files,
        parameters: this.#parameters,
        progress: this.#folder.progress,
      })
    ) {
      this.#unsaved = 0;
    }
  }
}
