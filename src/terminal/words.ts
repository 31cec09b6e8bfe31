/** `<1m`, `<10m`, `1d`, `3mo`, `1.2y`: how long until a card comes back, as short as a key label. */
export function intervalLabel(future: { readonly intervalDays: number; readonly backInMs?: number }): string {
  if (future.backInMs !== undefined) return `<${Math.max(1, Math.round(future.backInMs / 60_000))}m`;
  return daysLabel(future.intervalDays);
}

export function daysLabel(days: number): string {
  if (days < 1) return 'today';
  if (days < 60) return `${days}d`;
  if (days < 730) return `${(days / 30.44).toFixed(days < 304 ? 1 : 0).replace(/\.0$/, '')}mo`;
  return `${(days / 365.25).toFixed(1).replace(/\.0$/, '')}y`;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `docs.aws.amazon.com/lambda/…/invocation-async.html`: a source without its scheme. */
export const sourceLabel = (url: string): string => url.replace(/^https?:\/\//, '').replace(/[?#].*$/, '');

export function minutesLabel(minutes: number): string {
  if (minutes < 1) return 'under a minute';
  return plural(Math.round(minutes), 'minute');
}

/** `A` for the first of some options. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** Places of the letters of a line (`a c`, `AC`, `a, c`), each once; undefined where the line is no such list. */
export function readLetters(line: string, count: number): number[] | undefined {
  const letters = line.toUpperCase().replace(/[\s,;]+/g, '');
  const places = [...letters].map((letter) => letter.charCodeAt(0) - 65);
  const valid = places.length > 0 && places.every((place) => place >= 0 && place < count);
  return valid && new Set(places).size === places.length ? places : undefined;
}

/** A longer command stands on a line of its own, to be copied whole. */
const longestInSentence = 40;

/** The end of a sentence that names a command, such as ` "aws-study quiz".`; a long one comes below it. */
export const commandAtEnd = (command: string): string =>
  command.length > longestInSentence || command.includes('"') ? `:\n  ${command}` : ` "${command}".`;
