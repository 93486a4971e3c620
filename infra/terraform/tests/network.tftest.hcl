mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name                = "flora-test"
  zones               = 2
  nat                 = "none"
  load_balanced       = false
  origin_port         = 3000
  cache               = false
  interface_endpoints = false
  log_days            = 30
  log_key_arn         = "arn:aws:kms:ap-southeast-2:111122223333:key/said"
}

run "only_cloudfront_knocks_at_the_one_machine_and_nothing_is_paid_by_the_hour" {
  command = plan

  module {
    source = "./modules/network"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_vpc_endpoint.interface) == 0 && aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway"
    error_message = "Only the gateway endpoint of S3, which is free."
  }

  assert {
    condition     = alltrue([for subnet in concat(values(aws_subnet.public), values(aws_subnet.app), values(aws_subnet.data)) : subnet.map_public_ip_on_launch == false])
    error_message = "A public address is given on purpose, never by where something stands."
  }

  assert {
    condition     = length(aws_route.app_out) == 0 && length(aws_subnet.data) == 2
    error_message = "App and data subnets have no way out."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cloudfront.prefix_list_id == "pl-cloudfront" && aws_vpc_security_group_ingress_rule.cloudfront.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.cloudfront.from_port == 3000 && aws_vpc_security_group_ingress_rule.cloudfront.to_port == 3000
    error_message = "The one door is CloudFront's, at one port."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.app_from_load_balancer) == 0 && length(aws_security_group.load_balancer) == 0
    error_message = "Without a load balancer nobody else comes in."
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow.kms_key_id == var.log_key_arn && aws_cloudwatch_log_group.flow.retention_in_days == 30
    error_message = "Logs have a key and an end."
  }
}

run "stores_are_entered_by_group_never_by_address" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    zones               = 3
    nat                 = "per-zone"
    load_balanced       = true
    origin_port         = 443
    cache               = true
    interface_endpoints = true
  }

  assert {
    condition = alltrue([for rule in concat([aws_vpc_security_group_ingress_rule.database_from_app], aws_vpc_security_group_ingress_rule.cache_from_app, aws_vpc_security_group_ingress_rule.app_from_load_balancer, aws_vpc_security_group_ingress_rule.endpoints_from_app) :
    rule.cidr_ipv4 == null && rule.cidr_ipv6 == null && rule.prefix_list_id == null])
    error_message = "A rule names a group: addresses change hands."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.database_from_app.from_port == 5432 && aws_vpc_security_group_ingress_rule.cloudfront.from_port == 443
    error_message = "PostgreSQL's port for the database, https for the load balancer."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_route.app_out) == 3 && length(aws_vpc_endpoint.interface) == 2
    error_message = "Each zone has its own way out."
  }

  assert {
    condition     = alltrue([for rule in values(aws_network_acl_rule.data_in) : rule.cidr_block == "10.20.0.0/16"]) && aws_network_acl_rule.data_out.cidr_block == "10.20.0.0/16"
    error_message = "Nothing from beyond the network reaches the data subnets, and nothing leaves them."
  }
}

run "one_gateway_serves_every_zone" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    nat           = "single"
    load_balanced = true
    origin_port   = 443
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.app_out) == 2
    error_message = "One gateway, a route to it from each zone."
  }
}

run "a_network_of_another_size_is_refused" {
  command = plan

  module {
    source = "./modules/network"
  }

  variables {
    cidr = "10.0.0.0/24"
  }

  expect_failures = [var.cidr]
}
