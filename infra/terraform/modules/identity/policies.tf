data "aws_iam_policy_document" "deploy" {
  #checkov:skip=CKV_AWS_356:actions that only describe know no resource
  count = var.deploy == null ? 0 : 1

  # A release is written once; what is there is looked at, never deleted.
  statement {
    sid       = "StoreReleases"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${var.deploy.releases_arn}/*"]
  }

  statement {
    sid       = "SyncTheSite"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${var.deploy.site_arn}/*"]
  }

  statement {
    sid       = "ListBuckets"
    actions   = ["s3:ListBucket", "s3:ListBucketVersions"]
    resources = [var.deploy.releases_arn, var.deploy.site_arn]
  }

  statement {
    sid       = "SealByWayOfS3"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.deploy.key_arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["s3.${local.region}.amazonaws.com"]
    }
  }

  statement {
    sid       = "NameTheRelease"
    actions   = ["ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:PutParameter"]
    resources = ["arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.deploy.parameters}/release/*"]
  }

  statement {
    sid       = "KnowWhatIsWhere"
    actions   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
    resources = ["arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.deploy.parameters}/outputs", "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.deploy.parameters}/outputs/*"]
  }

  statement {
    sid       = "AskByTheOneDocument"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ssm:${local.region}:${local.account}:document/${var.deploy.document}"]
  }

  statement {
    sid       = "AskThisEnvironmentsInstances"
    actions   = ["ssm:SendCommand"]
    resources = ["arn:${local.partition}:ec2:${local.region}:${local.account}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:resourceTag/${var.deploy.instance_tag.key}"
      values   = [var.deploy.instance_tag.value]
    }
  }

  statement {
    sid       = "EmptyTheEdge"
    actions   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
    resources = [var.deploy.distribution_arn]
  }

  dynamic "statement" {
    for_each = var.deploy.scaling_group == null ? [] : [var.deploy.scaling_group]

    content {
      sid       = "RefreshInstances"
      actions   = ["autoscaling:CancelInstanceRefresh", "autoscaling:RollbackInstanceRefresh", "autoscaling:StartInstanceRefresh"]
      resources = ["arn:${local.partition}:autoscaling:${local.region}:${local.account}:autoScalingGroup:*:autoScalingGroupName/${statement.value}"]
    }
  }

  # Before a migration.
  dynamic "statement" {
    for_each = var.deploy.database_identifier == null ? [] : [var.deploy.database_identifier]

    content {
      sid     = "TakeASnapshot"
      actions = ["rds:AddTagsToResource", "rds:CreateDBSnapshot", "rds:DescribeDBSnapshots"]
      resources = [
        "arn:${local.partition}:rds:${local.region}:${local.account}:db:${statement.value}",
        "arn:${local.partition}:rds:${local.region}:${local.account}:snapshot:${statement.value}-*",
      ]
    }
  }

  statement {
    sid = "SeeHowItGoes"
    actions = [
      "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeInstanceRefreshes", "ec2:DescribeInstances",
      "elasticloadbalancing:DescribeTargetHealth", "ssm:GetCommandInvocation", "ssm:ListCommandInvocations",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "plan" {
  count  = var.deploy == null ? 0 : 1
  name   = "plan"
  role   = aws_iam_role.plan[0].id
  policy = data.aws_iam_policy_document.plan[0].json
}

data "aws_iam_policy_document" "plan" {
  count = var.deploy == null ? 0 : 1

  statement {
    sid       = "KnowWhatIsWhere"
    actions   = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]
    resources = [for folder in ["config", "outputs", "release"] : "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.deploy.parameters}/${folder}/*"]
  }

  # A plan in review takes no lock, and so writes nothing.
  dynamic "statement" {
    for_each = var.deploy.state_bucket_arn == null ? [] : [var.deploy.state_bucket_arn]

    content {
      sid       = "ReadTheState"
      actions   = ["s3:GetObject", "s3:ListBucket"]
      resources = [statement.value, "${statement.value}/${var.deploy.github_environment}/*"]
    }
  }

  statement {
    sid       = "NoSecrets"
    effect    = "Deny"
    actions   = ["secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory"]
    resources = ["arn:${local.partition}:secretsmanager:${local.region}:${local.account}:secret:*", "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.deploy.parameters}/secret/*", "arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${var.deploy.parameters}/internal/*"]
  }
}
