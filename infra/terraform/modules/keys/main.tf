data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  region  = data.aws_region.current.name
  root    = "arn:${data.aws_partition.current.partition}:iam::${local.account}:root"
}

# One key for what is kept, one for what is said: who may read logs need not be able to read orders.
resource "aws_kms_key" "kept" {
  description             = "${var.name}: database, files, secrets, volumes, backups"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.kept.json
}

resource "aws_kms_alias" "kept" {
  name          = "alias/${var.name}-kept"
  target_key_id = aws_kms_key.kept.key_id
}

resource "aws_kms_key" "said" {
  description             = "${var.name}: logs, alarms, messages"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.said.json
}

resource "aws_kms_alias" "said" {
  name          = "alias/${var.name}-said"
  target_key_id = aws_kms_key.said.key_id
}

# In a key's own policy the resource * is this key and no other.
data "aws_iam_policy_document" "kept" {
  #checkov:skip=CKV_AWS_109:a key's policy names itself by *
  #checkov:skip=CKV_AWS_111:a key's policy names itself by *
  #checkov:skip=CKV_AWS_356:a key's policy names itself by *
  statement {
    sid       = "TheAccountDecidesByItsPolicies"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = [local.root]
    }
  }

  # Auto Scaling and EC2 open volumes by roles of their own, which exist only after their first use and so cannot be named here.
  statement {
    sid       = "VolumesOfThisAccountByWayOfEc2"
    actions   = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:CallerAccount"
      values   = [local.account]
    }

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["ec2.${local.region}.amazonaws.com"]
    }
  }

  # Which distribution reads which bucket is said by the bucket's policy.
  statement {
    sid       = "TheCdnReadsTheSite"
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:cloudfront::${local.account}:distribution/*"]
    }
  }
}

data "aws_iam_policy_document" "said" {
  #checkov:skip=CKV_AWS_109:a key's policy names itself by *
  #checkov:skip=CKV_AWS_111:a key's policy names itself by *
  #checkov:skip=CKV_AWS_356:a key's policy names itself by *
  statement {
    sid       = "TheAccountDecidesByItsPolicies"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = [local.root]
    }
  }

  statement {
    sid       = "LogGroupsOfThisAccount"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.${local.region}.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:${data.aws_partition.current.partition}:logs:${local.region}:${local.account}:log-group:*"]
    }
  }

  statement {
    sid       = "ThoseWhoRaiseAlarms"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "backup.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}
