variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "parameters" {
  description = "Under which path of Parameter Store this environment keeps what it knows, such as /flora/prod."
  type        = string

  validation {
    condition     = can(regex("^(/[a-z0-9-]+)+$", var.parameters))
    error_message = "A path begins with a slash and does not end with one."
  }
}

variable "key_arn" {
  description = "The KMS key of what is kept."
  type        = string
}

variable "secrets" {
  description = "Names of the shop's secrets, as .env.example has them, each with what it is. Terraform makes their places; an operator fills them."
  type        = map(string)

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^[A-Z][A-Z0-9_]+$", name))])
    error_message = "A secret is named as in .env.example."
  }

  validation {
    condition     = alltrue([for about in values(var.secrets) : length(about) > 0])
    error_message = "Say of each secret what it is."
  }
}

variable "configuration" {
  description = "What the shop is told that is no secret, by the names of .env.example."
  type        = map(string)

  validation {
    condition     = alltrue([for name, value in var.configuration : can(regex("^[A-Z][A-Z0-9_]+$", name)) && length(value) > 0])
    error_message = "Configuration is named as in .env.example, and Parameter Store keeps no empty values: leave it out."
  }

  validation {
    condition     = alltrue([for value in values(var.configuration) : !can(regex("(sk|rk)_(test|live)_|whsec_|BEGIN [A-Z ]*PRIVATE KEY|://[^/@]+:[^/@]+@", value))])
    error_message = "That is a secret, and belongs among the secrets."
  }
}

variable "rotate" {
  description = "Whether the database's password, kept by Secrets Manager, is changed on a schedule."
  type        = bool
}

variable "database_secret_arn" {
  description = "The secret with the database's password. Wanted when rotate is true."
  type        = string
  default     = null
}

variable "document" {
  description = "The SSM document by which instances are asked to read their secrets again. Wanted when rotate is true."
  type        = string
  default     = null
}

variable "instance_tag" {
  description = "The tag of the instances that are asked."
  type        = object({ key = string, value = string })
  default     = null
}
