# Each alarm is a sentence about something a shopper or the florist would notice, and is told to people. What only explains is on the
# dashboard.
locals {
  gib = 1024 * 1024 * 1024

  everywhere = {
    database-cpu = {
      about  = "The database has been busy for a quarter of an hour"
      space  = "AWS/RDS", metric = "CPUUtilization", statistic = "Average", over = 85, below = null
      period = 300, times = 3, missing = "breaching", dimensions = { DBInstanceIdentifier = var.database.identifier }
    }
    database-disk = {
      about  = "The database's disk is nearly full, although it grows by itself"
      space  = "AWS/RDS", metric = "FreeStorageSpace", statistic = "Minimum", over = null, below = max(2, var.database.gib * 0.1) * local.gib
      period = 300, times = 2, missing = "missing", dimensions = { DBInstanceIdentifier = var.database.identifier }
    }
    database-connections = {
      about  = "The database has nearly as many connections as it can have"
      space  = "AWS/RDS", metric = "DatabaseConnections", statistic = "Maximum", over = var.database.many_connections, below = null
      period = 60, times = 5, missing = "missing", dimensions = { DBInstanceIdentifier = var.database.identifier }
    }
    database-memory = {
      about  = "The database has hardly any memory left"
      space  = "AWS/RDS", metric = "FreeableMemory", statistic = "Minimum", over = null, below = 64 * 1024 * 1024
      period = 300, times = 3, missing = "missing", dimensions = { DBInstanceIdentifier = var.database.identifier }
    }
    serve-errors = {
      about  = "The shop has answered with errors of its own, again and again"
      space  = var.name, metric = "serve-errors", statistic = "Sum", over = 5, below = null
      period = 300, times = 1, missing = "notBreaching", dimensions = null
    }
    work-errors = {
      about  = "Jobs fail: letters, refunds or reconciliation"
      space  = var.name, metric = "work-errors", statistic = "Sum", over = 3, below = null
      period = 300, times = 2, missing = "notBreaching", dimensions = null
    }
    boot-errors = {
      about  = "An instance could not start its release"
      space  = var.name, metric = "boot-errors", statistic = "Sum", over = 0, below = null
      period = 60, times = 1, missing = "notBreaching", dimensions = null
    }
  }

  one_instance = {
    instance-gone = {
      about  = "The one instance does not answer its checks"
      space  = "AWS/EC2", metric = "StatusCheckFailed", statistic = "Maximum", over = 0, below = null
      period = 60, times = 3, missing = "breaching", dimensions = { InstanceId = coalesce(var.instance_id, "none") }
    }
    instance-cpu = {
      about  = "The one instance has been busy for a quarter of an hour"
      space  = "AWS/EC2", metric = "CPUUtilization", statistic = "Average", over = 80, below = null
      period = 300, times = 3, missing = "missing", dimensions = { InstanceId = coalesce(var.instance_id, "none") }
    }
  }

  credits = {
    instance-credits = {
      about  = "The instance's CPU credits run out, and it will be slow"
      space  = "AWS/EC2", metric = "CPUCreditBalance", statistic = "Minimum", over = null, below = 60
      period = 300, times = 3, missing = "missing", dimensions = { InstanceId = coalesce(var.instance_id, "none") }
    }
  }

  balanced = {
    nobody-serves = {
      about      = "No instance is healthy: the shop is closed"
      space      = "AWS/ApplicationELB", metric = "HealthyHostCount", statistic = "Minimum", over = null, below = 1
      period     = 60, times = 2, missing = "breaching"
      dimensions = { LoadBalancer = try(var.load_balancer.arn_suffix, "none"), TargetGroup = try(var.load_balancer.target_group_arn_suffix, "none") }
    }
    instances-sick = {
      about      = "Instances stay unhealthy"
      space      = "AWS/ApplicationELB", metric = "UnHealthyHostCount", statistic = "Maximum", over = 0, below = null
      period     = 60, times = 10, missing = "notBreaching"
      dimensions = { LoadBalancer = try(var.load_balancer.arn_suffix, "none"), TargetGroup = try(var.load_balancer.target_group_arn_suffix, "none") }
    }
    answers-broken = {
      about      = "The shop answers with 5xx"
      space      = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", statistic = "Sum", over = 10, below = null
      period     = 60, times = 3, missing = "notBreaching"
      dimensions = { LoadBalancer = try(var.load_balancer.arn_suffix, "none"), TargetGroup = try(var.load_balancer.target_group_arn_suffix, "none") }
    }
    answers-slow = {
      about      = "One answer in twenty takes longer than a second"
      space      = "AWS/ApplicationELB", metric = "TargetResponseTime", statistic = "p95", over = 1, below = null
      period     = 60, times = 5, missing = "notBreaching"
      dimensions = { LoadBalancer = try(var.load_balancer.arn_suffix, "none"), TargetGroup = try(var.load_balancer.target_group_arn_suffix, "none") }
    }
    group-full = {
      about  = "The scaling group has as many instances as it may have"
      space  = "AWS/AutoScaling", metric = "GroupInServiceInstances", statistic = "Minimum", over = try(var.scaling_group.most, 99) - 0.5, below = null
      period = 60, times = 15, missing = "notBreaching", dimensions = { AutoScalingGroupName = try(var.scaling_group.name, "none") }
    }
  }

  replicas = {
    for at, name in var.database.replica_identifiers : "replica-${at + 1}-late" => {
      about  = "A replica is minutes behind the database"
      space  = "AWS/RDS", metric = "ReplicaLag", statistic = "Average", over = 120, below = null
      period = 60, times = 5, missing = "breaching", dimensions = { DBInstanceIdentifier = name }
    }
  }

  caches = {
    for at, name in var.cache_cluster_ids : "cache-${at + 1}-cpu" => {
      about  = "The cache is busy"
      space  = "AWS/ElastiCache", metric = "EngineCPUUtilization", statistic = "Average", over = 80, below = null
      period = 300, times = 3, missing = "missing", dimensions = { CacheClusterId = name }
    }
  }

  alarms = merge(
    local.everywhere,
    { for name, alarm in local.balanced : name => alarm if var.load_balanced },
    { for name, alarm in local.one_instance : name => alarm if !var.load_balanced },
    { for name, alarm in local.credits : name => alarm if !var.load_balanced && var.burstable },
    local.replicas,
    local.caches,
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.about}. Runbook: docs/runbooks"
  namespace           = each.value.space
  metric_name         = each.value.metric
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  comparison_operator = each.value.over != null ? "GreaterThanThreshold" : "LessThanThreshold"
  threshold           = each.value.over != null ? each.value.over : each.value.below
  period              = each.value.period
  evaluation_periods  = each.value.times
  treat_missing_data  = each.value.missing
  dimensions          = each.value.dimensions
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# Seen from where shoppers are: also when the shop itself can say nothing any more.
resource "aws_cloudwatch_metric_alarm" "edge" {
  provider            = aws.global
  alarm_name          = "${var.name}-edge-errors"
  alarm_description   = "One request in fifty fails at the edge. Runbook: docs/runbooks"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 2
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "notBreaching"
  dimensions          = { DistributionId = var.distribution_id, Region = "Global" }
  alarm_actions       = [aws_sns_topic.edge.arn]
  ok_actions          = [aws_sns_topic.edge.arn]
}
