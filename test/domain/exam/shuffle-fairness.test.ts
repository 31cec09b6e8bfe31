import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/domain/chance.ts';
import { entryOf } from '../../../src/domain/exam/exam-question.ts';
import { drawPaper } from '../../../src/domain/exam/paper.ts';
import { aBank, exam } from './an-exam.ts';

const c03 = exam('DVA-C03');
const random = seededRandom(20261201);
const bank = aBank(c03, [30, 17, 14, 14]).map(entryOf);
const papers = Array.from(
  { length: 1000 },
  () => drawPaper({ blueprint: c03, bank, lastSeenMs: new Map(), random }).paper,
);

function chiSquared(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// Critical values at 0.1%: https://www.itl.nist.gov/div898/handbook/eda/section3/eda3674.htm
const critical = { 3: 16.266, 23: 49.728, 64: 104.716, 29: 58.301 };

test('the key stands at each place equally often', () => {
  const counts = [0, 0, 0, 0];
  for (const item of papers.flatMap((paper) => paper.items)) {
    if (item.choose !== 1) continue;
    const place = item.order.indexOf(0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  expect(chiSquared(counts)).toBeLessThan(critical[3]);
});

test('each of the 24 orders of four options is equally likely', () => {
  const counts = new Map<string, number>();
  for (const item of papers.flatMap((paper) => paper.items)) {
    if (item.choose === 1) counts.set(item.order.join(), (counts.get(item.order.join()) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  expect(chiSquared([...counts.values()])).toBeLessThan(critical[23]);
});

test('a question stands at each of the 65 places equally often', () => {
  const counts = Array.from({ length: 65 }, () => 0);
  for (const paper of papers) {
    for (const id of ['dva-d2-q0', 'dva-d2-q16', 'dva-d4-q13']) {
      const place = paper.items.findIndex((item) => item.questionId === id);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  expect(chiSquared(counts)).toBeLessThan(critical[64]);
});

test('each of 30 unseen questions is drawn equally often for 20 places', () => {
  const counts = Array.from(
    { length: 30 },
    (_, number) =>
      papers.filter((paper) => paper.items.some((item) => item.questionId === `dva-d1-q${number}`)).length,
  );
  expect(Math.min(...counts)).toBeGreaterThan(0);
  // Drawn without putting back, the counts vary even less than the test allows for.
  expect(chiSquared(counts)).toBeLessThan(critical[29]);
});

test('the measure sees a bias: a shuffle that swaps with any place fails it', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 52_000; round += 1) {
    const order = [0, 1, 2, 3];
    for (let place = 0; place < 4; place += 1) {
      const pick = Math.floor(random() * 4);
      [order[place], order[pick]] = [order[pick] as number, order[place] as number];
    }
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  expect(chiSquared([...counts.values()])).toBeGreaterThan(critical[23]);
});
