provider "aws" {
  alias  = "global"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

variable "alarm_emails" {
  description = "Who is written to when something is wrong."
  type        = set(string)

  validation {
    condition     = length(var.alarm_emails) > 0
    error_message = "An alarm that nobody hears is none."
  }
}

locals {
  # A quarter less than PostgreSQL allows on a machine of this memory, of which AWS reckons one connection to 9.5 MB.
  memory_gib       = { micro = 1, small = 2, medium = 4, large = 8, xlarge = 16 }
  database_gib     = lookup(local.memory_gib, split(".", local.settings.database_class)[2], 16)
  many_connections = floor(local.database_gib * 1024 / 9.5 * 0.75)
}

module "watch" {
  source            = "../../modules/watch"
  name              = local.name
  key_arn           = local.foundation.keys.said_arn
  alarm_emails      = var.alarm_emails
  load_balanced     = local.settings.load_balanced
  load_balancer     = local.app.load_balancer
  instance_id       = local.app.instance_id
  scaling_group     = local.app.scaling_group == null ? null : { name = local.app.scaling_group, most = local.settings.instances_max }
  burstable         = startswith(local.settings.instance_type, "t") && local.settings.cpu_credits == "standard"
  cache_cluster_ids = local.data.cache.cluster_ids
  distribution_id   = local.edge.distribution_id
  log_groups        = local.app.log_groups

  database = {
    identifier          = local.data.database.identifier
    replica_identifiers = local.data.database.replica_identifiers
    gib                 = local.settings.database_gib
    many_connections    = local.many_connections
  }

  providers = {
    aws        = aws
    aws.global = aws.global
  }
}

# Here and not with the plan: the vault must be there before people are told of it.
resource "aws_backup_vault_notifications" "this" {
  backup_vault_name   = local.data.backup.vault
  sns_topic_arn       = module.watch.topic_arn
  backup_vault_events = ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]
}
