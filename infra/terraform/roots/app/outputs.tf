# What others need to know of this root. They read it from Parameter Store, not from this root's state.
locals {
  published = {
    origin_host   = module.compute.origin_host
    instance_id   = module.compute.instance_id
    scaling_group = module.compute.scaling_group
    load_balancer = module.compute.load_balancer
    instance_tag  = module.compute.instance_tag
    document      = module.compute.document
    role_name     = module.compute.role_name
    log_groups    = module.compute.log_groups
    secrets       = module.secrets.names
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "${local.parameters}/outputs/app"
  description = "What the app root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}
