import type { Place } from '../place.ts';
import type { Fact, NoCard } from './fact.ts';

export interface Todo {
  readonly place: Place;
  readonly text: string;
}

export interface Ignored {
  readonly place: Place;
  readonly why: NoCard;
  readonly text: string;
}

export interface Collected {
  readonly facts: Fact[];
  readonly todos: Todo[];
  readonly ignored: Ignored[];
}
