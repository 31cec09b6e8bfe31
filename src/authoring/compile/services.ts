/** A service domain: the deck its cards go to, and the words by which notes call it or what belongs to it alone. */
export interface Service {
  readonly slug: string;
  readonly title: string;
  /** The first two are its name and its long name; the others are other names and its parts. */
  readonly names: readonly string[];
}

const service = (slug: string, title: string, names: string): Service => ({
  slug,
  title,
  names: names.split(' | '),
});

export const services: readonly Service[] = [
  // Compute
  service(
    'ec2',
    'Amazon EC2',
    'EC2 | Elastic Compute Cloud | Elastic Compute | AMI | Amazon Machine Image | Spot Instance | Reserved Instance | Instance Store | IMDS | IMDSv2 | Placement Group | user data | launch template | key pair',
  ),
  service(
    'auto-scaling',
    'EC2 Auto Scaling',
    'Auto Scaling | EC2 Auto Scaling | AutoScaling | ASG | Auto Scaling Group',
  ),
  service('lambda', 'AWS Lambda', 'Lambda | Lambda function | SnapStart | Firecracker | Lambda layer'),
  service('ecs', 'Amazon ECS', 'ECS | Elastic Container Service | Fargate | Task Definition'),
  service('eks', 'Amazon EKS', 'EKS | Elastic Kubernetes Service | Kubernetes'),
  service('ecr', 'Amazon ECR', 'ECR | Elastic Container Registry'),
  service(
    'elastic-beanstalk',
    'AWS Elastic Beanstalk',
    'Elastic Beanstalk | Beanstalk | EB CLI | ebextensions | EB environment | EB',
  ),
  service('lightsail', 'Amazon Lightsail', 'Lightsail'),
  service('batch', 'AWS Batch', 'AWS Batch | Batch'),
  service('app-runner', 'AWS App Runner', 'App Runner'),
  // Storage
  service(
    's3',
    'Amazon S3',
    'S3 | Simple Storage Service | Glacier | S3 bucket | presigned URL | pre-signed URL | Intelligent-Tiering | storage class | storage classes',
  ),
  service(
    'ebs',
    'Amazon EBS',
    'EBS | Elastic Block Store | gp2 | gp3 | io1 | io2 | st1 | sc1 | EBS volume | EBS snapshot',
  ),
  service('efs', 'Amazon EFS', 'EFS | Elastic File System'),
  service('fsx', 'Amazon FSx', 'FSx'),
  service('storage-gateway', 'AWS Storage Gateway', 'Storage Gateway'),
  service('backup', 'AWS Backup', 'AWS Backup'),
  service(
    'data-transfer',
    'AWS data transfer',
    'DataSync | Transfer Family | Snowball | Snowcone | Snowmobile | Snow Family',
  ),
  // Databases
  service(
    'dynamodb',
    'Amazon DynamoDB',
    'DynamoDB | Dynamo DB | Dynamo | DAX | GSI | LSI | DynamoDB Stream | global secondary index | local secondary index | RCU | WCU | partition key | sort key',
  ),
  service('rds', 'Amazon RDS', 'RDS | Relational Database Service | Multi-AZ | read replica | RDS Proxy'),
  service('aurora', 'Amazon Aurora', 'Aurora | Amazon Aurora | Aurora Serverless'),
  service(
    'elasticache',
    'Amazon ElastiCache',
    'ElastiCache | Amazon ElastiCache | Memcached | Redis | Valkey | MemoryDB',
  ),
  service('redshift', 'Amazon Redshift', 'Redshift'),
  service('documentdb', 'Amazon DocumentDB', 'DocumentDB | docDB'),
  service('neptune', 'Amazon Neptune', 'Neptune'),
  service('keyspaces', 'Amazon Keyspaces', 'Keyspaces'),
  service('timestream', 'Amazon Timestream', 'Timestream'),
  service('qldb', 'Amazon QLDB', 'QLDB'),
  service('dms', 'AWS DMS', 'DMS | Database Migration Service'),
  // Network
  service(
    'vpc',
    'Amazon VPC',
    'VPC | Virtual Private Cloud | subnet | security group | NACL | Network ACL | network access control list | Internet Gateway | IGW | NAT Gateway | NAT instance | route table | routing table | VPC endpoint | VPC peering | CIDR | ENI | Elastic Network Interface | Elastic IP | Virtual Private Gateway | VGW | PrivateLink | flow logs | AWS Networking',
  ),
  service(
    'elb',
    'Elastic Load Balancing',
    'ELB | Elastic Load Balancing | ALB | NLB | Elastic Load Balancer | load balancer | load balancing | Application Load Balancer | Network Load Balancer | Gateway Load Balancer | Classic Load Balancer | target group',
  ),
  service('route-53', 'Amazon Route 53', 'Route 53 | Route53 | RT53 | hosted zone | alias record | CNAME'),
  service(
    'cloudfront',
    'Amazon CloudFront',
    'CloudFront | Amazon CloudFront | OAC | OAI | origin access control',
  ),
  service('global-accelerator', 'AWS Global Accelerator', 'Global Accelerator'),
  service('api-gateway', 'Amazon API Gateway', 'API Gateway | APIGW | usage plan'),
  service(
    'hybrid-network',
    'Hybrid networking',
    'Direct Connect | Site-to-Site VPN | Transit Gateway | Client VPN',
  ),
  // Integration
  service(
    'sqs',
    'Amazon SQS',
    'SQS | Simple Queue Service | visibility timeout | long polling | short polling | dead letter queue | dead-letter queue | DLQ | FIFO queue',
  ),
  service('sns', 'Amazon SNS', 'SNS | Simple Notification Service'),
  service('ses', 'Amazon SES', 'SES | Simple Email Service'),
  service(
    'eventbridge',
    'Amazon EventBridge',
    'EventBridge | Amazon EventBridge | CloudWatch Events | event bus',
  ),
  service(
    'step-functions',
    'AWS Step Functions',
    'Step Functions | Step Function | state machine | Amazon States Language',
  ),
  service(
    'kinesis',
    'Amazon Kinesis',
    'Kinesis | Amazon Kinesis | Kinesis Data Streams | Data Firehose | Firehose | Kinesis Data Analytics | shard | Managed Service for Apache Flink',
  ),
  service('msk', 'Amazon MSK', 'MSK | Managed Streaming for Apache Kafka'),
  service('mq', 'Amazon MQ', 'Amazon MQ'),
  service('appsync', 'AWS AppSync', 'AppSync'),
  // Security
  service(
    'iam',
    'AWS IAM',
    'IAM | Identity and Access Management | STS | Security Token Service | AssumeRole | IAM role | IAM policy | IAM user | trust policy | permissions boundary | IAM Identity Center | AWS SSO | instance profile | MFA',
  ),
  service(
    'organizations',
    'AWS Organizations',
    'Organizations | AWS Organization | Service Control Policy | Service Control Policies | SCP | Control Tower | organizational unit',
  ),
  service(
    'kms',
    'AWS KMS',
    'KMS | Key Management Service | CloudHSM | envelope encryption | customer managed key | data key',
  ),
  service('secrets', 'Secrets and parameters', 'Secrets Manager | Secret Manager | Parameter Store'),
  service('cognito', 'Amazon Cognito', 'Cognito | Amazon Cognito | user pool | identity pool'),
  service('acm', 'AWS Certificate Manager', 'ACM | Certificate Manager'),
  service(
    'protection',
    'AWS WAF and Shield',
    'WAF | AWS Shield | Shield Advanced | Firewall Manager | Network Firewall',
  ),
  service(
    'detection',
    'AWS threat detection',
    'GuardDuty | Amazon Inspector | Macie | Security Hub | Amazon Detective',
  ),
  // Management
  service(
    'cloudwatch',
    'Amazon CloudWatch',
    'CloudWatch | Amazon CloudWatch | CloudWatch Logs | log group | log stream | metric filter | custom metric | Observability | Log Insights',
  ),
  service('cloudtrail', 'AWS CloudTrail', 'CloudTrail'),
  service('x-ray', 'AWS X-Ray', 'X-Ray | XRay'),
  service('config', 'AWS Config', 'AWS Config'),
  service(
    'systems-manager',
    'AWS Systems Manager',
    'Systems Manager | SSM | Session Manager | Patch Manager',
  ),
  service(
    'cloudformation',
    'AWS CloudFormation',
    'CloudFormation | AWS CloudFormation | change set | StackSet | nested stack',
  ),
  service('trusted-advisor', 'AWS Trusted Advisor', 'Trusted Advisor'),
  service('well-architected', 'AWS Well-Architected', 'Well-Architected | Well Architected'),
  service(
    'billing',
    'AWS billing and cost',
    'Billing | Cost Explorer | AWS Budgets | Budgets | Savings Plan | Cost and Usage Report | Free Tier | Pricing Calculator | Support plan',
  ),
  service(
    'infrastructure',
    'AWS global infrastructure',
    'Global Infrastructure | AWS Global Infra | AWS Infra | Availability Zone | edge location | Local Zone | Wavelength | Shared Responsibility Model | Outposts',
  ),
  // Developer tools
  service('cli', 'AWS CLI', 'AWS CLI | CLI | CloudShell | aws configure'),
  service('sdk', 'AWS SDKs', 'AWS SDK | SDK | Boto3 | exponential backoff'),
  service('cdk', 'AWS CDK', 'CDK | Cloud Development Kit'),
  service('sam', 'AWS SAM', 'SAM | Serverless Application Model'),
  service(
    'code-tools',
    'AWS developer tools',
    'CodeCommit | CodeBuild | CodeDeploy | CodePipeline | CodeArtifact | CodeStar | Cloud9 | CodeGuru | buildspec | appspec | CodeCatalyst',
  ),
  service('amplify', 'AWS Amplify', 'Amplify | Amplify Console'),
  // Analytics, learning and the rest
  service('athena', 'Amazon Athena', 'Athena'),
  service('glue', 'AWS Glue', 'AWS Glue | Glue | Lake Formation | Data Catalog'),
  service('emr', 'Amazon EMR', 'EMR'),
  service('opensearch', 'Amazon OpenSearch Service', 'OpenSearch | Elasticsearch | ElasticSearch Service'),
  service('quick', 'Amazon Quick', 'QuickSight | Quick Sight | Gen BI'),
  service('datazone', 'Amazon DataZone', 'DataZone'),
  service('sagemaker', 'Amazon SageMaker AI', 'SageMaker | Amazon SageMaker | Ground Truth | SageMaker AI'),
  service('bedrock', 'Amazon Bedrock', 'Bedrock | Gen AI | generative AI | foundation model | Amazon Q'),
  service(
    'ai-services',
    'AWS AI services',
    'Rekognition | Comprehend | Polly | Transcribe | Textract | Translate | Amazon Lex | Amazon Personalize | Kendra',
  ),
  service('alexa', 'Alexa', 'Alexa'),
  service('iot', 'AWS IoT', 'AWS IoT | IoT Core | Greengrass'),
  service(
    'migration',
    'AWS migration',
    'Migration Hub | Application Migration Service | MGN | Application Discovery Service',
  ),
  service('serverless', 'Serverless on AWS', 'Serverless Technology | Risks of Serverless'),
];
