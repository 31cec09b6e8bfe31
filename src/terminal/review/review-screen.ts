import type { Frame, Size } from '../frame.ts';
import { indented, textWidth } from '../layout.ts';
import { safeLine } from '../safe-question.ts';
import type { Key, ScreenProgram, Step } from '../screen.ts';
import { flow, padTo, shorten, spread, widthOf, wrapLines } from '../wrap.ts';
import { draftLines } from './draft-lines.ts';
import { actionOf, type DraftCard, type ReviewParts, reviewActions } from './review-parts.ts';

export interface ReviewModel {
  readonly drafts: readonly DraftCard[];
  readonly at: number;
  readonly note: string;
  readonly help: boolean;
  /** Grows with every change, so that the page starts at its top again. */
  readonly turn: number;
}

/** How a review ended: all drafts seen to, or by the reviewer. */
export type ReviewEnd = 'done' | 'quit';

type ReviewStep = Step<ReviewModel, ReviewEnd>;

/** Walks the drafts of a deck; every decision is in the file before the next draft is shown. */
export function reviewScreen(parts: ReviewParts): ScreenProgram<ReviewModel, ReviewEnd> {
  const afterwards = (model: ReviewModel, note: string): ReviewStep => {
    const drafts = parts.drafts();
    if (drafts.length === 0) return { result: 'done' };
    const at = Math.min(model.at, drafts.length - 1);
    return { model: { ...model, drafts, at, note, turn: model.turn + 1 } };
  };
  const go = (model: ReviewModel, by: number): ReviewStep => {
    const at = model.at + by;
    if (at < 0 || at >= model.drafts.length) {
      const note = by > 0 ? 'This is the last draft: q ends the review.' : 'This is the first draft.';
      return { model: { ...model, note } };
    }
    return { model: { ...model, at, note: '', turn: model.turn + 1 } };
  };
  return {
    start: { drafts: parts.drafts(), at: 0, note: '', help: false, turn: 0 },
    update(model, key: Key) {
      if (key.ctrl) return key.name === 'd' ? { result: 'quit' } : { model };
      if (model.help) return { model: { ...model, help: false } };
      const id = model.drafts[model.at]?.card.id ?? '';
      switch (key.name) {
        case 'q':
        case 'escape':
          return { result: 'quit' };
        case '?':
          return { model: { ...model, help: true } };
        case 'n':
        case 'right':
        case 'space':
          return go(model, 1);
        case 'p':
        case 'left':
          return go(model, -1);
        default: {
          const action = actionOf(key.name);
          if (action === undefined) return { model };
          return action === 'skip' ? go(model, 1) : afterwards(model, parts[action](id));
        }
      }
    },
    view: (model, size) => (model.help ? helpFrame(parts, size) : draftFrame(parts, model, size)),
    ended: () => 'quit',
  };
}

function draftFrame(parts: ReviewParts, model: ReviewModel, size: Size): Frame {
  const { theme } = parts;
  const width = textWidth(size.columns);
  const draft = model.drafts[model.at];
  const body = draft === undefined ? [] : draftLines(theme, parts.markdown(), draft, width);
  return {
    id: `${draft?.card.id ?? 'none'}/${model.turn}`,
    head: headLines(parts, model, size.columns),
    body: indented(['', ...body, '']),
    foot: footLines(parts, model, size),
  };
}

function headLines({ theme, title }: ReviewParts, { drafts, at }: ReviewModel, columns: number): string[] {
  const width = Math.min(columns, 100) - 1;
  const card = drafts[at]?.card;
  const count = `draft ${at + 1}/${drafts.length} `;
  const place = ` ${theme.strong(safeLine(title))} ${theme.dim(`${theme.signs.dot} ${card?.topic ?? ''} ${theme.signs.dot} ${card?.kind ?? ''}`)}`;
  const line = spread(place, count, width);
  const fitted =
    widthOf(line) > width || line === place
      ? spread(
          ` ${shorten(safeLine(title), Math.max(8, width - widthOf(count) - 4), theme.signs.ellipsis)}`,
          count,
          width,
        )
      : line;
  return [fitted, theme.dim(theme.signs.rule.repeat(width))];
}

function footLines({ theme, tally }: ReviewParts, { note }: ReviewModel, { columns, rows }: Size): string[] {
  const width = Math.min(columns, 100) - 2;
  const say = (key: string, name: string) => `${theme.strong(key)} ${theme.dim(name)}`;
  const keys = [...reviewActions.map(({ key, word }) => say(key, word)), say('?', 'help'), say('q', 'quit')];
  const { accepted, rejected, merged } = tally();
  const state = note !== '' ? note : `${accepted} accepted, ${rejected} rejected, ${merged} merged`;
  const lines = note !== '' ? wrapLines(theme.warn(state), width) : rows < 16 ? [] : [theme.dim(state)];
  return [...indented(lines, 1), ...indented(flow(keys, width), 1)];
}

function helpFrame({ theme }: ReviewParts, size: Size): Frame {
  const width = textWidth(size.columns);
  const rows: [string, string][] = [
    ...reviewActions.map(({ key, word, help }): [string, string] => [key, `${word}: ${help}`]),
    ['n, space, right', 'the next draft'],
    ['p, left', 'the one before'],
    ['j k, page keys', 'scroll a long card'],
    ['q, ctrl-c', 'quit; every decision is saved already'],
  ];
  // A narrow window has no room for two columns.
  const lines = rows.flatMap(([keys, what]) =>
    width < 44
      ? wrapLines(`${theme.strong(keys)}  ${what}`, width)
      : wrapLines(what, width - 17).map(
          (line, index) => `${theme.strong(padTo(index === 0 ? keys : '', 16))} ${line}`,
        ),
  );
  return {
    id: 'help',
    head: [` ${theme.strong('Keys')}`],
    body: ['', ...indented(lines), ''],
    foot: [theme.dim(' any key goes back')],
  };
}
