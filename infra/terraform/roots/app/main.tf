variable "architecture" {
  description = "The processor for which releases are built: x86_64 or arm64. The instance type must be of the same."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "x86_64 or arm64."
  }
}

variable "image_id" {
  description = "The image instances start from. Null: the newest Amazon Linux 2023."
  type        = string
  default     = null
}

variable "user_data_file" {
  description = "A script that instances run at their first start, relative to this root. Null: the one of the module."
  type        = string
  default     = null
}

variable "mail_from" {
  description = "How the shop signs its mail, such as \"Flora <hello@shop.example>\"."
  type        = string

  validation {
    condition     = can(regex("^.{1,60} <[^@ ]+@[^@ ]+\\.[^@ ]+>$", var.mail_from))
    error_message = "A name, and an address in angle brackets."
  }
}

variable "configuration" {
  description = "What the shop is told beside what follows from this environment, by the names of .env.example. No secrets."
  type        = map(string)
  default     = {}
}

variable "more_secrets" {
  description = "Secrets beside those that every shop has, by the names of .env.example, each with what it is."
  type        = map(string)
  default     = {}
}

locals {
  origin_host = var.host == null ? null : "origin.${var.host}"

  secrets = {
    STRIPE_SECRET_KEY     = "Stripe's secret key"
    STRIPE_WEBHOOK_SECRET = "The signing secret of the webhook endpoint"
    SMTP_URL              = "The mail server, with user and password"
    SIGNING_KEYS          = "The keys of access tokens, a private JWKS"
    SEALING_KEY           = "Seals secrets that the database holds"
  }

  # Real money in prod only; elsewhere all is as in production but for the sandbox of payments.
  configuration = {
    MODE         = var.environment == "prod" ? "production" : "rehearsal"
    HOST         = "0.0.0.0"
    PORT         = tostring(local.app_port)
    TRUST_PROXY  = local.settings.load_balanced || local.https ? "2" : "1"
    DATA_DIR     = "/var/lib/flora"
    MAIL_FROM    = var.mail_from
    FILES_BUCKET = local.data.buckets.uploads
    FILES_REGION = var.region
  }
}

module "firewall" {
  source = "../../modules/cdn/firewall"
  count  = local.settings.load_balanced && local.settings.firewall_on_load_balancer ? 1 : 0
  name   = local.name
  scope  = "REGIONAL"
}

module "compute" {
  source              = "../../modules/compute"
  name                = local.name
  parameters          = local.parameters
  load_balanced       = local.settings.load_balanced
  app_port            = local.app_port
  instance_type       = local.settings.instance_type
  architecture        = var.architecture
  image_id            = var.image_id
  instances           = { min = local.settings.instances_min, max = local.settings.instances_max }
  volume_gib          = local.settings.volume_gib
  cpu_credits         = local.settings.cpu_credits
  user_data           = var.user_data_file == null ? null : file("${path.root}/${var.user_data_file}")
  keys                = local.foundation.keys
  buckets             = { releases_arn = local.data.bucket_arns.releases, uploads_arn = local.data.bucket_arns.uploads }
  log_bucket          = local.data.buckets.logs
  log_days            = local.settings.log_days
  database_secret_arn = local.data.database.secret_arn
  cache_arns          = local.data.cache.connect_arns
  firewall            = local.settings.firewall_on_load_balancer
  firewall_arn        = one(module.firewall[*].arn)
  protected           = local.settings.protected

  network = {
    vpc_id                 = local.foundation.vpc_id
    public_subnet_ids      = local.foundation.public_subnet_ids
    app_subnet_ids         = local.foundation.app_subnet_ids
    app_group_id           = local.foundation.group_ids.app
    load_balancer_group_id = local.foundation.group_ids.load_balancer
  }

  origin = {
    host    = local.origin_host
    zone_id = local.foundation.zone_id
    https   = local.https
    word    = data.aws_ssm_parameter.origin_word.value
  }
}

module "secrets" {
  source              = "../../modules/secrets"
  name                = local.name
  parameters          = local.parameters
  key_arn             = local.foundation.keys.kept_arn
  secrets             = merge(local.secrets, var.more_secrets)
  configuration       = merge(local.configuration, var.configuration)
  rotate              = local.settings.database_password == "managed"
  database_secret_arn = local.data.database.secret_arn
  document            = module.compute.document
  instance_tag        = module.compute.instance_tag
}
