import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CardId, StudyDay } from '../domain/ids.ts';
import {
  byTime,
  type Happening,
  type JournalEvent,
  journalVersion,
  parseEvent,
  type Review,
} from '../domain/journal/event.ts';
import { fold } from '../domain/journal/fold.ts';
import { LiveFolder } from '../domain/journal/live-folder.ts';
import type { Progress } from '../domain/journal/progress.ts';
import type { MemoryModel } from '../domain/scheduling/memory.ts';
import type { Journal, JournalTrouble, PastReview } from '../ports.ts';
import { AppendFile } from './append-file.ts';
import { diskTrouble, errorCode } from './disk-trouble.ts';
import { eventId } from './event-id.ts';
import { historyIn, latestReviews, newReviews, scanEvents } from './past-reviews.ts';
import { linesBefore, readLines } from './read-lines.ts';
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

const unreadable = 'this line is not a readable event; it is kept as it is';
const cutShort = 'the last line is cut short (a crash or a full disk); it is left out';

/** The journal of one learner: a folder of append-only files, one a device, read through a snapshot. */
export class JournalStore implements Journal {
  readonly #place: JournalPlace;
  readonly #offsets = new Map<string, number>();
  #trouble: JournalTrouble[] = [];
  readonly #seen = new Set<string>();
  #folder = new LiveFolder();
  #parameters: readonly number[] | undefined;
  #unsaved = 0;
  #opened = false;
  #file: AppendFile | undefined;

  constructor(place: JournalPlace) {
    this.#place = place;
  }

  read(): { progress: Progress; model: MemoryModel; trouble: readonly JournalTrouble[] } {
    if (!this.#opened) this.#open();
    return { progress: this.#folder.progress, model: this.#folder.model, trouble: this.#trouble };
  }

  #files(): string[] {
    try {
      const names = readdirSync(this.#place.folder).filter((name) => name.endsWith('.jsonl'));
      return names.sort().map((name) => join(this.#place.folder, name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw diskTrouble('read', this.#place.folder, error);
    }
  }

  #open(): void {
    this.#offsets.clear();
    this.#seen.clear();
    this.#trouble = [];
    const snapshot = readSnapshot(this.#place.snapshot);
    const files = this.#files();
    if (snapshot === undefined || !fitsJournals(snapshot)) {
      this.#foldAll(files);
    } else {
      this.#parameters = snapshot.parameters;
      this.#folder = new LiveFolder(snapshot.parameters, snapshot.progress);
      for (const [path, folded] of Object.entries(snapshot.files)) this.#offsets.set(path, folded.size);
      this.#catchUp(files);
    }
    // Only now: where a file could not be read, the next look begins anew instead of trusting half a fold.
    this.#opened = true;
  }

  /** Every line of the given files from where they were read so far; unreadable ones are reported and kept. */
  #readNew(files: readonly string[]): JournalEvent[] {
    const events: JournalEvent[] = [];
    for (const path of files) {
      const from = this.#offsets.get(path) ?? 0;
      try {
        if (statSync(path).size === from) continue;
        const { end, torn } = readLines(path, from, (line, number) => {
          const event = parseEvent(line);
          if (event !== undefined) events.push(event);
          else this.#report(path, linesBefore(path, from) + number, unreadable);
        });
        this.#offsets.set(path, end);
        // Another terminal may be in the middle of writing it: what is torn now may be whole at the next look.
        this.#trouble = this.#trouble.filter((one) => one.file !== path || one.message !== cutShort);
        if (torn) this.#report(path, linesBefore(path, end) + 1, cutShort);
      } catch (error) {
        throw diskTrouble('read', path, error);
      }
    }
    return events;
  }

  #report(file: string, line: number, message: string): void {
    this.#trouble.push({ file, line, message });
  }

  #foldAll(files: readonly string[]): void {
    this.#offsets.clear();
    this.#trouble = [];
    const events = this.#readNew(files);
    const { progress, parameters } = fold(events);
    this.#parameters = parameters;
    this.#folder = new LiveFolder(parameters, progress);
    this.#unsaved += events.length;
  }

  refresh(): boolean {
    if (!this.#opened) {
      this.#open();
      return true;
    }
    try {
      return this.#catchUp(this.#files());
    } catch (error) {
      this.#opened = false;
      throw error;
    }
  }

  #catchUp(files: readonly string[]): boolean {
    const events = this.#readNew(files).filter((event) => !this.#seen.has(event.id));
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
        this.#foldAll(this.#files());
        return;
      }
      ({ at, id } = event);
    }
    for (const event of events) {
      if (event.type === 'undo' && !this.#folder.takeBack(event.target)) {
        this.#foldAll(this.#files());
        return;
      }
      this.#folder.apply(event);
    }
    this.#unsaved += events.length;
  }

  append(happening: Happening, stamp: { at: number; tz: number; day: StudyDay }): JournalEvent {
    if (!this.#opened) this.#open();
    // Always after the last event: with a clock that went back, the order of the file and of time stay one.
    const at = Math.max(stamp.at, this.#folder.progress.lastAt + 1);
    const event = {
      v: journalVersion,
      id: eventId(at),
      at,
      tz: stamp.tz,
      day: stamp.day,
      ...happening,
    } as JournalEvent;
    this.#ownFile().append(JSON.stringify(event));
    // Its own line is read back by no one here: it is folded now and known by its id.
    this.#seen.add(event.id);
    try {
      this.#take([event]);
    } catch {
      // It is on disk, so it counts; what could not be read again now is read at the next look.
      this.#opened = false;
    }
    return event;
  }

  lastReviews(
    count: number,
    where: 'everywhere' | 'here' = 'everywhere',
  ): readonly (JournalEvent & Review)[] {
    const files = this.#files();
    // Where nothing was ever written, this device has no name yet and needs none.
    if (where === 'everywhere' || files.length === 0) return latestReviews(files, count);
    return latestReviews(files, count, this.#ownPath());
  }

  historyOf(card: CardId): readonly JournalEvent[] {
    const { adopted } = this.read().progress;
    const former = [...adopted].filter(([, home]) => home === card).map(([id]) => id);
    return historyIn(this.#files(), new Set([card, ...former]));
  }

  /** Older than what was folded, as a rule: the next look folds anew. */
  addReviews(reviews: readonly PastReview[]): number {
    const { count, pieces } = newReviews(reviews, (each) =>
      scanEvents(this.#files(), each, ['"type":"review"']),
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
    if (this.#unsaved < eventsPerSnapshot && this.#trouble.length === 0) return;
    try {
      // Own lines were folded without being read: take the offsets up to date first.
      this.refresh();
    } catch {
      return;
    }
    const files: Record<string, Folded> = {};
    for (const [path, size] of this.#offsets) {
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
