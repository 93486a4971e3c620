locals {
  # What AWS Config holds the account to. Each is one of AWS's own rules.
  rules = toset([
    "CLOUD_TRAIL_ENABLED",
    "EC2_EBS_ENCRYPTION_BY_DEFAULT",
    "EC2_IMDSV2_CHECK",
    "ENCRYPTED_VOLUMES",
    "IAM_ROOT_ACCESS_KEY_CHECK",
    "IAM_USER_NO_POLICIES_CHECK",
    "INCOMING_SSH_DISABLED",
    "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
    "RDS_STORAGE_ENCRYPTED",
    "ROOT_ACCOUNT_MFA_ENABLED",
    "S3_BUCKET_PUBLIC_READ_PROHIBITED",
    "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
    "S3_BUCKET_SSL_REQUESTS_ONLY",
    "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
  ])
}

resource "aws_iam_role" "recorder" {
  count              = var.recorder ? 1 : 0
  name               = "${var.name}-recorder"
  assume_role_policy = data.aws_iam_policy_document.recorder_trust.json
}

data "aws_iam_policy_document" "recorder_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role_policy_attachment" "recorder" {
  count      = var.recorder ? 1 : 0
  role       = aws_iam_role.recorder[0].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AWS_ConfigRole"
}

resource "aws_config_configuration_recorder" "this" {
  count    = var.recorder ? 1 : 0
  name     = var.name
  role_arn = aws_iam_role.recorder[0].arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }

  # Once a day and only what changed: enough to know, and a fraction of the price of each single change.
  recording_mode {
    recording_frequency = "DAILY"
  }
}

resource "aws_config_delivery_channel" "this" {
  count          = var.recorder ? 1 : 0
  name           = var.name
  s3_bucket_name = aws_s3_bucket.audit.id

  depends_on = [aws_config_configuration_recorder.this, aws_s3_bucket_policy.audit]
}

resource "aws_config_configuration_recorder_status" "this" {
  count      = var.recorder ? 1 : 0
  name       = aws_config_configuration_recorder.this[0].name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.this]
}

resource "aws_config_config_rule" "this" {
  for_each = var.recorder ? local.rules : toset([])
  name     = "${var.name}-${lower(replace(each.key, "_", "-"))}"

  source {
    owner             = "AWS"
    source_identifier = each.key
  }

  depends_on = [aws_config_configuration_recorder.this]
}

resource "aws_guardduty_detector" "this" {
  #checkov:skip=CKV2_AWS_3:one account, no organisation
  count                        = var.detector ? 1 : 0
  enable                       = true
  finding_publishing_frequency = "ONE_HOUR"
}

# Low findings are for a quiet hour; from medium on somebody is told.
resource "aws_cloudwatch_event_rule" "finding" {
  count       = var.detector ? 1 : 0
  name        = "${var.name}-finding"
  description = "GuardDuty has found something"

  event_pattern = jsonencode({
    source      = ["aws.guardduty"]
    detail-type = ["GuardDuty Finding"]
    detail      = { severity = [{ numeric = [">=", 4] }] }
  })
}

resource "aws_cloudwatch_event_target" "finding" {
  count = var.detector ? 1 : 0
  rule  = aws_cloudwatch_event_rule.finding[0].name
  arn   = aws_sns_topic.account.arn
}
