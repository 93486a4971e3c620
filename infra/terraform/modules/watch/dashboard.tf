locals {
  region = data.aws_region.current.name

  charts = concat(
    [
      { title = "Requests and errors at the edge", region = "us-east-1", metrics = [
        ["AWS/CloudFront", "Requests", "DistributionId", var.distribution_id, "Region", "Global", { stat = "Sum" }],
        ["AWS/CloudFront", "5xxErrorRate", "DistributionId", var.distribution_id, "Region", "Global", { stat = "Average", yAxis = "right" }],
      ] },
      { title = "Errors in the log", region = local.region, metrics = [for name in keys(local.counted) : [var.name, name, { stat = "Sum" }]] },
      { title = "Database: load and connections", region = local.region, metrics = [
        ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", var.database.identifier],
        ["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", var.database.identifier, { yAxis = "right" }],
      ] },
      { title = "Database: disk and memory", region = local.region, metrics = [
        ["AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", var.database.identifier],
        ["AWS/RDS", "FreeableMemory", "DBInstanceIdentifier", var.database.identifier, { yAxis = "right" }],
      ] },
      { title = "Database: reads and writes", region = local.region, metrics = [
        ["AWS/RDS", "ReadLatency", "DBInstanceIdentifier", var.database.identifier],
        ["AWS/RDS", "WriteLatency", "DBInstanceIdentifier", var.database.identifier],
      ] },
    ],
    [for chart in [
      { title = "Answers", region = local.region, metrics = [
        ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", try(var.load_balancer.arn_suffix, ""), { stat = "Sum" }],
        ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", try(var.load_balancer.arn_suffix, ""), { stat = "p95", yAxis = "right" }],
      ] },
      { title = "Instances", region = local.region, metrics = [
        ["AWS/AutoScaling", "GroupInServiceInstances", "AutoScalingGroupName", try(var.scaling_group.name, "")],
        ["AWS/EC2", "CPUUtilization", "AutoScalingGroupName", try(var.scaling_group.name, ""), { yAxis = "right" }],
      ] },
    ] : chart if var.load_balanced],
    [for chart in [
      { title = "The instance", region = local.region, metrics = [
        ["AWS/EC2", "CPUUtilization", "InstanceId", coalesce(var.instance_id, "none")],
        ["AWS/EC2", "CPUCreditBalance", "InstanceId", coalesce(var.instance_id, "none"), { yAxis = "right" }],
      ] },
    ] : chart if !var.load_balanced],
    [for chart in [
      { title = "Cache", region = local.region, metrics = [
        for name in var.cache_cluster_ids : ["AWS/ElastiCache", "EngineCPUUtilization", "CacheClusterId", name]
      ] },
    ] : chart if length(var.cache_cluster_ids) > 0],
  )
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = [for at, chart in local.charts : {
      type       = "metric"
      x          = (at % 2) * 12
      y          = floor(at / 2) * 6
      width      = 12
      height     = 6
      properties = { title = chart.title, region = chart.region, metrics = chart.metrics, period = 60, view = "timeSeries", stacked = false }
    }]
  })
}
