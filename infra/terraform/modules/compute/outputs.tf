output "origin_host" {
  description = "The name at which CloudFront finds the shop."
  value       = coalesce(var.origin.host, one(aws_eip.this[*].public_dns))
}

output "instance_id" {
  description = "The one instance. Null behind a load balancer."
  value       = one(aws_instance.this[*].id)
}

output "scaling_group" {
  description = "The name of the scaling group. Null when there is one instance only."
  value       = one(aws_autoscaling_group.this[*].name)
}

output "load_balancer" {
  description = "How measurements name the load balancer and its target group. Null when there is one instance only."
  value = var.load_balanced ? {
    arn_suffix              = aws_lb.this[0].arn_suffix
    target_group_arn_suffix = aws_lb_target_group.this[0].arn_suffix
  } : null
}

output "instance_tag" {
  description = "The tag by which instances of this environment are found."
  value       = { key = "flora:runs", value = var.name }
}

output "document" {
  description = "The SSM document by which instances are asked for a verb of their boot script."
  value       = aws_ssm_document.boot.name
}

output "role_name" {
  description = "The role of the instances."
  value       = aws_iam_role.instance.name
}

output "log_groups" {
  description = "Log groups by what writes them."
  value       = { for what, group in aws_cloudwatch_log_group.this : what => group.name }
}
