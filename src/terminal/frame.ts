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
  /** Last line of what is in focus, where it has several. */
  readonly focusEnd?: number | undefined;
  /** Opens where the focus is instead of at its top: an answer below a long question. */
  readonly opensAtFocus?: boolean | undefined;
  /** Arrows and j/k belong to the screen here; page up and page down still turn pages. */
  readonly ownArrows?: boolean | undefined;
  /** With `ownArrows`: j and k turn pages too, because they name nothing on this screen. */
  readonly letterPaging?: boolean | undefined;
}

export interface FittedFrame {
  /** Lines up to and with the one the cursor is on, and those below it. */
  readonly top: readonly string[];
  readonly bottom: readonly string[];
  readonly offset: number;
  /** Furthest that the body can be scrolled. */
  readonly most: number;
  /** Lines of the body in sight. */
  readonly shown: number;
}

/** Cuts and pages a frame to the rows there are. One row stays free: a full last line would scroll the terminal. */
export function fitFrame(frame: Frame, size: Size, wanted: number): FittedFrame {
  const rows = Math.max(3, size.rows - 1);
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
    const end = frame.focusEnd ?? frame.focus;
    if (end >= offset + shown) offset = Math.min(most, end - shown + 1);
    if (frame.focus < offset) offset = frame.focus;
  }
  const body = frame.body.slice(offset, offset + shown);
  const below = frame.body.length - offset - body.length;
  const more = `${below} more ${below === 1 ? 'line' : 'lines'}`;
  const [onward, back] =
    frame.ownArrows === true
      ? frame.letterPaging === true
        ? ['j', 'k']
        : ['page down', 'page up']
      : frame.input === undefined
        ? ['j or down', 'k or up']
        : ['down', 'up'];
  const marker = below > 0 ? `-- ${more}: ${onward} --` : `-- end: ${back} --`;
  // With room for one line only, the line matters more than where it stands.
  const paged = tall && room > 1 ? [...body, marker.slice(0, size.columns - 1)] : body;
  const above = [...head, ...paged];
  if (frame.input === undefined) return { top: [...above, ...foot], bottom: [], offset, most, shown };
  return { top: [...above, inputLine(frame.input, size.columns)], bottom: foot, offset, most, shown };
}

/** A long typed line shows its end, where the cursor is. */
function inputLine({ prompt, line }: { prompt: string; line: string }, columns: number): string {
  const room = Math.max(2, columns - widthOf(prompt) - 1);
  const characters = [...line];
  let shown = line;
  while (characters.length > 1 && widthOf(shown) > room) {
    characters.shift();
    shown = characters.join('');
  }
  return prompt + shown;
}
