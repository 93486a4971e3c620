# What the shop writes, counted. Its log is one JSON object a line: 50 is an error, 60 the end of a process.
locals {
  counted = {
    serve-errors = { group = var.log_groups["serve"], pattern = "{ $.level >= 50 }" }
    work-errors  = { group = var.log_groups["work"], pattern = "{ $.level >= 50 }" }
    boot-errors  = { group = var.log_groups["boot"], pattern = "\"boot failed\"" }
  }
}

resource "aws_cloudwatch_log_metric_filter" "this" {
  for_each       = local.counted
  name           = "${var.name}-${each.key}"
  log_group_name = each.value.group
  pattern        = each.value.pattern

  metric_transformation {
    namespace     = var.name
    name          = each.key
    value         = "1"
    default_value = "0"
  }
}
