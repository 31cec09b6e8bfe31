import { eachCard, textsOf } from './card-rule.ts';

export const hiddenCharacters =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** They are taken out before anything reaches the screen; but a file that holds them was not written by hand. */
export const controlCharacters = eachCard(
  'control-characters',
  'error',
  'No control characters, escape sequences or marks that reorder text.',
  (card, say) => {
    for (const [path, text] of textsOf(card)) {
      const code = text.match(hiddenCharacters)?.[0].codePointAt(0);
      if (code === undefined) continue;
      const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      say(
        path,
        `the text holds the invisible character ${name}`,
        'Remove it; it may come from copying out of a terminal.',
      );
    }
  },
);
