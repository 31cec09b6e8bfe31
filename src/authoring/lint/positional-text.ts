const place = '(?:first|second|third|fourth|fifth|sixth|last|previous|preceding)';

/** Options are shuffled, so nothing may speak of where one stands. Letters count in capitals only: "no option a user has". */
const patterns: readonly RegExp[] = [
  /\b[Oo](?:ption|PTION)s?\s+\(?[A-H]\b(?!\s+[a-z]*\s?record)/,
  /\b[Aa](?:nswer|NSWER)s?\s+\(?[A-H]\b(?!\s+[a-z]*\s?record)/,
  /\b[Cc]hoices?\s+\(?[A-H]\b/,
  /\b(?:both|neither)\s+[A-H]\s+(?:and|nor|&)\s+[A-H]\b/i,
  /\b(?:all|none|both|any|either|neither|two) of (?:the )?(?:above|below)\b/i,
  /\b(?:all|none|both) of (?:the|these) (?:options|answers|choices)\b/i,
  new RegExp(`\\bthe ${place} (?:two |three )?(?:answer|choice|distractor)s?\\b(?! (?:of|for)\\b)`, 'i'),
  /\bthe (?:first|second|third|fourth|fifth|sixth|last) (?:two |three )?options?\b/i,
  /\bthe (?:options?|answers?|choices?) (?:above|below)\b/i,
  /\bthe (?:above|below) (?:options?|answers?|choices?)\b/i,
];

/** The words that speak of a place, where a text has any. */
export const positionalText = (text: string): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
