output "topic_arn" {
  description = "Where costs and findings are told."
  value       = aws_sns_topic.account.arn
}

output "audit_bucket" {
  description = "Where it is kept who did what."
  value       = aws_s3_bucket.audit.id
}
