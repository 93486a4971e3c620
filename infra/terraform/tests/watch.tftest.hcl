mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan

  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:ap-southeast-2:111122223333:topic" }
  }
}

mock_provider "aws" {
  alias           = "global"
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name            = "flora-test"
  key_arn         = "arn:aws:kms:ap-southeast-2:111122223333:key/said"
  alarm_emails    = ["operator@shop.example"]
  load_balanced   = false
  instance_id     = "i-1"
  distribution_id = "E1"
  database        = { identifier = "flora-test", gib = 20, many_connections = 80 }
  log_groups      = { boot = "/flora/test/boot", serve = "/flora/test/serve", work = "/flora/test/work" }
}

run "the_starter_is_watched" {
  command = plan

  module {
    source = "./modules/watch"
  }

  assert {
    condition     = alltrue([for name in ["instance-gone", "instance-cpu", "instance-credits", "database-disk", "serve-errors", "work-errors"] : contains(keys(aws_cloudwatch_metric_alarm.this), name)])
    error_message = "Machine, credits, disk and errors each have an alarm."
  }

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.this) : length(alarm.alarm_description) > 20])
    error_message = "An alarm says what it is about."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["instance-gone"].treat_missing_data == "breaching"
    error_message = "A machine that says nothing is not well."
  }

  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == var.key_arn && length(aws_sns_topic_subscription.people) == 1
    error_message = "Alarms are sealed, and somebody gets them."
  }
}

run "the_other_size_is_watched" {
  command = plan

  module {
    source = "./modules/watch"
  }

  variables {
    load_balanced     = true
    instance_id       = null
    load_balancer     = { arn_suffix = "app/x/1", target_group_arn_suffix = "targetgroup/x/1" }
    scaling_group     = { name = "flora-test", most = 6 }
    cache_cluster_ids = ["flora-test-001", "flora-test-002"]
    database          = { identifier = "flora-test", replica_identifiers = ["flora-test-reads-1"], gib = 50, many_connections = 300 }
  }

  assert {
    condition     = alltrue([for name in ["nobody-serves", "answers-slow", "answers-broken", "group-full", "replica-1-late", "cache-2-cpu"] : contains(keys(aws_cloudwatch_metric_alarm.this), name)]) && !contains(keys(aws_cloudwatch_metric_alarm.this), "instance-gone")
    error_message = "Balancer, group, replica and cache each have an alarm."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["answers-slow"].extended_statistic == "p95" && aws_cloudwatch_metric_alarm.this["group-full"].threshold == 5.5
    error_message = "Slow is a percentile; full is below the most."
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 8
    error_message = "A chart for each part."
  }
}

run "an_account_is_looked_after" {
  command = plan

  module {
    source = "./modules/watch/account"
  }

  variables {
    name           = "flora"
    emails         = ["operator@shop.example"]
    monthly_budget = 100
  }

  assert {
    condition     = aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.enable_log_file_validation
    error_message = "Every region, and sums over the files."
  }

  assert {
    condition     = aws_s3_account_public_access_block.this.restrict_public_buckets && aws_ebs_encryption_by_default.this.enabled && aws_ec2_instance_metadata_defaults.this.http_tokens == "required"
    error_message = "What is made by hand is private and sealed, too."
  }

  assert {
    condition     = aws_guardduty_detector.this[0].enable && contains(keys(aws_config_config_rule.this), "INCOMING_SSH_DISABLED") && length(aws_budgets_budget.this.notification) == 3
    error_message = "Thieves, changes and costs are watched."
  }
}

run "an_alarm_for_nobody_is_refused" {
  command = plan

  module {
    source = "./modules/watch/account"
  }

  variables {
    name           = "flora"
    emails         = []
    monthly_budget = 100
  }

  expect_failures = [var.emails]
}
