import type { Context } from './facts/fact.ts';
import { type Domain, domainNamed, domainOrGeneral, isServiceName, namesIn } from './gazetteer.ts';
import { linksIn, wordsIn } from './inline.ts';
import type { Node, Section, TextNode } from './outline/outline.ts';
import { parentName } from './parent-name.ts';
import { isAim, isQuestion } from './vocabulary.ts';

/** Words of headings that say nothing about what is below them. */
const emptyWords =
  /^(?:aws|amazon|web|services?|the|an?|and|of|on|in|for|with|to|vs|versus|general|overview|comparison|allgemein(?:es)?|grundlagen|sonstiges|intro(?:duction)?|basics?|notes?|summary|facts?|misc|other|demystifying|demo|hands|lab|implementation|cloud|more|short|ones|anki|plugin|q|a|qa|faqs?|questions?|answers?|multiple|choice|true|false|flashcards?|cards?|vergleich|welcome|recap|quick|lecture|session|agenda|misc|\d+)$/;

const meaningful = (title: string): string[] => wordsIn(title).filter((word) => !emptyWords.test(word));

/** A slug of at most so many words. */
function slugOf(text: string, mostWords = 5): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? []).slice(0, mostWords).join('-').slice(0, 48).replace(/-+$/, '');
}

/** What every service has. */
const tools = new Set(['cli', 'sdk', 'billing', 'infrastructure', 'serverless']);

interface SectionContext {
  readonly domain: Domain | undefined;
  readonly parts: readonly string[];
  readonly lines: readonly number[];
  readonly topic: string;
  readonly lab: boolean;
}

const aboutNotes =
  /\b(?:cheat ?sheets?|(?:study )?notes?|lernzettel|notizen|study|exam|guided?|tour|tutorial|outline|vault|export|flash ?cards?|summary|transcript|lectures?|bootcamp|certified|certification|practitioner|associate|professional|specialty|understanding|introduction|[A-Z]{3}-C0\d)\b/i;

/** The title of a whole document says what its notes are for; on a card only a service that it names is of use. */
function usefulTitle({ title, level }: Section): string {
  if (level !== 1 || !aboutNotes.test(title)) return title;
  const named = domainNamed(title);
  return named === undefined || tools.has(named.slug) ? '' : named.title;
}

/** What headings alone say; computed once a section. */
function ofSection(section: Section, known: Map<Section, SectionContext>): SectionContext {
  const ready = known.get(section);
  if (ready !== undefined) return ready;
  const above = section.parent === undefined ? undefined : ofSection(section.parent, known);
  const title = usefulTitle(section);
  const own = domainNamed(title);
  // "Hooks on EC2" below CodeDeploy is about CodeDeploy.
  const [mention] = namesIn(title);
  const isBeside =
    above?.domain !== undefined &&
    mention !== undefined &&
    /\b(?:on|in|for|with|to|from|by|via|using)\s+(?:an? |the |amazon |aws )*$/i.test(
      title.slice(0, mention.start),
    );
  // "CLI Commands" below S3 are commands of S3; "CLI" alone is a chapter of its own.
  const isTool = own !== undefined && tools.has(own.slug) && remainder(title, own).length > 0;
  const namesAbove = namesIn(title).some(({ slug }) => slug === above?.domain?.slug);
  const keeps = above?.domain !== undefined && (namesAbove || isTool || isBeside);
  const domain = keeps ? above?.domain : (own ?? above?.domain);
  const words = meaningful(title);
  // A heading that names its own service begins a label anew: headings of notes are nested by chance.
  const inherited = own !== undefined && !keeps ? [] : (above?.parts ?? []);
  const isBareName = domain !== undefined && own !== undefined && isServiceName(title, domain.slug);
  const part = isBareName ? (domain?.title ?? title) : title;
  // A heading that asks is answered below it; it does not say what else is about.
  const saysNothing = (words.length === 0 && own === undefined) || isQuestion(title);
  const parts = saysNothing ? inherited : [...inherited, part].slice(-3);
  const rest = domain === undefined ? words : remainder(title, domain);
  const made: SectionContext = {
    domain,
    parts,
    lines: [
      ...(own !== undefined && !keeps ? [] : (above?.lines ?? [])),
      ...(section.title === '' ? [] : [section.line]),
    ],
    lab: above?.lab === true || labWords.test(title),
    topic: slugOf(rest.join(' '), 4) || (own === undefined ? above?.topic : undefined) || 'basics',
  };
  known.set(section, made);
  return made;
}

/** Words of a heading beside the names of the service it belongs to. */
function remainder(title: string, domain: Domain): string[] {
  let rest = title;
  for (const { slug, start, end } of [...namesIn(title)].reverse()) {
    if (slug === domain.slug) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return meaningful(rest);
}

/** "There are three kinds" names nothing that is not in the kinds themselves. */
const isCount = (name: string): boolean => /^there (?:is|are)\b/i.test(name);

/** "Quick recap" heads a list and says nothing of it. */
const isIdle = (name: string): boolean =>
  /^(?:quick )?(?:recap|summary|overview|notes?|general|basics|(?:key )?(?:takeaways|points|facts))$/i.test(
    name,
  );

/** "To sum up, the services are" heads a list and names nothing; "To delete a bucket" says what is to be done. */
const announcesOnly = (part: string): boolean =>
  (/^(?:to|so|here)\b/i.test(part) && !isAim(part.replace(/^to /i, ''))) ||
  /\b(?:are|is|as|on|by|use|using|following|the)$/i.test(part);

const labWords = /\b(?:demo(?:nstration)?s?|hands[- ]on|labs?|walk-?through|exercise|workshop)\b/i;

/** A part whose words all come again further on is left out: "Amazon EC2 / EC2 Instance Lifecycle". */
function withoutRepeats(parts: readonly string[]): string[] {
  return parts.filter((part, index) => {
    const words = meaningful(part);
    const later = parts.slice(index + 1).map((one) => new Set(wordsIn(one)));
    return words.length === 0
      ? !later.some((one) => wordsIn(part).every((word) => one.has(word)))
      : !later.some((one) => words.every((word) => one.has(word)));
  });
}

/** A maker of contexts that remembers what it found out about headings. */
export function contextMaker(): (node: Node, mates?: readonly Node[]) => Context {
  const known = new Map<Section, SectionContext>();
  const fallback = new Map<Node, Domain | undefined>();
  return (node, mates = []) => {
    const head = ofSection(node.section, known);
    const chain: TextNode[] = [];
    for (let at = node.parent; at !== undefined && chain.length < 12; at = at.parent) chain.unshift(at);
    const top = chain[0] ?? node;
    if (head.domain === undefined && !fallback.has(top)) fallback.set(top, domainOfNode(top));
    const domain = domainOrGeneral(
      head.domain ?? (mates.length > 0 ? domainOfAll(mates) : fallback.get(top)),
    );
    const names = chain.map(parentName);
    const headings = head.parts.filter((part) => !labWords.test(part) && !announcesOnly(part));
    const parents = names
      .filter((name): name is string => name !== undefined && !isCount(name) && !isIdle(name))
      .slice(-2);
    const parts = withoutRepeats([...headings, ...parents]);
    const inLabel = parts.some((part) => namesIn(part).some(({ slug }) => slug === domain.slug));
    // A service that was guessed from the words below says where a card is filed, never what it is about.
    const guessed = head.domain === undefined;
    const named = guessed || inLabel || parts.some((part) => part === domain.title);
    const all = named ? parts : [domain.title, ...parts];
    const shown = all.length > 3 ? [all[0] as string, ...all.slice(-2)] : all;
    const sources = [
      ...(node.kind === 'text' ? linksIn(node.text) : []),
      ...chain.flatMap((parent) => linksIn(parent.text)),
      ...node.section.links,
    ];
    return {
      domain: domain.slug,
      topic: head.topic,
      label: shown.map((part) => part.slice(0, 90)).join(' / '),
      subject: shown.at(-1)?.slice(0, 90) ?? '',
      lines: [...head.lines, ...chain.map(({ line }) => line)],
      sources: [...new Set(sources)].filter(isAwsPage).slice(0, 3),
      cutOff: names.length > 0 && names.at(-1) === undefined,
      lab: head.lab || chain.some(({ text }) => labWords.test(text.slice(0, 40))),
      hangs: parents.length > 0 && names.at(-1) !== undefined,
      shortParent: parents.length > 0 && wordsIn(parents.at(-1) ?? '').length <= 2,
    };
  };
}

/** A table that compares services is about none of them. */
const domainOfNode = (node: Node): Domain | undefined =>
  node.kind === 'table'
    ? onlyOne(node.header.cells.map((cell) => domainNamed(cell)))
    : domainNamed(textOf(node));

function onlyOne(domains: readonly (Domain | undefined)[]): Domain | undefined {
  const named = domains.filter((domain) => domain !== undefined);
  return new Set(named.map(({ slug }) => slug)).size === 1 ? named[0] : undefined;
}

/** The one service that several lines are about; undefined where they are about several. */
const domainOfAll = (nodes: readonly Node[]): Domain | undefined =>
  onlyOne(nodes.map((node) => domainNamed(textOf(node))));

function textOf(node: Node): string {
  if (node.kind === 'code') return '';
  if (node.kind === 'quiz') return `${node.quiz.question} ${node.quiz.answer}`.slice(0, 4_000);
  if (node.kind === 'table') return node.header.cells.join(' ');
  return [node.text, ...node.children.slice(0, 20).map(textOf)].join(' ').slice(0, 4_000);
}

/** Sources of a card are pages of AWS; what else notes link to is not evidence. */
function isAwsPage(link: string): boolean {
  try {
    const { protocol, hostname, pathname } = new URL(link);
    const isPicture = /\.(?:png|jpe?g|gif|svg|webp)$/i.test(pathname);
    return (
      protocol === 'https:' &&
      /(?:^|\.)aws\.amazon\.com$|(?:^|\.)amazonaws\.com$/.test(hostname) &&
      !isPicture
    );
  } catch {
    return false;
  }
}
