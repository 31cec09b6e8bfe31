import { widthOf } from './wrap.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A whole screen as lines, already wrapped. Head and foot stay; the body pages where it is taller than what is left. */
export interface Frame {
  /** Changes when another page is shown: its scroll position starts at the top again. */
  readonly id: string;
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly foot: readonly string[];
  /** A line to type in, below the body: its prompt and what is typed so far. */
  readonly input?: { readonly prompt: string; readonly line: string } | undefined;
  /** Line of the body that must be in sight, such as the option under the pointer. */
  readonly focus?: number | undefined;
  /** Arrows and j/k belong to the screen here, not to paging. */
  readonly ownArrows?: boolean | undefined;
}

export interface FittedFrame {
  /** Lines up to and with the one the cursor is on, and those below it. */
  readonly top: readonly string[];
  readonly bottom: readonly string[];
  readonly offset: number;
  /** Furthest that the body can be scrolled. */
  readonly most: number;
}

/** Cuts and pages a frame to the rows there are. One row stays free: a full last line would scroll the terminal. */
export function fitFrame(frame: Frame, size: Size, wanted: number): FittedFrame {
  const rows = Math.max(4, size.rows - 1);
  const inputRows = frame.input === undefined ? 0 : 1;
  // In a very short window the body has the first claim, then the foot's first line, then the head.
  const foot = frame.foot.slice(0, Math.max(1, Math.min(frame.foot.length, rows - 2 - inputRows)));
  const head = frame.head.slice(
    0,
    Math.max(0, Math.min(frame.head.length, rows - foot.length - inputRows - 3)),
  );
  const room = Math.max(1, rows - head.length - foot.length - inputRows);
  const tall = frame.body.length > room;
  const shown = tall ? Math.max(1, room - 1) : room;
  const most = tall ? frame.body.length - shown : 0;
  let offset = Math.min(most, Math.max(0, wanted));
  if (frame.focus !== undefined && tall) {
    if (frame.focus < offset) offset = frame.focus;
    if (frame.focus >= offset + shown) offset = Math.min(most, frame.focus - shown + 1);
  }
  const body = frame.body.slice(offset, offset + shown);
  const below = frame.body.length - offset - body.length;
  const more = `${below} more ${below === 1 ? 'line' : 'lines'}`;
  const [onward, back] = frame.ownArrows === true ? [' below', 'up'] : [': j or down', 'k or up'];
  const marker = below > 0 ? `-- ${more}${onward} --` : `-- end: ${back} --`;
  const paged = tall ? [...body, marker.slice(0, size.columns - 1)] : body;
  const above = [...head, ...paged];
  if (frame.input === undefined) return { top: [...above, ...foot], bottom: [], offset, most };
  return { top: [...above, inputLine(frame.input, size.columns)], bottom: foot, offset, most };
}

/** A long typed line shows its end, where the cursor is. */
function inputLine({ prompt, line }: { prompt: string; line: string }, columns: number): string {
  const room = columns - widthOf(prompt) - 1;
  return prompt + (widthOf(line) > room ? line.slice(-Math.max(1, room)) : line);
}
