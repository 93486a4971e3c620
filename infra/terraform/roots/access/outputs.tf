# What others need to know of this root. They read it from Parameter Store, not from this root's state.
locals {
  published = {
    deploy_role_arn    = module.identity.deploy_role_arn
    plan_role_arn      = module.identity.plan_role_arn
    provision_role_arn = module.identity.provision_role_arn
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "${local.parameters}/outputs/access"
  description = "What the access root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}
