import type { Place } from '../place.ts';
import type { Collected } from './collected.ts';
import type { Fact, NoCard } from './fact.ts';

interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** Takes down what notes say, with the file it stands in. */
export class Sink {
  readonly #file: string;
  readonly collected: Collected = { facts: [], todos: [], ignored: [] };

  constructor(file: string) {
    this.#file = file;
  }

  place(line: number, endLine: number): Place {
    return { file: this.#file, line, endLine };
  }

  fact(fact: Fact): void {
    this.collected.facts.push(fact);
  }

  todo({ line, endLine }: Lines, text: string): void {
    this.collected.todos.push({ place: this.place(line, endLine), text: text.slice(0, 200) });
  }

  ignore({ line, endLine }: Lines, why: NoCard, text: string): void {
    this.collected.ignored.push({ place: this.place(line, endLine), why, text: text.slice(0, 120) });
  }
}
