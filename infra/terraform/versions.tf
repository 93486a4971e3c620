# No root of its own: from here the tests of all modules are run (tests/), with one start of the provider. What is applied is in roots/.
terraform {
  required_version = ">= 1.11.0, < 2.0.0"
}
