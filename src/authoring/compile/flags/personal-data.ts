interface Personal {
  /** What it is called in the flag. */
  readonly name: string;
  readonly pattern: RegExp;
  /** The neutral value; a function sees the match and its groups, and returns the match where it is harmless. */
  readonly neutral: string | ((match: string, ...groups: string[]) => string);
}

const accountId = '111122223333';

/** Account ids that documentation uses already. */
const wellKnownAccounts = new Set([
  accountId,
  '123456789012',
  '000000000000',
  '444455556666',
  '999999999999',
]);

/** Documentation, private, shared, loopback, link-local and multicast ranges name nobody (RFC 1918, 5737, 6890). */
const harmlessAddress =
  /^(?:0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.0\.[02]\.|192\.168\.|198\.(?:1[89]|51)\.|203\.0\.113\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|23\d\.|2[45]\d\.|1\.1\.1\.1|8\.8\.[48]\.[48])/;

const rules: readonly Personal[] = [
  {
    name: 'access key',
    pattern: /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,20}\b/g,
    neutral: (match) => (match.endsWith('EXAMPLE') ? match : `${match.slice(0, 4)}IOSFODNN7EXAMPLE`),
  },
  {
    name: 'secret key',
    pattern: /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g,
    neutral: (match) =>
      // Forty characters of one kind are a hash or a line of dashes; a secret mixes all three.
      /[a-z]/.test(match) && /[A-Z]/.test(match) && /\d/.test(match) && !match.includes('EXAMPLE')
        ? 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
        : match,
  },
  {
    name: 'token',
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,60}|xox[bap]-[A-Za-z0-9-]{10,80})\b/g,
    neutral: 'TOKEN',
  },
  {
    name: 'e-mail address',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}\b/g,
    neutral: (match) => (/@example\.(?:com|org|net)$/.test(match) ? match : 'someone@example.com'),
  },
  {
    name: 'account id',
    pattern: /(?<![\w.-])\d{12}(?![\w-]|\.\d)/g,
    neutral: (match) => (wellKnownAccounts.has(match) ? match : accountId),
  },
  {
    name: 'account id',
    pattern: /(?<![\w.-])\d{4}-\d{4}-\d{4}(?![\w.-])/g,
    neutral: (match) => (wellKnownAccounts.has(match.replaceAll('-', '')) ? match : '1111-2222-3333'),
  },
  {
    name: 'sign-in address',
    pattern: /\b(?:d-[0-9a-z]{10})(?=\.awsapps\.com)/g,
    neutral: 'd-1234567890',
  },
  {
    name: 'resource id',
    pattern:
      /\b(ami|i|vpc|subnet|sg|rtb|igw|nat|eni|vol|snap|fs|acl|eipalloc|eipassoc|tgw|vgw|vpce|pcx|lt|fsx)-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
    neutral: (match, kind) =>
      /-0123456789abcdef0$|-1234567890abcdef0$/.test(match) ? match : `${kind}-0123456789abcdef0`,
  },
  {
    name: 'host name',
    pattern: /\bec2-\d{1,3}(?:-\d{1,3}){3}(?=\.)/g,
    neutral: (match) => (match.startsWith('ec2-203-0-113-') ? match : 'ec2-203-0-113-10'),
  },
  {
    name: 'IP address',
    pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g,
    neutral: (match) => (harmlessAddress.test(match) ? match : '203.0.113.10'),
  },
  {
    name: 'identifier',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    neutral: '00000000-0000-0000-0000-000000000000',
  },
];

/** Replaces what may name a person, an account or a machine by the neutral values that documentation uses. */
export function redact(line: string): { readonly text: string; readonly found: readonly string[] } {
  // Every rule needs a digit, an "@" or the beginning of a key; most lines have none.
  if (!/[\d@]|_[A-Za-z]|A[KRSI][IOD]A/.test(line)) return { text: line, found: [] };
  const found = new Set<string>();
  let text = line;
  for (const { name, pattern, neutral } of rules) {
    text = text.replace(pattern, (match: string, ...groups: string[]) => {
      const safe = typeof neutral === 'string' ? neutral : neutral(match, ...groups);
      if (safe !== match) found.add(name);
      return safe;
    });
  }
  return { text, found: [...found] };
}
