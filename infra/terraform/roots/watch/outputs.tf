# What others need to know of this root. They read it from Parameter Store, not from this root's state.
locals {
  published = {
    topic_arn   = module.watch.topic_arn
    dashboard   = module.watch.dashboard
    alarm_names = module.watch.alarm_names
  }
}

resource "aws_ssm_parameter" "published" {
  name        = "${local.parameters}/outputs/watch"
  description = "What the watch root has made"
  type        = "String"
  value       = jsonencode(local.published)
}

output "published" {
  description = "What others need to know of this root."
  value       = local.published
}
