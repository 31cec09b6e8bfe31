import { expect, test } from 'vitest';
import {
  chooseDomains,
  defaultExam,
  examNotice,
  examStatus,
  findExam,
  replacementOf,
} from '../../../src/domain/exam/blueprint.ts';
import { exam, shipped } from './an-exam.ts';

test.each([
  ['dva-c03', 'DVA-C03'],
  ['DVA-C02', 'DVA-C02'],
  ['Saa-C03', 'SAA-C03'],
])('%s is found', (code, found) => {
  expect(findExam(shipped, code)).toMatchObject({ found: true, blueprint: { code: found } });
});

test.each([
  ['dvac03', 'DVA-C03'],
  ['dva-c3', 'DVA-C03'],
  ['DVA-C04', 'DVA-C03'],
  ['DVA-C01', 'DVA-C03'],
  ['dva', 'DVA-C03'],
  ['sap-c03', 'SAA-C03'],
  ['clf', 'CLF-C02'],
])('%s is unknown, %s is near', (code, nearest) => {
  expect(findExam(shipped, code)).toEqual({ found: false, code, nearest });
});

test.each(['foo', 'x', 'aws-developer', 'az-204'])('nothing is near %s', (code) => {
  expect(findExam(shipped, code)).toEqual({ found: false, code });
});

test('without exams nothing is near', () => {
  expect(findExam([], 'x')).toEqual({ found: false, code: 'x' });
});

test.each([
  ['2026-11-20', 'DVA-C02'],
  ['2026-11-30', 'DVA-C02'],
  ['2026-12-01', 'DVA-C03'],
  ['2029-01-01', 'DVA-C03'],
])('on %s the default exam is %s', (today, code) => {
  expect(defaultExam(shipped, today)?.code).toBe(code);
  expect(defaultExam([...shipped].reverse(), today)?.code).toBe(code);
});

test('with none available, the soonest; with all over, the newest; with none of the family, nothing', () => {
  const [c03, c02] = [exam('DVA-C03'), exam('DVA-C02')];
  const c04 = { ...c03, code: 'DVA-C04', availableFrom: '2029-12-01' };
  expect(defaultExam([c04, c03], '2026-11-20')?.code).toBe('DVA-C03');
  expect(defaultExam([c02, { ...c03, lastDay: '2029-11-30' }], '2030-01-01')?.code).toBe('DVA-C03');
  expect(defaultExam(shipped, '2026-11-20', 'xyz')).toBeUndefined();
  expect(defaultExam(shipped, '2026-11-20', 'clf')?.code).toBe('CLF-C02');
});

test.each([
  ['DVA-C02', '2026-11-30', { status: 'current', lastDay: '2026-11-30' }],
  ['DVA-C02', '2026-12-01', { status: 'retired', lastDay: '2026-11-30' }],
  ['DVA-C03', '2026-11-30', { status: 'upcoming', availableFrom: '2026-12-01' }],
  ['DVA-C03', '2026-12-01', { status: 'current' }],
  ['SAA-C03', '2026-12-01', { status: 'current' }],
])('%s on %s is %o', (code, today, status) => {
  expect(examStatus(exam(code), today)).toEqual(status);
});

test.each([
  ['DVA-C02', '2026-11-20', 'DVA-C02 can be taken until 2026-11-30; DVA-C03 replaces it.'],
  ['DVA-C02', '2026-12-02', 'DVA-C02 was taken for the last time on 2026-11-30; DVA-C03 replaced it.'],
  ['DVA-C03', '2026-11-20', 'DVA-C03 can be taken from 2026-12-01.'],
  ['DVA-C03', '2026-12-02', undefined],
  ['CLF-C02', '2026-12-02', undefined],
])('%s on %s: %s', (code, today, notice) => {
  expect(examNotice(shipped, exam(code), today)).toBe(notice);
});

test('what replaced an exam is known from the newer file alone', () => {
  const { replacedBy: _, ...c02 } = exam('DVA-C02');
  expect(replacementOf([c02, exam('DVA-C03')], c02)).toBe('DVA-C03');
  expect(replacementOf([c02], c02)).toBeUndefined();
  expect(examNotice([c02], c02, '2027-01-01')).toBe('DVA-C02 was taken for the last time on 2026-11-30.');
});

test('domains are chosen by id, in the order of the exam', () => {
  const ids = (chosen: ReturnType<typeof chooseDomains>) =>
    chosen.found && chosen.domains.map((domain) => domain.id);
  expect(ids(chooseDomains(exam('DVA-C03')))).toEqual(['1', '2', '3', '4']);
  expect(ids(chooseDomains(exam('DVA-C03'), ['3', '1']))).toEqual(['1', '3']);
  expect(chooseDomains(exam('DVA-C03'), ['1', '7'])).toEqual({
    found: false,
    id: '7',
    known: ['1', '2', '3', '4'],
  });
});
