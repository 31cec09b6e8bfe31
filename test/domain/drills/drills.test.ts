import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/domain/calculators/calculate.ts';
import { seededRandom } from '../../../src/domain/chance.ts';
import type { Drill, DrillTemplate } from '../../../src/domain/drills/drill.ts';
import { expectedText } from '../../../src/domain/drills/drill.ts';
import { gradeDrill } from '../../../src/domain/drills/grade.ts';
import { drillIds } from '../../../src/domain/drills/ids.ts';
import { drillsOf, drillTemplates } from '../../../src/domain/drills/index.ts';
import { all } from '../calculators/ask.ts';
import { oracles } from './oracles.ts';

const DRAWS = 10_000;
/** Traps are graded in the first draws only: they take most of the time. */
const DRAWS_WITH_TRAPS = 1500;

/** Why a drill is no good, or nothing. */
function complaint(drill: Drill, withTraps = true): string | undefined {
  const { expected, question } = drill;
  const right = oracles[drill.template](question);
  const same =
    typeof right === 'number' ? Math.abs(right - Number(expected.value)) < 1e-6 : right === expected.value;
  if (!same) return `${question} → ${expected.value}, but ${right}`;
  if (typeof expected.value === 'number' && !(expected.value > 0 && expected.value < 1e15))
    return `${question} → a silly ${expected.value}`;
  if (!gradeDrill(drill, drill.answerText).correct)
    return `${question} → "${drill.answerText}" is not graded as right`;
  const words = [question, drill.answerText, ...drill.traps.map((trap) => trap.sentence)].join(' ');
  if (/NaN|undefined|Infinity|e[+-]\d|\d\.\d{5,}(?!67)/.test(words.replace('0.0000166667', '')))
    return `${words} has a silly number`;
  for (const trap of withTraps ? drill.traps : []) {
    const text = expectedText({ ...expected, value: trap.value } as Drill['expected']);
    const grade = gradeDrill(drill, text);
    if (grade.correct || !grade.understood)
      return `${question} → the trap "${text}" is graded as ${JSON.stringify(grade)}`;
  }
  return undefined;
}

describe('generated drills', () => {
  test.each(drillTemplates.map((template) => [template.id, template] as const))(
    `%s: ${DRAWS} draws agree with the oracle`,
    (_, template) => {
      const random = seededRandom(20_261_120);
      const complaints: string[] = [];
      const questions = new Set<string>();
      const caught = new Set<string>();
      for (let draw = 0; draw < DRAWS && complaints.length < 3; draw += 1) {
        const drill = template.generate(random);
        const found = complaint(drill, draw < DRAWS_WITH_TRAPS);
        if (found !== undefined) complaints.push(found);
        questions.add(drill.question);
        for (const trap of drill.traps) caught.add(trap.sentence);
      }
      expect(complaints).toEqual([]);
      expect(questions.size).toBeGreaterThan(10);
      expect(caught.size).toBeGreaterThan(0);
    },
  );

  test.each(drillTemplates)(
    '$id: the same seed makes the same drill, and its inputs work in the calculator',
    (template: DrillTemplate) => {
      const drill = template.generate(seededRandom(7));
      expect(template.generate(seededRandom(7))).toEqual(drill);
      const done = calculate(all[drill.calculator], drill.inputs);
      expect(done).toMatchObject({ ok: true, result: { steps: drill.steps } });
      expect(drill.steps.length).toBeGreaterThan(0);
      expect(drill.sources[0]).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//);
    },
  );

  test('draws at the ends of [0, 1) are drills too', () => {
    for (const template of drillTemplates) {
      for (const end of [0, 1 - Number.EPSILON / 2])
        expect(complaint(template.generate(() => end))).toBeUndefined();
    }
  });
});

describe('the list of templates', () => {
  test('is the list of ids, in order, each with its calculator', () => {
    expect(drillTemplates.map((each) => [each.id, each.calculator])).toEqual(Object.entries(drillIds));
  });

  test('has enough for every calculator', () => {
    const counts = Object.keys(all).map(
      (name) => [name, drillsOf([name as keyof typeof all]).length] as const,
    );
    for (const [name, count] of counts)
      expect(count).toBeGreaterThanOrEqual(/dynamodb|cidr|sqs/.test(name) ? 3 : 1);
    expect(drillsOf([])).toBe(drillTemplates);
  });
});
