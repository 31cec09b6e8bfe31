import type { Grade } from '../domain/scheduling/memory.ts';

/** An answer that was graded at once and is not rated yet: it counts as suggested, also where the learner leaves. */
export class Given<Answer extends { readonly grade: Grade }> {
  #answer: Answer | undefined;
  #recorded: Grade | undefined;

  give(answer: Answer): void {
    this.#answer = answer;
  }

  /** What was given, once: it is none any more then. */
  take(): Answer | undefined {
    const answer = this.#answer;
    this.#answer = undefined;
    return answer;
  }

  /**
   * The learner leaves, once or twice.
   *
   * @param record false where the answer counts no more
   * @returns the grade that was recorded at leaving
   */
  leave(record: (answer: Answer) => boolean): Grade | undefined {
    const answer = this.take();
    if (answer !== undefined && record(answer)) this.#recorded = answer.grade;
    return this.#recorded;
  }
}
