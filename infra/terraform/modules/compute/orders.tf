# The one thing that can be asked of an instance from outside: a verb of /opt/flora/boot. The pipeline needs no shell for a release,
# and so has none.
resource "aws_ssm_document" "boot" {
  name            = "${var.name}-boot"
  document_type   = "Command"
  document_format = "JSON"
  target_type     = "/AWS::EC2::Instance"

  content = jsonencode({
    schemaVersion = "2.2"
    description   = "Asks the shop's boot script for one of its verbs"
    parameters = {
      verb = {
        type          = "String"
        description   = "What is wanted"
        allowedValues = var.boot_verbs
      }
      release = {
        type           = "String"
        description    = "The release it is about, for verbs that want one"
        default        = ""
        allowedPattern = "^([0-9a-z][0-9a-z.-]{0,79})?$"
      }
    }
    mainSteps = [{
      action = "aws:runShellScript"
      name   = "boot"
      inputs = {
        timeoutSeconds = "900"
        runCommand     = ["/opt/flora/boot {{ verb }} {{ release }}"]
      }
    }]
  })
}

# The name of the release that instances run. The pipeline and the operator change it; Terraform only makes it.
resource "aws_ssm_parameter" "release" {
  for_each    = toset(["api", "web"])
  name        = "${var.parameters}/release/${each.key}"
  description = "The release that runs: ${each.key}"
  type        = "String"
  value       = "none"

  lifecycle {
    ignore_changes = [value]
  }
}
