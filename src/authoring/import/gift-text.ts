const meaning: Readonly<Record<string, string>> = { n: '\n' };

/** A text without its escapes: `\=` is =, `\n` a line break. */
export const plainGift = (text: string): string =>
  text.replace(/\\([\s\S])/g, (whole, sign: string) =>
    /[\\~=#{}:n]/.test(sign) ? (meaning[sign] ?? sign) : whole,
  );

/** Splits at a sign that is not escaped. */
export function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(sign, at)) {
      parts.push(text.slice(start, at));
      start = at + sign.length;
      at = start - 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Answers of a body: each begins with an unescaped = or ~. What stands before the first is passed over. */
export function itemsOf(body: string): { readonly sign: '=' | '~'; readonly text: string }[] {
  const items: { sign: '=' | '~'; text: string }[] = [];
  let start = -1;
  for (let at = 0; at <= body.length; at += 1) {
    const sign = body[at];
    if (sign === '\\') {
      at += 1;
      continue;
    }
    if (sign !== '=' && sign !== '~' && at < body.length) continue;
    const last = items.at(-1);
    if (last !== undefined) last.text = body.slice(start, at);
    if (sign === '=' || sign === '~') items.push({ sign, text: '' });
    start = at + 1;
  }
  return items;
}
