import type { Card } from '../../domain/cards/index.ts';
import type { ExamQuestion } from '../../domain/exam/exam-question.ts';
import type { CardId, StudyDay } from '../../domain/ids.ts';
import type { Grade } from '../../domain/scheduling/memory.ts';
import type { OpenSqlite } from '../../ports.ts';

export interface ExportDeck {
  readonly deck: string;
  readonly title: string;
  readonly summary: string;
  readonly cards: readonly Card[];
}

/** An answer of the journal, and what it made of its card. */
export interface ExportReview {
  readonly card: CardId;
  readonly atMs: number;
  readonly grade: Grade;
  readonly ms?: number | undefined;
  readonly preview: boolean;
}

export interface ExportState {
  readonly due: StudyDay;
  readonly intervalDays: number;
  readonly reviews: number;
  readonly lapses: number;
  readonly suspended: boolean;
}

export interface ExportHistory {
  readonly reviews: readonly ExportReview[];
  readonly states: ReadonlyMap<CardId, ExportState>;
  /** The day that study day 0 of the exported calendar stands for, and its first instant in seconds. */
  readonly calendar: { readonly day: StudyDay; readonly startsAtSeconds: number };
}

/** All that is exported in one go. */
export interface ExportBatch {
  readonly decks: readonly ExportDeck[];
  readonly questions: readonly ExamQuestion[];
  readonly nowMs: number;
  readonly history?: ExportHistory | undefined;
}

/** Cards that a format cannot carry as they are, by what becomes of them. */
export interface Loss {
  /** How many cards. */
  readonly cards: number;
  /** `order cards become a question and an answer in words`. */
  readonly what: string;
}

export interface Exported {
  readonly content: string | Uint8Array;
  readonly losses: readonly Loss[];
}

export interface Exporter {
  readonly name: string;
  /** Ending of its files, with the dot. */
  readonly ending: string;
  readonly summary: string;
  /** Takes exam questions too. */
  readonly questions?: boolean;
  readonly write: (batch: ExportBatch, sqlite: () => Promise<OpenSqlite>) => Promise<Exported> | Exported;
}

const fieldWords: Readonly<Record<string, string>> = {
  why: 'their why',
  examNote: 'their exam note',
  tags: 'their tags',
  sources: 'their sources',
  asOf: 'the day of their check',
  fact: 'the tie to their siblings',
  previousIds: 'their former ids',
};

/** Counts losses by their words. */
export class Losses {
  readonly #cards = new Map<string, number>();

  add(what: string, cards = 1): void {
    if (cards > 0) this.#cards.set(what, (this.#cards.get(what) ?? 0) + cards);
  }

  list(): Loss[] {
    return [...this.#cards].map(([what, cards]) => ({ cards, what }));
  }

  /** Fields that a format has no place for, where a card has them. */
  fields(card: Card, names: readonly (keyof Card)[]): void {
    for (const name of names)
      if (card[name] !== undefined) this.add(`cards lose ${fieldWords[name] ?? `their ${name}`}`);
  }
}
