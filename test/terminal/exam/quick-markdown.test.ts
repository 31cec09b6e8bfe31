import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { joinSoftBreaks } from '../../../src/content/join-soft-breaks.ts';
import type { QuestionBank } from '../../../src/domain/exam/exam-question.ts';
import { isQuick, quickMarkdown } from '../../../src/terminal/exam/quick-markdown.ts';
import { loadMarkdown } from '../../../src/terminal/markdown.ts';
import { makeTheme } from '../../../src/terminal/theme.ts';

const theme = makeTheme({ colors: false, unicode: true });
const folder = join(import.meta.dirname, '../../../exams/questions/dva');
const questions = readdirSync(folder).flatMap(
  (name) => (load(readFileSync(join(folder, name), 'utf8')) as QuestionBank).questions,
);
const texts = questions.flatMap(({ stem, options }) =>
  [stem, ...options.map(({ text }) => text)].map(joinSoftBreaks),
);

test.each([
  ['Plain words with `code` and **weight**.', true],
  ['One.\n\nTwo.', true],
  ['Look:\n\n```json\n{"a": [1]}\n\n{"b": 2}\n```\n\nWhat now?', true],
  ['- a list', false],
  ['Look:\n\n```json\n{"a": [1]}', false],
  ['a [link](https://aws.amazon.com)', false],
])('%j needs no parser: %s', (text, quick) => {
  expect(isQuick(text)).toBe(quick);
});

test('nearly every text of the bank needs no parser, and looks as it does with one', async () => {
  const [quick, parsed] = [quickMarkdown(theme), await loadMarkdown(theme)];
  const simple = texts.filter(isQuick);
  expect(simple.length / texts.length).toBeGreaterThan(0.9);
  for (const text of simple) {
    for (const width of [37, 97]) expect(quick(text, width)).toEqual(parsed(text, width));
  }
});

test('escape sequences in code never reach the screen', () => {
  expect(quickMarkdown(theme)('```\n\u001B[2Jgone\n```', 40)).toEqual(['  gone']);
});
