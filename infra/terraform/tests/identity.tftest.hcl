mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name            = "flora-test"
  create_provider = false
  deploy = {
    repository         = "shop/flora"
    github_environment = "prod"
    parameters         = "/flora/test"
    key_arn            = "arn:aws:kms:ap-southeast-2:111122223333:key/kept"
    releases_arn       = "arn:aws:s3:::flora-test-releases"
    site_arn           = "arn:aws:s3:::flora-test-site"
    distribution_arn   = "arn:aws:cloudfront::111122223333:distribution/E1"
    document           = "flora-test-boot"
    instance_tag       = { key = "flora:runs", value = "flora-test" }
    scaling_group      = "flora-test"
  }
}

run "one_environment_of_one_repository_may_touch_releases_site_and_one_document" {
  command = plan

  module {
    source = "./modules/identity"
  }

  assert {
    condition     = anytrue([for condition in data.aws_iam_policy_document.trust["deploy"].statement[0].condition : condition.test == "StringEquals" && condition.values == tolist(["repo:shop/flora:environment:prod"])])
    error_message = "The subject is given in full, without a pattern."
  }

  assert {
    condition     = alltrue(flatten([for document in values(data.aws_iam_policy_document.trust) : [for condition in document.statement[0].condition : condition.test == "StringEquals"]]))
    error_message = "No role is lent by likeness."
  }

  assert {
    condition     = length(aws_iam_role.provision) == 0
    error_message = "The pipeline changes no infrastructure unless somebody says by which policies."
  }

  assert {
    condition     = alltrue(flatten([for statement in data.aws_iam_policy_document.deploy[0].statement : [for action in statement.actions : !strcontains(action, "*")]]))
    error_message = "Actions are named one by one."
  }

  assert {
    condition     = alltrue(flatten([for statement in data.aws_iam_policy_document.deploy[0].statement : [for action in statement.actions : can(regex(":(Describe|Get|List)", action))] if contains(statement.resources, "*")]))
    error_message = "Of everything it may only look."
  }

  assert {
    condition     = alltrue(flatten([for statement in data.aws_iam_policy_document.deploy[0].statement : [for resource in statement.resources : !strcontains(resource, "/secret")]]))
    error_message = "It cannot read secrets."
  }
}

run "a_pattern_for_a_repository_is_refused" {
  command = plan

  module {
    source = "./modules/identity"
  }

  variables {
    deploy = {
      repository         = "shop/*"
      github_environment = "prod"
      parameters         = "/flora/test"
      key_arn            = "arn:aws:kms:ap-southeast-2:111122223333:key/kept"
      releases_arn       = "arn:aws:s3:::r"
      site_arn           = "arn:aws:s3:::s"
      distribution_arn   = "arn:aws:cloudfront::111122223333:distribution/E1"
      document           = "flora-test-boot"
      instance_tag       = { key = "a", value = "b" }
    }
  }

  expect_failures = [var.deploy]
}
