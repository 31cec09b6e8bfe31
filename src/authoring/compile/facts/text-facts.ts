import { contrastPattern } from '../contrasts.ts';
import { namesIn } from '../gazetteer.ts';
import { type CleanText, clean, wordsIn } from '../inline.ts';
import type { TextNode } from '../outline/outline.ts';
import type { Place } from '../place.ts';
import { capitalised, sentencesOf, withoutExample, withoutStop } from '../sentences.ts';
import {
  dependsOnBefore,
  hasLocalName,
  hasVerb,
  isHypothetical,
  isInstruction,
  isQuestion,
  isScreenWork,
  lacksSubject,
  refersElsewhere,
} from '../vocabulary.ts';
import { commandShape } from './command-line.ts';
import { type DefinitionShape, definitionShape, sentenceDefinition } from './definition.ts';
import { definitionFact, endsOpen, type Given, longestMeaningWords } from './definition-fact.ts';
import type { Context, Fact, NoCard, Structure } from './fact.ts';
import { questionIn } from './statement.ts';

interface Found {
  readonly facts: Fact[];
  readonly ignored: { readonly why: NoCard; readonly text: string }[];
}

const longestSentenceChars = 380;
const longestSentenceWords = 45;

const startsWithIt = (text: string): boolean => /^(?:it|its)\b/i.test(text);

/** A label with a term behind it, unless its last part says the term already. */
function under(label: string, term: string): string {
  const last = new Set(wordsIn(label.split(' / ').at(-1) ?? ''));
  return label === '' ? term : wordsIn(term).every((word) => last.has(word)) ? label : `${label} / ${term}`;
}

/** What a bullet or a paragraph says, sentence by sentence. */
export function factsInText(node: TextNode, source: string, given: Given): Found {
  const found: Found = { facts: [], ignored: [] };
  const structure: Structure = node.from === 'item' ? 'bullet' : 'paragraph';
  const base = { place: given.place, quoted: node.quoted, structure };
  const { group } = given;
  let { context } = given;
  let rest = source.length > 6_000 ? source.slice(0, 6_000) : source;
  // `**Topic** Sentence …`: the strong words are a head without a sign.
  const isTermed = definitionShape(rest) !== undefined;
  const head0 = isTermed ? null : /^\*\*([^*]{2,60})\*\*\s+(?=[A-Z][a-z]+ )/.exec(rest);
  if (head0 !== null) {
    const name = head0[1] ?? '';
    context = { ...context, label: under(context.label, name), subject: name };
    rest = rest.slice(head0[0].length);
  }

  const command = commandShape(clean(rest).text);
  if (command !== undefined) {
    found.facts.push({ ...base, structure: 'command', kind: 'command', context, ...command });
    return found;
  }
  const shape = definitionShape(rest);
  // An arrow in a numbered step is part of the step.
  const definition = shape?.how === 'leads' && node.order !== undefined ? undefined : shape;
  const [head = '', ...more] = definition === undefined ? [] : sentencesOf(definition.meaning);
  if (definition !== undefined) {
    const fact = definitionFact(definition, head, {
      ...given,
      quoted: node.quoted,
      children: node.children.length,
    });
    if (typeof fact === 'string' && /^\*\*[^*]+\*\*\s+\p{L}/u.test(rest)) more.unshift(head);
    else if (typeof fact === 'string') found.ignored.push({ why: fact, text: rest });
    else found.facts.push(group === undefined ? fact : { ...fact, group });
    const term = definition.term.replace(/`/g, '');
    context = {
      ...context,
      label: under(context.label, term),
      subject: term,
      cutOff: false,
    };
    rest = more.join(' ');
    if (rest === '') return found;
  }
  let subjectKnown = definition !== undefined || !context.cutOff;
  let within = false;
  sentencesOf(rest).forEach((sentence, index) => {
    within ||= isHypothetical(clean(sentence).text);
    if (within) {
      found.ignored.push({ why: 'hypothetical', text: sentence });
      return;
    }
    const outcome = factInSentence(sentence, { base, context, mayBeIt: subjectKnown });
    if (typeof outcome === 'string') found.ignored.push({ why: outcome, text: sentence });
    else found.facts.push(outcome);
    // "It" goes on meaning the subject only while the sentences before were about it.
    if (index === 0 && definition === undefined) {
      const start = sentence.toLowerCase().slice(0, 60);
      const isAbout =
        startsWithIt(clean(sentence).text) ||
        wordsIn(context.subject).some((word) => word.length > 2 && start.includes(word));
      subjectKnown = subjectKnown && isAbout;
    }
  });
  return found;
}

function factInSentence(
  sentence: string,
  given: {
    readonly base: { readonly place: Place; readonly quoted: boolean; readonly structure: Structure };
    readonly context: Context;
    readonly mayBeIt: boolean;
  },
): Fact | NoCard {
  const { context, mayBeIt } = given;
  const isQuoted = /^"[^"]{20,}"\.?$/.test(sentence.trim());
  const base = isQuoted ? { ...given.base, quoted: true } : given.base;
  const source = (isQuoted ? sentence.trim().replace(/^"|"\.?$/g, '') : sentence).replace(
    /^(?:(?:please )?note(?: that)?|remember(?: that)?|keep in mind that|important)[,:]?\s+/i,
    '',
  );
  const cleaned = clean(source);
  const text = cleaned.text.trim();
  const count = wordsIn(text).length;
  // What is left of "[Click here](…) to see …" without its link.
  if (/^\s*!?\[/.test(source) && /^(?:to|for|and|,)\b/i.test(text)) return 'link';
  if (text.length > longestSentenceChars || count > longestSentenceWords) return 'too-long';
  if (endsOpen(text)) return 'points-back';
  if (!isSaid(text, cleaned, context)) return 'fragment';
  if (refersElsewhere(text) || isQuestion(text) || /:$/.test(text)) return 'points-back';
  const aboutIt = startsWithIt(text);
  if (aboutIt ? !mayBeIt || context.subject === '' : dependsOnBefore(text)) return 'points-back';
  const command = commandShape(text);
  if (command !== undefined) return { ...base, structure: 'command', kind: 'command', context, ...command };
  if (hasLocalName(text)) return 'local-name';
  const question = questionIn(text);
  if (question !== undefined) return { ...base, kind: 'answer', context, ...question };
  // Below a name the name is the subject.
  if (lacksSubject(text) && !(context.hangs && base.structure === 'bullet' && saysOfName(text)))
    return 'points-back';
  if (
    isScreenWork(text) ||
    isInstruction(text.replace(/^(?:in|for|on|from|at|under|inside) [^,]{2,60}, /i, ''))
  )
    return 'instruction';
  if (/^in [^,]{2,40} (?:export|add|run|create|open)\b/i.test(text)) return 'instruction';
  // What is left: an aim without its means, or pieces with dashes between them.
  if (/-{1,6}>/.test(text)) return 'fragment';
  if (/^to [a-z]+ /i.test(text) || (text.match(/ - /g)?.length ?? 0) >= 2) return 'fragment';
  const definition = aboutIt ? itDefinition(text, context) : sentenceDefinition(text);
  // Below a parent that is not on the card a common word may mean anything.
  const isKnown = definition === undefined || !context.cutOff || namesIn(definition.term).length > 0;
  if (definition !== undefined && !isKnown) return 'points-back';
  if (definition !== undefined) {
    const { text: words, example } = withoutExample(withoutStop(definition.meaning));
    const meaning = capitalised(words);
    if (wordsIn(meaning).length <= longestMeaningWords) {
      return {
        ...base,
        kind: 'definition',
        ...definition,
        meaning,
        context,
        ...(example === undefined ? {} : { example }),
      };
    }
  }
  if (!hasVerb(text) && context.cutOff) return 'points-back';
  const spare = deedIn(text, cleaned);
  return { ...base, kind: 'sentence', context, clean: cleaned, ...(spare === undefined ? {} : { spare }) };
}

/** Begins with what a thing does or is, as against what somebody does with it. */
const saysOfName = (text: string): boolean =>
  /^(?:can|cannot|could|will|must|may|is|are|isn't|aren't|has|have|does|needs|helps|lets|allows|gets|gives|makes|takes|attached|stored|based|called|located|limited|created|required|provides|supports|enables|requires|contains|includes|works|runs|uses|holds|keeps|stays)\b/i.test(
    text,
  );

/** Whether a text is long enough to say something: below a name a figure or one word of two is enough. */
function isSaid(text: string, { spans }: CleanText, { hangs, label }: Context): boolean {
  const count = wordsIn(text).length;
  const known = hangs || label !== '';
  if (hangs && count <= 4 && text.search(contrastPattern) >= 0) return true;
  if (hangs && count === 2 && /\d/.test(text)) return true;
  if (known && spans.some(({ mark }) => mark === 'highlight') && count >= 3) return true;
  return count >= 3 && (count >= 5 || hasVerb(text) || /\d/.test(text));
}

/** `**SnapStart** takes …`, "AWS Config records …": what a sentence says that its subject does. */
function deedIn(
  text: string,
  { spans }: CleanText,
): { readonly term: string; readonly meaning: string } | undefined {
  const from = /^(?:an?|the)\s/i.exec(text)?.[0].length ?? 0;
  const strong = spans.find(({ mark, start }) => mark !== 'emphasis' && mark !== 'code' && start <= from);
  const [named] = namesIn(text);
  const end =
    strong?.end ?? (named !== undefined && named.start <= Math.max(from, 8) ? named.end : undefined);
  if (end === undefined || wordsIn(text.slice(from, end)).length > 5) return undefined;
  const rest = text.slice(end);
  const found =
    /^((?: \([^()]{1,40}\))?(?: [A-Z][\w-]*){0,3}) ((?:automatically |always )?[a-z]{3,}s) (\S+ \S.{8,})$/.exec(
      rest,
    );
  if (found === null) return undefined;
  const [, more = '', verb = '', object = ''] = found;
  const second = object.split(' ')[0] ?? '';
  if (
    /^(?:has|was|does|this|its|less|plus|always|across|goes|comes|happens|becomes|gets|means|costs)$|'s$/.test(
      verb,
    ) ||
    !hasVerb(verb) ||
    hasVerb(second)
  )
    return undefined;
  if (
    /^(?:in|on|at|are|is|of|and|or|with|can)$/i.test(second) ||
    /[,;]\s*(?:but|which)\b.*\byou\b/.test(object)
  )
    return undefined;
  return { term: `${text.slice(from, end)}${more}`, meaning: capitalised(withoutStop(`${verb} ${object}`)) };
}

/** "It provides …" straight under a heading says what the heading is. */
function itDefinition(text: string, { subject }: Context): DefinitionShape | undefined {
  const match =
    /^it (is|provides?|runs?|hosts?|generates?|stores?|deploys?|offers?|manages|controls|defines) (.{10,})$/i.exec(
      text,
    );
  if (match === null || wordsIn(subject).length > 6) return undefined;
  const [, verb = '', rest = ''] = match;
  if (/^is$/i.test(verb)) {
    return /^(?:an?|the|one of|used|designed|similar)\b/i.test(rest) && !/^the same\b/i.test(rest)
      ? { term: subject, meaning: rest, how: 'is' }
      : undefined;
  }
  return { term: subject, meaning: `${verb} ${rest}`, how: 'does' };
}
