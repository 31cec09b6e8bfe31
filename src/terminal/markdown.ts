import { safeText } from './safe-text.ts';
import type { Theme } from './theme.ts';
import { wrapLines } from './wrap.ts';

/** Turns Markdown into lines of at most so many columns. */
export type Markdown = (text: string, width: number) => string[];

/** Block structure, links, entities and the rest that only a parser reads right. */
const needsParser = /[_~<>|#[\]\\&]|^\s*(?:[-+*]|\d+[.)])\s|^\s*(?:---|===)|\n|\*(?!\*)(?<!\*\*)/m;

const span = /`([^`\n]+)`|\*\*(?!\s)([^*`\n]+)(?<!\s)\*\*/g;

/** Plain words with at most code spans and strong text: nine texts of ten. They need no parser. */
export const isSimple = (text: string): boolean => {
  const words = text.replace(span, '');
  return !needsParser.test(words) && !/[`*]/.test(words);
};

/** Renders a simple text as the parser would, in no time: a first card does not wait for marked. */
export function simpleMarkdown(theme: Theme): Markdown {
  const code = (text: string) => (theme.colors ? theme.code(text) : `\`${text}\``);
  return (text, width) => {
    const spans = safeText(text).replace(span, (_, inCode?: string, inStrong?: string) =>
      inCode === undefined ? theme.strong(inStrong ?? '') : code(inCode),
    );
    return wrapLines(spans, width);
  };
}

/** Loads the Markdown renderer. Kept apart, so that a first card of plain words need not wait for it. */
export async function loadMarkdown(theme: Theme): Promise<Markdown> {
  const { makeRenderer } = await import('./render-markdown.ts');
  const render = makeRenderer(theme);
  const simple = simpleMarkdown(theme);
  return (text, width) =>
    isSimple(text) ? simple(text, width) : wrapLines(render(safeText(text), width), width);
}

/** Loads what colors code blocks; until then they are in one color. It takes longer than all the rest. */
export async function loadHighlighting(theme: Theme): Promise<void> {
  if (theme.colors) await (await import('./lazy-highlight.ts')).loadHighlighter();
}
