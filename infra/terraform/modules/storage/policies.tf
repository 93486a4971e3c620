# The site's policy is made where its distribution is, which is the one that may read it (modules/cdn).
resource "aws_s3_bucket_policy" "this" {
  for_each = toset(["uploads", "releases", "logs"])
  bucket   = aws_s3_bucket.this[each.key].id
  policy   = data.aws_iam_policy_document.this[each.key].json

  depends_on = [aws_s3_bucket_public_access_block.this]
}

data "aws_iam_policy_document" "this" {
  for_each = toset(["uploads", "releases", "logs"])

  statement {
    sid       = "NothingWithoutTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.this[each.key].arn, "${aws_s3_bucket.this[each.key].arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  dynamic "statement" {
    for_each = each.key == "logs" ? local.log_writers : {}

    content {
      sid       = statement.key
      actions   = ["s3:PutObject"]
      resources = ["${aws_s3_bucket.this["logs"].arn}/${statement.value.prefix}/*"]

      principals {
        type        = "Service"
        identifiers = [statement.value.service]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [local.account]
      }
    }
  }

  # The load balancer's log comes from an account of AWS's; it names no source.
  dynamic "statement" {
    for_each = each.key == "logs" ? ["load-balancer"] : []

    content {
      sid       = "LoadBalancerWrites"
      actions   = ["s3:PutObject"]
      resources = ["${aws_s3_bucket.this["logs"].arn}/${statement.value}/AWSLogs/${local.account}/*"]

      principals {
        type        = "Service"
        identifiers = ["logdelivery.elasticloadbalancing.amazonaws.com"]
      }
    }
  }
}

locals {
  log_writers = {
    BucketsWrite      = { service = "logging.s3.amazonaws.com", prefix = "s3" }
    DistributionsSend = { service = "delivery.logs.amazonaws.com", prefix = "cdn" }
  }
}
