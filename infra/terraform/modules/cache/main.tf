locals {
  family = "valkey${split(".", var.engine_version)[0]}"
}

resource "aws_elasticache_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

# What is in a cache can be made again: the least recently used goes when it is full.
resource "aws_elasticache_parameter_group" "this" {
  name        = "${var.name}-${local.family}"
  family      = local.family
  description = "A cache, not a store"

  parameter {
    name  = "maxmemory-policy"
    value = "allkeys-lru"
  }
}

# Nobody enters by the default user. The shop's signs in by its instance role: no password is kept anywhere.
resource "aws_elasticache_user" "nobody" {
  user_id       = "${var.name}-nobody"
  user_name     = "default"
  engine        = "valkey"
  access_string = "off ~* -@all"

  authentication_mode {
    type = "no-password-required"
  }
}

resource "aws_elasticache_user" "shop" {
  user_id       = "${var.name}-shop"
  user_name     = "${var.name}-shop"
  engine        = "valkey"
  access_string = "on ~* &* +@all -@dangerous"

  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user_group" "this" {
  user_group_id = var.name
  engine        = "valkey"
  user_ids      = [aws_elasticache_user.nobody.user_id, aws_elasticache_user.shop.user_id]
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = var.name
  description                = "The shop's cache"
  engine                     = "valkey"
  engine_version             = var.engine_version
  node_type                  = var.node_class
  num_cache_clusters         = var.nodes
  automatic_failover_enabled = var.nodes > 1
  multi_az_enabled           = var.nodes > 1
  parameter_group_name       = aws_elasticache_parameter_group.this.name
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [var.group_id]
  user_group_ids             = [aws_elasticache_user_group.this.id]
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  at_rest_encryption_enabled = true
  kms_key_id                 = var.key_arn
  maintenance_window         = "sun:16:45-sun:17:45"
  snapshot_retention_limit   = 1
  snapshot_window            = "15:30-16:30"
  auto_minor_version_upgrade = true
  apply_immediately          = false
}

resource "aws_ssm_parameter" "url" {
  name        = "${var.parameters}/config/REDIS_URL"
  description = "Where the cache is. Who connects signs in by the instance role"
  type        = "String"
  value       = "rediss://${aws_elasticache_user.shop.user_name}@${aws_elasticache_replication_group.this.primary_endpoint_address}:6379"
}
