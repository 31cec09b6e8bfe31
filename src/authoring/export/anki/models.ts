import { sourceField } from '../../import/anki/card-source.ts';

export type ModelName = 'basic' | 'reversed' | 'typed' | 'cloze';

/** Fixed numbers, so that a second export meets the note types of the first. */
const ids: Readonly<Record<ModelName, number>> = {
  basic: 1_763_600_000_001,
  reversed: 1_763_600_000_002,
  typed: 1_763_600_000_003,
  cloze: 1_763_600_000_004,
};

export const modelId = (name: ModelName): number => ids[name];

/** Fields that a learner sees, then the one that carries the card. */
const fieldsOf = (name: ModelName): readonly string[] =>
  name === 'cloze' ? ['Text', 'Extra', sourceField] : ['Front', 'Back', 'Extra', sourceField];

const css =
  '.card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 42em; margin: 0 auto; }\n' +
  'code, pre { font-family: monospace; }\n.extra { font-size: 80%; }\n.cloze { font-weight: bold; color: #0066cc; }';

const extra = '{{#Extra}}<hr><div class="extra">{{Extra}}</div>{{/Extra}}';

function templatesOf(
  name: ModelName,
): readonly { readonly name: string; readonly qfmt: string; readonly afmt: string }[] {
  const answer = `{{FrontSide}}<hr id="answer">{{Back}}${extra}`;
  switch (name) {
    case 'cloze':
      return [{ name: 'Cloze', qfmt: '{{cloze:Text}}', afmt: `{{cloze:Text}}${extra}` }];
    case 'typed':
      return [
        {
          name: 'Card 1',
          qfmt: '{{Front}}<br>{{type:Back}}',
          afmt: `{{Front}}<hr id="answer">{{type:Back}}${extra}`,
        },
      ];
    case 'reversed':
      return [
        { name: 'Card 1', qfmt: '{{Front}}', afmt: answer },
        { name: 'Card 2', qfmt: '{{Back}}', afmt: `{{FrontSide}}<hr id="answer">{{Front}}${extra}` },
      ];
    case 'basic':
      return [{ name: 'Card 1', qfmt: '{{Front}}', afmt: answer }];
  }
}

const titles: Readonly<Record<ModelName, string>> = {
  basic: 'aws-study',
  reversed: 'aws-study (and reversed card)',
  typed: 'aws-study (type in the answer)',
  cloze: 'aws-study cloze',
};

/** The note types of an export, as the `models` column holds them. */
export function models(
  used: ReadonlySet<ModelName>,
  modSeconds: number,
  deckId: number,
): Record<string, object> {
  return Object.fromEntries(
    [...used].map((name) => {
      const templates = templatesOf(name);
      const model = {
        id: ids[name],
        name: titles[name],
        type: name === 'cloze' ? 1 : 0,
        mod: modSeconds,
        usn: -1,
        sortf: 0,
        did: deckId,
        vers: [],
        tags: [],
        css,
        latexPre: '\\documentclass{article}\n\\begin{document}\n',
        latexPost: '\\end{document}',
        req: name === 'cloze' ? [[0, 'any', [0]]] : templates.map((_, ord) => [ord, 'any', [ord]]),
        flds: fieldsOf(name).map((field, ord) => ({
          ...{ name: field, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
        })),
        tmpls: templates.map((template, ord) => ({ ...template, ord, did: null, bqfmt: '', bafmt: '' })),
      };
      return [String(ids[name]), model];
    }),
  );
}
