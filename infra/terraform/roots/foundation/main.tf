variable "cidr" {
  description = "The addresses of the network, a /16."
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && endswith(var.cidr, "/16")
    error_message = "The network is a /16, such as 10.20.0.0/16."
  }
}

variable "zone" {
  description = "The DNS zone of the shop's address: its name, and whether it is made here or is there already."
  type        = object({ name = string, create = bool })
  default     = null

  validation {
    condition     = (var.zone == null) == (var.host == null)
    error_message = "An address and its zone come together."
  }

  validation {
    condition     = var.zone == null || var.host == null ? true : var.host == var.zone.name || endswith(var.host, ".${var.zone.name}")
    error_message = "The address is in the zone."
  }
}

module "keys" {
  source = "../../modules/keys"
  name   = local.name
}

module "network" {
  source              = "../../modules/network"
  name                = local.name
  cidr                = var.cidr
  zones               = local.settings.zones
  nat                 = local.settings.nat
  load_balanced       = local.settings.load_balanced
  app_port            = local.app_port
  origin_port         = local.origin_port
  cache               = local.settings.cache
  interface_endpoints = local.settings.interface_endpoints
  log_days            = local.settings.log_days
  log_key_arn         = module.keys.said_arn
}

resource "aws_route53_zone" "this" {
  #checkov:skip=CKV2_AWS_38:DNSSEC wants a key signed at the registrar, by hand
  #checkov:skip=CKV2_AWS_39:who looked up a shop's address is of no interest
  count   = try(var.zone.create, false) ? 1 : 0
  name    = var.zone.name
  comment = local.name
}

data "aws_route53_zone" "found" {
  count = try(!var.zone.create, false) ? 1 : 0
  name  = var.zone.name
}

# Made up once, and known to CloudFront and the load balancer only: others, too, can send requests by CloudFront's addresses.
resource "terraform_data" "origin_word" {
  input = uuid()

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_ssm_parameter" "origin_word" {
  name        = "${local.parameters}/internal/ORIGIN_WORD"
  description = "By this CloudFront proves to the load balancer that it is ours"
  type        = "SecureString"
  key_id      = module.keys.kept_arn
  value       = terraform_data.origin_word.output
}
