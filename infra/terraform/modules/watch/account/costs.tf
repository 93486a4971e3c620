resource "aws_sns_topic" "account" {
  name              = "${var.name}-account"
  kms_master_key_id = aws_kms_key.audit.arn
}

resource "aws_sns_topic_subscription" "people" {
  for_each  = var.emails
  topic_arn = aws_sns_topic.account.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_sns_topic_policy" "account" {
  arn    = aws_sns_topic.account.arn
  policy = data.aws_iam_policy_document.topic.json
}

data "aws_iam_policy_document" "topic" {
  statement {
    sid       = "FindingsAndCosts"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.account.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com", "budgets.amazonaws.com", "costalerts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

# Told when four fifths are spent, when all of it is, and when it will be by the end of the month.
resource "aws_budgets_budget" "this" {
  name         = var.name
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_budget)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "notification" {
    for_each = { "80" = "ACTUAL", "100" = "ACTUAL", "101" = "FORECASTED" }

    content {
      comparison_operator       = "GREATER_THAN"
      threshold                 = tonumber(notification.key)
      threshold_type            = "PERCENTAGE"
      notification_type         = notification.value
      subscriber_sns_topic_arns = [aws_sns_topic.account.arn]
    }
  }
}

# Billing lives in us-east-1.
resource "aws_ce_anomaly_monitor" "this" {
  provider          = aws.global
  name              = var.name
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}

resource "aws_ce_anomaly_subscription" "this" {
  provider         = aws.global
  name             = var.name
  frequency        = "DAILY"
  monitor_arn_list = [aws_ce_anomaly_monitor.this.arn]

  dynamic "subscriber" {
    for_each = var.emails

    content {
      type    = "EMAIL"
      address = subscriber.value
    }
  }

  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_ABSOLUTE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = [tostring(var.odd_spend)]
    }
  }
}
