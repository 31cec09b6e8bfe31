import type { Problem } from '../../domain/problem.ts';
import type { Frame, Size } from '../frame.ts';
import { indented, textWidth } from '../layout.ts';
import type { Markdown } from '../markdown.ts';
import { answerLines } from '../quiz/answer-view.ts';
import { asking, type Phase, pickable, settle } from '../quiz/model.ts';
import { teaching } from '../quiz/view.ts';
import { safeLine } from '../safe-question.ts';
import type { Key, ScreenProgram, Step } from '../screen.ts';
import type { Theme } from '../theme.ts';
import { plural } from '../words.ts';
import { flow, shorten, spread, widthOf, wrapLines } from '../wrap.ts';
import { type PreviewDeck, type PreviewItem, rightAnswer } from './preview-deck.ts';

export interface PreviewParts {
  readonly theme: Theme;
  readonly markdown: () => Markdown;
  readonly file: string;
  /** Reads the file anew. */
  readonly read: () => PreviewDeck;
  /** Changes when the file does. */
  readonly stamp: () => string | undefined;
  /** Opens the file at a line in the author's editor. Returns a sentence on what it did. */
  readonly edit: (line: number) => string;
}

export interface PreviewModel {
  readonly deck: PreviewDeck;
  readonly at: number;
  readonly answered: boolean;
  readonly stamp: string | undefined;
  readonly note: string;
}

type PreviewStep = Step<PreviewModel, undefined>;

/** Cards of a file as the quiz shows them, before and after the answer; read anew whenever the file is saved. */
export function previewScreen(
  parts: PreviewParts,
  start: { readonly card?: string | undefined },
): ScreenProgram<PreviewModel, undefined> {
  const first = parts.read();
  const found = first.items.findIndex((item) => isOf(item, start.card));
  const turn = (model: PreviewModel, by: number): PreviewStep => {
    const count = Math.max(1, model.deck.items.length);
    return { model: { ...model, at: (model.at + by + count) % count, answered: false, note: '' } };
  };
  /** The card that was looked at stays in sight, wherever it moved; a file that broke keeps showing its last state. */
  const reload = (model: PreviewModel, stamp: string | undefined): PreviewModel => {
    const deck = parts.read();
    if (deck.items.length === 0)
      return { ...model, stamp, deck: { ...model.deck, problems: deck.problems }, note: '' };
    const id = model.deck.items[model.at]?.id;
    const same = deck.items.findIndex((item) => item.id === id);
    const at = same === -1 ? Math.min(model.at, deck.items.length - 1) : same;
    return { ...model, stamp, deck, at, note: 'Read anew.' };
  };
  return {
    start: { deck: first, at: Math.max(0, found), answered: false, stamp: parts.stamp(), note: '' },
    update(model, key: Key) {
      switch (key.name) {
        case 'q':
        case 'escape':
          return { result: undefined };
        case 'n':
        case 'right':
          return turn(model, 1);
        case 'p':
        case 'left':
          return turn(model, -1);
        case 'space':
        case 'return':
          // Once more turns to the next card, as the quiz would.
          return model.answered ? turn(model, 1) : { model: { ...model, answered: true, note: '' } };
        case 'backspace':
          return { model: { ...model, answered: false } };
        case 'e': {
          const note = parts.edit(model.deck.items[model.at]?.line ?? model.deck.problems[0]?.line ?? 1);
          const stamp = parts.stamp();
          return { model: stamp === model.stamp ? { ...model, note } : reload(model, stamp) };
        }
        default:
          return key.ctrl && key.name === 'd' ? { result: undefined } : { model };
      }
    },
    view: (model, size) => previewFrame(parts, model, size),
    ended: () => undefined,
    tick(model) {
      const stamp = parts.stamp();
      return { model: stamp === model.stamp ? model : reload(model, stamp) };
    },
  };
}

/** `sqs-visibility` means the card and each of its parts. */
export const isOf = ({ id }: PreviewItem, card: string | undefined): boolean =>
  card !== undefined && (id === card || id.startsWith(`${card}#`));

function previewFrame(parts: PreviewParts, model: PreviewModel, size: Size): Frame {
  const { theme } = parts;
  const width = textWidth(size.columns);
  const item = model.deck.items[model.at];
  const body = item === undefined ? [] : cardLines(parts, item, model.answered, width);
  return {
    id: `${item?.id ?? 'none'}/${model.answered}/${model.stamp}`,
    head: headLines(parts, model, size.columns),
    body: indented([...problemLines(theme, shownProblems(model, item), width), '', ...body, '']),
    foot: footLines(theme, model, size.columns),
  };
}

function headLines({ theme, file }: PreviewParts, { deck, at }: PreviewModel, columns: number): string[] {
  const width = Math.min(columns, 100) - 1;
  const item = deck.items[at];
  const place = ` ${theme.strong(safeLine(deck.title))} ${theme.dim(`${theme.signs.dot} ${item?.topic ?? ''}`)}`;
  const count = `preview ${deck.items.length === 0 ? 0 : at + 1}/${deck.items.length} `;
  const line = spread(place, count, width);
  const about = item === undefined ? file : `${item.id}${item.draft ? ' (draft)' : ''}`;
  return [
    widthOf(line) > width ? ` ${shorten(safeLine(deck.title), width - 1, theme.signs.ellipsis)}` : line,
    ` ${theme.dim(shorten(about, width - 1, theme.signs.ellipsis))}`,
    theme.dim(theme.signs.rule.repeat(width)),
  ];
}

function cardLines(
  { theme, markdown }: PreviewParts,
  { question }: PreviewItem,
  answered: boolean,
  width: number,
): string[] {
  const given = rightAnswer(question);
  const phase: Phase = !answered
    ? unpointed(asking(question))
    : given === undefined
      ? { at: 'answered', suggested: 3 }
      : settle(question, given);
  return [
    ...markdown()(question.prompt, width),
    ...answerLines({ theme, markdown }, question, phase, width).lines,
    ...(answered ? teaching({ theme, markdown }, question, width) : []),
    ...(answered || pickable(question).length > 0 ? [] : ['', theme.dim(hintOf(question.form.form))]),
  ];
}

/** Nothing can be picked here, so no option is pointed at. */
const unpointed = (phase: Phase): Phase =>
  phase.at === 'asking' ? { ...phase, typing: false, draft: { ...phase.draft, pointer: -1 } } : phase;

const hintOf = (form: string): string => (form === 'text' ? '(a typed answer)' : '(revealed and rated)');

/** Those that keep the file from being read, else those of the card in sight. */
function shownProblems({ deck }: PreviewModel, item: PreviewItem | undefined): readonly Problem[] {
  const fatal = deck.problems.filter(({ rule }) => /^(?:yaml|schema|file|deck-name|id-)/.test(rule));
  if (fatal.length > 0) return fatal;
  const note = item?.id.split('#')[0];
  return deck.problems.filter(({ id }) => id === undefined || id === note);
}

const mostProblems = 4;

function problemLines(theme: Theme, problems: readonly Problem[], width: number): string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, mostProblems).flatMap(({ line, message, hint, severity }) => {
    const paint = severity === 'error' ? theme.bad : theme.warn;
    const text = `${severity === 'error' ? theme.signs.wrong : '!'} line ${line}: ${message}. ${hint}`;
    return wrapLines(safeLine(text), width).map((one) => paint(one));
  });
  const rest = problems.length - mostProblems;
  return ['', ...lines, ...(rest > 0 ? [theme.warn(`  and ${plural(rest, 'problem')} more`)] : [])];
}

function footLines(theme: Theme, { deck, answered, note }: PreviewModel, columns: number): string[] {
  const width = Math.min(columns, 100) - 2;
  const say = (key: string, name: string) => `${theme.strong(key)} ${theme.dim(name)}`;
  const keys = [
    say('space', answered ? 'next card' : 'answer'),
    say('n p', 'next, previous'),
    say('e', 'edit'),
    say('q', 'quit'),
  ];
  const others = deck.problems.length;
  const state =
    note !== '' ? note : others === 0 ? 'No problems.' : `${plural(others, 'problem')} in the file.`;
  return [
    ...indented(wrapLines(others === 0 ? theme.dim(state) : theme.warn(state), width), 1),
    ...indented(flow(keys, width), 1),
  ];
}
