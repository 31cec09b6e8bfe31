import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSimple, loadMarkdown, simpleMarkdown } from '../../src/terminal/markdown.ts';
import { makeRenderer } from '../../src/terminal/render-markdown.ts';
import { makeTheme } from '../../src/terminal/theme.ts';
import { widthOf } from '../../src/terminal/wrap.ts';

const plain = makeTheme({ colors: false, unicode: false });
const markdown = await loadMarkdown(plain);
const show = (text: string, width = 60) => `\n${markdown(text, width).join('\n')}\n`;

describe('what cards hold', () => {
  test('code', () => {
    expect(
      show(
        'Use `aws sqs purge-queue`:\n\n```bash\naws sqs purge-queue \\\n  --queue-url "$URL"\n```\n\nDone.',
      ),
    ).toMatchInlineSnapshot(`
      "
      Use \`aws sqs purge-queue\`:

        aws sqs purge-queue \\
          --queue-url "$URL"

      Done.
      "
    `);
  });

  test('JSON keeps its indentation', () => {
    expect(
      show('```json\n{\n  "Effect": "Allow",\n  "Action": ["s3:GetObject"]\n}\n```'),
    ).toMatchInlineSnapshot(`
      "
        {
          "Effect": "Allow",
          "Action": ["s3:GetObject"]
        }
      "
    `);
  });

  test('a list with marks inside, and a list in it', () => {
    expect(
      show(
        'Two ways:\n\n- **LSI**: at `CreateTable` only\n- *GSI*: any time\n  - up to 20\n  - see [limits](https://docs.aws.amazon.com/x)',
      ),
    ).toMatchInlineSnapshot(`
      "
      Two ways:

        * LSI: at \`CreateTable\` only
        * GSI: any time
          * up to 20
          * see limits (https://docs.aws.amazon.com/x)
      "
    `);
  });

  test('a numbered list wraps below its text', () => {
    expect(show('1. first one two three four five six seven\n2. second', 24)).toMatchInlineSnapshot(`
      "
        1. first one two three
           four five six seven
        2. second
      "
    `);
  });

  test('a table that fits', () => {
    expect(
      show('| queue | order |\n|---|---|\n| standard | best effort |\n| FIFO | `strict` |'),
    ).toMatchInlineSnapshot(`
      "
      +----------+-------------+
      | queue    | order       |
      +----------+-------------+
      | standard | best effort |
      +----------+-------------+
      | FIFO     | \`strict\`    |
      +----------+-------------+
      "
    `);
  });

  test('a table that does not fit becomes records', () => {
    expect(
      show(
        '| queue | order | throughput |\n|---|---|---|\n| standard | best effort | nearly unlimited |\n| FIFO | strict | 300 a second |',
        34,
      ),
    ).toMatchInlineSnapshot(`
      "
      queue: standard
      order: best effort
      throughput: nearly unlimited

      queue: FIFO
      order: strict
      throughput: 300 a second
      "
    `);
  });

  test('links are shown with their address, addresses once', () => {
    expect(
      show(
        'See [the guide](https://docs.aws.amazon.com/x), <https://aws.amazon.com>, www.example.com, me@example.com and #1.',
        100,
      ),
    ).toMatchInlineSnapshot(`
      "
      See the guide (https://docs.aws.amazon.com/x), https://aws.amazon.com, www.example.com,
      me@example.com and #1.
      "
    `);
  });

  test('headings, quotes, rules, images, entities, HTML', () => {
    expect(
      show('# One\n\n## Two\n\n> quoted\n\n---\n\n![a diagram](x.png) a &amp; b &lt;c&gt; <b>bold</b>'),
    ).toMatchInlineSnapshot(`
      "
      One

      Two

        quoted

      ----------------------------------------

      [image: a diagram] a & b <c> <b>bold</b>
      "
    `);
  });

  test('text that only looks like Markdown', () => {
    expect(
      show('Is 2 * 3 * 4 = 24, 2 ** 3 ** 2, `arn:aws:s3:::b/*`, s3:Get* and a_b_c?', 100),
    ).toMatchInlineSnapshot(`
      "
      Is 2 * 3 * 4 = 24, 2 ** 3 ** 2, \`arn:aws:s3:::b/*\`, s3:Get* and a_b_c?
      "
    `);
  });
});

test.each([40, 60, 100])('nothing runs over %i columns', (width) => {
  const text = [
    'A paragraph with `arn:aws:iam::123456789012:policy/a-very-long-policy-name-that-never-ends-at-all` in it.',
    '```\nconst answer = await client.send(new PurgeQueueCommand({ QueueUrl: process.env.QUEUE_URL ?? "" }));\n```',
    '- a list item that is long enough to be wrapped at forty and at sixty columns, `code` included',
    '| a | b |\n|---|---|\n| one two three four five six | seven eight nine ten eleven twelve |',
  ].join('\n\n');
  for (const line of markdown(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
});

test('no escape sequence gets through, be it written out or as an entity', () => {
  const evil =
    'a \u001B[31mred\u001B[0m **b** &#27;[31m &#x1b;[2J `\u001B]0;t\u0007c` [l](https://x/\u001B[0m)';
  expect(markdown(evil, 80).join('\n')).not.toContain('\u001B');
});

test.each([
  '&#27;',
  '&#27',
  '&#x1B;',
  '&#X1b;',
  '&#155;',
  '&#x9b;',
  '&#8238;',
  '&rlm;',
  '&amp;#27;',
  '&#38;#27;',
  '&#0;',
])('the character reference %s is not carried out', async (reference) => {
  const colored = await loadMarkdown(makeTheme({ colors: true, unicode: true }));
  for (const text of [
    `a_ ${reference}[31mred`,
    `[l](https://x/${reference})`,
    `**${reference}[2J**`,
    `| a |\n|---|\n| ${reference}c |`,
  ]) {
    const shown = colored(text, 80)
      .join('\n')
      .replace(/\u001B\[(?:1|2|22|33|39|90)m/g, '');
    expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200F\u202E]/);
  }
});

test('with colors the terminal is back to normal after each line', () => {
  const colored = makeRenderer(makeTheme({ colors: true, unicode: true }));
  for (const line of colored('**strong** and `code`\n\n- *item*', 60).split('\n')) {
    const codes = [...line.matchAll(/\u001B\[(\d+)m/g)].map((match) => Number(match[1]));
    expect(codes.filter((code) => code < 10 || (code >= 30 && code < 38)).length).toBe(
      codes.filter((code) => code === 22 || code === 39 || code === 0).length,
    );
  }
});

describe('simple texts need no parser', () => {
  test.each([
    ['Plain words.', true],
    ['With `code` and **strong** words.', true],
    ['2 ** 3', false],
    ['a_b', false],
    ['- item', false],
    ['1. item', false],
    ['two\nlines', false],
    ['<b>', false],
    ['a & b', false],
    ['*em*', false],
    ['an open ` tick', false],
    ['** not strong **', false],
    ['**a `b` c**', false],
  ])('%s: %s', (text, simple) => {
    expect(isSimple(text)).toBe(simple);
  });

  test('they read the same either way', () => {
    const render = makeRenderer(plain);
    const simple = simpleMarkdown(plain);
    const piece = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9,.;:?!()'"/%+=-]{1,10}$/),
      fc.stringMatching(/^[a-z:-]{1,10}$/).map((code) => `\`${code}\``),
      fc.stringMatching(/^[A-Za-z0-9 ]{0,6}[a-z]$/).map((strong) => `**${strong.trim()}**`),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
    const words = (shown: string) =>
      shown
        .split(/\s+/)
        .filter((word) => word !== '')
        .join(' ');
    let compared = 0;
    fc.assert(
      fc.property(text, (given) => {
        // A list mark alone is an answer such as "+"; the parser would make an empty list of it.
        if (!isSimple(given) || /^(?:[-+*]|\d+[.)])$/.test(given)) return;
        compared += 1;
        expect(words(simple(given, 60).join(' '))).toBe(words(render(given, 60)));
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
