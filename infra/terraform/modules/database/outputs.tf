output "identifier" {
  description = "The instance by name, as measurements and backups know it."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "The instance, for backups."
  value       = aws_db_instance.this.arn
}

output "host" {
  description = "The address inside of the network."
  value       = aws_db_instance.this.address
}

output "replica_identifiers" {
  description = "Instances to read from, by name."
  value       = aws_db_instance.replica[*].identifier
}

output "secret_arn" {
  description = "The secret with the password. Null where the password is a parameter."
  value       = var.password == "managed" ? aws_db_instance.this.master_user_secret[0].secret_arn : null
}
