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

variable "load_balanced" {
  description = "Whether instances stand behind a load balancer in a scaling group. If not, there is one, with an address that stays."
  type        = bool
}

variable "network" {
  description = "Where instances and load balancer stand: the network, its subnets and security groups."
  type = object({
    vpc_id                 = string
    public_subnet_ids      = list(string)
    app_subnet_ids         = list(string)
    app_group_id           = string
    load_balancer_group_id = optional(string)
  })
}

variable "app_port" {
  description = "The port on which the shop listens."
  type        = number
  default     = 3000
}

variable "instance_type" {
  description = "What kind of machine. It must be of the architecture for which releases are built."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9]+$", var.instance_type))
    error_message = "An instance type such as t3.small."
  }
}

variable "architecture" {
  description = "The processor for which releases are built: x86_64 or arm64."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "x86_64 or arm64."
  }
}

variable "image_id" {
  description = "The image instances start from. Null: the newest Amazon Linux 2023 at the time an instance starts."
  type        = string
  default     = null

  validation {
    condition     = var.image_id == null ? true : startswith(var.image_id, "ami-")
    error_message = "An image is named ami-…"
  }
}

variable "instances" {
  description = "Of how many machines the scaling group has at least and at most."
  type        = object({ min = number, max = number })
  default     = { min = 1, max = 1 }

  validation {
    condition     = var.instances.min >= 1 && var.instances.max >= var.instances.min && var.instances.max <= 20
    error_message = "At least one instance, at most twenty, and no more at least than at most."
  }
}

variable "volume_gib" {
  description = "Size of an instance's disk."
  type        = number
  default     = 20

  validation {
    condition     = var.volume_gib >= 8 && var.volume_gib <= 200
    error_message = "8 to 200 GiB: what must last is in the database and in S3."
  }
}

variable "cpu_credits" {
  description = "Whether a burstable machine may be billed for more than its credits: unlimited, or standard."
  type        = string
  default     = "standard"

  validation {
    condition     = contains(["standard", "unlimited"], var.cpu_credits)
    error_message = "standard or unlimited."
  }
}

variable "user_data" {
  description = "The script that an instance runs at its first start. Null: one that fetches the release's own boot script and calls it."
  type        = string
  default     = null
}

variable "boot_verbs" {
  description = "What operators and the pipeline may ask an instance to do; the first argument of /opt/flora/boot. Nothing else can be run from outside."
  type        = list(string)
  default     = ["deploy", "reload", "rollback", "migrate", "status"]

  validation {
    condition     = length(var.boot_verbs) > 0 && alltrue([for verb in var.boot_verbs : can(regex("^[a-z][a-z-]{2,20}$", verb))])
    error_message = "A verb is a word of small letters."
  }
}

variable "keys" {
  description = "KMS keys: of what is kept (volumes, secrets, files), and of what is said (logs)."
  type        = object({ kept_arn = string, said_arn = string })
}

variable "buckets" {
  description = "ARNs of the buckets that instances use: releases to read, uploads to read and write."
  type        = object({ releases_arn = string, uploads_arn = string })
}

variable "log_bucket" {
  description = "The bucket for the load balancer's access log. Null: none is written."
  type        = string
  default     = null
}

variable "log_days" {
  description = "How many days the shop's log is kept."
  type        = number
  default     = 30
}

variable "database_secret_arn" {
  description = "The secret with the database's password, where Secrets Manager keeps it. Null: it is among the parameters."
  type        = string
  default     = null
}

variable "cache_arns" {
  description = "ARNs that an instance connects to as the cache's user: the cache and the user. Empty: there is no cache."
  type        = list(string)
  default     = []
}

variable "origin" {
  description = "How CloudFront speaks to the shop: name, zone, https or not, and the word it proves itself with to the load balancer."
  type = object({
    host    = optional(string)
    zone_id = optional(string)
    https   = optional(bool, false)
    word    = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = !var.load_balanced || alltrue([var.origin.host != null, var.origin.zone_id != null, var.origin.word != null])
    error_message = "A load balancer wants a name with a zone, for its certificate, and a word that CloudFront says."
  }
}

variable "firewall_arn" {
  description = "The web ACL before the load balancer. Used when firewall is true."
  type        = string
  default     = null
}

variable "firewall" {
  description = "Whether a web ACL stands before the load balancer, beside the one before CloudFront."
  type        = bool
  default     = false
}

variable "protected" {
  description = "Whether load balancer and instance are protected from being deleted by mistake."
  type        = bool
  default     = true
}
