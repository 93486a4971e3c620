# Pages and answers are kept for as long as the shop says, and not at all when it says nothing. Two cookies change what a shared page
# shows, and so are part of its name; no other is, and what is a visitor's own is never kept.
resource "aws_cloudfront_cache_policy" "pages" {
  name        = "${var.name}-pages"
  min_ttl     = 0
  default_ttl = 0
  max_ttl     = 86400

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "whitelist"

      cookies {
        items = ["postcode", "theme"]
      }
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "all"
    }
  }
}

resource "aws_cloudfront_cache_policy" "api" {
  name        = "${var.name}-api"
  min_ttl     = 0
  default_ttl = 0
  max_ttl     = 3600

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    # A program's answer is its own, whatever the shop forgot to say about keeping it.
    headers_config {
      header_behavior = "whitelist"

      headers {
        items = ["Authorization"]
      }
    }

    query_strings_config {
      query_string_behavior = "all"
    }
  }
}

# What never changes under its name.
resource "aws_cloudfront_cache_policy" "kept" {
  name        = "${var.name}-kept"
  min_ttl     = 0
  default_ttl = 86400
  max_ttl     = 31536000

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "none"
    }
  }
}

# The shop sends its own headers, and knows better which page may do what: these stand in where nothing is said.
resource "aws_cloudfront_response_headers_policy" "this" {
  name    = "${var.name}-security"
  comment = "Where the shop says nothing itself"

  security_headers_config {
    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = false
    }

    referrer_policy {
      referrer_policy = "same-origin"
      override        = false
    }

    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = false
      preload                    = false
      override                   = true
    }
  }

  remove_headers_config {
    items {
      header = "server"
    }
  }
}

# The shop has one address: whoever comes by another is sent on, with the path she asked for.
resource "aws_cloudfront_function" "front_door" {
  name    = "${var.name}-front-door"
  runtime = "cloudfront-js-2.0"
  comment = "One address"
  publish = true
  code    = templatefile("${path.module}/front-door.js.tftpl", { host = coalesce(var.host, "none") })
}
