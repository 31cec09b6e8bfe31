import { itemsOf, plainGift, splitOutside } from './gift-text.ts';

type Fields = Record<string, unknown>;
type ToText = (gift: string) => string;

interface Answers {
  /** Kind and content of the card that asks this. */
  readonly fields: (stem: string) => Fields;
}

type Outcome = Answers | { readonly why: string };

/** What stands in the braces of a question. */
export function answersOf(whole: string, toText: ToText): Outcome {
  const [body = '', ...general] = splitOutside(whole, '####');
  const why = general.length === 0 ? '' : toText(general.join(' '));
  const teaches = why === '' ? {} : { why };
  const trimmed = body.trim();
  if (trimmed === '')
    return why === ''
      ? { why: 'it is an essay: nothing says what the answer is' }
      : { fields: (front) => ({ kind: 'basic', front, back: why }) };
  if (trimmed.startsWith('#')) return numeric(trimmed.slice(1), teaches);
  const truth = /^(T|TRUE|F|FALSE)(?=\s*(?:#|$))/i.exec(trimmed);
  if (truth !== null) return trueOrFalse(truth[0], trimmed.slice(truth[0].length), teaches, toText);
  const items = itemsOf(body);
  if (items.length === 0) return { why: 'its answers begin with neither = nor ~' };
  if (items.every(({ sign }) => sign === '=')) {
    const pairs = items.flatMap(({ text }): [string, string][] => {
      const [left, ...right] = splitOutside(text, '->');
      return left === undefined || right.length === 0 ? [] : [[left, right.join('->')]];
    });
    if (pairs.length === items.length && pairs.length > 1) return match(pairs, teaches, toText);
    return short(
      items.map(({ text }) => text),
      teaches,
      toText,
    );
  }
  return choice(items, teaches, toText);
}

/** `%50%the text#the feedback`. */
function partsOf(text: string, toText: ToText) {
  const weight = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(text);
  const [answer = '', ...feedback] = splitOutside(weight === null ? text : text.slice(weight[0].length), '#');
  const why = toText(feedback.join('#'));
  return { weight: weight === null ? undefined : Number(weight[1]), text: toText(answer), why };
}

function choice(items: ReturnType<typeof itemsOf>, teaches: Fields, toText: ToText): Answers {
  const options = items.map(({ sign, text: raw }) => {
    const { weight, text, why } = partsOf(raw, toText);
    const correct = weight === undefined ? sign === '=' : weight > 0;
    return { text, ...(correct ? { correct: true } : {}), ...(why === '' ? {} : { why }) };
  });
  const choose = options.filter((option) => 'correct' in option).length;
  return { fields: (stem) => ({ kind: 'choice', stem, choose, options, ...teaches }) };
}

/** One accepted text each; a part that earns less than all points is not taken for right. */
function short(texts: readonly string[], teaches: Fields, toText: ToText): Outcome {
  const accept = texts
    .map((text) => partsOf(text, toText))
    .filter(({ weight, text }) => (weight === undefined || weight >= 100) && text !== '')
    .map(({ text }) => text);
  if (accept.length === 0) return { why: 'no answer earns all points' };
  return {
    fields: (front) => ({ kind: 'text', front, accept: [...new Set(accept)].slice(0, 30), ...teaches }),
  };
}

function match(pairs: readonly [string, string][], teaches: Fields, toText: ToText): Answers {
  const found = pairs.map(([left, right]) => ({ left: toText(left), right: toText(right) }));
  return { fields: (front) => ({ kind: 'match', front, pairs: found, ...teaches }) };
}

function trueOrFalse(word: string, rest: string, teaches: Fields, toText: ToText): Answers {
  const isTrue = /^t/i.test(word);
  // The first feedback is for those who were wrong.
  const [, wrong = '', right = ''] = splitOutside(rest, '#');
  const option = (text: string, correct: boolean, why: string) => ({
    text,
    ...(correct ? { correct } : {}),
    ...(why.trim() === '' ? {} : { why: toText(why) }),
  });
  const options = [
    option('True', isTrue, isTrue ? right : wrong),
    option('False', !isTrue, isTrue ? wrong : right),
  ];
  return { fields: (stem) => ({ kind: 'choice', stem, choose: 1, options, ...teaches }) };
}

const numberPattern = '(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)';

function numeric(text: string, teaches: Fields): Outcome {
  const [first = ''] = text.trim().startsWith('=') ? itemsOf(text).map((item) => item.text) : [text];
  const plain = plainGift(splitOutside(first.replace(/^\s*%\d+%/, ''), '#')[0] ?? '').trim();
  const range = new RegExp(`^${numberPattern}\\s*\\.\\.\\s*${numberPattern}$`).exec(plain);
  const single = new RegExp(`^${numberPattern}(?:\\s*:\\s*${numberPattern})?$`).exec(plain);
  const [low, high] = [Number(range?.[1]), Number(range?.[2])];
  const number =
    range !== null
      ? { value: (low + high) / 2, tolerance: Math.abs(high - low) / 2 }
      : { value: Number(single?.[1]), tolerance: Number(single?.[2] ?? 0) };
  if (range === null && single === null) return { why: `"${plain.slice(0, 40)}" is no number` };
  const { value, tolerance } = number;
  const given = tolerance === 0 ? { value } : { value, tolerance };
  return { fields: (front) => ({ kind: 'text', front, number: given, ...teaches }) };
}
