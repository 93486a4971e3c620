output "cluster_ids" {
  description = "The machines by name, as measurements know them."
  value       = [for number in range(1, var.nodes + 1) : format("%s-%03d", var.name, number)]
}

output "connect_arns" {
  description = "What a role must be allowed to connect to: the cache and its user."
  value       = [aws_elasticache_replication_group.this.arn, aws_elasticache_user.shop.arn]
}
