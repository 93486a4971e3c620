data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name
  issuer    = "token.actions.githubusercontent.com"
  provider  = "arn:${local.partition}:iam::${local.account}:oidc-provider/${local.issuer}"
}

# Pipelines prove themselves by a token of GitHub's that lives for minutes. There is no key to lose.
resource "aws_iam_openid_connect_provider" "github" {
  count          = var.create_provider ? 1 : 0
  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

# GitHub hands out this subject only to jobs of that environment, after whatever approval it asks for.
data "aws_iam_policy_document" "trust" {
  for_each = var.deploy == null ? {} : {
    deploy    = "repo:${var.deploy.repository}:environment:${var.deploy.github_environment}"
    plan      = "repo:${var.deploy.repository}:environment:${var.deploy.github_environment}-plan"
    provision = "repo:${var.deploy.repository}:environment:${var.deploy.github_environment}-infrastructure"
  }

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.provider]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = [each.value]
    }
  }
}

resource "aws_iam_role" "deploy" {
  count                = var.deploy == null ? 0 : 1
  name                 = "${var.name}-deploy"
  description          = "The pipeline's role to release"
  assume_role_policy   = data.aws_iam_policy_document.trust["deploy"].json
  max_session_duration = 3600
}

resource "aws_iam_role_policy" "deploy" {
  count  = var.deploy == null ? 0 : 1
  name   = "release"
  role   = aws_iam_role.deploy[0].id
  policy = data.aws_iam_policy_document.deploy[0].json
}

# Looks at everything but secrets, so that a change can be planned where it is reviewed.
resource "aws_iam_role" "plan" {
  count                = var.deploy == null ? 0 : 1
  name                 = "${var.name}-plan"
  description          = "The pipeline's role to plan"
  assume_role_policy   = data.aws_iam_policy_document.trust["plan"].json
  max_session_duration = 3600
}

resource "aws_iam_role_policy_attachment" "plan" {
  count      = var.deploy == null ? 0 : 1
  role       = aws_iam_role.plan[0].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/job-function/ViewOnlyAccess"
}

# Changes the infrastructure, and so can do nearly all: it exists only where the account's owner says by which policies.
resource "aws_iam_role" "provision" {
  count                = try(length(var.deploy.provision_policies), 0) == 0 ? 0 : 1
  name                 = "${var.name}-provision"
  description          = "The pipeline's role to change the infrastructure"
  assume_role_policy   = data.aws_iam_policy_document.trust["provision"].json
  max_session_duration = 3600
}

resource "aws_iam_role_policy_attachment" "provision" {
  for_each   = try(var.deploy.provision_policies, toset([]))
  role       = aws_iam_role.provision[0].name
  policy_arn = each.value
}
