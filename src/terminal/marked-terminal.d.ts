/** The package ships no types; this is the part in use. */
declare module 'marked-terminal' {
  type Style = (text: string) => string;
  export function markedTerminal(
    options: Record<string, Style | boolean | number | object>,
    highlight?: { theme?: Record<string, Style> },
  ): object;
}
