# What the roots of an environment have in common. Each of them has this file by a link, since Terraform shares no providers and variables.
terraform {
  required_version = ">= 1.11.0, < 2.0.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  # Which bucket, and where in it, is said at init: environments/<environment>/backend.hcl.
  backend "s3" {}
}

provider "aws" {
  region              = var.region
  allowed_account_ids = var.account_id == null ? null : [var.account_id]

  default_tags {
    tags = local.tags
  }
}

variable "project" {
  description = "The project: every name begins with it."
  type        = string
  default     = "flora"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{2,11}$", var.project))
    error_message = "A project is 3 to 12 small letters and figures."
  }
}

variable "environment" {
  description = "Which environment this is: dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "dev, staging or prod."
  }
}

variable "region" {
  description = "The region in which all but the edge is."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "A region such as ap-southeast-2."
  }
}

variable "account_id" {
  description = "The account of AWS's that this environment is in. Terraform and the operator's commands then refuse any other. Null: whichever you are signed in to."
  type        = string
  default     = null

  validation {
    condition     = var.account_id == null ? true : can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An account has twelve figures, in quotes."
  }
}

variable "size" {
  description = "Which of the two sizes: starter or highly-available (modules/size)."
  type        = string

  validation {
    condition     = contains(["starter", "highly-available"], var.size)
    error_message = "The size is starter or highly-available."
  }
}

variable "changes" {
  description = "What this environment has otherwise than its size says. What is left out is as the size says."
  type = object({
    zones                     = optional(number)
    nat                       = optional(string)
    interface_endpoints       = optional(bool)
    log_days                  = optional(number)
    load_balanced             = optional(bool)
    origin_protocol           = optional(string)
    instance_type             = optional(string)
    instances_min             = optional(number)
    instances_max             = optional(number)
    volume_gib                = optional(number)
    cpu_credits               = optional(string)
    database_class            = optional(string)
    database_multi_az         = optional(bool)
    database_replicas         = optional(number)
    database_gib              = optional(number)
    database_most_gib         = optional(number)
    database_backup_days      = optional(number)
    database_password         = optional(string)
    database_insights         = optional(bool)
    database_monitor_seconds  = optional(number)
    cache                     = optional(bool)
    cache_class               = optional(string)
    cache_nodes               = optional(number)
    firewall                  = optional(bool)
    firewall_on_load_balancer = optional(bool)
    backup_copies             = optional(bool)
    protected                 = optional(bool)
  })
  default  = {}
  nullable = false
}

variable "host" {
  description = "The shop's address, such as shop.example. Null: CloudFront's own; a highly available shop needs one."
  type        = string
  default     = null

  validation {
    condition     = var.host == null ? true : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.host))
    error_message = "A host name such as shop.example, without https:// and without a slash."
  }
}

module "size" {
  source  = "../../modules/size"
  size    = var.size
  changes = var.changes
}

locals {
  name       = "${var.project}-${var.environment}"
  parameters = "/${var.project}/${var.environment}"
  settings   = module.size.settings
  https      = local.settings.origin_protocol == "https-only"

  # The port at which CloudFront knocks.
  origin_port = local.https ? 443 : local.app_port
  app_port    = 3000

  tags = {
    "flora:project"     = var.project
    "flora:environment" = var.environment
    "flora:size"        = var.size
    "flora:made-by"     = "terraform"
  }
}
