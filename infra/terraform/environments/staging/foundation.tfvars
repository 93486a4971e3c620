cidr = "10.40.0.0/16"
zone = { name = "staging.shop.example", create = true }
