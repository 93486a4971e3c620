variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "cidr" {
  description = "The addresses of the network, a /16. Environments that may be joined one day should not overlap."
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && endswith(var.cidr, "/16")
    error_message = "The network is a /16, such as 10.20.0.0/16."
  }
}

variable "zones" {
  description = "Over how many availability zones the subnets are spread."
  type        = number

  validation {
    condition     = contains([2, 3], var.zones)
    error_message = "Two zones or three."
  }
}

variable "nat" {
  description = "How private subnets reach the internet: none (they don't), single (one gateway for all), per-zone (one each)."
  type        = string

  validation {
    condition     = contains(["none", "single", "per-zone"], var.nat)
    error_message = "nat is none, single or per-zone."
  }
}

variable "load_balanced" {
  description = "Whether CloudFront speaks to a load balancer. If not, it speaks to the one instance."
  type        = bool
}

variable "app_port" {
  description = "The port on which the shop listens inside of the network."
  type        = number
  default     = 3000

  validation {
    condition     = var.app_port > 1023 && var.app_port < 65536
    error_message = "A port that needs no special rights: 1024 to 65535."
  }
}

variable "origin_port" {
  description = "The port at which CloudFront knocks: 443 at a load balancer or an instance with a certificate, else the shop's own."
  type        = number

  validation {
    condition     = var.origin_port == 443 || var.origin_port > 1023
    error_message = "443, or the shop's own port."
  }
}

variable "cache" {
  description = "Whether there is a cache to be reached."
  type        = bool
}

variable "interface_endpoints" {
  description = "Whether AWS services are reached by addresses inside of the network, which costs by the hour."
  type        = bool
}

variable "log_days" {
  description = "How many days flow logs are kept."
  type        = number

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731 days."
  }
}

variable "log_key_arn" {
  description = "The KMS key of the logs."
  type        = string

  validation {
    condition     = startswith(var.log_key_arn, "arn:")
    error_message = "The key is named by its ARN."
  }
}
