/** `{{c1::answer}}` or `{{c1::answer::hint}}`, Anki's notation. Blanks do not nest. */
const blankPattern = /\{\{c([1-9]\d?)::((?:(?!\{\{|\}\})[\s\S])+?)(?:::((?:(?!\{\{|\}\})[\s\S])+?))?\}\}/g;

/** Whether something that begins like a blank is none: empty, nested, not closed, or numbered wrong. */
export function hasBrokenBlank(text: string): boolean {
  return /\{\{c\d*:/.test(text.replace(blankPattern, ''));
}

/** The numbers used in a text, rising, each once. */
export function clozeNumbers(text: string): number[] {
  const numbers = new Set<number>();
  for (const blank of text.matchAll(blankPattern)) numbers.add(Number(blank[1]));
  return [...numbers].sort((a, b) => a - b);
}

/** The text with the blanks of one number hidden behind `show(answer, hint)` and all others filled in. */
export function fillCloze(
  text: string,
  number: number,
  show: (answer: string, hint?: string) => string,
): string {
  return text.replace(blankPattern, (_, digits: string, answer: string, hint?: string) =>
    Number(digits) === number ? show(answer, hint) : answer,
  );
}

/** The answers of one number, in the order of the text, each once. */
export function blanksOf(text: string, number: number): string[] {
  const answers = [...text.matchAll(blankPattern)].filter((blank) => Number(blank[1]) === number);
  return [...new Set(answers.map((blank) => blank[2] ?? ''))];
}
