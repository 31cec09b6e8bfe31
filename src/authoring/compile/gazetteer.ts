import { type Service, services } from './services.ts';

/** Everything that names no service: the deck of last resort. */
const generalDomain = 'general';

export interface Domain {
  readonly slug: string;
  readonly title: string;
}

const general: Domain = { slug: generalDomain, title: 'AWS' };

interface Mention {
  readonly service: Service;
  readonly at: number;
  readonly end: number;
}

/** One pattern over all names: notes are read once however many services there are. Longer names come first. */
const byName = new Map<string, Service>();
for (const service of services) for (const name of service.names) byName.set(name.toLowerCase(), service);

const literal = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/[ -]/g, '[ -]?');
const anyName = new RegExp(
  `(?<![\\w/:.-])(?:${[...byName.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(literal)
    .join('|')})(?:e?s)?(?![\\w:/]|\\.\\w|-\\w)`,
  'gi',
);

const squeezed = new Map([...byName].map(([name, service]) => [name.replace(/[ -]/g, ''), service]));

/** Short names that are also words are names only in capitals: a "batch", a "config", "glue". */
const onlyCapital = new Set([
  'batch',
  'config',
  'glue',
  'connect',
  'backup',
  'organizations',
  'shield',
  'detective',
  'inspector',
  'cli',
  'sdk',
  'shard',
  'task',
  'functions',
  'q',
  'sam',
  'emr',
  'elb',
  'ses',
  'cur',
  'outposts',
  'stacks',
]);

/** Headings and labels are asked about once for every line below them. */
const remembered = new Map<string, readonly Mention[]>();
const mostRemembered = 2_000;

function mentionsIn(text: string): readonly Mention[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = findMentions(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  if (text.length <= 200) remembered.set(text, found);
  return found;
}

function findMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(anyName)) {
    const [words] = match;
    const key = words.toLowerCase().replace(/[ -]/g, '');
    const service =
      squeezed.get(key) ?? squeezed.get(key.replace(/e?s$/, '')) ?? squeezed.get(key.replace(/s$/, ''));
    if (service === undefined) continue;
    if (onlyCapital.has(key.replace(/s$/, '')) && !/^[A-Z]/.test(words)) continue;
    found.push({ service, at: match.index, end: match.index + words.length });
  }
  return found;
}

export interface NamedService {
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}

/** Names of services and of their parts in a text, in order. */
export const namesIn = (text: string): NamedService[] =>
  mentionsIn(text).map(({ service, at, end }) => ({ slug: service.slug, start: at, end }));

/** The service that a text is about: the one named first. Undefined where none is. */
export function domainNamed(text: string): Domain | undefined {
  const [first] = mentionsIn(text);
  return first && { slug: first.service.slug, title: first.service.title };
}

/** Whether a heading is the name of a service and nothing more, and the deck is about that service alone. */
export function isServiceName(heading: string, slug: string): boolean {
  const service = services.find((one) => one.slug === slug);
  const first = service?.names[0];
  if (
    service === undefined ||
    first === undefined ||
    !service.title.toLowerCase().includes(first.toLowerCase())
  )
    return false;
  let rest = heading;
  for (const name of [service.title, ...service.names.slice(0, 2)].sort((a, b) => b.length - a.length)) {
    rest = rest.replace(new RegExp(`(?<!\\w)${literal(name)}(?!\\w)`, 'gi'), ' ');
  }
  return !/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:amazon|aws)\b/gi, ' '));
}

export const domainOrGeneral = (domain: Domain | undefined): Domain => domain ?? general;

/** Whether a slug is one of the decks that notes are sorted into. */
export const isDomain = (slug: string): boolean =>
  slug === generalDomain || services.some((service) => service.slug === slug);

export const domainTitle = (slug: string): string =>
  services.find((service) => service.slug === slug)?.title ?? general.title;
