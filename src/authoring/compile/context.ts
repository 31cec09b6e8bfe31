import { definitionShape } from './facts/definition.ts';
import type { Context } from './facts/fact.ts';
import { type Domain, domainNamed, domainOrGeneral, isServiceName, namesIn } from './gazetteer.ts';
import { linksIn, plain, wordsIn } from './inline.ts';
import type { Node, Section, TextNode } from './outline/outline.ts';
import { sentencesOf } from './sentences.ts';
import { dependsOnBefore, firstVerbAt, hasVerb, isInstruction } from './vocabulary.ts';

/** Words of headings that say nothing about what is below them. */
const emptyWords =
  /^(?:aws|amazon|web|services?|the|an?|and|of|on|in|for|with|to|vs|versus|general|overview|intro(?:duction)?|basics?|notes?|summary|facts?|misc|other|demystifying|demo|hands|lab|implementation|cloud)$/;

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

/** What headings alone say; computed once a section. */
function ofSection(section: Section, known: Map<Section, SectionContext>): SectionContext {
  const ready = known.get(section);
  if (ready !== undefined) return ready;
  const above = section.parent === undefined ? undefined : ofSection(section.parent, known);
  const own = domainNamed(section.title);
  // "CLI Commands" below S3 are commands of S3; "CLI" alone is a chapter of its own.
  const isTool = own !== undefined && tools.has(own.slug) && remainder(section.title, own).length > 0;
  const namesAbove = namesIn(section.title).some(({ slug }) => slug === above?.domain?.slug);
  const keeps = above?.domain !== undefined && (namesAbove || isTool);
  const domain = keeps ? above?.domain : (own ?? above?.domain);
  const words = meaningful(section.title);
  // A heading that names its own service begins a label anew: headings of notes are nested by chance.
  const inherited = own !== undefined && !keeps ? [] : (above?.parts ?? []);
  const isBareName = domain !== undefined && own !== undefined && isServiceName(section.title, domain.slug);
  const part = isBareName ? (domain?.title ?? section.title) : section.title;
  const parts = words.length === 0 && own === undefined ? inherited : [...inherited, part].slice(-3);
  const rest = domain === undefined ? words : remainder(section.title, domain);
  const made: SectionContext = {
    domain,
    parts,
    lines: [
      ...(own !== undefined && !keeps ? [] : (above?.lines ?? [])),
      ...(section.title === '' ? [] : [section.line]),
    ],
    lab: above?.lab === true || labWords.test(section.title),
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

/** What a parent is called on a card: its term, or all of it where it is short. */
function parentName(parent: TextNode): string | undefined {
  const command = /^`([^`]{1,80})`/.exec(parent.text.trim());
  // Of several sentences the last one leads over to what hangs below it.
  const sentences = sentencesOf(parent.text.replace(/:\s*$/, ''));
  const last = sentences.at(-1) ?? '';
  const leads = sentences.length > 1 && !/[.!?]$/.test(last);
  const definition = leads ? undefined : definitionShape(parent.text);
  if (definition !== undefined) return definition.term;
  if (command !== null && !leads) return `\`${command[1]}\``;
  const beforeLink = /^([^[\]<>]{3,}?)[,\s]*\[[^\]]{0,200}\]\(/.exec(parent.text)?.[1];
  const words = plain(leads ? last : (beforeLink ?? parent.text)).replace(/[:.,\s]+$/, '');
  if (words === '' || dependsOnBefore(words) || /^(?:it|its)\b/i.test(words)) return undefined;
  if (hasVerb(words)) return subjectOf(words);
  return words.split(' ').length <= 9 && words.length <= 80 && !/\buse$/i.test(words) ? words : undefined;
}

/** A sentence on a label is its subject: "FIFO queue" of "FIFO queue also supports batches". */
function subjectOf(words: string): string | undefined {
  const count = words.split(' ').length;
  if (isInstruction(words)) return count <= 6 && !words.includes(',') ? words : undefined;
  const at = firstVerbAt(words);
  // "The bucket that was made last week" is not any bucket.
  if (/\s(?:that|which|who)\s*$/i.test(words.slice(0, at))) return undefined;
  const before = (at < 0 ? words : words.slice(0, at)).replace(
    /(?:\s+(?:also|only|always|usually|that|which|who|you|we|and|or|to|will|then))+\s*$/i,
    '',
  );
  const subject = before
    .replace(/\s*\([^)]*$/, '')
    .replace(/^(?:an?|the|each|every|all|any)\s+/i, '')
    .replace(/[\s,:;-]+$/, '');
  if (subject === '' || subject.split(' ').length > 5 || /[,;]|\b(?:if|when|to|for|with)\b/i.test(subject))
    return undefined;
  return /^(?:you|we|they|there|users?|people|everything|everyone|anything|something|all|it|data|aws|amazon|(?:aws |the )?(?:services?|resources?|app|application))$/i.test(
    subject,
  )
    ? undefined
    : subject;
}

/** "There are three kinds" names nothing that is not in the kinds themselves. */
const isCount = (name: string): boolean => /^there (?:is|are)\b/i.test(name);

/** "To sum up, the services are" heads a list and names nothing. */
const announcesOnly = (part: string): boolean =>
  /^(?:to|so|here)\b/i.test(part) || /\b(?:are|is|as|on|by|use|using|following|the)$/i.test(part);

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
    const parents = names.filter((name): name is string => name !== undefined && !isCount(name)).slice(-2);
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
