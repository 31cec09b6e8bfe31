/**
 * Case, accents of composition, punctuation and spaces do not count; letters, digits, a few signs with meaning and the
 * point within a number do: TLS 12 is not TLS 1.2.
 */
export function normalizeTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[`*"'’“”]/g, '')
    .replace(/&/g, ' and ')
    .trim()
    .replace(/^(?:the|an?)\s+/, '')
    .replace(/(?!(?<=\d)\.(?=\d))[^\p{L}\p{N}%+#$]/gu, '');
}

export function isAcceptedText(typed: string, accept: readonly string[]): boolean {
  const normal = normalizeTyped(typed);
  return normal !== '' && accept.some((one) => normalizeTyped(one) === normal);
}

export interface Difference {
  readonly kind: 'same' | 'missing' | 'extra';
  readonly text: string;
}

/** What separates the typed text from the expected one, character by character (longest common subsequence). */
export function differenceOf(typed: string, expected: string): Difference[] {
  const given = [...typed.trim()];
  const wanted = [...expected.trim()];
  // A table of 400 × 400 is instant; longer texts are shown whole instead.
  if (given.length > 400 || wanted.length > 400) {
    return [
      { kind: 'extra', text: typed.trim() },
      { kind: 'missing', text: expected.trim() },
    ];
  }
  const same = (a: number, b: number) => given[a]?.toLowerCase() === wanted[b]?.toLowerCase();
  const longest = Array.from({ length: given.length + 1 }, () =>
    new Array<number>(wanted.length + 1).fill(0),
  );
  const at = (a: number, b: number) => longest[a]?.[b] ?? 0;
  for (let a = given.length - 1; a >= 0; a -= 1) {
    const row = longest[a] as number[];
    for (let b = wanted.length - 1; b >= 0; b -= 1) {
      row[b] = same(a, b) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pieces: { kind: Difference['kind']; text: string }[] = [];
  const push = (kind: Difference['kind'], character: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += character;
    else pieces.push({ kind, text: character });
  };
  let [a, b] = [0, 0];
  while (a < given.length || b < wanted.length) {
    if (a < given.length && b < wanted.length && same(a, b)) {
      push('same', given[a] ?? '');
      a += 1;
      b += 1;
    } else if (b >= wanted.length || (a < given.length && at(a + 1, b) >= at(a, b + 1))) {
      push('extra', given[a] ?? '');
      a += 1;
    } else {
      push('missing', wanted[b] ?? '');
      b += 1;
    }
  }
  return pieces;
}
