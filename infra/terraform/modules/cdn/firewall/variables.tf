variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "scope" {
  description = "Before what it stands: CLOUDFRONT (made in us-east-1) or REGIONAL (a load balancer)."
  type        = string

  validation {
    condition     = contains(["CLOUDFRONT", "REGIONAL"], var.scope)
    error_message = "CLOUDFRONT or REGIONAL."
  }
}

variable "requests" {
  description = "How many requests one address may make in five minutes before it has to wait."
  type        = number
  default     = 3000

  validation {
    condition     = var.requests >= 100 && var.requests <= 2000000
    error_message = "100 to 2,000,000."
  }
}

variable "sign_in_requests" {
  description = "How many requests one address may make in five minutes to where passwords and codes can be guessed."
  type        = number
  default     = 100

  validation {
    condition     = var.sign_in_requests >= 10
    error_message = "Ten at least: an office shares one address."
  }
}
