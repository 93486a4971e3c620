mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "keys_are_renewed_and_not_lost_in_a_day" {
  command = plan

  module {
    source = "./modules/keys"
  }

  variables {
    name = "flora-test"
  }

  assert {
    condition     = alltrue([for key in [aws_kms_key.kept, aws_kms_key.said] : key.enable_key_rotation && key.deletion_window_in_days == 30])
    error_message = "Keys rotate, and a month is left to think again."
  }

  assert {
    condition = alltrue(flatten([for document in [data.aws_iam_policy_document.kept, data.aws_iam_policy_document.said] : [
    for statement in document.statement : length(statement.condition) > 0 if statement.sid != "TheAccountDecidesByItsPolicies"]]))
    error_message = "Whoever is not the account itself is let in under a condition only."
  }
}

run "a_name_too_long_for_a_bucket_is_refused" {
  command = plan

  module {
    source = "./modules/keys"
  }

  variables {
    name = "a-name-that-is-much-too-long-for-it"
  }

  expect_failures = [var.name]
}
