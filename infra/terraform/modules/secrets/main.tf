# A place for each secret, sealed. The value is written by an operator, never by Terraform: a write-only argument is sent once, when
# the place is made, and is in no plan and no state.
resource "aws_ssm_parameter" "secret" {
  for_each         = var.secrets
  name             = "${var.parameters}/secret/${each.key}"
  description      = each.value
  type             = "SecureString"
  key_id           = var.key_arn
  value_wo         = "unset"
  value_wo_version = 1
}

resource "aws_ssm_parameter" "configuration" {
  for_each    = var.configuration
  name        = "${var.parameters}/config/${each.key}"
  description = "What the shop is told"
  type        = "String"
  value       = each.value
}
