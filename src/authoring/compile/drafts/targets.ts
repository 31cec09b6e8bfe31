import { contrastOf, contrastPattern, wholeWord } from '../contrasts.ts';
import { namesIn } from '../gazetteer.ts';
import { type CleanText, type Span, wordsIn } from '../inline.ts';
import { hasVerb, isAim } from '../vocabulary.ts';
import { highlighted, type Target, withAbbreviation } from './highlights.ts';
import { givesNegation, isMachine, isOnly, saysHow } from './single-answer.ts';

const unit =
  '(?:%|percent|[KMGTP]i?B(?:/s(?:ec)?|ps)?|[kmg]b(?:ps|/s(?:ec)?)?|[KMG]bps|bytes?|ms|milliseconds?|microseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?|MiB/s|GiB/s|msg/s|IOPS|vCPUs?|RCUs?|WCUs?|MHz|GHz|cents?|dollars?|USD|times|x|[shd])';

/** A number with its unit, also a range: `15 minutes to 36 hours`, `$0.023`, `99.999999999%`, `10.0.0.0/16`. */
const numberPattern = new RegExp(
  `(?<![\\w.$/:#=-])(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?|\\$?\\d(?:,?\\d){0,14}(?:\\.\\d{1,12})?(?:\\s?${unit}(?![\\w]))?(?:\\s?(?:-|to|(?<=\\bbetween\\s[^.;]{1,24}\\s)and)\\s?\\$?\\d(?:,?\\d){0,14}(?:\\.\\d{1,12})?(?:\\s?${unit}(?![\\w]))?)?)(?![\\w]|[.:/-]\\w)`,
  'g',
);

/** Numbers in words count only where something is counted by them. */
const numberWord =
  /\b(?:(?<=\b(?:only|exactly|at most|at least|up to|to|of|into|in|has|have|are|can be|minimum of|maximum of|than|contains|provides|supports|usually) )(?:zero|two|three|four|five|six|seven|eight|nine|ten|once|twice)|(?<=\b(?:only|exactly|at most|at least|up to|belong to) )one)\b(?=\s+\w)/gi;

const cannotPattern =
  /\b(?:cannot|can't|can not|can only|must not|doesn't|don't|does not|do not|is not|isn't|are not|aren't|can|must)\b/i;

/** What ends a sentence after "is called", "is stored in" and the like. */
const tailPattern =
  /\b(?:(?:is|are|be|was|were|been|get|gets) (?:called|named|known as|defined as|stored in|kept in|saved in|found at|found in|based on|written in|mounted to|mounted on|attached to|created in|created from|charged by|charged for|charged per|billed by|billed per|used by|triggered by|sent to|measured in|made of|identified by|added in|placed in|managed by|deployed to|deployed as|configured in|configured at|controlled by|encrypted with|encrypted by|launched in|replicated across|replicated to|shared by|invoked by)|called|supports?|stored in|in the form of|deployed as|works? (?:with|at|on)|operates at|appl(?:y|ies) at|belongs? to) ((?:(?:an?|the) )?(?:`[^`]{2,60}`|[\w/.-]+(?: (?:and |or |of |& )?[\w/.-]+){0,4}))[.\s]*$/i;

const monthOrYear = /^(?:19|20)\d\d$/;

const inSpan = ({ spans }: CleanText, start: number, end: number) =>
  spans.some((span) => span.mark === 'code' && span.start < end && span.end > start);

/** Everything in a sentence that could be a blank, the surest first. Overlaps are resolved by the caller. */
export function targetsIn(sentence: CleanText, label: string, hangs = false): Target[] {
  const { text, spans } = sentence;
  const chosen = highlighted(sentence, label);
  if (chosen.length > 0) return chosen;
  const targets: Target[] = [];
  const add = (start: number, end: number, worth: number, hint?: string) =>
    targets.push({ start, end, worth, ...(hint === undefined ? {} : { hint }) });
  for (const match of text.matchAll(numberPattern)) {
    const end = match.index + match[0].trimEnd().length;
    const [start] = [match.index];
    // "100 - the cheapest": a name that is spelt as a number.
    if (start === 0 && /^ [-:] /.test(text.slice(end))) continue;
    if (monthOrYear.test(match[0]) || isOrdinalOrName(text, start, end)) continue;
    // Sums are worked examples.
    if (/[+\u00D7*=]\s?$/.test(text.slice(0, start)) || /^\s?[+\u00D7*=]/.test(text.slice(end))) continue;
    const inCode = inSpan(sentence, start, end);
    const span = inCode ? spans.find((one) => one.start <= start && one.end >= end) : undefined;
    // A number inside code is asked for with all of the code, or not at all.
    if (inCode && (span === undefined || span.end - span.start > 24)) continue;
    add(span?.start ?? start, span?.end ?? end, 10);
  }
  for (const match of text.matchAll(numberWord)) add(match.index, match.index + match[0].length, 9);
  for (const match of text.matchAll(contrastPattern)) {
    const word = match[0].toLowerCase();
    const others = contrastOf.get(word) ?? [];
    if (inSpan(sentence, match.index, match.index + word.length)) continue;
    if (others.some((other) => other !== word && wholeWord.get(other)?.test(text) === true)) continue;
    // "non relational", "not persistent" and "public or private" are something else; a sentence may begin with any word.
    if (
      /\b(?:non|not|n't|or|and|both)[ -]$/i.test(text.slice(0, match.index)) ||
      /^ (?:or|and)\b/i.test(text.slice(match.index + word.length))
    )
      continue;
    if (
      /^(?:before|after)$/.test(word) &&
      (match.index === 0 || /^ (?:that|this|it)\b/i.test(text.slice(match.index + word.length)))
    )
      continue;
    // "Block Public Access", and a strategy that is called *Immutable*, are names.
    if (match.index > 0 && /^[A-Z]/.test(match[0])) continue;
    if (match.index === 0 && spans.some(({ start, end }) => start === 0 && end === word.length)) continue;
    if (/^(?:automatically|manually)$/.test(word) && saysHow.test(text.replace(match[0], ' '))) continue;
    if (/^(?:long|short)-term$/.test(word) && /\btemporary|\bpermanent/i.test(text)) continue;
    if (/\binstead\b|\brather than\b/i.test(text) || isMachine(text.slice(match.index))) continue;
    if (/\b(?:can|could|may|might) be (?:an? )?$/i.test(text.slice(0, match.index))) continue;
    add(
      match.index,
      match.index + word.length,
      word === 'before' || word === 'after' ? 5 : 8.5,
      others.join(' or '),
    );
  }
  const marked = enumerated(sentence);
  const bold = marked.filter(({ mark }) => mark !== 'code').length;
  for (const { start, end, mark } of marked) {
    // A bold phrase with a verb, or one of several, was marked to be read, not to be asked for.
    if (
      mark !== 'code' &&
      (bold > 1 || isSmall.test(text.slice(start, end)) || isClause(text.slice(start, end)))
    )
      continue;
    const words = wordsIn(text.slice(start, end)).length;
    if (words >= 1 && words <= (mark === 'code' ? 10 : 5))
      add(start, end, mark === 'code' ? 7 : mark === 'strong' ? 8 : 5);
  }
  for (const { start, end } of namesIn(text)) {
    if (inSpan(sentence, start, end) || end - start < 3) continue;
    // A name that something is sent to or done with is an answer; one in passing, or one of several, is not.
    const decides =
      /\b(?:to|from|by|with|using|via|through|in|into|on|called|is|are|need|needs|requires?|only)(?: (?:an?|the|amazon|aws|its|your))*\s$/i.test(
        text.slice(0, start),
      );
    const inPassing =
      /^(?:,|\/| (?:or|and|instances?|hosts?|machines?|console|service|user|account)\b)/i.test(
        text.slice(end),
      ) || /(?:,|\/|\bor|\band)\s*$/.test(text.slice(0, start));
    add(start, end, decides && !inPassing ? 6 : 2);
  }
  const tail = tailPattern.exec(text);
  if (tail?.[1] !== undefined) {
    const end = tail.index + tail[0].trimEnd().replace(/\.$/, '').length;
    add(end - tail[1].replace(/\.$/, '').length, end, 6);
  }
  const not = cannotPattern.exec(text);
  if (not !== null && /not|n't/i.test(not[0]) && !givesNegation(text, not.index, not[0])) {
    add(not.index, not.index + not[0].length, 4, opposite(not[0]));
  }
  const inLabel = new Set(wordsIn(label));
  const exampleAt = text.search(/\b(?:e\.?g\b|eg\b|for example|such as|say\b|ex,)/i);
  return targets
    .map((target) => withAbbreviation(text, target))
    .filter(
      ({ start, end, hint }) =>
        (exampleAt < 0 || end <= exampleAt) &&
        (hint !== undefined || isOnly(text, start, end)) &&
        fits(text, start, end, inLabel, hint !== undefined, hangs),
    )
    .sort((a, b) => b.worth - a.worth || a.start - b.start);
}

/** Words that are made bold for their weight in the sentence. */
const isSmall = /^(?:each|every|all|any|one|some|not|only|and|or|both|must|never|always|before|after)$/i;

/** Several words with a verb among them, or at their head. */
const isClause = (words: string): boolean => words.includes(' ') && (hasVerb(words) || isAim(words));

/** Pieces of code one after the other, with commas or "and" between them, are one answer. */
function enumerated({ text, spans }: CleanText): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, span.start);
    if (
      last?.mark === 'code' &&
      span.mark === 'code' &&
      (/^(?: (?:and|or) |, |\/| ?& ?)$/.test(between) ||
        (/^, (?:and|or) $/.test(between) &&
          last.end - last.start >
            (spans[joined.length - 1]?.end ?? 0) - (spans[joined.length - 1]?.start ?? 0)))
    ) {
      joined[joined.length - 1] = { ...last, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

/** The two that stand to choose between, so that the answer is one of them and not any verb that fits. */
function opposite(words: string): string {
  const low = words.toLowerCase();
  if (/only/.test(low)) return 'can or can only';
  if (/^can/.test(low)) return 'can or cannot';
  if (/^must/.test(low)) return 'must or must not';
  if (/^do/.test(low)) return low.startsWith('does') ? 'does or does not' : 'do or do not';
  return low.startsWith('is') ? 'is or is not' : 'are or are not';
}

/** `Layer 7`, `Route 53`, `step 2`, `IPv4`, `TLS 1.2`: the number is part of a name. */
function isOrdinalOrName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (
    /(?:\bRoute|\bstep|\bchapter|\bversion|\bv|\bSHA-?|\bTLS|\bOSI|\bpart|\bfigure|\bLinux|\bPython|\bNode(?:\.js)?|\bJava|\b[Ll]ab|\bS|\bEC)\s?$/i.test(
      before,
    )
  )
    return true;
  const after = text.slice(end, end + 12);
  return (
    /^\s?(?:st|nd|rd|th)\b/.test(after) ||
    (/^\s?[/&]/.test(after) && /\d/.test(after)) ||
    (/^-[a-z]/i.test(after) && !/^-(?:minute|second|hour|day|month|year|tier|layer)/i.test(after))
  );
}

/** An answer is short, says something, and stands nowhere else on the card. */
function fits(
  text: string,
  start: number,
  end: number,
  inLabel: ReadonlySet<string>,
  choiceOfTwo: boolean,
  hangs: boolean,
): boolean {
  const answer = text.slice(start, end);
  const words = wordsIn(answer);
  if (words.length === 0 || words.length > 10 || answer.length > 90 || /::|\{\{|\}\}/.test(answer))
    return false;
  const rest = wordsIn(`${text.slice(0, start)} ${text.slice(end)}`);
  // Below a name the name is part of what is said.
  const fewest = hangs ? (choiceOfTwo ? 0 : 1) : inLabel.size > 0 && /^\$?\d/.test(answer) ? 2 : 3;
  if (rest.length < fewest) return false;
  const restSet = new Set(rest);
  const isNumber = /^[`$]?\d/.test(answer) || (/\d/.test(answer) && words.length <= 3);
  if (choiceOfTwo) return !restSet.has(words[0] ?? '');
  // A number may occur twice by chance: the other one may be a blank too. Words that stand beside the blank give it away.
  if (isNumber) return true;
  const telling = words.filter((word) => word.length > 2 && !/^(?:the|and|for|with|amazon|aws)$/.test(word));
  const isNew = (word: string) =>
    !inLabel.has(word) &&
    !restSet.has(word) &&
    !restSet.has(`${word}s`) &&
    !restSet.has(word.replace(/s$/, ''));
  return telling.length > 0 && telling.every(isNew);
}
