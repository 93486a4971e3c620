mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:ap-southeast-2:111122223333:log-group:flora" }
  }

  mock_resource "aws_ssm_document" {
    defaults = { arn = "arn:aws:ssm:ap-southeast-2:111122223333:document/flora-test-boot" }
  }

  mock_resource "aws_iam_instance_profile" {
    defaults = { arn = "arn:aws:iam::111122223333:instance-profile/flora-test-app" }
  }

  mock_resource "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:ap-southeast-2:111122223333:loadbalancer/app/flora-test/1", arn_suffix = "app/flora-test/1" }
  }

  mock_resource "aws_lb_listener" {
    defaults = { arn = "arn:aws:elasticloadbalancing:ap-southeast-2:111122223333:listener/app/flora-test/1/2" }
  }

  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:ap-southeast-2:111122223333:targetgroup/flora-test/1", arn_suffix = "targetgroup/flora-test/1" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn                       = "arn:aws:acm:ap-southeast-2:111122223333:certificate/1"
      domain_validation_options = [{ domain_name = "origin.shop.example", resource_record_name = "_a.origin.shop.example", resource_record_type = "CNAME", resource_record_value = "_b.acm.example" }]
    }
  }
}

variables {
  name          = "flora-test"
  parameters    = "/flora/test"
  load_balanced = false
  instance_type = "t3.small"
  keys          = { kept_arn = "arn:aws:kms:ap-southeast-2:111122223333:key/kept", said_arn = "arn:aws:kms:ap-southeast-2:111122223333:key/said" }
  buckets       = { releases_arn = "arn:aws:s3:::flora-test-releases", uploads_arn = "arn:aws:s3:::flora-test-uploads" }
  network = {
    vpc_id                 = "vpc-1"
    public_subnet_ids      = ["subnet-p1", "subnet-p2"]
    app_subnet_ids         = ["subnet-a1", "subnet-a2"]
    app_group_id           = "sg-app"
    load_balancer_group_id = "sg-balancer"
  }
}

run "the_one_machine_keeps_its_address_and_its_secrets" {
  command = plan

  module {
    source = "./modules/compute"
  }

  assert {
    condition     = length(aws_instance.this) == 1 && length(aws_eip.this) == 1 && length(aws_lb.this) == 0 && length(aws_autoscaling_group.this) == 0
    error_message = "One instance, one address, no load balancer."
  }

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required" && aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "IMDSv2, and not through a container."
  }

  assert {
    condition     = aws_launch_template.this.block_device_mappings[0].ebs[0].encrypted == "true" && aws_launch_template.this.block_device_mappings[0].ebs[0].kms_key_id == var.keys.kept_arn
    error_message = "The disk is sealed by our key."
  }

  assert {
    condition     = aws_launch_template.this.key_name == null || aws_launch_template.this.key_name == ""
    error_message = "Nobody comes by SSH."
  }

  assert {
    condition     = aws_instance.this[0].disable_api_termination
    error_message = "The one machine is not ended by mistake."
  }

  assert {
    condition     = aws_network_interface.this[0].security_groups == toset(["sg-app"])
    error_message = "Only the shop's own group."
  }

  assert {
    condition     = alltrue(flatten([for statement in data.aws_iam_policy_document.shop.statement : [for action in statement.actions : !strcontains(action, "*")]]))
    error_message = "Actions are named one by one."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.shop.statement : !contains(statement.resources, "*") || length(statement.condition) > 0])
    error_message = "What has no resource has a condition."
  }

  assert {
    condition     = alltrue(flatten([for statement in data.aws_iam_policy_document.shop.statement : [for resource in statement.resources : endswith(resource, "/flora/test/config") || strcontains(resource, "/flora/test/")] if contains(statement.actions, "ssm:GetParameter")]))
    error_message = "Parameters of this environment and of no other."
  }

  assert {
    condition     = tolist(jsondecode(aws_ssm_document.boot.content).parameters.verb.allowedValues) == var.boot_verbs && can(regex(jsondecode(aws_ssm_document.boot.content).parameters.release.allowedPattern, "2026.11.20-ab12cd3"))
    error_message = "The document takes a verb and a release."
  }

  assert {
    condition     = alltrue([for evil in ["x; rm -rf /", "$(id)", "`id`", "../x", "-v"] : !can(regex(jsondecode(aws_ssm_document.boot.content).parameters.release.allowedPattern, evil))])
    error_message = "And nothing that a shell would read otherwise."
  }

  assert {
    condition     = strcontains(local.user_data, "parameters='/flora/test'") && strcontains(local.user_data, "bucket='flora-test-releases'") && strcontains(local.user_data, "/opt/flora/boot\" deploy") && strcontains(local.user_data, "FLORA_PORT='3000'")
    error_message = "It fetches the boot script of the release and calls it."
  }

  assert {
    condition     = !can(regex("(?i)secret|password", local.user_data))
    error_message = "User data can be read by whoever can look at the instance: it holds no secret."
  }
}

run "several_machines_stand_behind_a_balancer_that_knows_cloudfront" {
  command = plan

  module {
    source = "./modules/compute"
  }

  variables {
    load_balanced       = true
    instances           = { min = 2, max = 6 }
    log_bucket          = "flora-test-logs"
    database_secret_arn = "arn:aws:secretsmanager:ap-southeast-2:111122223333:secret:rds"
    cache_arns          = ["arn:aws:elasticache:ap-southeast-2:111122223333:replicationgroup:flora-test"]
    origin              = { host = "origin.shop.example", zone_id = "Z1", https = true, word = "word" }
    firewall            = true
    firewall_arn        = "arn:aws:wafv2:ap-southeast-2:111122223333:regional/webacl/flora/1"
  }

  assert {
    condition     = length(aws_instance.this) == 0 && length(aws_eip.this) == 0 && length(aws_wafv2_web_acl_association.load_balancer) == 1
    error_message = "No machine has a public address."
  }

  assert {
    condition     = aws_lb_listener.https[0].protocol == "HTTPS" && aws_lb_listener.https[0].default_action[0].fixed_response[0].status_code == "403" && startswith(aws_lb_listener.https[0].ssl_policy, "ELBSecurityPolicy-TLS13")
    error_message = "TLS only, and closed to whoever does not know the word."
  }

  assert {
    condition     = one(one(aws_lb_listener_rule.cloudfront[0].condition).http_header).values == toset(["word"])
    error_message = "CloudFront's word opens."
  }

  assert {
    condition     = aws_lb.this[0].drop_invalid_header_fields && aws_lb.this[0].enable_deletion_protection && aws_lb.this[0].access_logs[0].enabled
    error_message = "Odd headers are dropped, the log is written, and it is not deleted by mistake."
  }

  assert {
    condition     = aws_autoscaling_group.this[0].vpc_zone_identifier == toset(["subnet-a1", "subnet-a2"]) && aws_autoscaling_group.this[0].health_check_type == "ELB"
    error_message = "Machines stand in private subnets, and one that does not serve is replaced."
  }

  assert {
    condition     = aws_autoscaling_group.this[0].instance_refresh[0].preferences[0].min_healthy_percentage == 100 && aws_autoscaling_group.this[0].instance_refresh[0].preferences[0].auto_rollback
    error_message = "A refresh takes nothing away before something has come, and goes back when it fails."
  }

  assert {
    condition     = aws_lb_target_group.this[0].health_check[0].path == "/api/ready"
    error_message = "Ready, not only alive."
  }
}

run "a_balancer_wants_a_name_and_a_word" {
  command = plan

  module {
    source = "./modules/compute"
  }

  variables {
    load_balanced = true
  }

  expect_failures = [var.origin]
}

run "the_lone_machine_may_prove_one_name" {
  command = plan

  module {
    source = "./modules/compute"
  }

  variables {
    origin = { host = "origin.shop.example", zone_id = "Z1", https = true }
  }

  assert {
    condition = anytrue([for statement in data.aws_iam_policy_document.shop.statement :
    statement.actions == toset(["route53:ChangeResourceRecordSets"]) && anytrue([for condition in statement.condition : condition.values == tolist(["_acme-challenge.origin.shop.example"])])])
    error_message = "It may write the one record that its certificate wants."
  }
}
