variable "repository" {
  description = "The GitHub repository whose pipeline may release, as owner/name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "A repository is owner/name, in full."
  }
}

variable "state_bucket" {
  description = "The bucket of Terraform's state, which the pipeline reads to plan. Null: it does not plan."
  type        = string
  default     = null
}

variable "provision_policies" {
  description = "By which policies the pipeline may change the infrastructure, by ARN. Empty: people do that, by their own sign-in."
  type        = set(string)
  default     = []
}

module "identity" {
  source          = "../../modules/identity"
  name            = local.name
  create_provider = false

  deploy = {
    repository          = var.repository
    github_environment  = var.environment
    parameters          = local.parameters
    key_arn             = local.foundation.keys.kept_arn
    releases_arn        = local.data.bucket_arns.releases
    site_arn            = local.data.bucket_arns.site
    distribution_arn    = local.edge.distribution_arn
    document            = local.app.document
    instance_tag        = local.app.instance_tag
    scaling_group       = local.app.scaling_group
    state_bucket_arn    = var.state_bucket == null ? null : "arn:aws:s3:::${var.state_bucket}"
    provision_policies  = var.provision_policies
    database_identifier = local.data.database.identifier
  }
}
