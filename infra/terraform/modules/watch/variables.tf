variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "key_arn" {
  description = "The KMS key of what is said."
  type        = string
}

variable "alarm_emails" {
  description = "Who is written to when something is wrong. Each has to confirm once, by a letter from AWS."
  type        = set(string)

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", address))])
    error_message = "E-mail addresses."
  }
}

variable "instance_id" {
  description = "The one instance. Null behind a load balancer."
  type        = string
  default     = null
}

variable "load_balanced" {
  description = "Whether there is a load balancer with a scaling group."
  type        = bool
}

variable "load_balancer" {
  description = "How measurements name the load balancer and its target group."
  type        = object({ arn_suffix = string, target_group_arn_suffix = string })
  default     = null
}

variable "scaling_group" {
  description = "The scaling group by name."
  type        = object({ name = string, most = number })
  default     = null
}

variable "burstable" {
  description = "Whether the machine lives on CPU credits that can run out."
  type        = bool
  default     = true
}

variable "database" {
  description = "The database: its name, that of its replicas, how many GiB its disk may grow to, and how many connections are many."
  type = object({
    identifier          = string
    replica_identifiers = optional(list(string), [])
    gib                 = number
    many_connections    = number
  })
}

variable "cache_cluster_ids" {
  description = "Machines of the cache. Empty: there is none."
  type        = list(string)
  default     = []
}

variable "distribution_id" {
  description = "The CloudFront distribution."
  type        = string
}

variable "log_groups" {
  description = "The shop's log groups by what writes them: boot, serve, work."
  type        = map(string)

  validation {
    condition     = alltrue([for what in ["boot", "serve", "work"] : contains(keys(var.log_groups), what)])
    error_message = "boot, serve and work each have a log group."
  }
}
