data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name
}

# RDS changes the password by itself; only the day is ours: the first Monday of a month, four in the morning in Melbourne.
resource "aws_secretsmanager_secret_rotation" "database" {
  count              = var.rotate ? 1 : 0
  secret_id          = var.database_secret_arn
  rotate_immediately = false

  rotation_rules {
    schedule_expression = "cron(0 18 ? * SUN#1 *)"
    duration            = "2h"
  }
}

# Connections that are open stay open; for new ones each instance reads the new password, one after the other.
resource "aws_cloudwatch_event_rule" "rotated" {
  count       = var.rotate ? 1 : 0
  name        = "${var.name}-password-changed"
  description = "The database's password was changed"

  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS Service Event via CloudTrail"]
    detail = {
      eventName           = ["RotationSucceeded"]
      additionalEventData = { SecretId = [var.database_secret_arn] }
    }
  })
}

resource "aws_cloudwatch_event_target" "reload" {
  count    = var.rotate ? 1 : 0
  rule     = aws_cloudwatch_event_rule.rotated[0].name
  arn      = "arn:${local.partition}:ssm:${local.region}:${local.account}:document/${var.document}"
  role_arn = aws_iam_role.reload[0].arn
  input    = jsonencode({ verb = ["reload"] })

  run_command_targets {
    key    = "tag:${var.instance_tag.key}"
    values = [var.instance_tag.value]
  }
}

resource "aws_iam_role" "reload" {
  count              = var.rotate ? 1 : 0
  name               = "${var.name}-reload"
  assume_role_policy = data.aws_iam_policy_document.reload_trust.json
}

data "aws_iam_policy_document" "reload_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role_policy" "reload" {
  count  = var.rotate ? 1 : 0
  name   = "ask"
  role   = aws_iam_role.reload[0].id
  policy = data.aws_iam_policy_document.reload[0].json
}

data "aws_iam_policy_document" "reload" {
  count = var.rotate ? 1 : 0

  statement {
    sid       = "TheOneDocument"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ssm:${local.region}:${local.account}:document/${var.document}"]
  }

  statement {
    sid       = "ThisEnvironmentsInstances"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ec2:${local.region}:${local.account}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:resourceTag/${var.instance_tag.key}"
      values   = [var.instance_tag.value]
    }
  }
}
