output "names" {
  description = "The parameters that an operator fills."
  value       = [for parameter in aws_ssm_parameter.secret : parameter.name]
}
