import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar } from 'yaml';

/** A card in the text of a deck: its own lines with the comments right above it. Indexes of lines, from 0. */
export interface CardLines {
  readonly id: string;
  /** First of the comments above it, or the card itself. */
  readonly from: number;
  /** The line with the dash. */
  readonly start: number;
  /** After its last line. */
  readonly to: number;
  /** Line of `status: draft`; undefined where the card is reviewed. */
  readonly statusLine?: number | undefined;
}

export interface DeckLines {
  readonly lines: readonly string[];
  readonly cards: readonly CardLines[];
}

const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const isComment = (line: string | undefined): boolean => line !== undefined && /^\s*#/.test(line);

/**
 * Where the cards of a deck stand in its text, so that one of them can be changed and every other line stays as its
 * author wrote it. Undefined where the text is no deck, or its cards are written in one line each.
 */
export function deckLines(text: string): DeckLines | undefined {
  const document = parseDocument(text, { keepSourceTokens: false, logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const list = document.contents.get('cards');
  if (!isSeq(list) || list.flow === true) return undefined;
  const starts = lineStarts(text);
  const lines = text.split('\n');
  const heads = list.items.map((item) => {
    if (!isMap(item) || item.flow === true || item.range == null) return undefined;
    const id = item.get('id');
    const status = item.items.find(({ key }) => isScalar(key) && key.value === 'status') as
      | Pair<Scalar, unknown>
      | undefined;
    const isDraft = status !== undefined && isScalar(status.value) && status.value.value === 'draft';
    const statusAt = isDraft && status.key instanceof Scalar ? status.key.range?.[0] : undefined;
    return {
      id: typeof id === 'string' ? id : '',
      start: lineAt(starts, item.range[0]),
      ...(statusAt === undefined ? {} : { statusLine: lineAt(starts, statusAt) }),
    };
  });
  if (heads.some((head) => head === undefined)) return undefined;
  const last =
    list.range == null ? lines.length : endLine(lines, lineAt(starts, Math.max(0, list.range[1] - 1)));
  const known = heads as NonNullable<(typeof heads)[number]>[];
  const froms = known.map(({ start }) => {
    let from = start;
    while (from > 0 && isComment(lines[from - 1])) from -= 1;
    return from;
  });
  const cards = known.map((head, index) => ({
    ...head,
    from: froms[index] ?? head.start,
    to: froms[index + 1] ?? last,
  }));
  return { lines, cards };
}

const endLine = (lines: readonly string[], line: number): number => {
  let end = line + 1;
  while (end > 1 && (lines[end - 1]?.trim() === '' || isComment(lines[end - 1]))) end -= 1;
  return end;
};
