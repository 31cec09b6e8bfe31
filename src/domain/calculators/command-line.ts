import type { CalculatorName } from './calculator.ts';

/** Inputs as one would type them after the program's name: `calc cidr --cidr 10.0.0.0/16 --into 6`. */
export function commandLine(name: CalculatorName, inputs: Readonly<Record<string, string>>): string {
  const flags = Object.entries(inputs).map(([flag, value]) => {
    if (value === 'true') return `--${flag}`;
    return `--${flag} ${/[\s;&|<>()$'"\\*?]/.test(value) ? `"${value.replace(/(["\\$`])/g, '\\$1')}"` : value}`;
  });
  return ['calc', name, ...flags].join(' ');
}
