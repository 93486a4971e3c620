output "provider_arn" {
  description = "GitHub, as the account knows it."
  value       = local.provider
}

output "deploy_role_arn" {
  description = "The role by which the pipeline releases. Null when there is none."
  value       = one(aws_iam_role.deploy[*].arn)
}

output "plan_role_arn" {
  description = "The role by which the pipeline plans. Null when there is none."
  value       = one(aws_iam_role.plan[*].arn)
}

output "provision_role_arn" {
  description = "The role by which the pipeline changes the infrastructure. Null unless the account's owner gave it policies."
  value       = one(aws_iam_role.provision[*].arn)
}
