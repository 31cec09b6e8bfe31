import { clean, plain, wordsIn } from '../inline.ts';
import { dependsOnBefore, hasVerb, isAim, isInstruction } from '../vocabulary.ts';

export interface DefinitionShape {
  readonly term: string;
  readonly article?: string;
  readonly meaning: string;
  readonly how: 'is' | 'does' | 'means' | 'of' | 'names' | 'leads';
}

/** Words before a colon or dash that announce something instead of naming it. */
const announces =
  /^(?:e\.?g\.?|ex|for example|example|examples?|note|notes|nb|lab|labs|demo|todo|tip|tips|warning|important|attention|link|links|source|sources|see|also|and|or|default|summary|steps?|result|results?|question|answer|hint|remember|http|https|in short|tl;?dr|ps|architecture|demonstration|design|gui|ui|console|code|docs?|by (?:queue|user|default)|allow all|deny all)$/i;

/** What a subject has: drawbacks of it, limits of it. */
const belongsToSubject =
  /^(?:use cases?|uses|pros?|cons?|drawbacks?|disadvantages?|advantages?|benefits?|limits?|limitations?|purpose|pricing|price|costs?|default|max(?:imum)?|min(?:imum)?|features?|requirements?|prerequisites?|risks?|best for|good for|example use|throughput|read throughput|write throughput|latency|durability|availability|retention|timeout|size|value|(?:data )?storage|scope|region|owner|protocols?|ports?|type|billing)$/i;

const startsWithVerb =
  /^(?:(?:it|they)\s+)?(?:is used|are used|can be used|[a-z]{2,}(?:ates|ifies|izes|ises|ends|ores|ets|uns|eeps|ides|orts|ows|ables|ains|urns|ers|ures|ets|ines|akes|ives|ists|icates|ashes|ishes|aces|ills|alls|orks|ests|ocks|ants|oads|ites|eads|uts|ows))\b/;

/** Words that name nothing by themselves. */
const vague =
  /^(?:how|what|why|where|when|who|it|app|the app|data|changes?|everything|all|some|one|most|value|name|result|output|input|code|way|thing|idea|goal|reason|difference|same|use|option|problem|solution|advantage|definition)$/i;

/** `Block Public Access`: every word of a name has a capital. */
const isTitled = (term: string): boolean => /^(?:\p{Lu}[\w-]*)(?: \p{Lu}[\w-]*)+$/u.test(term);

const isTerm = (term: string): boolean => {
  const words = wordsIn(term);
  return (
    words.length >= 1 &&
    words.length <= 7 &&
    term.length <= 70 &&
    !announces.test(term) &&
    !/[!?;]|->|https?:|[.]\s|,.*,/.test(term) &&
    !dependsOnBefore(term) &&
    (!isInstruction(term) || isTitled(term)) &&
    (term.match(/"/g)?.length ?? 0) % 2 === 0 &&
    // "One default network per region" states something.
    !/^(?:one|two|three|all|each|every|any|no|only|some)\s/i.test(term) &&
    !(hasVerb(term.replace(/`[^`]*`/g, '')) && words.length > 4) &&
    !/^\d/.test(term) &&
    !/\b(?:is|are|can|will|has|have|by|to|of|the|and|or)$/i.test(term) &&
    !vague.test(term)
  );
};

/** "Group of servers", "Access and identity": a noun that is spelt as a verb. */
const isNoun = /^\w+(?:\s[-\u2013]|[:,]|\s(?:of|is|are|and|or|as|in|at|on)\b)/i;

/** What a person does at a console, as against what a thing does. */
const isWork =
  /^(?:add|choose|check|select|enable|disable|create|click|enter|go|open|pick|use|set|provide|run|see|copy|paste|name|manage|make|start|attach|give)\b/i;

/** What stands after a sign, without what only points elsewhere. */
const trimmed = (text: string): string => text.replace(/^[-\u2013\u2014:=\s]+/, '').trim();

export const howOf = (term: string, meaning: string): DefinitionShape['how'] => {
  if (
    belongsToSubject.test(plain(term)) &&
    (/\d/.test(meaning) ||
      /^(?:use cases?|uses|pros|cons|drawbacks|disadvantages|advantages|benefits|limits|limitations|features|requirements|prerequisites|risks)$/i.test(
        plain(term),
      ))
  )
    return 'of';
  if (/^(?:an?|the|one of)\s/i.test(meaning) || /^(?:is|are)\s/i.test(meaning)) return 'is';
  if (/^(?:will|let|allow|define|describe|control|give)s? [a-z`]/i.test(meaning)) return 'does';
  if (/^(?:enabled?|disabled?)\b/i.test(meaning)) return 'means';
  if (isAim(meaning) && !isNoun.test(meaning) && (term.startsWith('`') || !isWork.test(meaning)))
    return 'does';
  // A verb that is in no list still takes an object.
  if (
    (term.startsWith('`') || !isWork.test(meaning)) &&
    /^[a-z]+ (?:each|every|an?|the|your|all) /i.test(meaning)
  )
    return 'does';
  const low = meaning.charAt(0).toLowerCase() + meaning.slice(1);
  if (startsWithVerb.test(low)) return 'does';
  // Another verb of the third person, with something behind it that is none.
  const [first = '', second = ''] = low.split(' ');
  return /^[a-z]{3,}s$/.test(first) &&
    hasVerb(first) &&
    !/^(?:goes|comes|gets|happens|becomes|has|was|does)$/.test(first) &&
    /^[a-z]+$/.test(second) &&
    !hasVerb(second) &&
    !isNoun.test(low)
    ? 'does'
    : 'means';
};

function shaped(rawTerm: string, rawMeaning: string): DefinitionShape | undefined {
  const term = clean(rawTerm)
    .text.trim()
    .replace(/^["'](?=[^"']*$)/, '');
  const meaning = trimmed(rawMeaning);
  if (!isTerm(term) || wordsIn(meaning).length < 1 || /^\/\//.test(meaning)) return undefined;
  return { term, meaning, how: howOf(term, meaning) };
}

/** `**term**: …`, `` `term` … ``, `Term - …`, `Term: …`, `**Term** (short) is …`. The patterns see one line, bounded. */
export function definitionShape(source: string): DefinitionShape | undefined {
  const text = source.trim();
  if (/^(?:`?https?:|!?\[)/.test(text)) return undefined;
  const strong =
    /^(?:\*\*|__)([^*_`]{1,80})(?:\*\*|__)(\s*\([^()]{1,60}\))?\s*(?:[:\u2013\u2014=]|-(?=\s)|(?<=:\*\*\s*))\s*(.{2,})$/.exec(
      text,
    );
  if (strong !== null)
    return shaped(
      `${(strong[1] ?? '').replace(/:\s*$/, '')}${strong[2] ?? ''}`,
      withoutSecondHead(strong[3] ?? ''),
    );
  const equated = signedPair(text);
  if (equated !== undefined) return equated;
  const head = /^\*\*([^*]{2,60})\*\*\s+(?=[\p{Lu}\d])(.{6,})$/u.exec(text);
  if (
    head !== null &&
    !/[.!?:]$/.test(head[1] ?? '') &&
    (!hasVerb(head[1] ?? '') || isTitled(head[1] ?? '') || wordsIn(head[1] ?? '').length <= 2)
  )
    return shaped(head[1] ?? '', head[2] ?? '');
  const code = /^`([^`]{1,60})`(\s*\([^()]{1,60}\))?\s*([-:\u2013\u2014=]\s*|\s)(.{4,})$/.exec(text);
  if (code !== null) {
    const meaning = code[4] ?? '';
    const hasSign = (code[3] ?? '').trim() !== '';
    // Without a sign the code is the subject of a sentence, or the first word of a gloss.
    if (!hasSign && /^(?:is|are|was|can|has|have|will|needs?|must|and|or|,)\b/i.test(meaning))
      return undefined;
    if (!hasSign && wordsIn(meaning).length < 3) return undefined;
    return shaped(`\`${code[1]}\`${code[2] ?? ''}`, meaning);
  }
  const signed =
    /^([^:`|]{2,90}?)\s+[-\u2013\u2014]\s+(\S.{2,})$/.exec(text) ??
    /^([^:|]{2,80}?|\p{Lu})\s*:\s+(\S.*)$/u.exec(text);
  if (signed === null) return undefined;
  const [, term = '', meaning = ''] = signed;
  const bare = plain(term);
  if (hasVerb(bare) && wordsIn(bare).length > 2 && !/^["'`*]/.test(term)) return undefined;
  // "a - b - c - d" is a chain of steps.
  if (/\s[-\u2013]\s.{1,80}\s[-\u2013]\s/.test(meaning)) return undefined;
  return shaped(term, meaning);
}

/** `RPO = …`, `delay :: …`, `ALB ..... …`, and `need NFS -> EFS` with one arrow: what stands left of a sign, and right of it. */
function signedPair(text: string): DefinitionShape | undefined {
  const [arrow = '', ...more] = text.split(/\s?(?<!-)-{1,2}>\s/);
  if (more.length > 0 && !/\s=\s|::/.test(arrow)) {
    const [term, meaning] = [
      clean(arrow)
        .text.trim()
        .replace(/^["']|["']$/g, ''),
      (more[0] ?? '').trim(),
    ];
    const count = wordsIn(term).length;
    const isPath = /\*\*/.test(arrow) || /^(?:services?|actions?|settings?|menu|console|tab)$/i.test(term);
    if (more.length > 1 || isPath || count < 1 || count > 10 || wordsIn(meaning).length < 1) return undefined;
    if (dependsOnBefore(term) || /[?;:]|https?:|[.]\s/.test(term) || /->/.test(meaning)) return undefined;
    return { term, meaning, how: 'leads' };
  }
  const found = /^([^=|:]{1,70}?)(?:\s=\s|\s?::\s?|\s?\.{4,}\s?)(?!=[^=])(\S.*)$/.exec(text);
  if (found === null) return undefined;
  const [, left = '', meaning = ''] = found;
  const term = clean(left).text.trim();
  // Sums and settings in code are no names.
  if (/[{}()$;[\]]|\s[+*/]\s/.test(left) || /\s=\s|::|\||;$/.test(meaning) || wordsIn(meaning).length < 1)
    return undefined;
  const isLabel =
    wordsIn(term).length <= 8 &&
    !/[!?,]|\b(?:is|are|was|can|will|must|has|have)\b/i.test(term) &&
    !dependsOnBefore(term);
  if (!isTerm(term) && !isLabel) return undefined;
  return { term, meaning, how: 'names' };
}

/** `**Name** — **role** This service …`: the second strong part heads the meaning. */
const withoutSecondHead = (text: string): string =>
  text.replace(
    /^\*\*([^*]{1,60})\*\*\s+([A-Z])/,
    (_, head: string, first: string) => `${head}: ${first.toLowerCase()}`,
  );

/** "A bucket is a container of objects": a definition written as a sentence. */
export function sentenceDefinition(text: string): DefinitionShape | undefined {
  const match =
    /^((?:(?:an?|the)\s+)?[^,:;.()]{2,60}?(?:\s*\([^()]{2,60}\))?)\s+(is|are|ist|sind|stands for|means|refers to|consists? of)\s+((?:an?|the|one of|used|designed|based|made|like|similar|basically|just|short for|any|services?|products?|objects?|rules?|sets?|ways?)\b.{8,}|.{8,})$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, subject = '', verb = '', meaning = ''] = match;
  const copula = /^(?:is|are|ist|sind)$/i.test(verb);
  if (
    copula &&
    !/^(?:an?|the|eine?|der|die|das|one of|used|designed|short for|(?:[\w-]+ ){0,3}(?:services?|tools?|engines?|databases?|instances?|units?|containers?|languages?|frameworks?|archives?|documents?|registr(?:y|ies)))\b/i.test(
      meaning,
    )
  )
    return undefined;
  const term = subject.replace(/^(?:an?|the)\s+/i, '');
  const article = /^(an?)\s/i.exec(subject)?.[1]?.toLowerCase();
  if (
    !isTerm(term) ||
    wordsIn(term).length > 6 ||
    /\b(?:which|that|who|when|if|there|it|you|this|what|not|only)\b/i.test(term)
  )
    return undefined;
  if (hasVerb(term.replace(/`[^`]*`/g, '')) && wordsIn(term).length > 3) return undefined;
  if (/^the (?:same|only|best|first|last|most|number|default)\b/i.test(meaning)) return undefined;
  return { term, meaning, how: 'is', ...(article === undefined ? {} : { article }) };
}
