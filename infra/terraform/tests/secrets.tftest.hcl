mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name          = "flora-test"
  parameters    = "/flora/test"
  key_arn       = "arn:aws:kms:ap-southeast-2:111122223333:key/kept"
  secrets       = { STRIPE_SECRET_KEY = "Stripe's secret key" }
  configuration = { MODE = "production" }
  rotate        = false
}

run "secrets_have_sealed_places_and_no_value_in_the_state" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  assert {
    condition     = aws_ssm_parameter.secret["STRIPE_SECRET_KEY"].type == "SecureString" && aws_ssm_parameter.secret["STRIPE_SECRET_KEY"].key_id == var.key_arn && aws_ssm_parameter.secret["STRIPE_SECRET_KEY"].name == "/flora/test/secret/STRIPE_SECRET_KEY"
    error_message = "Sealed by our key, under this environment's path."
  }

  assert {
    condition     = aws_ssm_parameter.secret["STRIPE_SECRET_KEY"].value_wo == null
    error_message = "A write-only value is in no plan."
  }

  assert {
    condition     = length(aws_secretsmanager_secret_rotation.database) == 0
    error_message = "Nothing to rotate where the password is a parameter."
  }
}

run "a_changed_password_is_read_again" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    rotate              = true
    database_secret_arn = "arn:aws:secretsmanager:ap-southeast-2:111122223333:secret:rds"
    document            = "flora-test-boot"
    instance_tag        = { key = "flora:runs", value = "flora-test" }
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.rotated[0].event_pattern).detail.additionalEventData.SecretId == [var.database_secret_arn] && jsondecode(aws_cloudwatch_event_target.reload[0].input).verb == ["reload"]
    error_message = "The news of this secret asks this environment's instances to reload."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.reload[0].statement : statement.actions == toset(["ssm:SendCommand"]) && !contains(statement.resources, "*")])
    error_message = "It may send one document to its own instances."
  }
}

run "a_secret_among_the_configuration_is_refused" {
  command = plan

  module {
    source = "./modules/secrets"
  }

  variables {
    configuration = { STRIPE_KEY = "sk_live_abc" }
  }

  expect_failures = [var.configuration]
}
