data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.alarms.json
}

data "aws_iam_policy_document" "alarms" {
  statement {
    sid       = "ThoseWhoRaiseAlarms"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "backup.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_subscription" "people" {
  for_each  = var.alarm_emails
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

# CloudFront measures itself in us-east-1, and an alarm tells only topics of its own region.
resource "aws_sns_topic" "edge" {
  provider          = aws.global
  name              = "${var.name}-edge-alarms"
  kms_master_key_id = aws_kms_key.edge.arn
}

resource "aws_sns_topic_subscription" "people_of_the_edge" {
  for_each  = var.alarm_emails
  provider  = aws.global
  topic_arn = aws_sns_topic.edge.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_kms_key" "edge" {
  provider                = aws.global
  description             = "${var.name}: alarms of the edge"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.edge_key.json
}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "edge_key" {
  #checkov:skip=CKV_AWS_109:a key's policy names itself by *
  #checkov:skip=CKV_AWS_111:a key's policy names itself by *
  #checkov:skip=CKV_AWS_356:a key's policy names itself by *
  statement {
    sid       = "TheAccountDecidesByItsPolicies"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    sid       = "AlarmsAreSealed"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}
