# Who asked for what. Delivered by CloudWatch's own road, which needs no ACLs on the bucket; it begins in us-east-1.
resource "aws_cloudwatch_log_delivery_source" "this" {
  count        = var.log_bucket_arn == null ? 0 : 1
  provider     = aws.global
  name         = "${var.name}-cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn
}

resource "aws_cloudwatch_log_delivery_destination" "this" {
  count         = var.log_bucket_arn == null ? 0 : 1
  provider      = aws.global
  name          = "${var.name}-cdn"
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = "${var.log_bucket_arn}/cdn"
  }
}

resource "aws_cloudwatch_log_delivery" "this" {
  count                    = var.log_bucket_arn == null ? 0 : 1
  provider                 = aws.global
  delivery_source_name     = aws_cloudwatch_log_delivery_source.this[0].name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.this[0].arn
}
