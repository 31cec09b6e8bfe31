import { apkg } from './anki/apkg.ts';
import { ankiText } from './anki-text.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exported.ts';
import { gift } from './gift.ts';
import { markdown } from './hashcards.ts';
import { json } from './json.ts';

/** The list of formats. A new one is a file and a line here. */
export const exporters: readonly Exporter[] = [json, csv, ankiText, apkg, gift, markdown];
