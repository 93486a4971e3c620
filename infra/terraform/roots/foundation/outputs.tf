# What others need to know of this root. They read it from Parameter Store, not from this root's state.
locals {
  published = {
    vpc_id            = module.network.vpc_id
    public_subnet_ids = module.network.public_subnet_ids
    app_subnet_ids    = module.network.app_subnet_ids
    data_subnet_ids   = module.network.data_subnet_ids
    group_ids         = module.network.group_ids
    keys              = { kept_arn = module.keys.kept_arn, said_arn = module.keys.said_arn }
    zone              = try(var.zone.name, null)
    name_servers      = try(aws_route53_zone.this[0].name_servers, [])
    zone_id           = try(aws_route53_zone.this[0].zone_id, data.aws_route53_zone.found[0].zone_id, null)
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "${local.parameters}/outputs/foundation"
  description = "What the foundation root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}

output "name_servers" {
  description = "What the registrar of the domain must be told, where the zone is made here."
  value       = try(aws_route53_zone.this[0].name_servers, [])
}
