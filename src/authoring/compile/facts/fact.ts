import type { CleanText } from '../inline.ts';
import type { Place } from '../place.ts';

/** What a fact hangs on: where it is filed, and the words that say what it is about. */
export interface Context {
  /** Slug of the service domain. */
  readonly domain: string;
  readonly topic: string;
  /** `AWS Lambda / Versions / Aliases`: headings and parents, from the one that names the service. */
  readonly label: string;
  /** Last part of the label: what "it" means. */
  readonly subject: string;
  /** Lines of the headings and parents that the label was taken from. */
  readonly lines: readonly number[];
  readonly sources: readonly string[];
  /** A parent was too long to be repeated on the card: words that point at it would point at nothing. */
  readonly cutOff: boolean;
  /** The label ends in the name of what this stands under in the notes. */
  readonly hangs: boolean;
  /** The nearest parent is a word or two. */
  readonly shortParent: boolean;
  /** A walk through a console: most of what it says holds for one afternoon. */
  readonly lab: boolean;
}

interface FactBase {
  readonly context: Context;
  readonly place: Place;
  /** How it stood in the notes, for the yield: `bullet`, `paragraph`, `table`, … */
  readonly structure: Structure;
  readonly quoted: boolean;
  /** Facts written side by side under one head have the same key: each is a likely wrong answer for the others. */
  readonly group?: string;
}

export type Structure =
  | 'definition'
  | 'list'
  | 'bullet'
  | 'paragraph'
  | 'table'
  | 'command'
  | 'policy'
  | 'annotation'
  | 'procedure'
  | 'question';

export type Fact = FactBase &
  (
    | {
        readonly kind: 'definition';
        readonly term: string;
        readonly meaning: string;
        readonly example?: string;
        /** `is`: written as "X is a …". `does`: begins with a verb. `of`: drawbacks, limits and the like of the subject. `names`: two sides of a sign, such as `RPO = …`. `leads`: of an arrow. */
        readonly how: 'is' | 'does' | 'means' | 'of' | 'names' | 'leads';
        /** "a" or "an" where the notes have it. */
        readonly article?: string;
      }
    | {
        readonly kind: 'sentence';
        readonly clean: CleanText;
        /** What the sentence says its subject does: asked for where no word of it is a certain answer. */
        readonly spare?: { readonly term: string; readonly meaning: string };
      }
    | {
        readonly kind: 'answer';
        readonly question: string;
        readonly answer: string;
        readonly example?: string;
        /** Asked and answered by the writer himself: nothing of it is left out. */
        readonly written?: boolean;
      }
    | {
        readonly kind: 'options';
        readonly question: string;
        readonly options: readonly { readonly text: string; readonly correct: boolean }[];
      }
    | { readonly kind: 'command'; readonly task: string; readonly command: string }
    | { readonly kind: 'policy'; readonly code: string; readonly answer: string; readonly note?: string }
    | {
        readonly kind: 'list';
        readonly lead: string;
        readonly items: readonly string[];
        /** What is said of the head, as against its kinds or parts. */
        readonly points?: boolean;
      }
    | {
        readonly kind: 'procedure';
        readonly title: string;
        readonly steps: readonly string[];
        /** Things that have an order, not things to do. */
        readonly sequence?: boolean;
      }
    | {
        readonly kind: 'table';
        readonly header: readonly string[];
        readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
      }
  );

export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/** Why a text of the notes gave no draft. */
export const noCard = {
  fragment: 'too short to be understood alone',
  'points-back': 'it points at what was said before',
  instruction: 'an instruction, not a fact',
  hypothetical: 'part of a worked example',
  vague: 'it asks for no certain answer',
  'no-target': 'no word of it is a certain answer',
  'local-name': 'about a name of one lab',
  link: 'only a link',
  'long-list': 'a list too long to be named by heart',
  code: 'a code sample that asks for nothing',
  'too-long': 'too long for one card',
  duplicate: 'the same as another line',
  doubt: 'the writer was not sure: see the to-do list',
  schema: 'no draft of it fits the deck format',
  heading: 'a heading: the context of what stands below it',
  'paragraph-full': 'its paragraph gave three drafts already',
} as const;

export type NoCard = keyof typeof noCard;
