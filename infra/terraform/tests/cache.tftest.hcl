mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name       = "flora-test"
  parameters = "/flora/test"
  subnet_ids = ["subnet-d1", "subnet-d2"]
  group_id   = "sg-cache"
  key_arn    = "arn:aws:kms:ap-southeast-2:111122223333:key/kept"
  node_class = "cache.t4g.micro"
  nodes      = 2
}

run "the_cache_is_sealed_and_speaks_tls" {
  command = plan

  module {
    source = "./modules/cache"
  }

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required" && aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true" && aws_elasticache_replication_group.this.kms_key_id == var.key_arn
    error_message = "Sealed on the way and at rest."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "Two nodes stand in two zones."
  }

  assert {
    condition     = startswith(aws_elasticache_user.nobody.access_string, "off") && aws_elasticache_user.nobody.user_name == "default" && aws_elasticache_user.shop.authentication_mode[0].type == "iam"
    error_message = "Nobody enters without a name, and the shop without a password."
  }
}

run "one_node_has_nobody_to_fail_over_to" {
  command = plan

  module {
    source = "./modules/cache"
  }

  variables {
    nodes = 1
  }

  assert {
    condition     = !aws_elasticache_replication_group.this.automatic_failover_enabled && output.cluster_ids == ["flora-test-001"]
    error_message = "AWS refuses failover with one node."
  }
}
