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

variable "subnet_ids" {
  description = "Subnets without a way out."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 1
    error_message = "A cache wants a subnet."
  }
}

variable "group_id" {
  description = "The security group that only instances of the shop may enter."
  type        = string
}

variable "key_arn" {
  description = "The KMS key of what is kept."
  type        = string
}

variable "node_class" {
  description = "What kind of machine, such as cache.t4g.micro."
  type        = string

  validation {
    condition     = startswith(var.node_class, "cache.")
    error_message = "A node's class begins with cache."
  }
}

variable "nodes" {
  description = "How many machines hold the same; from two on another takes over when one fails."
  type        = number

  validation {
    condition     = var.nodes >= 1 && var.nodes <= 6
    error_message = "One to six nodes."
  }
}

variable "engine_version" {
  description = "Valkey's version."
  type        = string
  default     = "8.0"

  validation {
    condition     = can(regex("^[789]\\.[0-9]+$", var.engine_version))
    error_message = "A version of Valkey, such as 8.0."
  }
}
