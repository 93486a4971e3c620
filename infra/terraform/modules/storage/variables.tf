variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens: bucket names have no room for more."
  }
}

variable "key_arn" {
  description = "The KMS key of what is kept."
  type        = string
}

variable "log_days" {
  description = "How many days access logs are kept."
  type        = number

  validation {
    condition     = var.log_days >= 7
    error_message = "A week at least: attacks are noticed late."
  }
}

variable "protected" {
  description = "Whether a bucket that holds something refuses to be deleted."
  type        = bool
  default     = true
}
