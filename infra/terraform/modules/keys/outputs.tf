output "kept_arn" {
  description = "The key of what is kept: database, files, secrets, volumes, backups."
  value       = aws_kms_key.kept.arn
}

output "said_arn" {
  description = "The key of what is said: logs, alarms, messages."
  value       = aws_kms_key.said.arn
}
