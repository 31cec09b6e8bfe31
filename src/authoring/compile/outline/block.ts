interface At {
  /** From 1, both included. */
  readonly line: number;
  readonly endLine: number;
  readonly indent: number;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A question that the notes ask and answer. */
export interface Quiz {
  readonly question: string;
  readonly answer: string;
  readonly items: readonly string[];
  readonly ordered: boolean;
  readonly options: readonly { readonly text: string; readonly correct: boolean }[];
}

/** Why a piece of the notes is no fact. The words are shown in the summary and by --explain. */
export const passedOver = {
  blank: 'an empty line',
  rule: 'a separating line',
  image: 'an image, which no card can show',
  diagram: 'a diagram',
  query: 'a query of a note-taking program',
  contents: 'a table of contents',
  comment: 'a comment',
  settings: 'settings of one lab, or data on the notes themselves',
  caption: 'the name of a code sample',
  'ascii-table': 'a table without a Markdown separator: write it as one, or write the cards by hand',
  'long-line': 'a line of more than 4,000 characters',
  'empty-heading': 'a heading of signs only',
} as const;

export type PassedOver = keyof typeof passedOver;

/** A piece of the notes as it stands on the page, before it is known what it belongs to. */
export type Block = At &
  (
    | { readonly kind: 'heading'; readonly level: number; readonly text: string }
    /** A line that heads what follows without being a heading: bold, or a few plain words; `chapter`: all in capitals. */
    | { readonly kind: 'label'; readonly text: string; readonly chapter?: boolean; readonly brief?: boolean }
    /** `fresh`: begins a list of its own, whatever list stood above. */
    | { readonly kind: 'item'; readonly order?: number; readonly text: string; readonly fresh?: boolean }
    | { readonly kind: 'quiz'; readonly quiz: Quiz }
    | {
        readonly kind: 'paragraph';
        readonly text: string;
        readonly quoted: boolean;
        readonly fresh?: boolean;
      }
    | { readonly kind: 'table'; readonly header: TableRow; readonly rows: readonly TableRow[] }
    | { readonly kind: 'code'; readonly tag: string; readonly lines: readonly string[] }
    /** `wide`: a ruled line of double strokes across the page. */
    | { readonly kind: 'passed'; readonly why: PassedOver; readonly wide?: boolean }
  );
