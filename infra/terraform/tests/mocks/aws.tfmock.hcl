# What the modules ask of AWS before they plan. Nothing here is what is asserted.
mock_data "aws_caller_identity" {
  defaults = { account_id = "111122223333" }
}

mock_data "aws_partition" {
  defaults = { partition = "aws" }
}

mock_data "aws_region" {
  defaults = { name = "ap-southeast-2" }
}

mock_data "aws_availability_zones" {
  defaults = { names = ["ap-southeast-2a", "ap-southeast-2b", "ap-southeast-2c"] }
}

mock_data "aws_ec2_managed_prefix_list" {
  defaults = { id = "pl-cloudfront" }
}

mock_data "aws_iam_policy_document" {
  defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

mock_data "aws_default_tags" {
  defaults = { tags = { "flora:project" = "flora" } }
}
