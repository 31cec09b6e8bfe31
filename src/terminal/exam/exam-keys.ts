import type { Key } from '../screen.ts';

export type ExamCommand =
  | 'next'
  | 'back'
  | 'flag'
  | 'goto'
  | 'review'
  | 'end'
  | 'pause'
  | 'quit'
  | 'help'
  | 'up'
  | 'down'
  | 'take'
  | 'toggle';

const letters: Readonly<Record<string, ExamCommand>> = {
  n: 'next',
  p: 'back',
  f: 'flag',
  g: 'goto',
  r: 'review',
  x: 'end',
  z: 'pause',
  q: 'quit',
};

const others: Readonly<Record<string, ExamCommand>> = {
  right: 'next',
  left: 'back',
  '?': 'help',
  up: 'up',
  down: 'down',
  return: 'take',
  enter: 'take',
  space: 'toggle',
};

export type Pressed =
  | { readonly option: number }
  | { readonly command: ExamCommand }
  | { readonly nothing: true };

/** What a key means where so many options are on the screen. A letter that names an option is a command with shift only. */
export function pressed({ name, shift }: Key, options: number): Pressed {
  const place = name.length === 1 ? name.charCodeAt(0) - 97 : -1;
  const isOption = place >= 0 && place < options;
  const command = letters[name] ?? others[name];
  if (isOption && (!shift || command === undefined)) return { option: place };
  return command === undefined ? { nothing: true } : { command };
}

/** The letter to show for a command: a capital where the small one names an option. */
export function keyOf(command: ExamCommand, options: number): string {
  const letter = Object.keys(letters).find((one) => letters[one] === command) ?? '';
  return letter.charCodeAt(0) - 97 < options ? letter.toUpperCase() : letter;
}
