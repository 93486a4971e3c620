variable "name" {
  description = "Project and environment as one word, such as flora-prod. Every name begins with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "A name is 3 to 21 small letters, figures and hyphens."
  }
}

variable "host" {
  description = "The shop's address, such as shop.example. Null: the distribution's own address."
  type        = string
  default     = null

  validation {
    condition     = var.host == null ? true : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.host))
    error_message = "A host name such as shop.example, without https:// and without a slash."
  }
}

variable "other_hosts" {
  description = "Addresses that lead to the shop as well and are sent on to its own, such as www.shop.example."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for host in var.other_hosts : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", host))])
    error_message = "Host names, without https:// and without a slash."
  }
}

variable "zone_id" {
  description = "The Route 53 zone of the shop's address. Wanted when there is one."
  type        = string
  default     = null

  validation {
    condition     = var.host == null || var.zone_id != null
    error_message = "An address wants the zone it is in."
  }
}

variable "site" {
  description = "The bucket of the site's files: name, ARN and host."
  type        = object({ name = string, arn = string, host = string })
}

variable "origin" {
  description = "Where the shop answers, how it is spoken to, and the word by which it knows this distribution."
  type = object({
    host     = string
    protocol = string
    port     = number
    word     = string
  })

  validation {
    condition     = contains(["http-only", "https-only"], var.origin.protocol)
    error_message = "http-only or https-only."
  }
}

variable "firewall" {
  description = "Whether a web ACL stands before the distribution."
  type        = bool
}

variable "price_class" {
  description = "From how much of the world answers come fast: PriceClass_All where the shop's visitors are in Australia."
  type        = string
  default     = "PriceClass_All"

  validation {
    condition     = contains(["PriceClass_All", "PriceClass_200", "PriceClass_100"], var.price_class)
    error_message = "PriceClass_All, PriceClass_200 or PriceClass_100."
  }
}

variable "log_bucket_arn" {
  description = "The bucket of access logs. Null: none are written."
  type        = string
  default     = null
}
