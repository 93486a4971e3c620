data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}

resource "aws_backup_vault" "here" {
  name        = var.name
  kms_key_arn = var.key_arn
}

# Governance: a lock that the account's administrator may lift, and nobody by mistake.
resource "aws_backup_vault_lock_configuration" "here" {
  count              = var.locked ? 1 : 0
  backup_vault_name  = aws_backup_vault.here.name
  min_retention_days = 7
}

# A region is lost with its keys: the other has one of its own.
resource "aws_kms_key" "copies" {
  #checkov:skip=CKV2_AWS_64:the default policy is wanted, the account decides by its policies
  count                   = var.copies ? 1 : 0
  provider                = aws.copies
  description             = "${var.name}: copies of backups"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_backup_vault" "there" {
  count       = var.copies ? 1 : 0
  provider    = aws.copies
  name        = "${var.name}-copies"
  kms_key_arn = aws_kms_key.copies[0].arn
}

resource "aws_backup_vault_lock_configuration" "there" {
  count              = var.copies && var.locked ? 1 : 0
  provider           = aws.copies
  backup_vault_name  = aws_backup_vault.there[0].name
  min_retention_days = 7
}

locals {
  rules = {
    daily   = { schedule = "cron(0 17 * * ? *)", days = var.daily_days }
    monthly = { schedule = "cron(0 18 1 * ? *)", days = var.monthly_days }
  }
}

# Beside RDS's own backups, which go back to any second but die with the instance's region.
resource "aws_backup_plan" "this" {
  name = var.name

  dynamic "rule" {
    for_each = local.rules

    content {
      rule_name         = rule.key
      target_vault_name = aws_backup_vault.here.name
      schedule          = rule.value.schedule
      start_window      = 60
      completion_window = 240

      lifecycle {
        delete_after = rule.value.days
      }

      dynamic "copy_action" {
        for_each = aws_backup_vault.there[*].arn

        content {
          destination_vault_arn = copy_action.value

          lifecycle {
            delete_after = rule.value.days
          }
        }
      }
    }
  }
}

resource "aws_backup_selection" "this" {
  name         = var.name
  plan_id      = aws_backup_plan.this.id
  iam_role_arn = aws_iam_role.this.arn
  resources    = var.resource_arns
}

resource "aws_iam_role" "this" {
  name               = "${var.name}-backup"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["backup.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

# AWS's own policies: what a backup of S3 and RDS needs changes with the service.
resource "aws_iam_role_policy_attachment" "this" {
  for_each = {
    backup     = "service-role/AWSBackupServiceRolePolicyForBackup"
    restore    = "service-role/AWSBackupServiceRolePolicyForRestores"
    s3_backup  = "AWSBackupServiceRolePolicyForS3Backup"
    s3_restore = "AWSBackupServiceRolePolicyForS3Restore"
  }
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.value}"
}
