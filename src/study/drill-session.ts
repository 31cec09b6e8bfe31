import type { Random } from '../domain/chance.ts';
import type { Drill, DrillTemplate } from '../domain/drills/drill.ts';
import { type DrillGrade, gradeDrill } from '../domain/drills/grade.ts';
import type { OrderedTemplate } from '../domain/drills/order-templates.ts';
import { drillCard } from '../domain/ids.ts';
import { predicted } from '../domain/journal/fold.ts';
import type { CardProgress } from '../domain/journal/progress.ts';
import type { Grade } from '../domain/scheduling/memory.ts';
import type { Clock, Journal } from '../ports.ts';
import { type FutureOf, storedFutures } from './futures.ts';
import { Given } from './given.ts';
import { lookAround } from './look-around.ts';
import type { Moment } from './today.ts';

export interface DrillSessionParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly moment: () => Moment;
  /** Templates in the order to ask them; begun again at its end. */
  readonly order: readonly OrderedTemplate<DrillTemplate>[];
  /** How many questions. */
  readonly count: number;
}

/** A question as it is asked. */
export interface AskedDrill {
  readonly template: DrillTemplate;
  readonly drill: Drill;
  /** From 1. */
  readonly place: number;
  readonly of: number;
  readonly shownAtMs: number;
}

export interface DrillResult {
  readonly template: DrillTemplate;
  readonly correct: boolean;
  readonly ms: number;
}

/** Drills at work: asks, grades, records each answer as a review of its template. On disk when `record` returns. */
export class DrillSession {
  readonly #parts: DrillSessionParts;
  readonly #results: DrillResult[] = [];
  #asked: AskedDrill | undefined;
  readonly #given = new Given<{ readonly grade: Grade; readonly correct: boolean }>();

  constructor(parts: DrillSessionParts) {
    this.#parts = parts;
  }

  /** The question to ask now; undefined at the end. */
  ask(): AskedDrill | undefined {
    const { order, count, random, clock } = this.#parts;
    const place = this.#results.length;
    const next = place < count ? order[place % order.length] : undefined;
    if (this.#asked !== undefined || next === undefined) return this.#asked;
    this.#asked = {
      template: next.template,
      drill: next.template.generate(random),
      place: place + 1,
      of: count,
      shownAtMs: clock.now(),
    };
    return this.#asked;
  }

  grade(typed: string): DrillGrade {
    return gradeDrill(this.#current().drill, typed);
  }

  /** What each grade would do to the template. */
  futures(): readonly FutureOf[] {
    const { model } = this.#parts.journal.read();
    return storedFutures(this.#progress(), this.#parts.moment().day, model);
  }

  /** An answer is given: it counts, also where the learner leaves without rating it. */
  give(suggested: Grade, correct: boolean): void {
    this.#given.give({ grade: suggested, correct });
  }

  /** The learner leaves: an answer that was given and not rated is recorded as suggested, once. Returns that grade. */
  leave(): Grade | undefined {
    return this.#given.leave(({ grade, correct }) => {
      this.record(grade, correct);
      return true;
    });
  }

  /** @throws UserError where the disk refuses; the question then stays asked. */
  record(grade: Grade, correct: boolean): void {
    const { template, shownAtMs } = this.#current();
    this.#given.take();
    const { journal, clock } = this.#parts;
    lookAround(journal);
    const moment = this.#parts.moment();
    const ms = Math.max(0, Math.round(clock.now() - shownAtMs));
    journal.append(
      {
        type: 'review',
        card: drillCard(template.id),
        grade,
        ms,
        ...predicted(this.#progress(), moment.day, journal.read().model),
      },
      moment,
    );
    this.#results.push({ template, correct, ms });
    this.#asked = undefined;
  }

  results(): readonly DrillResult[] {
    return this.#results;
  }

  #current(): AskedDrill {
    if (this.#asked === undefined) throw new Error('no drill is being asked');
    return this.#asked;
  }

  #progress(): CardProgress | undefined {
    return this.#parts.journal.read().progress.cards.get(drillCard(this.#current().template.id));
  }
}
