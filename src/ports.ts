import type { Card, Deck } from './domain/cards/index.ts';
import type { Random } from './domain/chance.ts';
import type { CardId, StudyDay } from './domain/ids.ts';
import type { Happening, JournalEvent, Review } from './domain/journal/event.ts';
import type { Progress } from './domain/journal/progress.ts';
import type { JournalTrouble } from './domain/journal/trouble.ts';
import type { Problem } from './domain/problem.ts';
import type { CardEntry } from './domain/scheduling/card-entry.ts';
import type { MemoryModel } from './domain/scheduling/memory.ts';
import type { Settings } from './domain/settings.ts';
import type { Attempts, ExamFile, Exams } from './ports/exams.ts';

export type { JournalTrouble } from './domain/journal/trouble.ts';
export type * from './ports/exams.ts';

/** What the rooms ask of the world. Adapters are made in host.ts; tests hand in their own. */
export interface Clock {
  now(): number;
  /** Minutes from local time to UTC at an instant, as getTimezoneOffset gives it. */
  zoneOffset(atMs: number): number;
}

/** A card as the library lists it: all that choosing needs, without its text. */
export interface LibraryEntry extends CardEntry {
  readonly part: string;
  readonly kind: Card['kind'];
  readonly tags: readonly string[];
  /** Fingerprint of front and back. */
  readonly hash: string;
  /** Line of the card in its deck's file, from 1. */
  readonly line: number;
  readonly previousIds: readonly string[];
}

export interface DeckInfo {
  readonly deck: string;
  readonly title: string;
  readonly summary: string;
  /** Path of the YAML file as the user may open it. */
  readonly file: string;
  readonly shipped: boolean;
}

export interface Shelf {
  readonly decks: readonly DeckInfo[];
  readonly entries: readonly LibraryEntry[];
  /** Trouble in user decks. A broken deck is left out, the others stand. */
  readonly problems: readonly Problem[];
}

export interface Library {
  /** Shipped decks, the user's decks, and the given paths besides. */
  load(paths?: readonly string[]): Promise<Shelf>;
  /** The whole text of a card; read when it is shown. */
  card(entry: LibraryEntry): Card;
}

/** A deck file as an author works on it: readable with places, or what keeps it from being read. */
export type DeckFile =
  | {
      readonly file: string;
      readonly text: string;
      readonly shipped: boolean;
      readonly deck: Deck;
      /** Names of a card's fields in the order of the file. */
      fields(card: number): readonly string[];
      place(path: readonly (string | number)[]): { readonly line: number; readonly column: number };
    }
  | { readonly file: string; readonly text?: string; readonly problems: readonly Problem[] };

export interface Workshop {
  /** Exams and question banks at these paths; with none: the project's, where it is here. */
  exams(paths: readonly string[]): readonly ExamFile[];
  /** Deck files at these paths (files, folders, or names of decks); with none: the project's decks, where it is here, and the learner's own. */
  decks(paths: readonly string[]): readonly DeckFile[];
  /**
   * The path of one deck's file, from its path or from the name of a deck in those folders. A folder stays what it is,
   * but one that holds no deck gives way to a deck of its name.
   * @throws UserError where there is neither.
   */
  locate(word: string): string;
  /** A text as it would be read from a deck file of this name, though it is on no disk yet. */
  parse(text: string, file: string): DeckFile;
  /** Where the project's JSON Schemas are. */
  readonly schemasFolder: string;
}

/** Files that an author names on the command line. */
export interface Files {
  /** @throws UserError where it is missing, no file, too large, or cannot be read. */
  read(path: string, mostBytes: number): Uint8Array;
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /** Files below a folder whose names match, hidden ones left out, in a fixed order. @throws UserError where it cannot be read. */
  list(folder: string, named: RegExp): readonly string[];
  /** Whole or not at all. @throws UserError where something is there and may not be replaced, or the disk refuses. */
  write(path: string, content: string | Uint8Array, how?: { readonly overwrite?: boolean }): void;
  /** Changes when the file does; undefined where there is none. */
  stamp(path: string): string | undefined;
}

export type SqlValue = number | string | Uint8Array | null;

export interface SqlDatabase {
  /** Row by row, so that a reader can stop. @throws where the file is damaged. */
  rows(sql: string): Iterable<readonly SqlValue[]>;
  run(sql: string, values?: readonly SqlValue[]): void;
  /** The whole database as a file. */
  bytes(): Uint8Array;
  close(): void;
}

/** Runs work and stops it when its time is up. @throws UserError then. */
export type TimeLimit = <T>(seconds: number, work: () => T) => T;

/** Opens a database from the bytes of its file; without them a new one. */
export type OpenSqlite = (bytes?: Uint8Array) => SqlDatabase;

/** An answer with the moment it was given at. */
export interface PastReview {
  readonly review: Review;
  readonly at: number;
  readonly tz: number;
  readonly day: StudyDay;
}

export interface Journal {
  /** State of every card, from the snapshot and what came after it. */
  read(): {
    readonly progress: Progress;
    readonly model: MemoryModel;
    readonly trouble: readonly JournalTrouble[];
  };
  /** Takes in what other terminals wrote since; true where there was anything. */
  refresh(): boolean;
  /**
   * Takes in what others wrote, appends after it and syncs to disk before it returns, then folds it in. Throws UserError
   * where the disk refuses.
   */
  append(
    happening: Happening,
    stamp: { readonly at: number; readonly tz: number; readonly day: StudyDay },
  ): JournalEvent;
  /** As `append`, with as little writing and folding as for one. */
  appendAll(
    happenings: readonly Happening[],
    stamp: { readonly at: number; readonly tz: number; readonly day: StudyDay },
  ): readonly JournalEvent[];
  /** Whether an event of this session was taken back, here or by another terminal, as far as it was read. */
  isTakenBack(id: string): boolean;
  /**
   * Answers given elsewhere, with the times they were given at. Those already here (same card, same instant, taken back
   * or not) are left out. Returns how many were added. Throws UserError where the disk refuses.
   */
  addReviews(reviews: readonly PastReview[]): number;
  /** The latest answers that were not taken back, newest first; `here`: only those given on this device. */
  lastReviews(count: number, where?: 'everywhere' | 'here'): readonly (JournalEvent & Review)[];
  /** All events of one card in order, taken-back ones left out. */
  historyOf(card: CardId): readonly JournalEvent[];
  /** Writes the snapshot, so that the next start is short. Never fails: it is a cache. */
  saveSnapshot(): void;
}

export interface SettingsStore {
  read(): Settings;
  /** Changes settings under a lock; a name set to undefined goes back to its default. */
  update(change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): Promise<Settings>;
}

/** Standard streams, and how rich they are. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Both ends are a terminal that can move its cursor: screens are possible. */
  readonly interactive: boolean;
  readonly colors: boolean;
  readonly unicode: boolean;
  /** Size now; it changes when the window does. */
  size(): { readonly columns: number; readonly rows: number };
  /** Calls back after the window changed; returns how to stop. */
  onResize(callback: () => void): () => void;
  /** Prints to standard output, and a newline. */
  print(text: string): void;
  /** Prints to standard error, and a newline. */
  complain(text: string): void;
  /** Ends with the signal's reason when the system asks the program to stop. */
  readonly stop: AbortSignal;
}

export interface Doctor {
  /** What is wrong, and what `fix` would do about it. Looks only. */
  examine(): Promise<readonly Finding[]>;
}

export interface Finding {
  readonly area: 'journal' | 'snapshot' | 'state' | 'decks' | 'home' | 'attempts';
  /** A note is worth knowing and needs nothing to be done. */
  readonly severity: 'ok' | 'note' | 'warning' | 'error';
  readonly message: string;
  /** What can be done: by `--fix` where `fix` is there, else by the user. */
  readonly remedy?: string;
  readonly fix?: () => void;
}

/** Opens files in the learner's own programs. */
export interface Opener {
  /** Each returns a sentence on what it did, for the screen; `readAgain` says when a change of the file is seen. */
  edit(file: string, line: number, readAgain?: string): string;
  browse(url: string): string;
}

/** Everything a command may use. Adapters are made when they are first asked for: start-up is what a learner feels. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly terminal: Terminal;
  readonly home: string;
  /** Where the learner's own decks go. */
  readonly decksFolder: string;
  /** Text of a file that the user named. @throws UserError where it cannot be read. */
  readText(path: string): Promise<string>;
  settings(): Promise<SettingsStore>;
  journal(): Promise<Journal>;
  /** Before the first question of a session: makes the folder of its answers. @throws UserError where none could be saved. */
  makeReady(): Promise<void>;
  library(): Promise<Library>;
  exams(): Promise<Exams>;
  attempts(): Promise<Attempts>;
  workshop(): Promise<Workshop>;
  files(): Promise<Files>;
  sqlite(): Promise<OpenSqlite>;
  timeLimit(): Promise<TimeLimit>;
  doctor(): Promise<Doctor>;
  opener(): Promise<Opener>;
}

/** Options that every command takes. */
export interface WorldOptions {
  readonly home?: string | undefined;
  readonly plain?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly seed?: number | undefined;
}

export interface Host {
  /** Standard output and standard error, for what is said outside of a command: help, errors. */
  print(text: string): void;
  complain(text: string): void;
  world(options: WorldOptions): Promise<World>;
  /**
   * For an error that nobody catches: who waits for keys or lines is stopped by it, restores the terminal and throws it
   * on; where nobody waits, `say` is called and the program ends with the exit code it returns.
   */
  onBug(say: (error: unknown) => number): void;
}
