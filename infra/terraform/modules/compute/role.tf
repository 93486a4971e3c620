# What an instance may do: read its own release, its own secrets and files, write its own log. Nothing of another environment.
resource "aws_iam_role" "instance" {
  name               = "${var.name}-app"
  description        = "Instances of the shop"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_instance_profile" "this" {
  name = "${var.name}-app"
  role = aws_iam_role.instance.name
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "shop" {
  name   = "shop"
  role   = aws_iam_role.instance.id
  policy = data.aws_iam_policy_document.shop.json
}

resource "aws_iam_role_policy" "session" {
  name   = "session"
  role   = aws_iam_role.instance.id
  policy = data.aws_iam_policy_document.session.json
}

data "aws_iam_policy_document" "shop" {
  statement {
    sid       = "ReadConfigurationAndSecrets"
    actions   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
    resources = flatten([for folder in ["config", "secret", "release"] : ["arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.parameters}/${folder}", "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.parameters}/${folder}/*"]])
  }

  statement {
    sid       = "ReadReleases"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = ["${var.buckets.releases_arn}/*"]
  }

  statement {
    sid       = "KeepUploads"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["${var.buckets.uploads_arn}/*"]
  }

  statement {
    sid       = "ListBuckets"
    actions   = ["s3:ListBucket"]
    resources = [var.buckets.releases_arn, var.buckets.uploads_arn]
  }

  statement {
    sid       = "OpenAndSealByWayOfTheServices"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.keys.kept_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = [for service in ["s3", "ssm", "secretsmanager"] : "${service}.${local.region}.amazonaws.com"]
    }
  }

  statement {
    sid       = "WriteTheLog"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = flatten([for group in aws_cloudwatch_log_group.this : [group.arn, "${group.arn}:*"]])
  }

  # Measurements have no ARN: they are told apart by their namespace.
  statement {
    sid       = "Measure"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = [var.name]
    }
  }

  dynamic "statement" {
    for_each = var.database_secret_arn == null ? [] : [var.database_secret_arn]

    content {
      sid       = "ReadTheDatabasesPassword"
      actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = length(var.cache_arns) == 0 ? [] : [var.cache_arns]

    content {
      sid       = "ConnectToTheCache"
      actions   = ["elasticache:Connect"]
      resources = statement.value
    }
  }

  # A certificate of its own for the lone instance: proven by one TXT record of one name.
  dynamic "statement" {
    for_each = !var.load_balanced && var.origin.https ? [var.origin] : []

    content {
      sid       = "ProveTheOriginsName"
      actions   = ["route53:ChangeResourceRecordSets"]
      resources = ["arn:${local.partition}:route53:::hostedzone/${statement.value.zone_id}"]

      condition {
        test     = "ForAllValues:StringEquals"
        variable = "route53:ChangeResourceRecordSetsNormalizedRecordNames"
        values   = ["_acme-challenge.${statement.value.host}"]
      }

      condition {
        test     = "ForAllValues:StringEquals"
        variable = "route53:ChangeResourceRecordSetsRecordTypes"
        values   = ["TXT"]
      }
    }
  }

  dynamic "statement" {
    for_each = !var.load_balanced && var.origin.https ? [var.origin] : []

    content {
      sid       = "SeeTheProofArrive"
      actions   = ["route53:GetChange", "route53:ListResourceRecordSets"]
      resources = ["arn:${local.partition}:route53:::change/*", "arn:${local.partition}:route53:::hostedzone/${statement.value.zone_id}"]
    }
  }
}

# Session Manager instead of SSH. AWS's ready policy for it would also open every parameter of the account.
data "aws_iam_policy_document" "session" {
  #checkov:skip=CKV_AWS_356:these actions know no resource
  statement {
    sid = "BeReachedBySessionManager"
    actions = [
      "ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage",
      "ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply",
      "ssm:UpdateInstanceInformation",
      "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "ReadItsOwnOrders"
    actions   = ["ssm:DescribeDocument", "ssm:GetDocument"]
    resources = [aws_ssm_document.boot.arn]
  }
}
