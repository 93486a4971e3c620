variable "size" {
  description = "Which of the two sizes: starter (one machine, minded to cost little) or highly-available (several machines over three zones)."
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

  validation {
    condition     = var.changes.zones == null ? true : contains([2, 3], var.changes.zones)
    error_message = "A database wants two zones at least, and three are the most that Flora is spread over."
  }

  validation {
    condition     = var.changes.nat == null ? true : contains(["none", "single", "per-zone"], var.changes.nat)
    error_message = "nat is none, single or per-zone."
  }

  validation {
    condition     = var.changes.origin_protocol == null ? true : contains(["http-only", "https-only"], var.changes.origin_protocol)
    error_message = "origin_protocol is http-only or https-only."
  }

  validation {
    condition     = var.changes.database_password == null ? true : contains(["parameter", "managed"], var.changes.database_password)
    error_message = "database_password is parameter (SSM) or managed (Secrets Manager, rotated)."
  }

  validation {
    condition     = var.changes.cpu_credits == null ? true : contains(["standard", "unlimited"], var.changes.cpu_credits)
    error_message = "cpu_credits is standard or unlimited."
  }
}
