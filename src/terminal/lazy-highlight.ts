type Highlight = (code: string, options: object) => string;

let real: Highlight | undefined;

/**
 * Stands in the bundle for the highlighter that marked-terminal would load at once: it brings an HTML parser and
 * takes longer than the first card may. Until it is loaded, code is shown in one color.
 */
export const highlight: Highlight = (code, options) => real?.(code, options) ?? code;

export async function loadHighlighter(): Promise<void> {
  real = (await import('cli-highlight')).highlight as Highlight;
}
