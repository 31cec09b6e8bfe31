import type { NoteLine } from '../read-notes.ts';
import type { Quiz } from './block.ts';
import { headingShape, isRule, itemShape } from './shapes.ts';

/** A question with its answer as learners note them down: `Q: … A: …`, a lone `?` between two lines, options with a key. */
export interface FoundQuiz extends Quiz {
  /** Index of the last line. */
  readonly end: number;
}

const mark = '(?:[-*+\\u2022]\\s+|>\\s?)?(?:\\*\\*|__)?';

const questionPattern = new RegExp(
  `^${mark}(?:Q|(?:\\w+ )?Question|Frage)\\s?\\d{0,3}\\s?(:|[.)])(?:\\*\\*|__)?\\s+(\\S.*)$`,
  'i',
);
const answerPattern = new RegExp(
  `^${mark}(?:A|Ans|(?:\\w+ )?Answer|Antwort)\\s?\\d{0,3}\\s?(:|[.)])(?:\\*\\*|__)?(?:\\s+(\\S.*))?$`,
  'i',
);

const optionPattern = /^(?:[-*+\u2022]\s+)?(?:\(?([A-Ha-h])[.):]|\[([ xX])\])\s+(\S.*)$/;

const keyPattern =
  /^[*_]{0,2}(?:correct |right )?(?:answers?|ans|solution|antwort|l\u00F6sung)[*_]{0,2}\s?[:=]\s*[*_]{0,2}\s?\(?([A-Ha-h](?:\s?(?:,|and|&|und)?\s?[A-Ha-h]){0,5})(?![\w])\)?/i;

/** A tick, or a word that says so, beside the right one of several options. */
const tick = /\s*(?:[\u2713\u2714\u2705]\uFE0F?|\((?:correct|right|x)\)|<-+ ?(?:correct|right)?)\s*$/iu;

/** How far an answer, or the key of a list of options, is looked for. */
const mostLines = 24;

/** Without the signs of strong words around all of it, or those that lost their partner. */
function unmarked(text: string): string {
  const bare = text.trim();
  const whole = /^(?:\*\*|__)([^*_]+)(?:\*\*|__)$/.exec(bare);
  if (whole !== null) return (whole[1] ?? '').trim();
  return (bare.split('**').length - 1) % 2 === 1 ? bare.replaceAll('**', '').trim() : bare;
}

const withoutMarker = (text: string): string => itemShape(text, true)?.text ?? text;

/** What a line of an answer ends at. */
const endsAnswer = (text: string): boolean =>
  text === '' ||
  isRule(text) ||
  headingShape(text) !== undefined ||
  questionPattern.test(text) ||
  /^(?:`{3}|~{3})/.test(text);

interface Answer {
  readonly answer: string;
  readonly items: readonly string[];
  readonly ordered: boolean;
  readonly end: number;
}

/** The lines of an answer: running text, or a list. */
function answerFrom(lines: readonly NoteLine[], from: number, first: string): Answer {
  let at = from;
  const texts: string[] = first === '' ? [] : [first];
  if (first === '' && lines[at]?.text === '' && itemShape(lines[at + 1]?.text ?? '', false) !== undefined)
    at += 1;
  while (at < lines.length && at < from + mostLines && !endsAnswer(lines[at]?.text ?? '')) {
    texts.push(lines[at]?.text ?? '');
    at += 1;
  }
  const shapes = texts.map((text) => itemShape(text, true));
  const isList = texts.length >= 2 && shapes.every((shape) => shape !== undefined);
  const items = isList ? shapes.map((shape) => shape?.text ?? '') : [];
  const ordered = isList && shapes.every((shape) => shape?.order !== undefined);
  return { answer: texts.join(' '), items, ordered, end: at - 1 };
}

const nothing = { items: [], ordered: false, options: [] } as const;

/** `Q: …` with its `A: …`; other lines may stand between them. */
function marked(lines: readonly NoteLine[], index: number): FoundQuiz | undefined {
  const found = questionPattern.exec(lines[index]?.text ?? '');
  if (found === null) return undefined;
  const [, sign = ':'] = found;
  const parts = [found[2] ?? ''];
  let at = index + 1;
  let inFence = false;
  for (; at < lines.length && at < index + mostLines; at += 1) {
    const { text = '' } = lines[at] ?? {};
    if (/^(?:`{3}|~{3})/.test(text)) inFence = !inFence;
    const answer = inFence ? null : answerPattern.exec(text);
    // "A. Smith" is an answer only to "Q. …".
    if (answer !== null && (answer[1] === ':' || answer[1] === sign)) {
      const { end, ...said } = answerFrom(lines, at + 1, answer[2] ?? '');
      return { question: unmarked(parts.join('\n')), ...said, options: [], end };
    }
    if (!inFence && (headingShape(text) !== undefined || questionPattern.test(text) || isRule(text))) break;
    if (text !== '' && (inFence || lines[at - 1]?.text !== '' || /^(?:`{3}|~{3})/.test(text)))
      parts.push(text);
    else if (text !== '') break;
  }
  const question = unmarked(parts[0] ?? '');
  // "Question: …" may begin a sentence about a question; only what asks waits for its answer.
  return /\?\W{0,3}$/.test(question) && sign === ':'
    ? { question, answer: '', ...nothing, end: index }
    : undefined;
}

/** A line, a lone `?`, and what it means: as Obsidian's plug-in for spaced repetition has it. */
function split(lines: readonly NoteLine[], index: number): FoundQuiz | undefined {
  const { text = '' } = lines[index] ?? {};
  if (!/^\?{1,2}$/.test(lines[index + 1]?.text ?? '') || text === '' || /^\?+$/.test(text)) return undefined;
  const { end, ...said } = answerFrom(lines, index + 2, '');
  return said.answer === '' ? undefined : { question: withoutMarker(text), ...said, options: [], end };
}

/** `> [!question]- How many?` with the answer below it. */
function callout(lines: readonly NoteLine[], index: number): FoundQuiz | undefined {
  const found = /^>\s?\[!(?:question|faq|help)\][-+]?\s+(\S.*)$/i.exec(lines[index]?.text ?? '');
  if (found === null) return undefined;
  let end = index;
  const texts: string[] = [];
  while (end + 1 < lines.length && end < index + mostLines && lines[end + 1]?.text.startsWith('>') === true) {
    end += 1;
    texts.push((lines[end]?.text ?? '').replace(/^(?:>\s?)+/, ''));
  }
  const answer = texts.filter((text) => text !== '').join(' ');
  return { question: found[1] ?? '', answer, ...nothing, end };
}

/** A question, its options, and which of them is right. */
function multiple(lines: readonly NoteLine[], index: number): FoundQuiz | undefined {
  const { text = '' } = lines[index] ?? {};
  if (!/\?["')*_]{0,4}(?:\s?\([^()]{3,40}\))?["')*_]{0,4}$/.test(text)) return undefined;
  const options: { letter: string; text: string; correct: boolean }[] = [];
  let at = index + 1;
  for (; at < lines.length && options.length < 8; at += 1) {
    const words = lines[at]?.text ?? '';
    if (words === '' && options.length === 0 && at === index + 1) continue;
    const option = optionPattern.exec(words);
    if (option === null || (option[1] === undefined && option[2] === undefined)) break;
    const [, letter = '', box = '', said = ''] = option;
    options.push({
      letter: letter.toLowerCase(),
      text: said.replace(tick, '').trim(),
      correct: /x/i.test(box) || tick.test(said),
    });
  }
  if (
    options.length < 3 ||
    !options.every(({ letter }, place) => letter === '' || letter === 'abcdefgh'[place])
  )
    return undefined;
  let end = at - 1;
  if (lines[at]?.text === '') at += 1;
  const key = keyPattern.exec(lines[at]?.text ?? '');
  const letters = new Set(key?.[1]?.toLowerCase().match(/(?<![a-z])[a-h](?![a-z])/g) ?? []);
  if (key !== null) end = at;
  const question = unmarked(withoutMarker(text)).replace(/^\d{1,3}[.)]\s+/, '');
  return {
    question: unmarked(question),
    answer: '',
    items: [],
    ordered: false,
    options: options.map((one) => ({ text: one.text, correct: one.correct || letters.has(one.letter) })),
    end,
  };
}

/** `T/F: …. False`: a statement, and whether it holds. */
function judged(lines: readonly NoteLine[], index: number): FoundQuiz | undefined {
  const found =
    /^(?:[-*+]\s+)?(?:T\/F|true (?:or|\/) ?false)\s?[:.)?]?\s+(\S.{8,200}?)[.?!]?\s+(?:->\s?|[-\u2013(]\s?)?(true|false)\b[.)]?(.*)$/i.exec(
      lines[index]?.text ?? '',
    );
  if (found === null) return undefined;
  const [, statement = '', verdict = '', more = ''] = found;
  const answer = `${verdict.charAt(0).toUpperCase()}${verdict.slice(1).toLowerCase()}${more}`;
  return { question: `True or false: ${statement}?`, answer, ...nothing, end: index };
}

/** The question that begins at this line; undefined where none does. */
export function quizAt(lines: readonly NoteLine[], index: number): FoundQuiz | undefined {
  if (headingShape(lines[index]?.text ?? '') !== undefined) return undefined;
  return (
    marked(lines, index) ??
    judged(lines, index) ??
    split(lines, index) ??
    callout(lines, index) ??
    multiple(lines, index)
  );
}

/** Whether a line begins a question of one of these forms, as far as the line alone shows. */
export const beginsQuiz = (text: string, next: string): boolean =>
  questionPattern.test(text) || /^\?{1,2}$/.test(next) || /^(?:T\/F|true or false)\b/i.test(text);
