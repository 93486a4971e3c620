# What other roots have made.
data "aws_ssm_parameter" "foundation" {
  name            = "${local.parameters}/outputs/foundation"
  with_decryption = false
}

locals {
  foundation = jsondecode(data.aws_ssm_parameter.foundation.insecure_value)
}
