import { answersOf } from './gift-answers.ts';
import { plainGift, splitOutside } from './gift-text.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { Found, FoundCard, Skipped } from './imported.ts';

interface Block {
  readonly lines: readonly string[];
  readonly line: number;
}

/** Moodle GIFT: choices, true or false, short and numeric answers, pairs; an essay with feedback is a question with its answer. */
export function readGift(source: string): Found {
  const cards: FoundCard[] = [];
  const skipped: Skipped[] = [];
  const media: string[] = [];
  let category: readonly string[] = [];
  for (const block of blocksOf(source)) {
    const place = `line ${block.line}`;
    const comments = block.lines.filter((line) => /^\s*\/\//.test(line));
    const lines = block.lines.filter((line) => !/^\s*\/\//.test(line));
    const named = /^\s*\$CATEGORY:\s*(.*)$/.exec(lines[0] ?? '')?.[1];
    if (named !== undefined) {
      category = named.split('/').filter((step) => step !== '' && !/^\$.*\$$|^top$/.test(step));
      lines.shift();
    }
    const text = lines.join('\n').trim();
    if (text === '') continue;
    const read = readQuestion(text, media);
    if ('why' in read) {
      skipped.push({ place, why: String(read.why) });
      continue;
    }
    const meta = comments.join(' ');
    cards.push({
      key: /\[id:([^\]]+)\]/.exec(meta)?.[1] ?? nameOf(read.title),
      deck: category[0],
      topic: category.length > 1 ? category.at(-1) : undefined,
      tags: [...meta.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => tag),
      fields: read.fields,
      place,
    });
  }
  return { cards, skipped, losses: [], media: [...new Set(media)] };
}

/** Questions are parted by empty lines; line numbers count from 1. */
function blocksOf(source: string): Block[] {
  const blocks: { lines: string[]; line: number }[] = [];
  let open = false;
  source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') {
        open = false;
        return;
      }
      if (!open) blocks.push({ lines: [], line: index + 1 });
      blocks.at(-1)?.lines.push(line);
      open = true;
    });
  return blocks;
}

/** "Q1" is no name: the next file has one too. */
const nameOf = (title: string | undefined) =>
  title !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(title) ? title : undefined;

interface Read {
  readonly title?: string | undefined;
  readonly fields: Record<string, unknown>;
}

function readQuestion(text: string, media: string[]): Read | { readonly why: string } {
  const titled = /^::((?:\\[\s\S]|(?!::)[\s\S])*)::/.exec(text);
  const rest = titled === null ? text : text.slice(titled[0].length);
  const title = titled === null ? undefined : plainGift(titled[1] ?? '');
  const [before = '', ...opened] = splitOutside(rest, '{');
  if (opened.length === 0) return { why: 'it asks nothing: there are no answers in braces' };
  const [body, ...after] = splitOutside(opened.join('{'), '}');
  if (after.length === 0) return { why: 'its answers are not closed with a brace' };
  const tail = after.join('}').trim();
  const format = /^\s*\[(html|moodle|plain|markdown)\]/.exec(before);
  const raw = format === null ? before : before.slice(format[0].length);
  const asHtml = format?.[1] === 'html' || (format?.[1] !== 'markdown' && /<\/?[a-z][^<>]*>/i.test(raw));
  const toText = (gift: string) => {
    const own = /^\s*\[(html|moodle|plain|markdown)\]/.exec(gift);
    const plain = plainGift(own === null ? gift : gift.slice(own[0].length)).trim();
    if (!(own === null ? asHtml : own[1] === 'html')) return plain;
    const converted = htmlToMarkdown(plain);
    media.push(...converted.media);
    return converted.markdown;
  };
  // Words behind the braces: what is asked for is the word that is missing.
  const stem = toText(tail === '' ? raw : `${raw.trimEnd()} _____ ${tail}`);
  const answers = answersOf(body ?? '', toText);
  if ('why' in answers) return answers;
  const fields = answers.fields(stem);
  return { title, fields };
}
