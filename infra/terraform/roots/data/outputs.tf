# What others need to know of this root. They read it from Parameter Store, not from this root's state.
locals {
  published = {
    buckets     = module.storage.names
    bucket_arns = module.storage.arns
    site_host   = module.storage.site_host
    database = {
      identifier          = module.database.identifier
      arn                 = module.database.arn
      host                = module.database.host
      replica_identifiers = module.database.replica_identifiers
      secret_arn          = module.database.secret_arn
    }
    cache = {
      cluster_ids  = flatten(module.cache[*].cluster_ids)
      connect_arns = flatten(module.cache[*].connect_arns)
    }
    backup = { vault = module.backup.vault_name, role_arn = module.backup.role_arn, copies_vault_arn = module.backup.copies_vault_arn }
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "${local.parameters}/outputs/data"
  description = "What the data root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}
