/** A value that notes still give in few words; the heading above them names the subject. */
export interface StaleValue {
  /** Tried on the label and the claim together. */
  readonly subject: RegExp;
  /** Tried on the claim alone; what it finds is shown to the reader. */
  readonly value: RegExp;
  /** A claim that has this already knows. */
  readonly unless?: RegExp;
  /** What AWS says today, as the end of "AWS now says …". */
  readonly now: string;
  readonly source?: string;
}

const docs = 'https://docs.aws.amazon.com';
const sqs = `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html`;
const lambda = `${docs}/lambda/latest/dg/gettingstarted-limits.html`;
const s3 = `${docs}/AmazonS3/latest/userguide/qfacts.html`;

const row = (subject: RegExp, value: RegExp, now: string, source?: string, unless?: RegExp): StaleValue => ({
  subject,
  value,
  now,
  ...(source === undefined ? {} : { source }),
  ...(unless === undefined ? {} : { unless }),
});

/** Checked 2026-11-20. Looser than the patterns for decks: notes are terse, and a flag only asks for a look. */
export const staleValues: readonly StaleValue[] = [
  row(
    /\bS3\b|\bobjects?\b/i,
    /\b5\s?Ti?B\b/i,
    '50 TB for an object (one PUT still takes 5 GB)',
    s3,
    /\b50\s?TB/i,
  ),
  row(
    /\bS3\b|\bbuckets?\b/i,
    /\b100\b(?=[^.]{0,30}\bbuckets?\b)|\bbuckets?\b[^.]{0,20}\b100\b/i,
    '10,000 buckets by default',
    `${docs}/AmazonS3/latest/userguide/BucketRestrictions.html`,
  ),
  row(
    /\bS3\b/,
    /\beventual(?:ly)? consisten\w+/i,
    'strong consistency for reads and lists of objects',
    `${docs}/AmazonS3/latest/userguide/Welcome.html`,
  ),
  row(/\bSQS\b|\bqueue/i, /\b256\s?Ki?B\b/i, '1 MiB for a message', sqs, /\bSNS\b/),
  row(/\bFIFO\b/, /\b20,?000\b/, '120,000 messages in flight', sqs),
  row(
    /\bFIFO\b/,
    /\b300 ?(?:msgs?|messages|transactions|TPS|operations|API)\b/i,
    '300 calls a second for each API action, and far more with high throughput',
    sqs,
    /high[- ]throughput/i,
  ),
  row(/\bSNS\b/, /\b256\s?Ki?B\b/i, '256 KiB by default, up to 1 MiB when raised'),
  row(/\basync/i, /\b256\s?Ki?B\b/i, '1 MB for an asynchronous invocation', lambda),
  row(/\bLambda\b|\bfunction memory\b/, /\b3,?008\s?MB\b|\b3\s?GB\b/i, '10,240 MB of memory', lambda),
  row(
    /\/tmp\b|\bephemeral\b/i,
    /\b512\s?MB\b/i,
    '512 MB by default, up to 10,240 MB',
    lambda,
    /\b10,?240|\b10\s?GB/i,
  ),
  row(
    /\bEventBridge\b|\bevents?\b/,
    /\b256\s?Ki?B\b/i,
    '1 MB for an event',
    undefined,
    /\bSQS\b|\bSNS\b|\bKinesis\b/,
  ),
  row(
    /\bKinesis\b/,
    /\b(?:1 to 7|1-7|7|seven) days\b/i,
    '24 hours to 365 days',
    `${docs}/streams/latest/dev/kinesis-extended-retention.html`,
    /\b365\b/,
  ),
  row(
    /\bKinesis\b/,
    /\b1\s?MB\b(?!\s?(?:\/|per|a) ?s)/i,
    '1 MiB for a record by default, up to 10 MiB',
    undefined,
    /\b10\s?Mi?B/i,
  ),
  row(
    /\bRDS\b|\bMySQL\b|\bPostgreSQL\b|\bread replicas?\b/i,
    /\b(?:5|five) (?:read )?(?:replicas?|RRs?)\b/i,
    '15 read replicas for MySQL, MariaDB and PostgreSQL',
    `${docs}/AmazonRDS/latest/UserGuide/USER_ReadRepl.html`,
    /\bOracle\b|\bSQL Server\b|\bAurora\b/,
  ),
  row(/\bAurora\b/, /\b(?:64|128)\s?Ti?B\b/i, '256 TiB for a volume'),
  row(/\bAurora\b/, /\b(?:5|five) (?:secondary |other )?regions\b/i, '10 secondary Regions'),
  row(
    /\btransact/i,
    /\b(?:10|25) (?:items|actions|operations|unique items)\b/i,
    '100 items in a transaction',
    `${docs}/amazondynamodb/latest/developerguide/transaction-apis.html`,
  ),
  row(
    /\bgp3\b/,
    /\b16,?000\b|\b1,?000\s?Mi?B\/s|\b16\s?Ti?B\b/i,
    '80,000 IOPS, 2,000 MiB/s and 64 TiB',
    `${docs}/ebs/latest/userguide/general-purpose.html`,
    /\bgp2\b/,
  ),
  row(
    /\bRoute ?53\b/,
    /\b(?:7|seven) (?:routing )?policies\b/i,
    'eight routing policies',
    `${docs}/Route53/latest/DeveloperGuide/routing-policy.html`,
  ),
  row(
    /\bAPI Gateway\b/,
    /\b29[- ]?(?:s|secs?|seconds?)\b/i,
    '29 seconds by default; it can be raised for Regional and private REST APIs',
    `${docs}/apigateway/latest/developerguide/limits.html`,
    /\bdefault\b/i,
  ),
  row(/\bWell[- ]Architected\b/, /\b(?:5|five) pillars\b/i, 'six pillars'),
  row(
    /\bEBS\b|\bio1\b|\bmulti-attach\b/i,
    /\bonly (?:[a-z]+ ){0,2}io1\b[^.]{0,20}\bmulti-attach\b|\bmulti-attach\b[^.]{0,20}\bonly [a-z ]{0,10}io1\b/i,
    'io1 and io2 support Multi-Attach',
    `${docs}/ebs/latest/userguide/ebs-volumes-multi.html`,
  ),
  row(
    /\bEBS\b|\bvolumes?\b/i,
    /\bonly\b[^.]{0,30}\b(?:one|1|single)\b[^.]{0,20}\binstance\b/i,
    'io1 and io2 volumes with Multi-Attach take up to 16 instances of one Availability Zone',
    `${docs}/ebs/latest/userguide/ebs-volumes-multi.html`,
    /\bmulti-attach\b/i,
  ),
  row(
    /\bLambda\b/,
    /\b250\s?MB\b/i,
    '250 MB for a package unzipped, 50 MB zipped and uploaded directly; images up to 10 GB',
    lambda,
    /\bunzipped\b|\buncompressed\b/i,
  ),
  row(
    /\bRegions?\b/i,
    /\b(?:1\d|2\d|3[0-3])\**\s(?:\w+ )?Regions\b/i,
    'how many Regions there are on its page: the number grows every year',
    'https://aws.amazon.com/about-aws/global-infrastructure/',
  ),
  row(
    /\bLambda\b/,
    /\b100\s?ms\b/i,
    'billing by the millisecond',
    'https://aws.amazon.com/lambda/pricing/',
    /\bmillisecond\b|\b1\s?ms\b/i,
  ),
  row(
    /\bLambda\b/,
    /\bSnapStart\b[^.]{0,40}\bJava\b/i,
    'SnapStart for Java, Python and .NET',
    `${docs}/lambda/latest/dg/snapstart.html`,
    /\bPython\b/,
  ),
  row(
    /\bfree tier\b/i,
    /\b12[- ]months?\b/i,
    'credits of up to $200 and a free plan of 6 months',
    `${docs}/awsaccountbilling/latest/aboutv2/free-tier.html`,
  ),
  row(
    /\bSTS\b|\bassume/i,
    /\b(?:15 minutes to )?36 hours\b/i,
    '15 minutes to 12 hours for AssumeRole, one hour by default; 36 hours is for GetSessionToken',
    `${docs}/STS/latest/APIReference/API_AssumeRole.html`,
    /GetSessionToken|GetFederationToken/,
  ),
];
