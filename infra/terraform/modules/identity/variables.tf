variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "create_provider" {
  description = "Whether GitHub is made known to the account here. Once an account; its roles are made for each environment."
  type        = bool
}

variable "deploy" {
  description = "Who may release to this environment, and what of it they may touch. Null: nobody, only the provider is made."
  type = object({
    repository          = string
    github_environment  = string
    parameters          = string
    key_arn             = string
    releases_arn        = string
    site_arn            = string
    distribution_arn    = string
    document            = string
    instance_tag        = object({ key = string, value = string })
    scaling_group       = optional(string)
    state_bucket_arn    = optional(string)
    provision_policies  = optional(set(string), [])
    database_identifier = optional(string)
  })
  default = null

  validation {
    condition     = var.deploy == null ? true : can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.deploy.repository))
    error_message = "A repository is owner/name, in full: a pattern would let others in."
  }

  validation {
    condition     = var.deploy == null ? true : can(regex("^[A-Za-z0-9_-]+$", var.deploy.github_environment))
    error_message = "The environment is one of GitHub's, by its name, without a pattern."
  }

  validation {
    condition     = var.deploy == null ? true : alltrue([for arn in var.deploy.provision_policies : startswith(arn, "arn:")])
    error_message = "Policies are named by their ARNs."
  }
}
