output "distribution_id" {
  description = "The distribution, for invalidations."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_arn" {
  description = "The distribution, for policies."
  value       = aws_cloudfront_distribution.this.arn
}

output "address" {
  description = "Where shoppers find the shop."
  value       = "https://${coalesce(var.host, aws_cloudfront_distribution.this.domain_name)}"
}

output "firewall_name" {
  description = "The web ACL by name. Null where there is none."
  value       = one(module.firewall[*].name)
}
