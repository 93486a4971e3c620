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
  description = "Subnets without a way out, in two zones at least."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "A database wants subnets in two zones, even when it stands in one."
  }
}

variable "group_id" {
  description = "The security group that only instances of the shop may enter."
  type        = string
}

variable "keys" {
  description = "KMS keys: of what is kept (data, password), and of what is said (logs)."
  type        = object({ kept_arn = string, said_arn = string })
}

variable "engine_version" {
  description = "PostgreSQL's version, such as 18 or 18.1. With a major one alone AWS chooses the minor."
  type        = string
  default     = "18"

  validation {
    condition     = can(regex("^1[6-9](\\.[0-9]+)?$", var.engine_version))
    error_message = "A version of PostgreSQL from 16 on."
  }
}

variable "instance_class" {
  description = "What kind of machine, such as db.t4g.micro."
  type        = string

  validation {
    condition     = startswith(var.instance_class, "db.")
    error_message = "An instance class begins with db."
  }
}

variable "multi_az" {
  description = "Whether a second instance in another zone takes over when the first fails."
  type        = bool
}

variable "replicas" {
  description = "How many more instances there are to read from."
  type        = number

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 3
    error_message = "None to three replicas."
  }
}

variable "storage" {
  description = "Disk in GiB: at first, and how far it may grow by itself."
  type        = object({ gib = number, most_gib = number })

  validation {
    condition     = var.storage.gib >= 20 && var.storage.most_gib >= var.storage.gib * 1.1
    error_message = "At least 20 GiB, and room to grow by a tenth."
  }
}

variable "backup_days" {
  description = "To any second of how many days the database can be taken back."
  type        = number

  validation {
    condition     = var.backup_days >= 7 && var.backup_days <= 35
    error_message = "7 to 35 days: a mistake of Friday is found on Monday."
  }
}

variable "password" {
  description = "Who keeps the password: parameter (made once, in Parameter Store) or managed (Secrets Manager, rotated)."
  type        = string

  validation {
    condition     = contains(["parameter", "managed"], var.password)
    error_message = "parameter or managed."
  }
}

variable "password_version" {
  description = "Raise it by one to make a new password and write it to database and Parameter Store. Only where the password is a parameter."
  type        = number
  default     = 1

  validation {
    condition     = var.password_version >= 1 && floor(var.password_version) == var.password_version
    error_message = "A whole number from 1 on."
  }
}

variable "insights" {
  description = "Whether Performance Insights is on, for its free week."
  type        = bool
}

variable "monitor_seconds" {
  description = "How often the machine below the database is measured; 0 for not at all."
  type        = number

  validation {
    condition     = contains([0, 1, 5, 10, 15, 30, 60], var.monitor_seconds)
    error_message = "0, 1, 5, 10, 15, 30 or 60 seconds."
  }
}

variable "log_days" {
  description = "How many days the database's log is kept."
  type        = number
  default     = 30
}

variable "protected" {
  description = "Whether the database is protected from being deleted, and leaves a snapshot should it be all the same."
  type        = bool
  default     = true
}
