import type { FactOf } from '../facts/fact.ts';
import { shortAnswer } from '../facts/short-answer.ts';
import { domainNamed, namesIn } from '../gazetteer.ts';
import { wordsIn } from '../inline.ts';
import { capitalised, lowered } from '../sentences.ts';
import { hasVerb, isAim } from '../vocabulary.ts';
import { labelWithout, whyOf } from './basic.ts';
import { labelled, type Proposal } from './draft.ts';

/** Names that end in s and are one thing. */
const oneThing =
  /^(?:sns|sqs|ecs|eks|efs|ebs|rds|kms|sts|dns|aws|tls|https|iops|ses|waf|redis|kinesis|cors|address|access|class|process|status|sms|vpcs?|os|ips|gps|bus|analysis|basis|alias|less|express|business)$/;

const isPlural = (term: string): boolean => {
  const bare =
    term.replace(/\([^()]*\)/g, '').split(/\s(?:of|for|with|without|in|on|to|per|from|by)\s/i)[0] ?? '';
  if (
    /^(?:(?:aws|amazon) )?(?:step functions|budgets|organizations|batch|systems manager|device farm)$/i.test(
      bare.trim(),
    )
  )
    return false;
  const last = wordsIn(bare).at(-1) ?? '';
  return /[^s]s$/.test(last) && !oneThing.test(last) && !/(?:ous|sis|ness|less|ss)$/.test(last);
};

/** Nothing but the name of one service. */
const isServiceNamed = (meaning: string): boolean => {
  const bare = meaning.replace(/\b(?:Amazon|AWS)\s/g, '');
  const names = namesIn(bare);
  const named = names.reduce((sum, { start, end }) => sum + end - start, 0);
  return names.length === 1 && named * 2 > bare.length;
};

const quotedTerm = (term: string): string => (term.startsWith('`') ? term : `**${term.replace(/\*/g, '')}**`);

/** `200 ms`, `3,000 IOPS`, `15`: a meaning that is a number with its unit, and nothing else, can be typed. */
function typedNumber(meaning: string): { value: number; unit?: string } | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,6})?)(?:\s?([A-Za-z%][\w/%]{0,18}))?$/.exec(meaning);
  if (match === null) return undefined;
  const value = Number((match[1] ?? '').replaceAll(',', ''));
  return match[2] === undefined ? { value } : { value, unit: match[2] };
}

interface Asked {
  readonly question: string;
  readonly answer: string;
}

/** A thing with what it does behind "that" or "for": no statement. */
const isThing = (meaning: string): boolean => {
  const head = meaning.split(/ (?:that|which|who|where|for|at|with|of|having) /i)[0] ?? '';
  return (
    !hasVerb(head) &&
    !/[,:;=]| -(?: |$)|^(?:how|why|when|if|no|not)\b/i.test(head) &&
    !isAim(head) &&
    wordsIn(meaning).length >= 3
  );
};

/** `AMI`, "Amazon Machine Image": the initials of the words. */
const standsFor = (term: string, meaning: string): boolean => {
  const initials = (meaning.split(/[,;(]/)[0] ?? '').match(/\b\p{L}/gu)?.join('') ?? '';
  return /^[A-Z][A-Za-z0-9-]{1,6}$/.test(term) && initials.toUpperCase() === term.toUpperCase();
};

/** What an arrow leads to: a service that suits a need, or what follows. */
function ledTo(term: string, meaning: string): Asked {
  const need = /^(?:(?:if )?you )?(?:need|want|require)s?(?: to| an?| the)? (.+)$/i.exec(term);
  if (need !== null)
    return { question: `what do you choose for this: ${need[1]}?`, answer: capitalised(meaning) };
  const [named] = namesIn(meaning);
  const isAll =
    named !== undefined && meaning.replace(/\b(?:Amazon|AWS)\s/g, '').length - (named.end - named.start) <= 4;
  const fits = isAll && isServiceNamed(meaning) && domainNamed(term) === undefined;
  const question = fits ? `which AWS service fits: ${lowered(term)}?` : `${lowered(term)} \u2192 ?`;
  return { question, answer: capitalised(meaning) };
}

/** The question that a meaning answers; undefined where it is a remark, and answers none in particular. */
function questionOf({ term, meaning, how, article }: FactOf<'definition'>): Asked | undefined {
  const name = article === undefined ? quotedTerm(term) : `${article} ${quotedTerm(term)}`;
  const isOne = term.startsWith('`') || !isPlural(term);
  const be = isOne ? 'is' : 'are';
  const suits =
    /^(?:an? )?(?:very )?(?:suitable|good|great|ideal|best)(?: choice| option| solution)? (for .{4,})$/i.exec(
      meaning,
    );
  if (suits !== null)
    return { question: `when ${be} ${name} a good choice?`, answer: capitalised(suits[1] ?? '') };
  const used = /^(?:is |are )?used (to|for|as|when) (.{4,})$/i.exec(meaning);
  if (used !== null) {
    const [, word = '', use = ''] = used;
    const answer = word === 'to' || word === 'for' ? use : `${word} ${use}`;
    return { question: `what ${be} ${name} used for?`, answer: capitalised(answer) };
  }
  // The verb of the meaning says whether it is one thing: "receives".
  if (how === 'does') {
    const one = isOne || /^[A-Za-z]{2,}[^s\W]s\b/.test(meaning);
    return { question: `what ${one ? 'does' : 'do'} ${name} do?`, answer: meaning };
  }
  if (how === 'leads') return ledTo(term, meaning);
  if (how === 'names') {
    if (standsFor(term, meaning)) return { question: `what does ${name} stand for?`, answer: meaning };
    return { question: `what ${be} ${name}?`, answer: meaning };
  }
  if (how === 'is') return { question: `what ${be} ${name}?`, answer: meaning };
  if (how === 'of' && isAim(meaning)) return undefined;
  if (how === 'of') return { question: `what ${be} the **${lowered(term)}**?`, answer: meaning };
  const whenTrue = /^(?:when|if)(?: set to)? (true|false|enabled|disabled), (.{6,})$/i.exec(meaning);
  if (whenTrue !== null)
    return {
      question: `what happens when ${name} is ${(whenTrue[1] ?? '').toLowerCase()}?`,
      answer: capitalised(whenTrue[2] ?? ''),
    };
  if (meaning.startsWith('$')) return { question: `what does ${name} cost?`, answer: meaning };
  if (typedNumber(meaning) !== undefined)
    return { question: `which number goes with ${name}?`, answer: meaning };
  if (wordsIn(meaning).length <= 4 && isServiceNamed(meaning) && domainNamed(term) === undefined)
    return { question: `which AWS service is ${name}?`, answer: meaning };
  if (/^(?:`[^`]+`(?:, | and |, and )?){1,5}$/.test(meaning))
    return { question: `which ${isOne ? 'is' : 'are'} ${name}?`, answer: meaning };
  return isThing(meaning) ? { question: `what ${be} ${name}?`, answer: meaning } : undefined;
}

/** Whether a label is no more than the term itself, or names a service that the term is not of. */
function isIdle(label: string, term: string): boolean {
  if (label.includes(' / ')) return false;
  const own = new Set(wordsIn(term));
  if (wordsIn(label).every((word) => own.has(word) || /^(?:amazon|aws)$/.test(word))) return own.size > 1;
  const [mine, labels] = [domainNamed(term)?.slug, domainNamed(label)?.slug];
  return mine !== undefined && labels !== undefined && mine !== labels && isServiceNamed(term);
}

/** "What is …?", with an answer in the words of the notes. */
export function definitionCard(fact: FactOf<'definition'>): Proposal | undefined {
  const { term, meaning, example, how, context, place, structure, quoted } = fact;
  const asked = questionOf(fact);
  const short = asked === undefined ? undefined : shortAnswer(asked.answer);
  if (asked === undefined || short === undefined) return undefined;
  const rest = labelWithout(context.label, term);
  const label = isIdle(rest, term) ? '' : rest;
  const front = label === '' ? capitalised(asked.question) : labelled(label, asked.question);
  const number = how === 'means' || how === 'of' ? typedNumber(meaning) : undefined;
  const why = whyOf(short.tail, example);
  return {
    body:
      number === undefined
        ? { kind: 'basic', front, back: short.answer, ...why }
        : { kind: 'text', front, number, ...why },
    ...{ context, place, structure, quoted },
    claim: `${term}: ${meaning}`,
    worth: 9,
  };
}

/** What a sentence says that its subject does, where no word of the sentence is a certain answer. */
export function deedCard(fact: FactOf<'sentence'>): Proposal | undefined {
  const { spare, clean, ...base } = fact;
  if (spare === undefined) return undefined;
  return definitionCard({ ...base, ...spare, kind: 'definition', how: 'does' });
}
