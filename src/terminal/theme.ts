import { Chalk, type ChalkInstance } from 'chalk';

/** How things look. Color never carries a meaning alone: a word or a sign always goes with it. */
export interface Theme {
  readonly colors: boolean;
  readonly dim: ChalkInstance;
  readonly strong: ChalkInstance;
  readonly accent: ChalkInstance;
  readonly good: ChalkInstance;
  readonly bad: ChalkInstance;
  readonly warn: ChalkInstance;
  readonly code: ChalkInstance;
  readonly signs: Signs;
}

interface Signs {
  readonly right: string;
  readonly wrong: string;
  readonly missed: string;
  readonly pointer: string;
  readonly chosen: string;
  readonly open: string;
  readonly full: string;
  readonly empty: string;
  readonly rule: string;
  readonly dot: string;
  readonly ellipsis: string;
  readonly arrow: string;
  readonly flag: string;
}

const unicodeSigns: Signs = {
  right: '✓',
  wrong: '✗',
  missed: '○',
  pointer: '❯',
  chosen: '◉',
  open: '○',
  full: '▰',
  empty: '▱',
  rule: '─',
  dot: '·',
  ellipsis: '…',
  arrow: '→',
  flag: '⚑',
};

const asciiSigns: Signs = {
  right: '+',
  wrong: 'x',
  missed: 'o',
  pointer: '>',
  chosen: '(*)',
  open: '( )',
  full: '#',
  empty: '-',
  rule: '-',
  dot: '-',
  ellipsis: '...',
  arrow: '->',
  flag: '!',
};

export function makeTheme({
  colors,
  unicode,
}: {
  readonly colors: boolean;
  readonly unicode: boolean;
}): Theme {
  const chalk = new Chalk({ level: colors ? 1 : 0 });
  return {
    colors,
    dim: chalk.dim,
    strong: chalk.bold,
    accent: chalk.cyan,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    code: chalk.yellow,
    signs: unicode ? unicodeSigns : asciiSigns,
  };
}
