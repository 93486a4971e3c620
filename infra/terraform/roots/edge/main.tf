provider "aws" {
  alias  = "global"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

variable "other_hosts" {
  description = "Addresses that lead to the shop as well and are sent on to its own, such as www.shop.example."
  type        = list(string)
  default     = []
}

variable "price_class" {
  description = "From how much of the world answers come fast."
  type        = string
  default     = "PriceClass_All"

  validation {
    condition     = contains(["PriceClass_All", "PriceClass_200", "PriceClass_100"], var.price_class)
    error_message = "PriceClass_All, PriceClass_200 or PriceClass_100."
  }
}

module "cdn" {
  source         = "../../modules/cdn"
  name           = local.name
  host           = var.host
  other_hosts    = var.other_hosts
  zone_id        = local.foundation.zone_id
  firewall       = local.settings.firewall
  price_class    = var.price_class
  log_bucket_arn = local.data.bucket_arns.logs

  site = {
    name = local.data.buckets.site
    arn  = local.data.bucket_arns.site
    host = local.data.site_host
  }

  origin = {
    host     = local.app.origin_host
    protocol = local.settings.origin_protocol
    port     = local.origin_port
    word     = data.aws_ssm_parameter.origin_word.value
  }

  providers = {
    aws        = aws
    aws.global = aws.global
  }
}

# Stands in every mail, and so is known only now.
resource "aws_ssm_parameter" "public_url" {
  name        = "${local.parameters}/config/PUBLIC_URL"
  description = "Where customers reach the shop"
  type        = "String"
  value       = module.cdn.address
}
