# What others need to know of this root. They read it from Parameter Store, not from this root's state.
locals {
  published = {
    address          = module.cdn.address
    distribution_id  = module.cdn.distribution_id
    distribution_arn = module.cdn.distribution_arn
    firewall_name    = module.cdn.firewall_name
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "${local.parameters}/outputs/edge"
  description = "What the edge root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}
