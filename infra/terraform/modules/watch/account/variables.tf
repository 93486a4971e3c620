variable "name" {
  description = "The project, such as flora. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "emails" {
  description = "Who is written to about costs and findings."
  type        = set(string)

  validation {
    condition     = length(var.emails) > 0 && alltrue([for address in var.emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", address))])
    error_message = "At least one e-mail address: a warning that nobody gets is none."
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
  description = "Whether AWS Config records what is changed and holds it to rules. It is billed by the change."
  type        = bool
  default     = true
}

variable "detector" {
  description = "Whether GuardDuty looks for what thieves do. It is billed by the event, after a free month."
  type        = bool
  default     = true
}

variable "trail_days" {
  description = "How many days is kept who did what in the account."
  type        = number
  default     = 400

  validation {
    condition     = var.trail_days >= 90
    error_message = "Three months at least: AWS itself keeps as much."
  }
}
