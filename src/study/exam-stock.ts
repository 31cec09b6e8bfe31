import type { Deck } from '../domain/cards/index.ts';
import type { Blueprint, ExamStatus } from '../domain/exam/blueprint.ts';
import { examStatus } from '../domain/exam/blueprint.ts';
import { type CardIndex, indexCards, selectCards } from '../domain/exam/card-selectors.ts';
import { examKey } from '../domain/exam/exam-code.ts';
import { domainShares } from '../domain/exam/paper.ts';
import type { LibraryEntry } from '../ports.ts';
import { type ExamShelf, questionsFor } from './exam-shelf.ts';

interface TaskStock {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly cards: number;
}

interface DomainStock extends TaskStock {
  readonly weight: number;
  /** How many questions a whole paper takes from the domain. */
  readonly perPaper: number;
  readonly tasks: readonly TaskStock[];
}

export interface ExamStock {
  readonly blueprint: Blueprint;
  readonly status: ExamStatus;
  readonly questions: number;
  readonly cards: number;
  readonly domains: readonly DomainStock[];
}

/** Notes by all that selects them: those of a library, and of decks that are being written. Drafts are not studied. */
export function noteIndex(
  entries: readonly LibraryEntry[],
  decks: readonly Deck[],
): { readonly cards: CardIndex; readonly notes: ReadonlySet<string> } {
  const served = decks.flatMap(({ deck, cards }) =>
    cards
      .filter(({ status }) => status !== 'draft')
      .map(({ id, topic, tags }) => ({ id, deck, topic, tags })),
  );
  const inLibrary = entries.map(({ note, deck, topic, tags }) => ({ id: note, deck, topic, tags }));
  const notes = new Map([...inLibrary, ...served].map((note) => [note.id, note]));
  return { cards: indexCards(notes.values()), notes: new Set(notes.keys()) };
}

/** What there is to study and to ask for an exam: by domain and task. */
export function examStock(shelf: ExamShelf, blueprint: Blueprint, cards: CardIndex): ExamStock {
  const bank = questionsFor(shelf, blueprint);
  const key = examKey(blueprint.code);
  const inTasks = (ids: ReadonlySet<string>) => bank.filter(({ tasks }) => ids.has(tasks[key] ?? '')).length;
  const select = (selectors: readonly string[]) => selectCards(selectors, cards).cardIds.length;
  const shares = domainShares(blueprint, blueprint.domains);
  const domains = blueprint.domains.map(
    ({ id, title, weight, tasks }, index): DomainStock => ({
      id,
      title,
      weight,
      perPaper: shares[index] ?? 0,
      questions: inTasks(new Set(tasks.map((task) => task.id))),
      cards: select(tasks.flatMap((task) => task.cards)),
      tasks: tasks.map((task) => ({
        id: task.id,
        title: task.title,
        questions: inTasks(new Set([task.id])),
        cards: select(task.cards),
      })),
    }),
  );
  return {
    blueprint,
    status: examStatus(blueprint, shelf.today),
    questions: bank.length,
    cards: select(blueprint.domains.flatMap(({ tasks }) => tasks.flatMap((task) => task.cards))),
    domains,
  };
}
