/**
 * A reader of the arithmetic that a calculator prints, which shares nothing with the calculators: is
 * `ceil(6 KB ÷ 4 KB) = 2 blocks of 4 KB` true? Printed numbers may have been rounded at their last digit, so that
 * everything is reckoned with a lower and an upper end.
 */
type Span = readonly [low: number, high: number];

const DURATIONS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3600, d: 86_400 };
const SIZES: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1024,
  KiB: 1024,
  MB: 1024 ** 2,
  MiB: 1024 ** 2,
  GB: 1024 ** 3,
  GiB: 1024 ** 3,
  TB: 1024 ** 4,
  TiB: 1024 ** 4,
};

/** `blocks of 4 KB`, `IOPS per GiB`, `for each`: what is counted, and no part of the arithmetic. */
const WORDS = /\b(?:of|for|from|in) (?:4 KB|1 KB|each|the bucket)|\bper (?:GiB|IOPS)|\ba request\b/g;
/** What makes a text one that says something, and not one that reckons. */
const SENTENCE = /\b(?:to|and|with|within|comes?|is|are|or|once|at)\b/;
const TOKEN =
  /\s*(?:(\d{1,3}(?:\.\d{1,3}){3})|(\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?|\$?\d+(?:\.\d+)?)|(½)|(per million)|\/(s|min|h|d)\b|\/(?=\d)|(%|[A-Za-z][A-Za-z-]*\d?)|([×÷+−^()]|≤|≥|, ?))/y;

type Token =
  | { readonly kind: 'number'; readonly span: Span }
  | { readonly kind: 'factor'; readonly factor: number; readonly isTime: boolean }
  | { readonly kind: 'function' | 'sign'; readonly text: string };

const FUNCTIONS = ['ceil', 'floor', 'round', 'max', 'min', 'log2'];

/** Half a unit of the last digit either way, of two at least; a whole number is what it says. */
function printed(text: string): Span {
  const plain = text.replace(/[$,]/g, '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  const half = decimals === 0 ? 0 : 0.5 * 10 ** -Math.max(2, decimals);
  return [Number(plain) - half, Number(plain) + half];
}

function tokens(text: string, sizeBase: number): readonly Token[] | undefined {
  const found: Token[] = [];
  const rest = text.replace(WORDS, ' ').trim();
  if (SENTENCE.test(rest)) return undefined;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const match = TOKEN.exec(rest);
    if (match === null) return undefined;
    const [, address, number, half, million, per, word, sign] = match;
    if (address !== undefined) {
      const at = address.split('.').reduce((all, each) => all * 256 + Number(each), 0);
      found.push({ kind: 'number', span: [at, at] });
    } else if (number !== undefined) found.push({ kind: 'number', span: printed(number) });
    else if (half !== undefined) found.push({ kind: 'number', span: [0.5, 0.5] });
    else if (million !== undefined) found.push({ kind: 'factor', factor: 1e-6, isTime: false });
    else if (per !== undefined)
      found.push({ kind: 'factor', factor: 1 / (DURATIONS[per] ?? 1), isTime: false });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign.trim() });
    // min is a function before a bracket and minutes behind a number.
    else if (
      word !== undefined &&
      FUNCTIONS.includes(word) &&
      /^[ (]/.test(rest.slice(TOKEN.lastIndex)) &&
      (word !== 'min' || rest[TOKEN.lastIndex] === '(')
    )
      found.push({ kind: 'function', text: word });
    else if (word !== undefined && found.at(-1)?.kind === 'number') {
      const factor = DURATIONS[word] ?? (SIZES[word] === undefined ? undefined : SIZES[word] / sizeBase);
      if (factor !== undefined) found.push({ kind: 'factor', factor, isTime: word in DURATIONS });
    }
  }
  return found;
}

const times = ([a, b]: Span, [c, d]: Span): Span => {
  const all = [a * c, a * d, b * c, b * d];
  return [Math.min(...all), Math.max(...all)];
};
const each = ([low, high]: Span, change: (value: number) => number): Span => [change(low), change(high)];

/** The value of a formula, or undefined where the text is none. */
function evaluate(text: string, sizeBase: number): Span | undefined {
  const found = tokens(text, sizeBase);
  if (found === undefined || found.length === 0) return undefined;
  let at = 0;
  const sign = (...signs: readonly string[]) => {
    const token = found[at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  };
  const sum = (): Span => {
    let left = product();
    for (let op = sign('+', '−'); op !== undefined; op = sign('+', '−')) {
      const right = product();
      left = op === '+' ? [left[0] + right[0], left[1] + right[1]] : [left[0] - right[1], left[1] - right[0]];
    }
    return left;
  };
  const product = (): Span => {
    let left = power();
    for (let op = sign('×', '÷'); op !== undefined; op = sign('×', '÷')) {
      const right = power();
      left = times(left, op === '×' ? right : [1 / right[1], 1 / right[0]]);
    }
    return left;
  };
  const power = (): Span => {
    const base = quantities();
    if (sign('^') === undefined) return base;
    const exponent = power();
    return [base[0] ** exponent[0], base[1] ** exponent[1]];
  };
  /** 1 h 30 min: times side by side are added. */
  const quantities = (): Span => {
    let all = quantity();
    while (found[at]?.kind === 'number') {
      const before = found[at - 1];
      if (before?.kind !== 'factor' || !before.isTime) throw new SyntaxError('no sign between');
      const more = quantity();
      all = [all[0] + more[0], all[1] + more[1]];
    }
    return all;
  };
  const quantity = (): Span => {
    let value = atom();
    for (let token = found[at]; token?.kind === 'factor'; token = found[at]) {
      value = times(value, [token.factor, token.factor]);
      at += 1;
    }
    return value;
  };
  const list = (): readonly Span[] => {
    const all = [sum()];
    while (sign(',') !== undefined) all.push(sum());
    if (sign(')') === undefined) throw new SyntaxError('no )');
    return all;
  };
  const atom = (): Span => {
    const token = found[at];
    at += 1;
    if (token?.kind === 'number') return token.span;
    if (token?.kind === 'sign' && token.text === '(') return list()[0] as Span;
    if (token?.kind !== 'function') throw new SyntaxError('no value');
    if (token.text === 'log2' && found[at]?.kind === 'number') return each(atom(), Math.log2);
    if (sign('(') === undefined) throw new SyntaxError('no (');
    const all = list();
    const [first] = all as readonly [Span];
    if (token.text === 'max' || token.text === 'min') {
      const pick = Math[token.text];
      return [pick(...all.map((span) => span[0])), pick(...all.map((span) => span[1]))];
    }
    const dust = (value: number) => Math.abs(value) * 1e-12;
    if (token.text === 'ceil') return [Math.ceil(first[0] - dust(first[0])), Math.ceil(first[1])];
    if (token.text === 'floor') return [Math.floor(first[0]), Math.floor(first[1] + dust(first[1]))];
    return each(first, token.text === 'round' ? Math.round : Math.log2);
  };
  try {
    const value = sum();
    return at === found.length ? value : undefined;
  } catch {
    return undefined;
  }
}

const meets = ([a, b]: Span, [c, d]: Span): boolean => {
  const dust = 1e-11 * Math.max(1, Math.abs(a), Math.abs(d));
  return a <= d + dust && c <= b + dust;
};

/** A result shown with a fraction is rounded at its fourth digit at the latest; whole seconds may be said to be about so. */
function asResult(side: string, [low, high]: Span): Span {
  const half = side.startsWith('about ') ? 0.5 : /\.\d/.test(side) ? 5e-5 : 1e-9;
  return [low - half, high + half];
}

export type Verdict = 'true' | 'false' | 'words';

/** Sizes are taken in B, KB, MB or GB, on both sides alike. */
const SIZE_BASES = [1, 1024, 1024 ** 2, 1024 ** 3];

function holds(left: string, right: string, base: number): Verdict {
  const [a, b] = [evaluate(left, base), evaluate(right.replace(/^about /, ''), base)];
  if (a === undefined || b === undefined) return 'words';
  return meets(a, asResult(right, b)) ? 'true' : 'false';
}

/** `12 ≤ 16`, and what comes of it: yes, no, or something that it allows. */
function compares(left: string, sign: string, right: string, outcome: string | undefined): Verdict {
  const [a, b] = [evaluate(left, 1), evaluate(right, 1)];
  if (a === undefined || b === undefined) return 'words';
  const is = sign === '≤' ? a[0] <= b[1] : a[1] >= b[0];
  return is === (outcome !== 'no') ? 'true' : 'false';
}

/** Notes behind a result, and what an amount is measured against: nothing that is reckoned with. */
const NOTES =
  / \((?:\d[\d,.]* (?:d|h|min|s) ?)+\)|, [\d,]+ (?:usable|left over)$|, in each of \d+ zones?$| of \d[\d,]*$| \((?:the whole item|[\d.,]+ [KMGT]?i?B)\)$/g;

/** `a = b = c`: whether all sides come to the same; `words` where one is no formula. */
export function judge(claim: string): Verdict {
  const inBrackets = /\(([^()]+ = [^()]+)\)/.exec(claim);
  if (inBrackets !== null) {
    const within = judge(inBrackets[1] ?? '');
    return within === 'true' ? judge(claim.replace(` ${inBrackets[0]}`, '')) : within;
  }
  const sides = claim.split(' = ').map((side) => side.replaceAll(NOTES, ''));
  const [, left = '', sign, right = ''] = /^(.*) ([≤≥]) (.*)$/.exec(sides[0] ?? '') ?? [];
  if (sign !== undefined) return compares(left, sign, right, sides[1]);
  const verdicts = SIZE_BASES.map((base) => {
    const each = sides.slice(1).map((side) => holds(sides[0] ?? '', side, base));
    return each.find((verdict) => verdict !== 'true') ?? 'true';
  });
  return verdicts.find((verdict) => verdict === 'true') ?? verdicts[0] ?? 'words';
}

/** Whether the text has anything to reckon. */
export const hasArithmetic = (text: string): boolean =>
  /[×÷+−^≤≥]|\b(?:ceil|floor|round|max|min|log2)\(/.test(text);
