import type { Frame, Size } from '../frame.ts';
import { indented, textWidth } from '../layout.ts';
import { plainSignsIn, plainSignsOf } from '../plain-signs.ts';
import { gradeKeys } from '../quiz/view.ts';
import { stepLines } from '../views/working.ts';
import { sourceLabel } from '../words.ts';
import { flow, shorten, spread, wrapLines } from '../wrap.ts';
import type { DrillModel, DrillScreenParts } from './drill-parts.ts';

/** The question and what is typed; afterwards the verdict, the working, and where it stands. */
export function drillFrame(parts: DrillScreenParts, model: DrillModel, size: Size): Frame {
  const { theme, unicode } = parts;
  const { asked, phase } = model;
  const width = textWidth(size.columns);
  const words = (text: string) => (unicode ? text : plainSignsOf(text));
  const line = Math.min(size.columns, 100) - 1;
  const place = `${asked.place}/${asked.of} `;
  const title = shorten(words(asked.template.title), line - place.length - 3, theme.signs.ellipsis);
  const note =
    phase.at === 'asking' && phase.note !== '' ? wrapLines(theme.warn(words(phase.note)), width) : [];
  return {
    id: `${asked.place}/${phase.at}`,
    head: [
      spread(` ${theme.strong(title)}`, theme.dim(place), line),
      theme.dim(theme.signs.rule.repeat(line)),
    ],
    body: indented([
      '',
      ...wrapLines(words(asked.drill.question), width),
      ...(phase.at === 'answered' ? outcomeLines(parts, model, width) : []),
      '',
    ]),
    foot: [...indented(note, 1), ...indented(footLines(parts, model, width), 1)],
    input:
      phase.at === 'asking'
        ? { prompt: `  ${theme.accent(theme.signs.pointer)} `, line: phase.typed }
        : undefined,
  };
}

function outcomeLines(
  { theme, unicode }: DrillScreenParts,
  { asked, phase }: DrillModel,
  width: number,
): string[] {
  if (phase.at === 'asking') return [];
  const { drill } = asked;
  const { correct, sentence } = phase.verdict;
  const words = (text: string) => (unicode ? text : plainSignsOf(text));
  const verdict = correct
    ? theme.good(`${theme.signs.right} Right:`)
    : phase.typed === ''
      ? 'It is'
      : theme.bad(`${theme.signs.wrong} Wrong:`);
  const typed = correct || phase.typed === '' ? '' : theme.dim(`, not ${phase.typed.trim()}`);
  const [source] = drill.sources;
  return [
    '',
    ...wrapLines(`${verdict} ${theme.strong(words(drill.answerText))}${typed}`, width),
    ...(sentence === undefined ? [] : ['', ...wrapLines(theme.warn(words(sentence)), width)]),
    '',
    ...stepLines(theme, unicode ? drill.steps : plainSignsIn(drill.steps), width),
    ...(source === undefined
      ? []
      : ['', theme.dim(shorten(sourceLabel(source), width, theme.signs.ellipsis))]),
  ];
}

function footLines(
  { theme, session, twoGrades }: DrillScreenParts,
  { phase }: DrillModel,
  width: number,
): string[] {
  const say = (key: string, name: string) => `${theme.strong(key)} ${theme.dim(name)}`;
  if (phase.at === 'asking')
    return flow([say('enter', 'check'), say('?', 'show it'), say('q', 'quit')], width);
  return flow(
    [
      say('enter', 'go on'),
      ...gradeKeys(theme, session.futures(), phase.suggested, twoGrades),
      say('q', 'quit'),
    ],
    width,
  );
}
