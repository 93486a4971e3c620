# What other roots have made.
data "aws_ssm_parameter" "foundation" {
  name            = "${local.parameters}/outputs/foundation"
  with_decryption = false
}

data "aws_ssm_parameter" "data" {
  name            = "${local.parameters}/outputs/data"
  with_decryption = false
}

locals {
  foundation = jsondecode(data.aws_ssm_parameter.foundation.insecure_value)
  data       = jsondecode(data.aws_ssm_parameter.data.insecure_value)
}

data "aws_ssm_parameter" "origin_word" {
  name            = "${local.parameters}/internal/ORIGIN_WORD"
  with_decryption = true
}
