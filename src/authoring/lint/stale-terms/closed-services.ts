/** A service or feature that has ended or takes no new customers. */
export interface ClosedService {
  readonly pattern: RegExp;
  /** What happened and what to use, one or two sentences. */
  readonly message: string;
}

function closed(pattern: RegExp, since: string, instead?: string): ClosedService {
  const use = instead === undefined ? '' : ` Use ${instead}.`;
  return { pattern, message: `It takes no new customers since ${since}.${use}` };
}

function ended(pattern: RegExp, since: string, instead?: string): ClosedService {
  const use = instead === undefined ? '' : ` Use ${instead}.`;
  return { pattern, message: `It ended in ${since}.${use}` };
}

export const closedServices: readonly ClosedService[] = [
  closed(/\bApp Runner\b/, 'April 2026', 'ECS Express Mode'),
  closed(/\bS3 Select\b/, 'July 2024', 'Athena'),
  closed(/\bS3 Object Lambda\b/, 'November 2025', 'a Lambda function before the reader'),
  closed(/\b(?:Glacier vaults?|vault-based Glacier)\b/i, '2025', 'the S3 Glacier storage classes'),
  closed(/\bCloud9\b/, 'July 2024', 'CloudShell or an editor with AWS tools'),
  ended(/\bCodeStar\b(?! [Cc]onnection)/, 'July 2024'),
  closed(/\bCodeCatalyst\b/, 'November 2025'),
  closed(/\bCodeGuru\b/, 'November 2025', 'Amazon Q Developer or Inspector code scanning'),
  ended(/\bAWS Copilot\b|\bCopilot CLI\b/, '2026', 'the CDK or CloudFormation'),
  ended(/\bOpsWorks\b/, 'May 2024', 'Systems Manager'),
  ended(/\bServer Migration Service\b/, '2022', 'Application Migration Service'),
  closed(/\bAWS Data Pipeline\b/, '2024', 'Glue or Step Functions'),
  closed(/\bAWS Proton\b/, '2025'),
  ended(/\bQLDB\b|\bQuantum Ledger Database\b/, 'July 2025', 'Aurora PostgreSQL with an audit trail'),
  closed(/\bTimestream(?: for)? LiveAnalytics\b/i, 'June 2025', 'Timestream for InfluxDB'),
  ended(/\bAurora Serverless v1\b/i, 'March 2025', 'Aurora Serverless v2'),
  ended(/\bKinesis Data Analytics for SQL\b/, 'January 2026', 'Managed Service for Apache Flink'),
  closed(/\bCognito Sync\b/, 'July 2026', 'AppSync'),
  closed(/\bAudit Manager\b/, 'April 2026'),
  closed(/\bCloudTrail Lake\b/, 'May 2026', 'CloudTrail with Athena or CloudWatch'),
  closed(/\bSNS message data protection\b|\bmessage data protection polic(?:y|ies)\b/i, 'April 2026'),
  closed(/\bIncident Manager\b|\bSystems Manager Change Manager\b/, 'November 2025'),
  closed(/\bMigration Hub\b|\bApplication Discovery Service\b/, 'November 2025'),
  ended(/\bSnowmobile\b/, '2024', 'DataSync or Data Transfer Terminal'),
  ended(/\bSnowcone\b/, 'November 2024', 'DataSync or Data Transfer Terminal'),
  closed(/\bSnowball(?: Edge)?\b|\bSnow Family\b/, 'November 2025', 'DataSync or Data Transfer Terminal'),
  closed(/\bKendra\b/, 'July 2026', 'Bedrock Knowledge Bases'),
  closed(/\bQ Business\b/, 'July 2026', 'Amazon Quick'),
  closed(/\bAmazon Fraud Detector\b/, '2025'),
  closed(/\bAmazon Forecast\b/, '2024', 'SageMaker AI'),
  closed(/\bLookout for (?:Metrics|Vision|Equipment)\b/, '2024-2026'),
  closed(/\bIoT (?:Analytics|Events)\b/, '2024-2026'),
  closed(/\bAmazon Pinpoint\b/, '2025', 'SES or End User Messaging'),
  closed(/\bAWS IQ\b/, '2025'),
  ended(/\bEC2-Classic\b|\bClassicLink\b/, '2022', 'a VPC'),
  ended(/\bInspector Classic\b/, '2026', 'Amazon Inspector'),
];
