# What an account has once, however many environments it holds: GitHub's identity, the trail, the recorder, the budget.
terraform {
  required_version = ">= 1.11.0, < 2.0.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  backend "s3" {}
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

provider "aws" {
  alias  = "global"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

locals {
  tags = {
    "flora:project" = var.project
    "flora:made-by" = "terraform"
  }
}

module "identity" {
  source          = "../../modules/identity"
  name            = var.project
  create_provider = var.create_provider
}

module "account" {
  source         = "../../modules/watch/account"
  name           = var.project
  emails         = var.emails
  monthly_budget = var.monthly_budget
  odd_spend      = var.odd_spend
  recorder       = var.recorder
  detector       = var.detector

  providers = {
    aws        = aws
    aws.global = aws.global
  }
}

locals {
  published = {
    github_provider_arn = module.identity.provider_arn
    topic_arn           = module.account.topic_arn
    audit_bucket        = module.account.audit_bucket
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "/${var.project}/account/outputs/account"
  description = "What the account root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}
