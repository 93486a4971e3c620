variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "key_arn" {
  description = "The KMS key of what is kept."
  type        = string
}

variable "resource_arns" {
  description = "What is backed up: the database, and the bucket of uploads."
  type        = list(string)

  validation {
    condition     = length(var.resource_arns) > 0
    error_message = "A plan that backs up nothing is no plan."
  }
}

variable "daily_days" {
  description = "How many days a daily backup is kept."
  type        = number
  default     = 35

  validation {
    condition     = var.daily_days >= 7
    error_message = "A week at least."
  }
}

variable "monthly_days" {
  description = "How many days a monthly backup is kept; cold after a week where its kind can be."
  type        = number
  default     = 365

  validation {
    condition     = var.monthly_days >= 98
    error_message = "Cold storage is paid for 90 days at least: 98 or more."
  }
}

variable "copies" {
  description = "Whether each backup is copied to another region."
  type        = bool
}

variable "locked" {
  description = "Whether backups cannot be deleted before a week is over, by anybody without a right of their own to lift the lock."
  type        = bool
  default     = true
}
