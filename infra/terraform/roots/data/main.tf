provider "aws" {
  alias  = "copies"
  region = var.copy_region

  default_tags {
    tags = local.tags
  }
}

variable "copy_region" {
  description = "The region to which backups are copied. Melbourne keeps customers' addresses in the country; it has to be enabled once in the account."
  type        = string
  default     = "ap-southeast-4"

  validation {
    condition     = var.copy_region != var.region
    error_message = "A copy in the same region is lost with it."
  }
}

variable "engine_version" {
  description = "PostgreSQL's version."
  type        = string
  default     = "18"
}

variable "password_version" {
  description = "Raise it by one to make a new database password, where the password is a parameter."
  type        = number
  default     = 1

  validation {
    condition     = var.password_version >= 1 && floor(var.password_version) == var.password_version
    error_message = "A whole number from 1 on."
  }
}

module "storage" {
  source    = "../../modules/storage"
  name      = local.name
  key_arn   = local.foundation.keys.kept_arn
  log_days  = local.settings.log_days
  protected = local.settings.protected
}

module "database" {
  source           = "../../modules/database"
  name             = local.name
  parameters       = local.parameters
  subnet_ids       = local.foundation.data_subnet_ids
  group_id         = local.foundation.group_ids.database
  keys             = local.foundation.keys
  engine_version   = var.engine_version
  instance_class   = local.settings.database_class
  multi_az         = local.settings.database_multi_az
  replicas         = local.settings.database_replicas
  storage          = { gib = local.settings.database_gib, most_gib = local.settings.database_most_gib }
  backup_days      = local.settings.database_backup_days
  password         = local.settings.database_password
  password_version = var.password_version
  insights         = local.settings.database_insights
  monitor_seconds  = local.settings.database_monitor_seconds
  log_days         = local.settings.log_days
  protected        = local.settings.protected
}

module "cache" {
  source     = "../../modules/cache"
  count      = local.settings.cache ? 1 : 0
  name       = local.name
  parameters = local.parameters
  subnet_ids = local.foundation.data_subnet_ids
  group_id   = local.foundation.group_ids.cache
  key_arn    = local.foundation.keys.kept_arn
  node_class = local.settings.cache_class
  nodes      = local.settings.cache_nodes
}

module "backup" {
  source        = "../../modules/backup"
  name          = local.name
  key_arn       = local.foundation.keys.kept_arn
  resource_arns = [module.database.arn, module.storage.arns["uploads"]]
  copies        = local.settings.backup_copies
  locked        = local.settings.protected

  providers = {
    aws        = aws
    aws.copies = aws.copies
  }
}
