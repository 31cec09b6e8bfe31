import type { Answer, Finding, Step } from './calculator.ts';
import { formatBytes, formatBytesRounded, formatMoney, formatNumber, formatSeconds } from './format.ts';

/** An answer with its text made from value and unit; `text` overrides where words say it better. */
export function answer(
  name: string,
  label: string,
  value: Answer['value'],
  unit = '',
  text?: string,
): Answer {
  return { name, label, value, unit, text: text ?? answerText(value, unit) };
}

function answerText(value: Answer['value'], unit: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.length === 0 ? 'none' : value.join(', ');
  if (unit === 'USD') return formatMoney(value);
  if (unit === 's') return formatSeconds(value);
  if (unit === 'B') return bytesText(value);
  return /^(\/|$)/.test(unit) ? `${formatNumber(value)}${unit}` : `${formatNumber(value)} ${unit}`;
}

function bytesText(bytes: number): string {
  const exact = formatBytes(bytes);
  if (bytes < 1024) return exact;
  return exact.endsWith(' B')
    ? `${exact} (${formatBytesRounded(bytes)})`
    : `${formatNumber(bytes)} B (${exact})`;
}

export function step(label: string, expression: string, value: string | number): Step {
  return { label, expression, value: typeof value === 'number' ? formatNumber(value) : value };
}

export function wrong(text: string): Finding {
  return { level: 'error', text };
}

export function warn(text: string): Finding {
  return { level: 'warning', text };
}

export function note(text: string): Finding {
  return { level: 'note', text };
}
