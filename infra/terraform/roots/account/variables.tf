variable "project" {
  description = "The project: every name begins with it."
  type        = string
  default     = "flora"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{2,11}$", var.project))
    error_message = "A project is 3 to 12 small letters and figures."
  }
}

variable "region" {
  description = "The region in which the account is looked after."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "A region such as ap-southeast-2."
  }
}

variable "emails" {
  description = "Who is written to about costs and findings."
  type        = set(string)

  validation {
    condition     = length(var.emails) > 0
    error_message = "At least one e-mail address."
  }
}

variable "monthly_budget" {
  description = "What the account may cost a month, in US dollars, before somebody is written to."
  type        = number

  validation {
    condition     = var.monthly_budget > 0
    error_message = "More than nothing."
  }
}

variable "odd_spend" {
  description = "From how many US dollars on an unusual spend is told."
  type        = number
  default     = 10

  validation {
    condition     = var.odd_spend > 0
    error_message = "More than nothing."
  }
}

variable "recorder" {
  description = "Whether AWS Config records what is changed and holds it to rules."
  type        = bool
  default     = true
}

variable "detector" {
  description = "Whether GuardDuty looks for what thieves do."
  type        = bool
  default     = true
}

variable "create_provider" {
  description = "Whether GitHub's identity is made known to the account here. False where another project of the account has done so: it can be there once."
  type        = bool
  default     = true
}
