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

/** Why a piece of the notes is no fact. The words are shown in the summary and by --explain. */
export const passedOver = {
  blank: 'an empty line',
  rule: 'a separating line',
  image: 'an image, which no card can show',
  diagram: 'a diagram',
  contents: 'a table of contents',
  comment: 'a comment',
  settings: 'settings of one lab',
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
    /** A line that heads what follows without being a heading: bold, or a few plain words. */
    | { readonly kind: 'label'; readonly text: string }
    | { readonly kind: 'item'; readonly order?: number; readonly text: string }
    | { readonly kind: 'paragraph'; readonly text: string; readonly quoted: boolean }
    | { readonly kind: 'table'; readonly header: TableRow; readonly rows: readonly TableRow[] }
    | { readonly kind: 'code'; readonly tag: string; readonly lines: readonly string[] }
    /** `wide`: a ruled line of double strokes across the page. */
    | { readonly kind: 'passed'; readonly why: PassedOver; readonly wide?: boolean }
  );
