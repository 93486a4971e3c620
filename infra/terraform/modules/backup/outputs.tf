output "vault_name" {
  description = "The vault in this region."
  value       = aws_backup_vault.here.name
}

output "role_arn" {
  description = "The role that backs up and restores; practice restores are started with it."
  value       = aws_iam_role.this.arn
}

output "copies_vault_arn" {
  description = "The vault in the other region. Null where no copies are made."
  value       = one(aws_backup_vault.there[*].arn)
}
