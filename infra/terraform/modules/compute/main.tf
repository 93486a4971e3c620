data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.name

  newest_image = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${var.architecture}"

  # The shop's own script comes with the release; this one only fetches it. It runs once, and waits for the first release to be named.
  user_data = coalesce(var.user_data, templatefile("${path.module}/user-data.sh.tftpl", {
    parameters   = var.parameters
    region       = local.region
    bucket       = split(":::", var.buckets.releases_arn)[1]
    architecture = var.architecture
    port         = var.app_port
  }))
}

resource "aws_cloudwatch_log_group" "this" {
  for_each          = toset(["boot", "serve", "work"])
  name              = "${var.parameters}/${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = var.keys.said_arn
}

resource "aws_launch_template" "this" {
  name                   = var.name
  description            = "An instance of the shop"
  image_id               = coalesce(var.image_id, local.newest_image)
  instance_type          = var.instance_type
  user_data              = base64encode(local.user_data)
  update_default_version = true
  ebs_optimized          = true

  # The lone instance brings its network interface, so that its address outlives it.
  vpc_security_group_ids = var.load_balanced ? [var.network.app_group_id] : null

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "enabled"
  }

  monitoring {
    enabled = var.load_balanced
  }

  credit_specification {
    cpu_credits = var.cpu_credits
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_gib
      encrypted             = true
      kms_key_id            = var.keys.kept_arn
      delete_on_termination = true
    }
  }

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])

    content {
      resource_type = tag_specifications.key
      tags          = local.instance_tags
    }
  }
}

# What a scaling group starts gets no tags by itself, and the bill is sorted by them.
data "aws_default_tags" "current" {}

# By the last of these tags an instance is found by those who may ask it something.
locals {
  instance_tags = merge(data.aws_default_tags.current.tags, { Name = "${var.name}-app", "flora:runs" = var.name })
}
